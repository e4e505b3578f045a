// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"

#include <QJsonObject>
#include <QList>

namespace segue {

//! The content of `connections.json`. Pure. Members that this program does not know are kept as they were.
class ConnectionFile
{
public:
    struct Record
    {
        Connection connection;
        QJsonObject members; //!< as read; what is known is written over it
    };

    //! An empty file: the sandbox alone.
    ConnectionFile();
    //! NewerVersion when a newer program wrote it, Damaged when any part cannot be understood; the detail names the
    //! place.
    static Result<ConnectionFile> read(const QByteArray &bytes, int supportedVersion);
    QByteArray bytes(int version) const;

    //! In order; without the sandbox.
    QList<Record> records;
    Connection sandbox;

    //! All connections, the sandbox last.
    QList<Connection> connections() const;
    //! Position among the records, -1 when there is none.
    qsizetype indexOf(const ConnectionId &id) const;

private:
    QJsonObject m_root;
    QJsonObject m_sandboxMembers;
};

} // namespace segue
