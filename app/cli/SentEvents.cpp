// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SentEvents.h"

#include "app/cli/TextTable.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonObject>

#include <algorithm>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::SentEvents)
};

constexpr int kPollMs = 300;
constexpr std::size_t kAtOnce = 2000;

QString word(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool hasArrived(EventState state)
{
    return state == EventState::Accepted || state == EventState::Confirmed;
}

} // namespace

SentEvents::SentEvents(EventLog &log, std::vector<EntryId> ids, std::vector<std::string> messageIds,
                       bool awaitConfirmed)
    : m_log(log)
    , m_ids(std::move(ids))
    , m_messageIds(std::move(messageIds))
    , m_awaitConfirmed(awaitConfirmed)
    , m_open(m_ids)
{
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, &SentEvents::look);
    connect(&m_log, &EventLog::changed, this, &SentEvents::look);
}

SentEvents::~SentEvents() = default;

SentEvents::End SentEvents::wait(std::int64_t timeoutMs, const Stop &stop)
{
    QEventLoop loop;
    m_loop = &loop;
    m_end.reset();
    m_lookOnce = timeoutMs == 0;
    m_stopping = stop.isRequested();
    connect(&stop, &Stop::requested, &loop, [this] {
        m_stopping = true;
        look();
    });
    if (!m_lookOnce) {
        QTimer::singleShot(std::chrono::milliseconds(timeoutMs), &loop, [this] { finish(End::TimedOut); });
    }
    m_poll.start();
    look();
    loop.exec();
    m_poll.stop();
    m_loop = nullptr;
    return m_end.value_or(End::Stopped);
}

void SentEvents::finish(End end)
{
    if (m_loop && !m_end) {
        m_end = end;
        m_loop->quit();
    }
}

// One look goes through all that are open, piece by piece; the verdict falls at its end.
void SentEvents::look()
{
    if (!m_loop) {
        return;
    }
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    m_lookAgain = false;
    m_round = m_open;
    lookAtNextPiece();
}

void SentEvents::lookAtNextPiece()
{
    const auto piece = static_cast<std::ptrdiff_t>(std::min(kAtOnce, m_round.size()));
    std::vector<EntryId> ids(m_round.end() - piece, m_round.end());
    m_round.erase(m_round.end() - piece, m_round.end());
    m_log.entries(std::move(ids), this, [this](const Result<std::vector<Entry>> &answer) { take(answer); });
}

void SentEvents::take(const Result<std::vector<Entry>> &answer)
{
    if (!answer) {
        m_looking = false;
        m_error = answer.error();
        finish(End::Failed);
        return;
    }
    for (const Entry &entry : answer.value()) {
        m_seen[entry.id] = entry;
    }
    if (!m_round.empty()) {
        lookAtNextPiece();
        return;
    }
    m_looking = false;
    std::erase_if(m_open, [this](EntryId id) {
        const auto found = m_seen.find(id);
        return found != m_seen.end() && isSettled(found->second);
    });
    judge();
    // A long list waits for the timer, so that it is not read over and over.
    if (m_lookAgain && m_open.size() <= kAtOnce) {
        look();
    }
}

void SentEvents::judge()
{
    const bool allStuck = std::all_of(m_open.begin(), m_open.end(), [this](EntryId id) {
        const auto found = m_seen.find(id);
        return found != m_seen.end() && isStuck(found->second);
    });
    if (m_open.empty()) {
        finish(End::Settled);
    } else if (allStuck) {
        finish(End::Stuck);
    } else if (m_stopping) {
        finish(End::Stopped);
    } else if (m_lookOnce) {
        finish(End::TimedOut);
    }
}

// What is confirmed while its first attempt still waits for the answer has that attempt to come.
bool SentEvents::isSettled(const Entry &entry) const
{
    const EventState state = entry.fields.state;
    return isEndState(state) && !(m_awaitConfirmed && state == EventState::Accepted) &&
           !(state == EventState::Confirmed && entry.attempts == 0);
}

// Waiting for the network or for a person at the keychain's window passes by itself; a pause and a missing key do not.
bool SentEvents::isStuck(const Entry &entry) const
{
    static const QStringList codes{QStringLiteral("paused"), QStringLiteral("unauthorised"),
                                   QStringLiteral("something-else"), QStringLiteral("sandbox-off"),
                                   QStringLiteral("no-connection")};
    const StoredReason reason = StoredReason::of(entry);
    return entry.fields.state == EventState::Waiting && (codes.contains(reason.code) || reason.isAboutProxy() ||
                                                         (reason.isAboutKey() && reason.code != u"key-asked"));
}

