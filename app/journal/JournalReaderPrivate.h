// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/AnonymousIdReader.h"
#include "app/journal/EntryScan.h"
#include "app/journal/JournalReader.h"
#include "app/journal/MessageIdReader.h"
#include "app/journal/RateReader.h"

#include <atomic>

namespace segue {

class FilterMatcher;

//! What JournalReader has open: the connection, its prepared statements, the parts that read for it.
class JournalReader::Private
{
public:
    //! One call: a transaction, so that its statements see the same moment, ended when the scope is left.
    class Call
    {
    public:
        explicit Call(Private &reader);
        ~Call();
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;
        const JournalStatus &status() const { return m_status; }
        //! The error, remembered for the next start when the file is damaged.
        JournalError failed(const JournalError &error) const;

    private:
        Private &m_reader;
        JournalStatus m_status;
    };

    JournalStatus open(const std::string &folder);
    JournalStatus collectIds(SqlStatement &rows, std::size_t limit, std::vector<EntryId> &ids);
    JournalResult<bool> means(FilterMatcher &matcher, EntryId id);
    JournalResult<std::optional<Entry>> find(EntryId id);
    JournalStatus dueIds(std::int64_t connection, std::int64_t now, std::size_t limit, std::vector<EntryId> &ids);
    //! Nothing when it is gone; without its payload when that is damaged.
    JournalResult<std::optional<EntryContent>> content(EntryId id);
    JournalResult<std::vector<DueEntry>> withPayloads(const std::vector<EntryId> &ids);
    template <class T, class Read>
    JournalResult<std::vector<T>> readEach(std::span<const EntryId> ids, const Read &read);

    std::string folder;
    SqlDatabase database;
    std::optional<Words> words;
    std::optional<PayloadReader> payloads;
    std::optional<PayloadReader> secondParts;
    std::optional<EntryScan> scan;
    std::optional<RateReader> rates;
    std::optional<AnonymousIdReader> anonymousIds;
    MessageIdReader messageIds;
    SqlStatement begin;
    SqlStatement end;
    SqlStatement byId;
    SqlStatement attempts;
    SqlStatement countsOfAll;
    SqlStatement countsOfOne;
    SqlStatement withWork;
    SqlStatement dueNow;
    SqlStatement dueSince;
    SqlStatement nextDue;
    SqlStatement oldest;
    SqlStatement version;
    SqlStatement commits;
    std::atomic<bool> interrupted = false;
};

} // namespace segue
