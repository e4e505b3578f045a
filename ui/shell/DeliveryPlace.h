// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/delivery/QueueFigures.h"

#include <QHash>
#include <QObject>

class QTimer;

namespace segue {

class MessageBar;
class SidebarModel;
class StatusBar;

//! Says in the window how delivery stands: the queue in the status bar, each connection's state and figures in the
//! sidebar, and for the one that is shown why it is held up, with the button that mends it.
class DeliveryPlace : public QObject
{
    Q_OBJECT
public:
    //! Borrowed.
    DeliveryPlace(AppContext &context, SidebarModel &sidebar, StatusBar &status, MessageBar &messages, QObject *parent);

    //! The connection that the window shows; a null id: none.
    void show(const ConnectionId &id);
    //! Reads what is counted, now.
    void refresh();
    //! What waits for the connection is tried now.
    void tryNow(const ConnectionId &id);

Q_SIGNALS:
    //! A pause that a person began shall end.
    void resumeRequested(const segue::ConnectionId &id);

private:
    void take(const ConnectionId &id, const DeliveryStatus &status);
    void refreshConnection(const Connection &connection);
    void readOldest(const ConnectionId &id);
    void tell(const ConnectionId &id);

    AppContext &m_context;
    SidebarModel &m_sidebar;
    StatusBar &m_status;
    MessageBar &m_messages;
    QTimer *m_timer;
    ConnectionId m_shown;
    DeliveryStatus m_told; //!< as it stands in the bar, or stood when it was closed
    QHash<ConnectionId, DeliveryStatus> m_delivery;
    QHash<ConnectionId, QueueFigures> m_figures;
};

} // namespace segue
