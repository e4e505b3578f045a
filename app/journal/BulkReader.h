// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace segue {

//! Everything that is kept of one entry.
struct StoredEntry
{
    Entry entry;
    std::optional<std::string> payload; //!< the exact bytes; nothing when they cannot be read any more
    std::vector<Attempt> attempts;      //!< only when they were asked for
    std::string secondPart = {}; //!< only when asked for; empty when there is none, or it cannot be read any more
};

//! Reads many whole entries in one call, for exports: one look at the rows, one unpacking of each block. A reading
//! connection of its own, for one thread at a time; never in a transaction between two calls. Free of Qt.
class BulkReader
{
public:
    enum class Parts { Payloads, PayloadsAndAttempts, PayloadsAndSecondParts, All };

    static JournalResult<std::unique_ptr<BulkReader>> open(const std::string &folder);
    ~BulkReader();
    BulkReader(const BulkReader &) = delete;
    BulkReader &operator=(const BulkReader &) = delete;

    //! The entries of these ids, which ascend; those that are gone are left out. All as of one moment. A piece of some
    //! thousands is read in milliseconds.
    JournalResult<std::vector<StoredEntry>> read(std::span<const EntryId> ids, Parts parts);

private:
    class Private;
    explicit BulkReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace segue
