// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EntryIdList.h"
#include "app/journal/EventFilter.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace segue {

//! A part of what a search has found.
struct SearchBatch
{
    EntryIdList ids;   //!< all of them below those of the batches before
    IdRange all;       //!< the lowest and the highest id when the search began; last below first: none
    EntryId reached;   //!< from this one on, up to the highest, all has been searched
    bool last = false; //!< the search is complete, or has failed
    std::optional<JournalError> error;

    //! Of the ids between the lowest and the highest, from 0 to 1.
    double searchedShare() const;
};

//! Searches the journal from the newest entry to the oldest, on two threads with a connection each, and hands over what
//! it has found while it goes on. Every piece of the work is a short transaction, so that the write-ahead log is not
//! held back; entries that come or change meanwhile may be found or not. The connections map the file, and are closed
//! when nothing has been searched for a moment, since mapped pages count as memory. Free of Qt; every function may be
//! called on any thread.
class EntrySearch
{
public:
    using JobId = std::uint64_t;
    //! Called on threads of the search, one call at a time for a job; must be quick. The last call has `last` set.
    using Found = std::function<void(SearchBatch)>;

    explicit EntrySearch(std::string folder);
    //! Ends what is under way at once.
    ~EntrySearch();
    EntrySearch(const EntrySearch &) = delete;
    EntrySearch &operator=(const EntrySearch &) = delete;

    //! Searches are done one after the other.
    JobId start(EventFilter filter, Found found);
    //! Nothing more is heard of the job, except from a call that is under way.
    void cancel(JobId job);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace segue
