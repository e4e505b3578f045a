// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QWidget>

namespace segue {

class EchoCard;
class RelayCard;
class ToneLabel;

//! What comes to this computer for a connection: by Pushwoosh's webhook and by Segment's echo. Says when the receiver
//! is off, so that nobody waits for it.
class ReceiverPart : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiverPart(AppContext &context, QWidget *parent = nullptr);

    void setConnection(const ConnectionId &id);

private:
    void refresh();

    AppContext &m_context;
    ToneLabel *m_state;
    RelayCard *m_relay;
    EchoCard *m_echo;
};

} // namespace segue
