// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QWidget>

class QPushButton;
class QScrollArea;

namespace segue {

class ProxySettings;
class ReceiverSettings;
class SettingsCard;

//! What a person may set for the whole program, by subject. Each change is taken over at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(AppContext &context, QWidget *parent = nullptr);

    //! Shows what is saved.
    void load();
    void focusFirst();
    //! Where the name and the password for a proxy are given.
    void focusProxy();

Q_SIGNALS:
    void closed();
    //! The receiver is to listen, or to stop.
    void receiverWanted(bool on);

private:
    QWidget *makeCards(AppContext &context);
    QWidget *makeHead();

    QScrollArea *m_area;
    ReceiverSettings *m_receiver = nullptr;
    ProxySettings *m_proxy = nullptr;
    QList<SettingsCard *> m_cards;
};

} // namespace segue
