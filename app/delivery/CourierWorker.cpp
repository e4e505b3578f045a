// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/CourierWorker.h"

#include "app/core/Logging.h"

#include <algorithm>
#include <array>
#include <limits>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLockIntervalMs = 500;
constexpr int kPollMs = 100;           // how soon other processes' events are seen
constexpr std::int64_t kLookMs = 1000; // at most this long without asking the journal, whatever the clocks do
constexpr std::int64_t kAgainMs = 1000;
constexpr std::size_t kMostRead = 2500;
constexpr std::size_t kFewestRead = 16;
constexpr std::size_t kChunk = 500;

std::mt19937_64 seeded()
{
    std::random_device device;
    std::array<std::uint32_t, 4> words{};
    std::generate(words.begin(), words.end(), std::ref(device));
    std::seed_seq seed(words.begin(), words.end());
    return std::mt19937_64(seed);
}

} // namespace

//! Lets the journal's writer thread reach the worker as long as there is one.
class CourierWorker::Door
{
public:
    explicit Door(CourierWorker &worker)
        : m_worker(&worker)
    {
    }

    template <class F> void post(F &&call)
    {
        const std::lock_guard lock(m_mutex);
        if (m_worker) {
            QMetaObject::invokeMethod(m_worker, std::forward<F>(call), Qt::QueuedConnection);
        }
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_worker = nullptr;
    }

private:
    std::mutex m_mutex;
    CourierWorker *m_worker;
};

CourierWorker::CourierWorker(const Courier::Parts &parts)
    : m_parts(parts)
    , m_door(std::make_shared<Door>(*this))
    , m_lock(parts.dataFolder)
    , m_lockTimer(this)
    , m_passTimer(this)
    , m_notices(this)
    , m_random(seeded())
{
    m_lockTimer.setInterval(kLockIntervalMs);
    connect(&m_lockTimer, &QTimer::timeout, this, &CourierWorker::tryLock);
    m_passTimer.setSingleShot(true);
    m_passTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_passTimer, &QTimer::timeout, this, &CourierWorker::pass);
    connect(&m_notices, &DeliveryNotices::statusChanged, this, &CourierWorker::statusChanged);
    connect(&m_notices, &DeliveryNotices::sendingChanged, this, &CourierWorker::sendingChanged);
}

CourierWorker::~CourierWorker()
{
    m_door->close();
}

void CourierWorker::wake()
{
    if (!m_wakePosted.exchange(true)) {
        m_door->post([this] {
            m_wakePosted = false;
            m_look = true;
            if (m_working && !m_stopping) {
                pass();
            }
        });
    }
}

void CourierWorker::start()
{
    tryLock();
}

void CourierWorker::shutDown()
{
    m_stopping = true;
    m_door->close();
    m_lockTimer.stop();
    m_passTimer.stop();
    if (m_api) {
        m_api->abortAll();
        m_api.reset();
    }
    m_notices.endSending();
    m_events.reset();
    m_lock.release();
    if (m_working) {
        m_working = false;
        Q_EMIT workingChanged(false);
    }
}

void CourierWorker::tryNow(const ConnectionId &id)
{
    if (!m_working) {
        return;
    }
    delivery(id.key()).tryNow();
    m_look = true;
    pass();
}

void CourierWorker::keyAnswered(const std::string &connection, std::uint64_t generation, const Result<Secret> &key)
{
    const auto found = m_deliveries.find(connection);
    if (!m_working || m_stopping || found == m_deliveries.end()) {
        return;
    }
    found->second->keyAnswered(generation, key, m_parts.clock.monotonic());
    step(*found->second);
    schedule();
}

void CourierWorker::tryLock()
{
    if (const Status taken = m_lock.tryTake(); !taken) {
        if (taken.error().code != ErrorCode::Busy && !m_lockTimer.isActive()) {
            qCWarning(lcDelivery).noquote() << taken.error().detail;
        }
        m_lockTimer.start();
        return;
    }
    m_lockTimer.stop();
    m_api = std::make_unique<TrackingApi>(m_parts.clock, m_parts.redactor, m_parts.limits);
    m_working = true;
    Q_EMIT workingChanged(true);
    pass();
}

bool CourierWorker::openReader()
{
    if (m_events) {
        return true;
    }
    auto opened = JournalReader::open(m_parts.dataFolder.toStdString());
    if (!opened) {
        readFailed(opened.error());
        return false;
    }
    m_events = std::make_unique<DueEvents>(std::move(opened).value());
    return true;
}

void CourierWorker::pass()
{
    if (!m_working || m_stopping) {
        return;
    }
    if (m_parts.clock.monotonic() >= m_readAgainAt && openReader()) {
        if (m_earlierRequeued) {
            lookForWork();
            for (const auto &[key, delivery] : m_deliveries) {
                Q_UNUSED(key)
                step(*delivery);
            }
        } else {
            requeueEarlier();
        }
    }
    schedule();
}

