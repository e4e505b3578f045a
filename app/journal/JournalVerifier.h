// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <memory>
#include <string>
#include <vector>

namespace segue {

//! One thing that is not as it should be in a journal's file.
struct JournalFinding
{
    enum class Kind {
        Structure, //!< SQLite's own check; the detail is its sentence
        // Of blocks of second parts as of those of payloads; the detail then says `second part`.
        Block,               //!< a block of payloads cannot be read; id: the block
        BlocksOverlap,       //!< id: the later block
        BlockWithoutEntries, //!< id: the block
        PayloadWithoutEntry, //!< bytes of an entry that is gone; id: the entry
        NoPayload,           //!< id: the entry
        Row,                 //!< a column holds what it cannot; id: the entry, detail: the column
        Counts,              //!< a kept count differs from the rows; detail: which
        Attempts,            //!< an attempt without entry or request, or not counted; id: the entry
        Request,             //!< the number of its attempts differs; id: the request
        Serial,              //!< an entry above the highest number that was given; id: the entry
    };
    Kind kind = Kind::Structure;
    std::int64_t id = 0;
    std::string detail;
};

//! What a look through a whole journal saw.
struct JournalReport
{
    static constexpr std::size_t kMostFindings = 100;

    std::int64_t entries = 0;
    std::int64_t blocks = 0;
    std::int64_t payloadBytes = 0; //!< unpacked
    std::int64_t attempts = 0;
    std::int64_t requests = 0;
    std::int64_t fileBytes = 0;           //!< without the log
    std::int64_t found = 0;               //!< how many findings there are
    std::vector<JournalFinding> findings; //!< the first kMostFindings of them

    bool clean() const { return found == 0; }
};

//! Looks through a journal's whole file in one read transaction: SQLite's integrity check, every block unpacked against
//! its checksum, and whether entries, blocks, kept counts and attempts agree. Changes nothing, also when another
//! process is writing. Free of Qt. One thread at a time.
class JournalVerifier
{
public:
    //! Fails when there is no journal in the folder, when it cannot be opened, or when it is of another version. Damage
    //! is no failure but a finding of run().
    static JournalResult<std::unique_ptr<JournalVerifier>> open(const std::string &folder);
    ~JournalVerifier();
    JournalVerifier(const JournalVerifier &) = delete;
    JournalVerifier &operator=(const JournalVerifier &) = delete;

    //! Takes some seconds per million entries. Fails when interrupted or when the disk does.
    JournalResult<JournalReport> run();
    //! From another thread: run() soon fails with kind Closed.
    void interrupt();

private:
    class Private;
    explicit JournalVerifier(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace segue
