// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Settings.h"
#include "ui/settings/SettingsCard.h"

namespace segue {

//! What a person is told of, and how often.
class AlertSettings : public SettingsCard
{
    Q_OBJECT
public:
    explicit AlertSettings(Settings &settings, QWidget *parent = nullptr);

    void load() override;

protected:
    void save() override;
    void useDefaults() override;

private:
    void show(const AlertChoice &choice);

    Settings &m_settings;
    ToneLabel *m_what = nullptr;
    QCheckBox *m_desktop = nullptr;
    QSpinBox *m_quiet = nullptr;
    QSpinBox *m_pause = nullptr;
};

} // namespace segue
