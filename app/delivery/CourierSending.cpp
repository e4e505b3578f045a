// SPDX-License-Identifier: GPL-3.0-or-later
// What the courier sends, and what it does with an answer.
#include "app/delivery/CourierWorker.h"

#include "app/core/Logging.h"

#include <algorithm>

namespace segue {

namespace {

constexpr std::int64_t kLookMs = 1000; // at most this long without asking the journal, whatever the clocks do
constexpr std::int64_t kAgainMs = 1000;
constexpr std::size_t kMostRead = 2500;
constexpr std::size_t kFewestRead = 16;

} // namespace

void CourierWorker::send(ConnectionDelivery &delivery)
{
    const bool fromGroup = delivery.hasGroup() && !delivery.isDown();
    const auto taken = take(delivery, fromGroup);
    if (!taken) {
        readFailed(taken.error());
        return;
    }
    const std::vector<DueEvent> &events = taken.value();
    if (events.empty()) {
        if (fromGroup) {
            delivery.dropGroup();
        } else {
            waitForDue(delivery);
        }
        return;
    }
    if (sayTwice(delivery, events)) {
        return;
    }
    const Endpoint endpoint = delivery.target()->endpoint;
    const std::int64_t monotonic = m_parts.clock.monotonic();
    RateLimiter *const limiter = m_rates.limiterFor(endpoint);
    const int wanted = static_cast<int>(events.size());
    const int allowed = limiter ? limiter->allowed(wanted, monotonic) : wanted;
    if (allowed == 0) {
        delivery.lookAt = monotonic + std::max<std::int64_t>(1, limiter->waitMs(monotonic));
        return;
    }
    BatchBuilder::Limits limits;
    limits.events = std::min(limits.events, allowed);
    BatchBuilder batch(limits);
    DeliveryRequest request{{}, endpoint, delivery.keyGeneration(), fromGroup};
    for (const DueEvent &event : events) {
        const BatchBuilder::Fit fit = batch.add(event.payload);
        if (fit == BatchBuilder::Fit::TooLarge && batch.isEmpty()) {
            record(delivery, {delivery.blocked(event.id, event.payload.size(), limits.eventBytes)}, false);
            return;
        }
        if (fit != BatchBuilder::Fit::Added) {
            break;
        }
        request.items.push_back({event.id, event.countsFrom});
    }
    if (limiter) {
        limiter->take(batch.count(), monotonic);
    }
    if (fromGroup) {
        delivery.takeFromGroup(request.items);
    }
    delivery.averageBytes = std::max<qsizetype>(64, batch.bytes() / batch.count());
    post(delivery, std::move(request), batch);
}

// Segment has forgotten their ids by now: the rows say so before anything is sent. True: there were some.
bool CourierWorker::sayTwice(ConnectionDelivery &delivery, const std::vector<DueEvent> &events)
{
    const std::int64_t now = m_parts.clock.now();
    std::vector<StateChange> changes;
    for (const DueEvent &event : events) {
        if (event.unknownSince && m_policy.mayArriveTwice(*event.unknownSince, now)) {
            changes.push_back(delivery.moved(event.id, now));
        }
    }
    return !changes.empty() && record(delivery, std::move(changes), false);
}

JournalResult<std::vector<DueEvent>> CourierWorker::take(ConnectionDelivery &delivery, bool fromGroup)
{
    const std::int64_t now = m_parts.clock.now();
    if (fromGroup) {
        return m_events->stillOpen(delivery.key(), delivery.group(), now);
    }
    if (delivery.isDown()) {
        // The probe's own time by this machine's clock may lie ahead of it when the clock has been set back.
        return m_events->due(delivery.key(), std::max(now, delivery.dueAt()), 1);
    }
    const auto fitting = static_cast<std::size_t>(BatchBuilder::Limits{}.requestBytes / delivery.averageBytes);
    return m_events->due(delivery.key(), now, std::clamp(fitting + fitting / 4, kFewestRead, kMostRead));
}

// Nothing is due: looks again when the next one is, or at the latest when a clock may have jumped.
void CourierWorker::waitForDue(ConnectionDelivery &delivery)
{
    const auto next = m_events->reader().nextDue(delivery.key());
    std::int64_t wait = kLookMs;
    if (next && next.value()) {
        wait = std::clamp<std::int64_t>(*next.value() - m_parts.clock.now(), 1, kLookMs);
    }
    delivery.lookAt = m_parts.clock.monotonic() + wait;
}

void CourierWorker::post(ConnectionDelivery &delivery, DeliveryRequest request, const BatchBuilder &batch)
{
    reached("taken");
    delivery.setBusy(ConnectionDelivery::Busy::Sending);
    m_notices.setSending(request.ids(), true);
    const QByteArray body = batch.body(m_parts.clock.now());
    const Endpoint endpoint = request.endpoint;
    const auto callback = [this, &delivery, request = std::move(request)](const DeliveryAnswer &answer) {
        answered(delivery, request, answer);
    };
    if (batch.isBatch()) {
        m_api->postBatch(endpoint, delivery.writeKey(), body, callback);
    } else {
        m_api->postTrack(endpoint, delivery.writeKey(), body, callback);
    }
    reached("written");
}

void CourierWorker::answered(ConnectionDelivery &delivery, const DeliveryRequest &request, const DeliveryAnswer &answer)
{
    if (m_stopping) {
        return; // what was not answered stays due
    }
    reached("answered");
    if (answer.outcome != DeliveryOutcome::Accepted) {
        qCInfo(lcDelivery).noquote() << answer.status << answer.detail;
    }
    std::vector<StateChange> changes = delivery.answered(request, answer, moment(), m_random);
    m_notices.setSending(request.ids(), false);
    if (changes.empty()) {
        delivery.setBusy(ConnectionDelivery::Busy::No);
        delivery.lookAt = m_parts.clock.monotonic() + kAgainMs;
    } else {
        record(delivery, std::move(changes), true);
    }
    tell(delivery);
    schedule();
}

bool CourierWorker::record(ConnectionDelivery &delivery, std::vector<StateChange> changes, bool ofAnswer)
{
    delivery.setBusy(ConnectionDelivery::Busy::Recording);
    recordAgain(delivery, std::make_shared<const std::vector<StateChange>>(std::move(changes)), ofAnswer);
    return true;
}

// Nothing more is sent for the connection until it is written.
void CourierWorker::recordAgain(ConnectionDelivery &delivery,
                                const std::shared_ptr<const std::vector<StateChange>> &changes, bool ofAnswer)
{
    const auto recorded = [this, &delivery, changes, ofAnswer](const JournalResult<std::vector<EntryId>> &result) {
        if (!result) {
            journalFailed(delivery, result.error());
            QTimer::singleShot(kAgainMs, this, [this, &delivery, changes, ofAnswer] {
                if (!m_stopping) {
                    recordAgain(delivery, changes, ofAnswer);
                }
            });
            return;
        }
        if (ofAnswer) {
            reached("recorded");
        }
        delivery.setJournalFault({});
        delivery.setBusy(ConnectionDelivery::Busy::No);
        delivery.lookAt = 0;
        step(delivery);
        schedule();
    };
    m_parts.journal.record(*changes, [door = m_door, recorded](const JournalResult<std::vector<EntryId>> &result) {
        door->post([recorded, result] { recorded(result); });
    });
}

} // namespace segue
