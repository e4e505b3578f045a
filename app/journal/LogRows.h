// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"
#include "app/journal/EntryIdList.h"

#include <QString>

#include <unordered_map>
#include <vector>

namespace segue {

//! One row of the log as the table shows it.
struct LogRow
{
    qint64 received = 0;
    QString event;
    QString identity;
    QString error;
    QString connection;
    QString messageType;
    QString campaign;
    QString device;
    qint64 nextAttempt = -1;
    qint64 duration = -1;
    qint64 repeats = 0;
    int attempts = 0;
    int status = 0;
    IdKind idKind = IdKind::Nobody;
    EventState state = EventState::Queued;
    Origin origin = Origin::Composer;
    bool mayArriveTwice = false;

    static LogRow of(const Entry &entry);
};

//! The rows read last, by entry; the least used ones go when there are too many.
class LogRows
{
public:
    explicit LogRows(std::size_t most);

    //! Nothing when the row is not here. Counts as a use.
    const LogRow *find(EntryId id) const;
    bool contains(EntryId id) const { return m_rows.contains(id); }
    void put(const Entry &entry);
    void drop(const EntryIdList &gone);
    std::size_t size() const { return m_rows.size(); }
    //! Forgets what was not used since the last call; gives the rest.
    std::vector<EntryId> keepUsed();

private:
    void trim();

    struct Slot
    {
        LogRow row;
        mutable quint64 used = 0;
    };
    std::size_t m_most;
    std::unordered_map<EntryId, Slot> m_rows;
    mutable quint64 m_uses = 0;
    quint64 m_mark = 0;
};

} // namespace segue