// What an earlier run left Waiting is queued again, one connection after the other, so that it gets a fresh reason.
void CourierWorker::requeueEarlier()
{
    if (m_requeueingEarlier) {
        return;
    }
    const auto waiting = m_events->connectionThatWaits();
    if (!waiting) {
        readFailed(waiting.error());
        return;
    }
    if (!waiting.value() || m_lastRequeued == waiting.value()) {
        m_earlierRequeued = true;
        m_look = true;
        pass();
        return;
    }
    m_lastRequeued = waiting.value();
    m_requeueingEarlier = true;
    m_parts.journal.requeueWaiting(*m_lastRequeued, [this, door = m_door](const JournalResult<std::size_t> &result) {
        door->post([this, failed = !result.ok()] {
            m_requeueingEarlier = false;
            if (failed) {
                m_lastRequeued.reset();
                m_readAgainAt = m_parts.clock.monotonic() + kAgainMs;
            }
            pass();
        });
    });
}

void CourierWorker::lookForWork()
{
    const std::int64_t version = m_events->reader().dataVersion();
    if (!m_look && version == m_seenVersion) {
        return;
    }
    const auto names = m_events->reader().connectionsWithWork();
    if (!names) {
        readFailed(names.error());
        return;
    }
    m_look = false;
    m_seenVersion = version;
    for (const std::string &name : names.value()) {
        delivery(name);
    }
    for (const auto &[key, delivery] : m_deliveries) {
        Q_UNUSED(key)
        delivery->lookAt = 0;
    }
}

ConnectionDelivery &CourierWorker::delivery(const std::string &connection)
{
    std::unique_ptr<ConnectionDelivery> &slot = m_deliveries[connection];
    if (!slot) {
        slot = std::make_unique<ConnectionDelivery>(connection, m_parts.retryPolicy);
        const auto oldest =
            m_events ? m_events->oldest(connection) : JournalResult<std::optional<Entry>>(std::optional<Entry>());
        if (oldest && oldest.value() && oldest.value()->fields.state == EventState::Retrying) {
            slot->resumeDown(*oldest.value(), moment());
        }
    }
    return *slot;
}

void CourierWorker::step(ConnectionDelivery &delivery)
{
    if (m_stopping || !m_events || delivery.busy() != ConnectionDelivery::Busy::No) {
        return;
    }
    const std::int64_t monotonic = m_parts.clock.monotonic();
    delivery.setTarget(m_parts.resolver.resolve(delivery.id()));
    if (!stepJournal(delivery) && stepKey(delivery, monotonic) && delivery.mayTry(monotonic) &&
        monotonic >= delivery.lookAt) {
        send(delivery);
    }
    tell(delivery);
}

// What the journal has to be told before anything is sent. True: something is under way, or the events wait.
bool CourierWorker::stepJournal(ConnectionDelivery &delivery)
{
    if (delivery.mustRequeue()) {
        requeue(delivery);
        return true;
    }
    if (delivery.mustMoveRetrying() && moveRetrying(delivery)) {
        return true;
    }
    if (delivery.hold()) {
        if (m_parts.clock.monotonic() >= delivery.lookAt && park(delivery)) {
            return true;
        }
        // A key that could not be read is asked for again while its events wait.
        stepKey(delivery, m_parts.clock.monotonic());
        return true;
    }
    return delivery.mustGiveUpOld() && giveUpOld(delivery);
}

bool CourierWorker::stepKey(ConnectionDelivery &delivery, std::int64_t monotonic)
{
    if (delivery.hasKey()) {
        return true;
    }
    delivery.noteLateKey(monotonic);
    if (delivery.mustAskKey(monotonic)) {
        Q_EMIT keyWanted(QString::fromStdString(delivery.key()), delivery.askKey(monotonic));
    }
    return false;
}

void CourierWorker::requeue(ConnectionDelivery &delivery)
{
    delivery.requeued();
    delivery.setBusy(ConnectionDelivery::Busy::Requeueing);
    m_parts.journal.requeueWaiting(delivery.key(),
                                   [this, door = m_door, &delivery](const JournalResult<std::size_t> &result) {
                                       door->post([this, &delivery, result] {
                                           delivery.setBusy(ConnectionDelivery::Busy::No);
                                           delivery.lookAt = 0;
                                           if (!result) {
                                               delivery.requeueFailed();
                                               journalFailed(delivery, result.error());
                                           } else {
                                               delivery.setJournalFault({});
                                               step(delivery);
                                           }
                                           schedule();
                                       });
                                   });
}

