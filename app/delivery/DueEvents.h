// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/JournalReader.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <vector>

namespace segue {

//! An event that may be sent.
struct DueEvent
{
    EntryId id;
    //! ms since 1970 UTC; see Entry::countsFrom(). Nothing: it was never tried, so its budget has not begun.
    std::optional<std::int64_t> countsFrom;
    std::optional<std::int64_t> askedAt; //!< see Entry::askedAt
    //! Start of an attempt of which nobody knows whether it arrived, unless the row says already that it may arrive
    //! twice.
    std::optional<std::int64_t> unknownSince;
    QByteArray payload;
};

//! The courier's questions to the journal. Belongs to the delivery thread, as its reader does.
class DueEvents
{
public:
    explicit DueEvents(std::unique_ptr<JournalReader> reader);

    JournalReader &reader() { return *m_reader; }

    //! Queued and Retrying events due until then, oldest first.
    JournalResult<std::vector<DueEvent>> due(const std::string &connection, std::int64_t until, std::size_t limit);
    //! Those of the given ones (ascending) that may still be sent, in that order.
    JournalResult<std::vector<DueEvent>> stillOpen(const std::string &connection, const std::vector<EntryId> &ids,
                                                   std::int64_t now);
    //! The oldest event that is not delivered, due or not; nothing when there is none.
    JournalResult<std::optional<Entry>> oldest(const std::string &connection);
    //! The Retrying events whose time has not come.
    JournalResult<std::vector<EntryId>> retryingAfter(const std::string &connection, std::int64_t now);
    //! A connection that has events Waiting; nothing when none has.
    JournalResult<std::optional<std::string>> connectionThatWaits();

private:
    std::unique_ptr<JournalReader> m_reader;
};

} // namespace segue
