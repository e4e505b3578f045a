// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/TryAgain.h"

#include "app/delivery/RetryPolicy.h"
#include "app/segment/TrackCheck.h"

#include <algorithm>
#include <utility>

namespace segue {

namespace {

constexpr std::size_t kLookedAtOnce = 250;
constexpr std::size_t kMovedAtOnce = 500;

std::vector<EntryId> pieceOf(const std::vector<EntryId> &ids, std::size_t from, std::size_t most)
{
    const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(from);
    return {begin, begin + static_cast<std::ptrdiff_t>(std::min(most, ids.size() - from))};
}

void sortOnce(std::vector<EntryId> &ids)
{
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

QStringList TryAgainPlan::whatStays() const
{
    QStringList sentences;
    if (blocked > 0) {
        sentences.append(
            TryAgain::tr("%n event(s) stay blocked: Segment would still drop them. Send a corrected copy instead.",
                         nullptr, blocked));
    }
    if (others > 0) {
        sentences.append(TryAgain::tr(
            "%n event(s) stay as they are: only what was refused, blocked, given up or cancelled can be tried again.",
            nullptr, others));
    }
    return sentences;
}

TryAgain::TryAgain(EventLog &log, const Clock &clock, std::function<void()> wake, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_clock(clock)
    , m_wake(std::move(wake))
{
}

std::vector<EventState> TryAgain::states()
{
    std::vector<EventState> states;
    for (int i = 0; i < kEventStateCount; ++i) {
        if (canBeTriedAgain(static_cast<EventState>(i))) {
            states.push_back(static_cast<EventState>(i));
        }
    }
    return states;
}

void TryAgain::stop()
{
    ++m_generation;
    if (m_search != 0) {
        m_log.cancelSearch(std::exchange(m_search, 0));
    }
}

void TryAgain::look(std::vector<EntryId> ids, Looked looked)
{
    stop();
    sortOnce(ids);
    m_ids = std::move(ids);
    m_next = 0;
    m_plan = {};
    lookOn(m_generation, looked);
}

void TryAgain::lookAt(EventFilter filter, Looked looked)
{
    stop();
    m_ids.clear();
    m_next = 0;
    m_plan = {};
    std::vector<EventState> wanted = states();
    if (!filter.states.empty()) {
        std::erase_if(wanted,
                      [&](EventState state) { return std::ranges::find(filter.states, state) == filter.states.end(); });
    }
    if (wanted.empty()) {
        QMetaObject::invokeMethod(
            this, [this, generation = m_generation, looked] { lookOn(generation, looked); }, Qt::QueuedConnection);
        return;
    }
    filter.states = std::move(wanted);
    m_search = m_log.search(filter, this, [this, generation = m_generation, looked](const SearchBatch &batch) {
        if (generation != m_generation) {
            return;
        }
        const std::vector<EntryId> found = batch.ids.ids(0, batch.ids.size());
        m_ids.insert(m_ids.end(), found.begin(), found.end());
        if (batch.error) {
            m_search = 0;
            looked(EventLog::worded(*batch.error));
        } else if (batch.last) {
            m_search = 0;
            sortOnce(m_ids);
            lookOn(generation, looked);
        }
    });
}

void TryAgain::lookOn(Generation generation, const Looked &looked)
{
    if (generation != m_generation) {
        return;
    }
    if (m_next >= m_ids.size()) {
        const TryAgainPlan plan = std::exchange(m_plan, {});
        looked(plan);
        return;
    }
    std::vector<EntryId> piece = pieceOf(m_ids, m_next, kLookedAtOnce);
    m_next += piece.size();
    m_plan.others += static_cast<int>(piece.size());
    m_log.contents(std::move(piece), this,
                   [this, generation, looked](const Result<std::vector<EntryContent>> &contents) {
                       if (generation != m_generation) {
                           return;
                       }
                       if (!contents) {
                           looked(contents.error());
                           return;
                       }
                       for (const EntryContent &content : contents.value()) {
                           take(content);
                       }
                       lookOn(generation, looked);
                   });
}

void TryAgain::take(const EntryContent &content)
{
    const Entry &entry = content.entry;
    const EventState state = entry.fields.state;
    const ConnectionId connection = ConnectionId::fromText(QString::fromStdString(entry.fields.connection));
    if (!canBeTriedAgain(state) || connection.isNull() || !content.payload) {
        return; // counted with the others
    }
    --m_plan.others;
    if (state == EventState::Blocked && TrackCheck::of(QByteArray::fromStdString(*content.payload)).blocks()) {
        ++m_plan.blocked;
        return;
    }
    m_plan.ids.push_back(entry.id);
    ++m_plan.states.counts[static_cast<std::size_t>(state)];
    ++m_plan.connections[connection];
    const bool twice = entry.mayArriveTwice ||
                       (entry.unknownSince && RetryPolicy().mayArriveTwice(*entry.unknownSince, m_clock.now()));
    m_plan.mayArriveTwice += twice ? 1 : 0;
}

void TryAgain::queue(const TryAgainPlan &plan, Moved moved)
{
    stop();
    m_ids = plan.ids;
    m_next = 0;
    m_cancels = false;
    m_moved = 0;
    m_askedAt = m_clock.now();
    moveOn(m_generation, moved);
}

void TryAgain::cancelEvents(std::vector<EntryId> ids, Moved moved)
{
    stop();
    sortOnce(ids);
    m_ids = std::move(ids);
    m_next = 0;
    m_cancels = true;
    m_moved = 0;
    moveOn(m_generation, moved);
}

void TryAgain::moveOn(Generation generation, const Moved &moved)
{
    if (generation != m_generation) {
        return;
    }
    if (m_next >= m_ids.size()) {
        moved(m_moved);
        return;
    }
    std::vector<EntryId> piece = pieceOf(m_ids, m_next, kMovedAtOnce);
    m_next += piece.size();
    const auto written = [this, generation, moved](const Result<std::vector<EntryId>> &result) {
        if (generation != m_generation) {
            return;
        }
        if (!result) {
            moved(result.error());
            return;
        }
        m_moved += static_cast<int>(result.value().size());
        if (!m_cancels && !result.value().empty()) {
            m_wake();
        }
        moveOn(generation, moved);
    };
    if (m_cancels) {
        m_log.cancel(std::move(piece), this, written);
    } else {
        m_log.tryAgain(std::move(piece), m_askedAt, this, written);
    }
}

} // namespace segue
