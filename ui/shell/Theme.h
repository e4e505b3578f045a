// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Settings.h"

#include <QDBusVariant>
#include <QObject>
#include <QPalette>

namespace segue {

//! The application's look: Fusion with our palette and a style sheet of rounded controls, light or dark by the person's
//! choice or by the desktop's (asked through the desktop portal; Qt 6.4 does not tell).
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(Settings &settings, QObject *parent = nullptr);

    //! For this run only, without keeping the choice.
    void force(ThemeChoice choice);

    static QPalette palette(bool dark);
    static QString styleSheet(bool dark);

private:
    void askPortal();
    void apply();

private Q_SLOTS:
    void portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    Settings &m_settings;
    ThemeChoice m_choice;
    bool m_desktopIsDark = false;
};

} // namespace segue
