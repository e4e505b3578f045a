// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMetaType>
#include <QString>
#include <QUuid>

#include <string>

namespace segue {

//! Which connection: a UUID, written without braces.
class ConnectionId
{
public:
    ConnectionId() = default;
    explicit ConnectionId(QUuid uuid)
        : m_uuid(uuid)
    {
    }

    static ConnectionId create() { return ConnectionId(QUuid::createUuid()); }
    //! Reads the written form; null when the text is no UUID.
    static ConnectionId fromText(const QString &text) { return ConnectionId(QUuid::fromString(text)); }

    bool isNull() const { return m_uuid.isNull(); }
    QString text() const { return m_uuid.toString(QUuid::WithoutBraces); }
    //! The form in which the journal keeps it; empty when null.
    std::string key() const { return isNull() ? std::string() : text().toStdString(); }

    bool operator==(const ConnectionId &other) const { return m_uuid == other.m_uuid; }
    bool operator<(const ConnectionId &other) const { return m_uuid < other.m_uuid; }
    friend size_t qHash(const ConnectionId &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

} // namespace segue

Q_DECLARE_METATYPE(segue::ConnectionId)
