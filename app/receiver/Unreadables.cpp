// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/Unreadables.h"

#include "app/receiver/UnreadableEntry.h"

#include <QCoreApplication>

#include <utility>

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
    if (m_rows < kMostRows) {
        ++m_rows;
        entries.push_back(row(reason.toStdString(), bytes.toByteArray().toStdString()));
        return;
    }
    constexpr std::string_view between = ",\n";
    const auto size = static_cast<std::size_t>(bytes.size());
    if (m_restCount > 0 && m_rest.size() + between.size() + size > kMostUnreadableBytes) {
        addRest(entries);
    }
    if (m_restCount == 0) {
        m_firstOfRest = reason;
    } else {
        m_rest += between;
    }
    ++m_restCount;
    m_rest.append(bytes.data(), size);
}

void Unreadables::addRest(std::vector<NewEntry> &entries)
{
    if (m_restCount == 0) {
        return;
    }
    const QString reason =
        Text::tr("%n further event(s) of the same request. The first of them: %1", nullptr, m_restCount)
            .arg(m_firstOfRest);
    entries.push_back(row(reason.toStdString(), std::exchange(m_rest, {})));
    m_restCount = 0;
}

NewEntry Unreadables::row(std::string reason, std::string bytes) const
{
    return unreadableEntry(m_connection, m_origin, m_received, std::move(reason), std::move(bytes));
}

} // namespace segue
