// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/LogPrinter.h"
#include "app/cli/LogRequest.h"
#include "app/cli/Stop.h"
#include "app/journal/BulkReader.h"
#include "app/journal/EventLog.h"
#include "app/journal/FilterMatcher.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace segue::cli {

//! Reads what was asked for from the journal, piece by piece, and goes on with what comes when that was asked for too.
//! An entry is printed when it is first seen to be meant, and again whenever its state has changed.
class LogFollower
{
public:
    LogFollower(EventLog &log, BulkReader &reader, const LogRequest &request, LogPrinter &printer, Output &out,
                const Stop &stop);

    //! Ends when all has been printed, or, following, when the stop is asked for; a stop before that is an error
    //! (Cancelled). A reader that went away is an end as well, and no failure.
    Status run();

private:
    bool ended() const { return m_stop.isRequested() || m_out.broken(); }
    Status printFirst();
    Status lookAgain();
    Status printIds(const std::vector<EntryId> &ids, bool onlyNews);
    Result<std::vector<EntryId>> ids(EntryId after, std::size_t limit);
    Result<std::vector<StoredEntry>> read(std::span<const EntryId> ids);
    bool isNews(const Entry &entry) const;
    void remember(const Entry &entry);
    void waitForChange();

    EventLog &m_log;
    BulkReader &m_reader;
    const LogRequest &m_request;
    FilterMatcher m_matcher;
    LogPrinter &m_printer;
    Output &m_out;
    const Stop &m_stop;
    std::map<EntryId, EventState> m_seen; //!< the newest ones that were looked at, and how they stood
    std::set<EntryId> m_moving;           //!< printed, and not in an end state then
    EntryId m_floor;                      //!< what lies at or below was there before and is not looked at again
    EntryId m_last;                       //!< the newest one seen
};

} // namespace segue::cli
