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
constexpr std::size_t kPayloadsAtOnce = 64;
constexpr std::size_t kWindow = 1000; //!< so many of the newest are looked at again for a new state
constexpr std::size_t kRemembered = 50'000;
constexpr std::size_t kMostNews = 1'000'000;
constexpr int kShortestPauseMs = 150;
constexpr int kReaderCheckMs = 1000;

} // namespace

LogFollower::LogFollower(EventLog &log, const LogRequest &request, LogPrinter &printer, Output &out, const Stop &stop)
    : m_log(log)
    , m_request(request)
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
        const Result<QList<EventDetails>> entries = read(older);
        for (const EventDetails &each : entries.valueOr({})) {
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
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(at);
        std::vector<EntryId> piece(begin, begin + static_cast<std::ptrdiff_t>(std::min(kPiece, all.size() - at)));
        Result<QList<EventDetails>> entries = read(piece);
        if (entries && onlyNews) {
            entries.value().removeIf([this](const EventDetails &each) { return !isNews(each.entry); });
            // One that has moved on may no longer be meant.
            entries.value().removeIf([this](const EventDetails &each) {
                const bool meant = m_request.filter.matchesFields(each.entry);
                if (!meant) {
                    remember(each.entry);
                }
                return !meant;
            });
        }
        if (entries && !entries.value().isEmpty()) {
            piece.clear();
            for (const EventDetails &each : std::as_const(entries.value())) {
                piece.push_back(each.entry.id);
            }
            entries = readWhole(piece);
        }
        if (!entries) {
            return entries.error();
        }
        for (const EventDetails &each : std::as_const(entries.value())) {
            remember(each.entry);
        }
        if (!entries.value().isEmpty()) {
            m_printer.print(entries.value());
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

Result<QList<EventDetails>> LogFollower::read(const std::vector<EntryId> &wanted)
{
    if (wanted.empty()) {
        return QList<EventDetails>();
    }
    const auto answer = awaitAnswer<Result<std::vector<Entry>>>(
        [&](QObject *context, auto callback) { m_log.entries(wanted, context, std::move(callback)); }, &m_stop);
    if (answer && !*answer) {
        return answer->error();
    }
    QList<EventDetails> entries;
    for (const Entry &entry : answer ? answer->value() : std::vector<Entry>()) {
        entries.append({entry, {}, {}});
    }
    return entries;
}

// With payload and messageId, which a list of entries comes without. Several questions are under way at once, so that
// each does not wait for the one before it.
Result<QList<EventDetails>> LogFollower::readWhole(const std::vector<EntryId> &wanted)
{
    QList<EventDetails> entries;
    for (std::size_t at = 0; at < wanted.size() && !ended(); at += kPayloadsAtOnce) {
        const std::size_t size = std::min(kPayloadsAtOnce, wanted.size() - at);
        std::vector<std::optional<EventDetails>> read(size);
        std::optional<Error> fault;
        std::size_t open = size;
        const auto all = awaitAnswer<bool>(
            [&](QObject *context, const std::function<void(bool)> &callback) {
                for (std::size_t i = 0; i < size; ++i) {
                    m_log.details(wanted[at + i], context,
                                  [&, i, callback](const Result<std::optional<EventDetails>> &answer) {
                                      if (answer) {
                                          read[i] = answer.value();
                                      } else {
                                          fault = answer.error();
                                      }
                                      if (--open == 0) {
                                          callback(true);
                                      }
                                  });
                }
            },
            &m_stop);
        if (fault) {
            return *fault;
        }
        for (const auto &each : read) {
            if (all && each) {
                entries.append(*each);
            }
        }
    }
    return entries;
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
