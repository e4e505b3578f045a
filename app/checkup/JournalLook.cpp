// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/JournalLook.h"

#include <QCoreApplication>

#include <algorithm>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kSpanMs = JournalLook::kDays * 24LL * 60 * 60 * 1'000;
constexpr std::size_t kPiece = 500;
constexpr std::size_t kMostOfQueue = 10'000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::JournalLook)
};

Missing unread(const Error &error)
{
    return {error.userText, Text::tr("A log of events that can be read."), {}};
}

//! The sentence in a stored `code: sentence`.
QString sentenceOf(const Entry &entry)
{
    const QString stored = QString::fromStdString(entry.fields.error);
    const qsizetype colon = stored.indexOf(u": "_s);
    return colon < 0 ? stored : stored.mid(colon + 2);
}

} // namespace

JournalLook::JournalLook(EventLog &log, const Clock &clock, std::size_t most, CheckFacts &facts,
                         std::function<void()> changed, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_clock(clock)
    , m_most(most)
    , m_facts(facts)
    , m_changed(std::move(changed))
{
}

void JournalLook::start()
{
    lookAtQueue();
    lookAtFeeds();
}

void JournalLook::lookAtFeeds()
{
    EventFilter filter;
    filter.connection = m_facts.connection.id.key();
    filter.origins = {Origin::Webhook, Origin::Capture, Origin::Echo};
    filter.since = m_clock.now() - kSpanMs;
    m_log.ids(filter, {}, m_most, this, [this](const Result<std::vector<EntryId>> &ids) {
        if (!ids) {
            endFeeds(unread(ids.error()));
            return;
        }
        m_rows = ids.value();
        readPiece();
    });
}

void JournalLook::readPiece()
{
    if (m_next >= m_rows.size()) {
        FeedFact fact = m_tally.result();
        fact.days = kDays;
        fact.isBounded = m_rows.size() >= m_most;
        endFeeds(fact);
        return;
    }
    const std::size_t end = std::min(m_next + kPiece, m_rows.size());
    const std::vector<EntryId> piece(m_rows.begin() + static_cast<std::ptrdiff_t>(m_next),
                                     m_rows.begin() + static_cast<std::ptrdiff_t>(end));
    m_next = end;
    m_log.entries(piece, this, [this, piece](const Result<std::vector<Entry>> &entries) {
        if (!entries) {
            endFeeds(unread(entries.error()));
            return;
        }
        m_log.payloadValues(piece, FeedTally::devicePaths(), this,
                            [this, rows = entries.value()](const Result<std::vector<EntryValues>> &values) {
                                std::unordered_map<EntryId, std::vector<std::optional<QByteArray>>> found;
                                for (const EntryValues &each : values.valueOr({})) {
                                    found.emplace(each.id, each.values);
                                }
                                for (const Entry &row : rows) {
                                    if (row.fields.state != EventState::Unreadable) {
                                        m_tally.add(row, found[row.id]);
                                    }
                                }
                                readPiece();
                            });
    });
}

void JournalLook::endFeeds(Result<FeedFact, Missing> fact)
{
    m_facts.feed = std::move(fact);
    m_changed();
}

void JournalLook::lookAtQueue()
{
    m_queue.now = m_clock.now();
    m_log.counts(m_facts.connection.id.key(), this, [this](const Result<StateCounts> &counts) {
        if (!counts) {
            endQueue(unread(counts.error()));
            return;
        }
        m_queue.counts = counts.value();
        EventFilter filter;
        filter.connection = m_facts.connection.id.key();
        filter.states = {EventState::Queued, EventState::Retrying, EventState::Waiting};
        m_log.ids(filter, {}, kMostOfQueue, this, [this](const Result<std::vector<EntryId>> &ids) {
            if (ids) {
                readOldest(ids.value());
            } else {
                endQueue(unread(ids.error()));
            }
        });
    });
}

void JournalLook::readOldest(const std::vector<EntryId> &ids)
{
    if (ids.empty()) {
        readLost();
        return;
    }
    m_queue.oldestIsBound = ids.size() >= kMostOfQueue;
    // The ends tell when waiting began and what it is for now.
    m_log.entries({ids.front(), ids.back()}, this, [this](const Result<std::vector<Entry>> &entries) {
        for (const Entry &entry : entries.valueOr({})) {
            m_queue.oldest =
                m_queue.oldest < 0 ? entry.fields.received : std::min(m_queue.oldest, entry.fields.received);
            if (const QString reason = sentenceOf(entry);
                entry.fields.state == EventState::Waiting && !reason.isEmpty()) {
                m_queue.waitsFor = reason;
            }
        }
        readLost();
    });
}

void JournalLook::readLost()
{
    EventFilter filter;
    filter.connection = m_facts.connection.id.key();
    filter.states = {EventState::Refused, EventState::GaveUp};
    filter.since = m_queue.now - kSpanMs;
    m_log.ids(filter, {}, kMostOfQueue, this, [this](const Result<std::vector<EntryId>> &ids) {
        if (!ids) {
            endQueue(unread(ids.error()));
            return;
        }
        m_queue.lost = static_cast<int>(ids.value().size());
        endQueue(m_queue);
    });
}

void JournalLook::endQueue(Result<QueueFact, Missing> fact)
{
    m_facts.queue = std::move(fact);
    m_changed();
}

} // namespace segue
