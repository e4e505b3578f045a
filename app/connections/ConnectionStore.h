// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"

#include <QList>
#include <QObject>

#include <memory>

namespace segue {

//! The connections of one data folder, in `connections.json`: readable, versioned, written atomically. A file of a newer
//! program, or a damaged one, is never overwritten: the store then opens with an error and refuses to change anything.
//! Changes of other processes are taken up. The sandbox is always there, last. Lives on the main thread.
class ConnectionStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int kFileVersion = 1;

    explicit ConnectionStore(const QString &dataFolder, QObject *parent = nullptr);
    ~ConnectionStore() override;

    //! Reads the file. An error leaves the sandbox alone in the list.
    Status load();
    //! Why nothing can be changed; nothing when it can.
    std::optional<Error> fault() const;

    const QList<Connection> &all() const;
    std::optional<Connection> find(const ConnectionId &id) const;
    //! By exact name, by name without case, or by id; an error that names near ones when none or several fit.
    Result<Connection> findByText(const QString &nameOrId) const;

    //! Checked, then written; the file is locked against other processes while it is read and written anew.
    Status add(const Connection &connection);
    Status update(const Connection &connection);
    Status remove(const ConnectionId &id);
    //! Puts a removed one back where it stood.
    Status restore(const Connection &connection, int position);

    QString filePath() const;

Q_SIGNALS:
    //! Something differs from before, in this process or by another one.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace segue
