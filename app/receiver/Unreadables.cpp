// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/Unreadables.h"

#include "app/receiver/UnreadableEntry.h"

#include <QCoreApplication>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::Unreadables)
};

} // namespace

Unreadables::Unreadables(std::string connection, Origin origin, std::int64_t received)
    : m_connection(std::move(connection))
    , m_origin(origin)
    , m_received(received)
{
}

void Unreadables::add(const QString &reason, QByteArrayView bytes, std::vector<NewEntry> &entries)
{
    if (m_fault.empty()) {
        m_fault = reason.toStdString();
    }
    const std::string_view part(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (m_rows++ < kMostRows) {
        entries.push_back(row(reason.toStdString(), std::string(part)));
        return;
    }
    if (m_rows == kMostRows + 1) {
        m_firstOfRest = reason;
    } else {
        m_rest += ",\n";
    }
    m_rest += part;
}

void Unreadables::addRest(std::vector<NewEntry> &entries)
{
    if (m_rows > kMostRows) {
        const auto count = static_cast<int>(m_rows - kMostRows);
        const QString reason =
            Text::tr("%n further event(s) of the same request. The first of them: %1", nullptr, count)
                .arg(m_firstOfRest);
        entries.push_back(row(reason.toStdString(), std::move(m_rest)));
    }
}

NewEntry Unreadables::row(std::string reason, std::string bytes) const
{
    return unreadableEntry(m_connection, m_origin, m_received, std::move(reason), std::move(bytes));
}

} // namespace segue