// True: there were some, and they are being recorded.
bool CourierWorker::moveRetrying(ConnectionDelivery &delivery)
{
    const auto ids = m_events->retryingAfter(delivery.key(), m_parts.clock.now());
    if (!ids) {
        readFailed(ids.error());
        return true;
    }
    delivery.movedRetrying();
    std::vector<StateChange> changes;
    for (const EntryId id : ids.value()) {
        changes.push_back(delivery.moved(id, m_parts.clock.now()));
    }
    return !changes.empty() && record(delivery, std::move(changes), false);
}

// Everything due of a connection that is on hold waits with it, with its reason. True: there was something.
bool CourierWorker::park(ConnectionDelivery &delivery)
{
    const auto due = m_events->due(delivery.key(), m_parts.clock.now(), kChunk);
    if (!due) {
        readFailed(due.error());
        return true;
    }
    if (due.value().empty()) {
        delivery.lookAt = m_parts.clock.monotonic() + kLookMs;
        return false;
    }
    std::vector<StateChange> changes;
    for (const DueEvent &event : due.value()) {
        changes.push_back(delivery.moved(event.id, m_parts.clock.now()));
    }
    return record(delivery, std::move(changes), false);
}

// While the other side is down only one event is tried at a time; those whose time is over are given up with it.
bool CourierWorker::giveUpOld(ConnectionDelivery &delivery)
{
    const std::int64_t now = m_parts.clock.now();
    const auto isOver = [&](const DueEvent &event) { return !m_parts.retryPolicy.withinBudget(event.received, now); };
    std::vector<StateChange> changes;
    for (const std::size_t limit : {std::size_t{1}, kChunk}) {
        const auto due = m_events->due(delivery.key(), std::max(now, delivery.retryAt()), limit);
        if (!due) {
            readFailed(due.error());
            return true;
        }
        changes.clear();
        for (const DueEvent &event : due.value()) {
            if (isOver(event)) {
                changes.push_back(delivery.givenUp(event.id, std::nullopt));
            }
        }
        if (changes.empty()) {
            break;
        }
    }
    if (changes.empty()) {
        delivery.gaveUpOld();
        return false;
    }
    return record(delivery, std::move(changes), false);
}

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
    const Endpoint endpoint = delivery.target()->endpoint;
    const std::int64_t monotonic = m_parts.clock.monotonic();
    RateLimiter *const limiter = limiterFor(endpoint);
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
        request.items.push_back({event.id, event.received});
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

JournalResult<std::vector<DueEvent>> CourierWorker::take(ConnectionDelivery &delivery, bool fromGroup)
{
    const std::int64_t now = m_parts.clock.now();
    if (fromGroup) {
        return m_events->stillOpen(delivery.key(), delivery.group(), now);
    }
    if (delivery.isDown()) {
        // The probe's own time by this machine's clock may lie ahead of it when the clock has been set back.
        return m_events->due(delivery.key(), std::max(now, delivery.retryAt()), 1);
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

RateLimiter *CourierWorker::limiterFor(const Endpoint &endpoint)
{
    if (!m_parts.rateLimits || !endpoint.isSegment()) {
        return nullptr;
    }
    return &m_limiters.try_emplace(endpoint.region(), RateLimiter::Rates{}).first->second;
}

void CourierWorker::journalFailed(ConnectionDelivery &delivery, const JournalError &error)
{
    qCWarning(lcDelivery).noquote() << "recording failed:" << QString::fromStdString(error.detail);
    delivery.setJournalFault(DeliverySentences::journalFailed(error));
    tell(delivery);
}

void CourierWorker::readFailed(const JournalError &error)
{
    qCWarning(lcDelivery).noquote() << "reading failed:" << QString::fromStdString(error.detail);
    m_readAgainAt = m_parts.clock.monotonic() + kAgainMs;
    m_look = true;
}

void CourierWorker::tell(const ConnectionDelivery &delivery)
{
    m_notices.setStatus(delivery.id(), delivery.status());
}

void CourierWorker::reached(const char *point) const
{
    if (m_parts.testPoint) {
        m_parts.testPoint(point);
    }
}

DeliveryMoment CourierWorker::moment() const
{
    return {m_parts.clock.now(), m_parts.clock.monotonic()};
}

void CourierWorker::schedule()
{
    const std::int64_t monotonic = m_parts.clock.monotonic();
    std::int64_t wait = kPollMs;
    for (const auto &[key, delivery] : m_deliveries) {
        Q_UNUSED(key)
        if (delivery->busy() != ConnectionDelivery::Busy::No) {
            continue;
        }
        for (const std::int64_t at : {delivery->lookAt, delivery->isDown() ? delivery->retryAtMonotonic() : 0}) {
            if (at > monotonic) {
                wait = std::min(wait, at - monotonic);
            }
        }
    }
    m_passTimer.start(static_cast<int>(std::max<std::int64_t>(1, wait)));
}

} // namespace segue
