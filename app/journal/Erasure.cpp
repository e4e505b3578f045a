// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/Erasure.h"

#include "app/journal/BlockTable.h"
#include "app/journal/JournalFile.h"
#include "app/journal/PersonMatcher.h"
#include "app/journal/QuietThread.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace segue {

namespace {

//! Blocks read in one transaction, so that the log is not held back for long.
constexpr std::int64_t kBlocksAtOnce = 64;
//! Entries that go in one transaction of the writer.
constexpr std::size_t kSlice = 1'024;

//! Looks through the journal for one person.
class Search
{
public:
    Search(const std::string &value, const std::atomic<bool> &stop)
        : m_matcher(value)
        , m_stop(stop)
    {
    }
    JournalStatus open(const std::string &folder);
    //! Ids that were not looked at before; ascending.
    JournalResult<std::vector<EntryId>> next();
    JournalStatus count(const std::vector<EntryId> &ids, StateCounts &counts);

private:
    //! The blocks of one table, from where the last look ended.
    struct Blocks
    {
        SqlStatement from;
        std::int64_t next = 1; //!< texts below it have been looked at
    };

    JournalStatus byIdentity(std::set<std::int64_t> &ids);
    JournalStatus inAll(Blocks &blocks, std::set<std::int64_t> &ids);
    JournalResult<bool> inSome(Blocks &blocks, std::set<std::int64_t> &ids);
    JournalStatus inOne(Blocks &blocks, std::set<std::int64_t> &ids);

    PersonMatcher m_matcher;
    const std::atomic<bool> &m_stop;
    SqlDatabase m_database;
    SqlStatement m_begin;
    SqlStatement m_end;
    SqlStatement m_byIdentity;
    SqlStatement m_state;
    Blocks m_payloads;
    Blocks m_secondParts;
    std::int64_t m_nextEntry = 1; //!< rows below it have been looked at
};

JournalStatus Search::open(const std::string &folder)
{
    JournalResult<SqlDatabase> database = SqlDatabase::open(journalPath(folder), SqlDatabase::Mode::Reader);
    if (!database) {
        return database.error();
    }
    m_database = std::move(database).value();
    // From the block that holds the number on: blocks may be joined between two looks.
    const auto blocksFrom = [](BlockKind kind) {
        const std::string table = tableOf(kind);
        return "SELECT id, n, raw, body FROM " + table + " WHERE id>=ifnull((SELECT max(id) FROM " + table +
               " WHERE id<=?1), 0) ORDER BY id LIMIT ?2";
    };
    const std::pair<SqlStatement *, std::string> statements[] = {
        {&m_begin, "BEGIN"},
        {&m_end, "COMMIT"},
        {&m_byIdentity, "SELECT id FROM entry NOT INDEXED WHERE id>=?1 AND identity=?2"},
        {&m_payloads.from, blocksFrom(BlockKind::Payloads)},
        {&m_secondParts.from, blocksFrom(BlockKind::SecondParts)},
        {&m_state, "SELECT state FROM entry WHERE id=?1"},
    };
    for (const auto &[statement, sql] : statements) {
        JournalResult<SqlStatement> prepared = m_database.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        *statement = std::move(prepared).value();
    }
    return done;
}

JournalResult<std::vector<EntryId>> Search::next()
{
    std::set<std::int64_t> ids;
    if (JournalStatus found = byIdentity(ids); !found) {
        return found.error();
    }
    for (Blocks *blocks : {&m_secondParts, &m_payloads}) {
        if (JournalStatus looked = inAll(*blocks, ids); !looked) {
            return looked.error();
        }
    }
    m_nextEntry = m_payloads.next;
    std::vector<EntryId> found;
    found.reserve(ids.size());
    for (const std::int64_t id : ids) {
        found.push_back(EntryId{id});
    }
    return found;
}

JournalStatus Search::byIdentity(std::set<std::int64_t> &ids)
{
    const StatementScope scope(m_byIdentity);
    m_byIdentity.bind(1, m_nextEntry).bindText(2, m_matcher.value());
    for (;;) {
        const JournalResult<bool> row = m_byIdentity.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return done;
        }
        ids.insert(m_byIdentity.integer(0));
    }
}

JournalStatus Search::inAll(Blocks &blocks, std::set<std::int64_t> &ids)
{
    for (;;) {
        if (m_stop) {
            return JournalError{JournalError::Kind::Closed, "closed while looking for a person"};
        }
        if (JournalStatus begun = m_begin.run(); !begun) {
            return begun;
        }
        const JournalResult<bool> more = inSome(blocks, ids);
        static_cast<void>(m_end.run());
        if (!more) {
            return more.error();
        }
        if (!more.value()) {
            return done;
        }
    }
}

