// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckResult.h"
#include "app/core/Error.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

namespace segue {

class ConnectionRemoval;
class SecretAccess;

//! The latest checkups of each connection, in `checkups/<uuid>.json`: readable, versioned, written atomically, the
//! owner's alone, without secrets and ids of people. A file that is damaged or of a newer program is left as it is.
//! Files are read and written on a thread of their own; a connection's file goes with the connection. A changed write
//! key is noted in what was found with the one before. Lives on the main thread.
class CheckupHistory : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype kMost = 50;

    CheckupHistory(const QString &dataFolder, ConnectionRemoval &removal, SecretAccess &secrets,
                   QObject *parent = nullptr);

    //! The newest first; none when nothing was kept.
    QFuture<Result<QList<CheckupRecord>>> read(const ConnectionId &connection);
    //! Adds it; the oldest go when there are more than kMost.
    QFuture<Status> add(const CheckupRecord &record);

    //! Takes the file away, soon.
    void remove(const ConnectionId &connection);

    QString pathOf(const ConnectionId &connection) const;

Q_SIGNALS:
    //! This process wrote or removed the connection's write key; what was found before is of an earlier one.
    void keyChanged(const segue::ConnectionId &connection);

private:
    void noteKeyChange(const QString &account);
    template <class T, class Work> QFuture<T> later(Work work);

    QString m_folder;
    QThreadPool m_pool; //!< one thread: what comes first is done first
};

} // namespace segue