std::vector<Entry> SentEvents::entries() const
{
    std::vector<Entry> result;
    for (std::size_t i = 0; i < m_ids.size(); ++i) {
        if (const auto found = m_seen.find(m_ids[i]); found != m_seen.end()) {
            result.push_back(found->second);
            // Entries that are read in numbers come without what stands in their payload alone.
            result.back().fields.messageId = m_messageIds.at(i);
        }
    }
    return result;
}

int SentEvents::count(EventState state) const
{
    return static_cast<int>(std::count_if(m_seen.begin(), m_seen.end(),
                                          [state](const auto &each) { return each.second.fields.state == state; }));
}

int SentEvents::arrived() const
{
    return count(EventState::Accepted) + count(EventState::Confirmed);
}

int SentEvents::left() const
{
    const auto ended = std::count_if(m_seen.begin(), m_seen.end(),
                                     [](const auto &each) { return isEndState(each.second.fields.state); });
    return static_cast<int>(static_cast<std::ptrdiff_t>(m_ids.size()) - ended);
}

std::optional<StoredReason> SentEvents::reason() const
{
    for (const EntryId id : m_open) {
        const auto found = m_seen.find(id);
        if (found != m_seen.end() && !found->second.fields.error.empty()) {
            return StoredReason::of(found->second);
        }
    }
    return std::nullopt;
}

StoredReason StoredReason::of(const Entry &entry)
{
    const QString error = QString::fromStdString(entry.fields.error);
    return {error.section(u':', 0, 0).trimmed(), error.section(u':', 1).trimmed()};
}

QString StoredReason::tryNowHint(const ConnectionId &connection) const
{
    static const QStringList codes{QStringLiteral("unauthorised"), QStringLiteral("something-else"),
                                   QStringLiteral("key-denied")};
    return codes.contains(code) ? Text::tr("In the terminal: “%1” tries now.")
                                      .arg(QStringLiteral("segue retry --connection %1").arg(connection.text()))
                                : QString();
}

std::vector<std::string> messageIdsOf(const std::vector<NewEntry> &entries)
{
    std::vector<std::string> ids;
    ids.reserve(entries.size());
    for (const NewEntry &entry : entries) {
        ids.push_back(entry.fields.messageId);
    }
    return ids;
}

QStringList sentTable(const std::vector<Entry> &entries)
{
    TextTable table({{Text::tr("EVENT")},
                     {Text::tr("STATE")},
                     {Text::tr("MS", "milliseconds"), 0, true},
                     {Text::tr("MESSAGE ID"), 0}});
    QList<QStringList> rows;
    for (const Entry &entry : entries) {
        const EntryFields &fields = entry.fields;
        const QString code = hasArrived(fields.state) ? QString() : StoredReason::of(entry).code;
        rows.append({QString::fromStdString(fields.event),
                     word(stateWord(fields.state)) + (code.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(code)),
                     entry.lastDuration < 0 ? QString() : QString::number(entry.lastDuration),
                     QString::fromStdString(fields.messageId)});
    }
    return table.lines(rows);
}

QJsonArray sentJson(const std::vector<Entry> &entries)
{
    QJsonArray array;
    for (const Entry &entry : entries) {
        const EntryFields &fields = entry.fields;
        array.append(QJsonObject{
            {QStringLiteral("id"), static_cast<qint64>(entry.id.value)},
            {QStringLiteral("event"), QString::fromStdString(fields.event)},
            {QStringLiteral("state"), word(stateWord(fields.state))},
            {QStringLiteral("messageId"), QString::fromStdString(fields.messageId)},
            {QStringLiteral("milliseconds"),
             entry.lastDuration < 0 ? QJsonValue() : QJsonValue(qint64{entry.lastDuration})},
            {QStringLiteral("attempts"), entry.attempts},
            {QStringLiteral("status"), entry.lastStatus > 0 ? QJsonValue(entry.lastStatus) : QJsonValue()},
            {QStringLiteral("reason"), QString::fromStdString(fields.error)},
        });
    }
    return array;
}

} // namespace segue::cli