JournalResult<bool> Search::inSome(Blocks &blocks, std::set<std::int64_t> &ids)
{
    const std::int64_t before = blocks.next;
    const StatementScope scope(blocks.from);
    blocks.from.bind(1, blocks.next).bind(2, kBlocksAtOnce);
    for (;;) {
        const JournalResult<bool> row = blocks.from.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return blocks.next > before;
        }
        if (JournalStatus looked = inOne(blocks, ids); !looked) {
            return looked.error();
        }
    }
}

JournalStatus Search::inOne(Blocks &blocks, std::set<std::int64_t> &ids)
{
    const std::int64_t first = blocks.from.integer(0);
    const std::int64_t size = blocks.from.integer(1);
    if (first + size <= blocks.next) {
        return done;
    }
    const JournalResult<PayloadBlock> block = PayloadBlock::unpack(blocks.from.blob(3), static_cast<std::size_t>(size),
                                                                   static_cast<std::size_t>(blocks.from.integer(2)));
    if (!block) {
        return block.error();
    }
    for (std::int64_t i = std::max<std::int64_t>(0, blocks.next - first); i < size; ++i) {
        const std::string_view text = block.value().at(static_cast<std::size_t>(i));
        if (!text.empty() && m_matcher.matches(text)) {
            ids.insert(first + i);
        }
    }
    blocks.next = first + size;
    return done;
}

JournalStatus Search::count(const std::vector<EntryId> &ids, StateCounts &counts)
{
    for (const EntryId id : ids) {
        const StatementScope scope(m_state);
        m_state.bind(1, id.value);
        const JournalResult<bool> row = m_state.step();
        if (!row) {
            return row.error();
        }
        if (const std::int64_t state = row.value() ? m_state.integer(0) : -1; state >= 0 && state < kEventStateCount) {
            ++counts.counts[state];
        }
    }
    return done;
}

//! Files of ours beside the journal that may hold the same events.
std::vector<std::string> damagedFiles(const std::string &folder)
{
    std::vector<std::string> files;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
        std::string name = entry.path().filename().string();
        if (name.starts_with("journal.damaged-")) {
            files.push_back(std::move(name));
        }
    }
    std::ranges::sort(files);
    return files;
}

} // namespace

Erasure::Erasure(std::string folder, Writer writer)
    : m_folder(std::move(folder))
    , m_writer(std::move(writer))
    , m_thread(quietThread([this] { run(); }))
{
}

Erasure::~Erasure()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
    for (const Request &request : m_waiting) {
        request.callback(JournalError{JournalError::Kind::Closed, "closed before a person was looked for"});
    }
}

void Erasure::add(std::string value, bool remove, Journal::Done<Journal::Erased> callback)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back({std::move(value), remove, std::move(callback)});
    }
    m_wake.notify_one();
}

void Erasure::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_stop) {
            return;
        }
        const Request request = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        request.callback(work(request));
        lock.lock();
    }
}

JournalResult<Journal::Erased> Erasure::work(const Request &request)
{
    if (request.value.empty()) {
        return JournalError{JournalError::Kind::Other, "nobody was named"};
    }
    if (request.remove) {
        m_writer.hold(true);
        JournalResult<Journal::Erased> erased = erase(request);
        m_writer.hold(false);
        return erased;
    }
    Journal::Erased counted;
    counted.otherFiles = damagedFiles(m_folder);
    Search search(request.value, m_stop);
    if (JournalStatus opened = search.open(m_folder); !opened) {
        return opened.error();
    }
    const JournalResult<std::vector<EntryId>> found = search.next();
    if (!found) {
        return found.error();
    }
    if (JournalStatus read = search.count(found.value(), counted.entries); !read) {
        return read.error();
    }
    return counted;
}

JournalResult<Journal::Erased> Erasure::erase(const Request &request)
{
    Journal::Erased erased;
    erased.otherFiles = damagedFiles(m_folder);
    {
        Search search(request.value, m_stop);
        if (JournalStatus opened = search.open(m_folder); !opened) {
            return opened.error();
        }
        // What was written during the first look is found by the second; what comes later is new.
        for (int look = 0; look < 2; ++look) {
            const JournalResult<std::vector<EntryId>> found = search.next();
            if (!found) {
                return found.error();
            }
            for (std::size_t first = 0; first < found.value().size(); first += kSlice) {
                const auto from = found.value().begin() + static_cast<std::ptrdiff_t>(first);
                const std::size_t count = std::min(kSlice, found.value().size() - first);
                const JournalResult<StateCounts> removed =
                    m_writer.remove({from, from + static_cast<std::ptrdiff_t>(count)});
                if (!removed) {
                    return removed.error();
                }
                for (int state = 0; state < kEventStateCount; ++state) {
                    erased.entries.counts[state] += removed.value().counts[state];
                }
            }
        }
    }
    const JournalResult<bool> cleared = m_writer.scrub(request.value);
    if (!cleared) {
        return cleared.error();
    }
    erased.cleared = cleared.value();
    return erased;
}

} // namespace segue
