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

    //! Plain text; the service may read it as markup, so it is escaped.
    void show(const AlertKey &key, const QString &text);
    //! Takes it away when it still stands.
    void close(const AlertKey &key);

private:
    QHash<AlertKey, quint32> m_shown; //!< the service's numbers
};

} // namespace segue
