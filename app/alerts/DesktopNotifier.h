// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/AlertBook.h"

#include <QHash>
#include <QObject>

namespace segue {

//! Notifications of the desktop (org.freedesktop.Notifications over D-Bus): one for each alert, which is replaced, not
//! joined, by the next of its kind. Where there is no such service, nothing happens. Nobody waits for it.
class DesktopNotifier : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    //! Plain text; the service may read it as markup, so it is escaped. A long one is cut.
    void show(const AlertKey &key, const QString &text);
    //! Takes it away when it still stands.
    void close(const AlertKey &key);

Q_SIGNALS:
    //! The service has taken it.
    void shown(const segue::AlertKey &key);
    //! It has not, or there is none.
    void failed(const segue::AlertKey &key);

private:
    struct Notice
    {
        quint32 number = 0; //!< the service's; 0: not known
        bool isSending = false;
        bool isWanted = true; //!< false: to be taken away as soon as its number is known
        QString next;         //!< what is to be told once the service has answered
    };

    void send(const AlertKey &key, const QString &text);
    void answered(const AlertKey &key, quint32 number);
    static void takeAway(quint32 number);

    QHash<AlertKey, Notice> m_notices;
};

} // namespace segue
