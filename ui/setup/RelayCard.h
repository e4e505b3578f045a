// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "ui/widgets/Tone.h"

#include <QFrame>

#include <functional>

class QCheckBox;
class QPushButton;
class QRadioButton;

namespace segue {

class RouteAddress;
class ToneLabel;

//! What becomes of the events that Pushwoosh's webhook brings: the address for Pushwoosh, whether they are sent on to
//! Segment, for which a person says first why they will not arrive twice, and what was kept meanwhile. Changes hold at
//! once.
class RelayCard : public QFrame
{
    Q_OBJECT
public:
    explicit RelayCard(AppContext &context, QWidget *parent = nullptr);

    void setConnection(const ConnectionId &id);

private:
    QWidget *makeGrounds();
    void refresh();
    void countKept();
    void switchOn();
    void turn();
    void change(const std::function<void(Connection &)> &change);
    void askToSend();
    void sendKept();
    void say(const QString &text, Tone tone);

    AppContext &m_context;
    ConnectionId m_id;
    qint64 m_kept = 0;
    bool m_filling = false;
    RouteAddress *m_address;
    ToneLabel *m_state;
    QRadioButton *m_builtInIsOff = nullptr;
    QRadioButton *m_otherSource = nullptr;
    QWidget *m_grounds;
    QPushButton *m_switch;
    QPushButton *m_send;
    QCheckBox *m_repeats;
    ToneLabel *m_message;
};

} // namespace segue
