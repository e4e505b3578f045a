// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/alerts/Alerts.h"
#include "app/alerts/DesktopNotifier.h"

#include <QObject>

namespace segue {

class MessageBar;

//! Says in the window, and if wanted on the desktop, what a person should be told of.
class AlertPlace : public QObject
{
    Q_OBJECT
public:
    //! Borrowed.
    AlertPlace(AppContext &context, MessageBar &messages, QObject *parent = nullptr);
    AlertPlace(Settings &settings, Alerts::Parts parts, MessageBar &messages, QObject *parent = nullptr);

    //! A person looks at this connection now: its failures are seen.
    void seen(const ConnectionId &id);

Q_SIGNALS:
    void showRequested(const segue::ConnectionId &id);

private:
    static Alerts::Parts partsOf(AppContext &context);
    void tell(const AlertKey &key, const QString &sentence);
    void show(const AlertKey &key, const QString &sentence, bool isUpdate);
    void closed(const AlertKey &key);
    void forget(const AlertKey &key);
    static QString subjectOf(const AlertKey &key);

    Settings &m_settings;
    MessageBar &m_messages;
    Alerts m_alerts;
    DesktopNotifier m_desktop;
};

} // namespace segue
