// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QObject>

namespace segue {

class MessageBar;

//! Says in the window that a proxy asks for a name and a password, with the way to give them.
class ProxyPlace : public QObject
{
    Q_OBJECT
public:
    //! Borrowed.
    ProxyPlace(AppContext &context, MessageBar &messages, QObject *parent);

Q_SIGNALS:
    void passwordRequested();

private:
    void tell(const ProxyName &proxy);

    AppContext &m_context;
    MessageBar &m_messages;
};

} // namespace segue
