// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LogFollower.h"

#include "app/cli/Await.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::LogFollower)
};

constexpr std::size_t kPiece = 500;
constexpr std::size_t kWindow = 1000; //!< so many of the newest are looked at again for a new state
constexpr std::size_t kRemembered = 50'000;
constexpr std::size_t kMostNews = 1'000'000;
constexpr int kShortestPauseMs = 150;
constexpr int kReaderCheckMs = 1000;

} // namespace

LogFollower::LogFollower(EventLog &log, BulkReader &reader, const LogRequest &request, LogPrinter &printer, Output &out,
                         const Stop &stop)
    : m_log(log)
    , m_reader(reader)
    , m_request(request)
    , m_matcher(request.filter)
    , m_printer(printer)
    , m_out(out)
    , m_stop(stop)
{
}

Status LogFollower::run()
{
    Status status = printFirst();
    while (status && m_request.follow && !ended()) {
        waitForChange();
        if (!ended()) {
            status = lookAgain();
        }
    }
    if (m_stop.isRequested() && !m_request.follow) {
        return Error{ErrorCode::Cancelled, QStringLiteral("stopped while reading the log"),
                     Text::tr("Stopped before all was written.")};
    }
    return ended() ? Status(done) : status;
}

Status LogFollower::printFirst()
{
    // Following, more is read than shown: what stands there already is no news later on.
    const std::size_t wanted = m_request.follow ? std::max(m_request.limit, kWindow) : m_request.limit;
    Result<std::vector<EntryId>> all = ids({}, wanted);
    if (!all) {
        return all.error();
    }
    std::vector<EntryId> &found = all.value();
    const std::size_t hidden = found.size() > m_request.limit ? found.size() - m_request.limit : 0;
    const std::vector<EntryId> older(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(hidden));
    found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(hidden));
    if (m_request.follow) {
        const EntryId first = older.empty() ? (found.empty() ? EntryId{} : found.front()) : older.front();
        m_floor = {older.size() + found.size() < wanted ? 0 : first.value - 1};
        const Result<std::vector<StoredEntry>> entries = read(older);
        for (const StoredEntry &each : entries.valueOr({})) {
            remember(each.entry);
        }
    }
    if (found.empty()) {
        m_printer.print({});
        return done;
    }
    return printIds(found, false);
}

Status LogFollower::lookAgain()
{
    const Result<std::vector<EntryId>> fresh = ids(m_last, kMostNews);
    const Result<std::vector<EntryId>> window = ids(m_floor, kWindow);
    if (!fresh || !window) {
        return fresh ? window.error() : fresh.error();
    }
    std::set<EntryId> all(fresh.value().begin(), fresh.value().end());
    all.insert(window.value().begin(), window.value().end());
    all.insert(m_moving.begin(), m_moving.end());
    return printIds({all.begin(), all.end()}, true);
}

Status LogFollower::printIds(const std::vector<EntryId> &all, bool onlyNews)
{
    for (std::size_t at = 0; at < all.size() && !ended(); at += kPiece) {
        Result<std::vector<StoredEntry>> read =
            this->read(std::span(all).subspan(at, std::min(kPiece, all.size() - at)));
        if (!read) {
            return read.error();
        }
        std::vector<StoredEntry> &entries = read.value();
        if (onlyNews) {
            std::erase_if(entries, [this](const StoredEntry &each) { return !isNews(each.entry); });
        }
        for (const StoredEntry &each : entries) {
            remember(each.entry);
        }
        if (onlyNews) {
            // One that has moved on may no longer be meant.
            std::erase_if(entries, [this](const StoredEntry &each) {
                return !m_matcher.matches(each.entry, [&] { return each.payload.value_or(std::string()); });
            });
        }
        if (!entries.empty()) {
            m_printer.print(std::move(entries));
        }
    }
    return done;
}

bool LogFollower::isNews(const Entry &entry) const
{
    const auto seen = m_seen.find(entry.id);
    return seen == m_seen.end() ? entry.id > m_floor : seen->second != entry.fields.state;
}

void LogFollower::remember(const Entry &entry)
{
    if (!m_request.follow) {
        return;
    }
    m_seen[entry.id] = entry.fields.state;
    m_last = std::max(m_last, entry.id);
    if (isEndState(entry.fields.state)) {
        m_moving.erase(entry.id);
    } else if (m_moving.size() < kRemembered) {
        m_moving.insert(entry.id);
    }
    while (m_seen.size() > kRemembered) {
        m_floor = std::max(m_floor, m_seen.begin()->first);
        m_seen.erase(m_seen.begin());
    }
}

Result<std::vector<EntryId>> LogFollower::ids(EntryId after, std::size_t limit)
{
    const auto answer = awaitAnswer<Result<std::vector<EntryId>>>(
        [&](QObject *context, auto callback) {
            m_log.ids(m_request.filter, after, limit, context, std::move(callback));
        },
        &m_stop);
    return answer.value_or(std::vector<EntryId>());
}

// In place: a command has nothing else to do, and a piece takes some milliseconds.
Result<std::vector<StoredEntry>> LogFollower::read(std::span<const EntryId> wanted)
{
    JournalResult<std::vector<StoredEntry>> entries = m_reader.read(wanted, m_printer.parts());
    if (!entries) {
        return EventLog::worded(entries.error());
    }
    return std::move(entries).value();
}

void LogFollower::waitForChange()
{
    QEventLoop loop;
    bool changed = false;
    QTimer pause;
    pause.setSingleShot(true);
    QTimer check;
    QObject::connect(&m_stop, &Stop::requested, &loop, &QEventLoop::quit);
    // Both end with the loop, which ends before what they see. clazy:excludeall=lambda-in-connect
    QObject::connect(&m_log, &EventLog::changed, &loop, [&] {
        changed = true;
        if (!pause.isActive()) {
            pause.start(kShortestPauseMs);
        }
    });
    QObject::connect(&pause, &QTimer::timeout, &loop, &QEventLoop::quit);
    // Once a second all the same: a change that came while the last look was under way was announced to nobody.
    QObject::connect(&check, &QTimer::timeout, &loop, [&] {
        if (m_out.readerIsGone() || !changed) {
            loop.quit();
        }
    });
    check.start(kReaderCheckMs);
    if (!ended()) {
        loop.exec();
    }
}

} // namespace segue::cli
