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

CourierWorker::CourierWorker(const Courier::Parts &parts)
    : m_parts(parts)
    , m_door(std::make_shared<WorkerDoor>(*this))
    , m_lock(parts.dataFolder)
    , m_lockTimer(this)
    , m_passTimer(this)
    , m_notices(this)
    , m_policy(parts.rules.retry)
    , m_rates(parts.rules.rates)
    , m_steady(parts.clock)
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
        // The process that delivers takes what is queued again as an ask to try now.
        if (!m_stopping) {
            m_parts.journal.requeueWaiting(id.key(), m_parts.clock.now(), [](const JournalResult<std::size_t> &) {});
        }
        return;
    }
    delivery(id.key()).tryNow();
    m_look = true;
    pass();
}

void CourierWorker::proxyOpened()
{
    if (!m_working) {
        return;
    }
    for (const auto &[key, delivery] : m_deliveries) {
        Q_UNUSED(key)
        if (delivery->isHeldByProxy()) {
            delivery->tryNow();
        }
    }
    m_look = true;
    pass();
}

void CourierWorker::setRules(const CourierRules &rules)
{
    m_policy = rules.retry;
    m_rates.setRates(rules.rates);
    for (const auto &[key, delivery] : m_deliveries) {
        Q_UNUSED(key)
        delivery->setPolicy(rules.retry, moment());
        delivery->lookAt = 0;
    }
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
        const bool isFault = taken.error().code != ErrorCode::Busy;
        setFault(isFault ? DeliverySentences::cannotLock(taken.error()) : QString());
        m_lockTimer.start();
        return;
    }
    m_lockTimer.stop();
    m_api = std::make_unique<TrackingApi>(m_parts.clock, m_parts.redactor, m_parts.limits, nullptr, m_parts.logins);
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
            watchNetwork();
            lookForWork();
            for (const auto &[key, delivery] : m_deliveries) {
                Q_UNUSED(key)
                step(*delivery);
            }
            if (m_parts.clock.monotonic() >= m_readAgainAt) {
                setFault({});
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
    const auto answered = [this](const JournalResult<std::size_t> &result) {
        m_requeueingEarlier = false;
        if (!result) {
            m_lastRequeued.reset();
            m_readAgainAt = m_parts.clock.monotonic() + kAgainMs;
            setFault(DeliverySentences::journalFailed(result.error()));
        }
        pass();
    };
    m_parts.journal.requeueWaiting(*m_lastRequeued, m_parts.clock.now(),
                                   [answered, door = m_door](const JournalResult<std::size_t> &result) {
                                       door->post([answered, result] { answered(result); });
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

// On another network what could not be reached before may be there: one probe each, without the rest of a long wait.
void CourierWorker::watchNetwork()
{
    const auto down = [](const auto &each) { return each.second->isDown(); };
    if (std::any_of(m_deliveries.begin(), m_deliveries.end(), down) && m_network.changed(m_parts.clock.monotonic())) {
        qCInfo(lcDelivery) << "the network has changed";
        for (const auto &[key, delivery] : m_deliveries) {
            Q_UNUSED(key)
            delivery->networkChanged(moment(), m_random);
        }
    }
}

ConnectionDelivery &CourierWorker::delivery(const std::string &connection)
{
    std::unique_ptr<ConnectionDelivery> &slot = m_deliveries[connection];
    if (!slot) {
        slot = std::make_unique<ConnectionDelivery>(connection, m_policy);
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
        delivery.sawAsks(m_parts.clock.now());
        Q_EMIT keyWanted(QString::fromStdString(delivery.key()), delivery.askKey(monotonic));
    }
    return false;
}

void CourierWorker::requeue(ConnectionDelivery &delivery)
{
    const std::int64_t now = m_parts.clock.now();
    delivery.requeued();
    delivery.sawAsks(now);
    delivery.setBusy(ConnectionDelivery::Busy::Requeueing);
    m_parts.journal.requeueWaiting(delivery.key(), now,
                                   [this, door = m_door, &delivery](const JournalResult<std::size_t> &result) {
                                       door->post([this, &delivery, result] { requeueDone(delivery, result); });
                                   });
}

void CourierWorker::requeueDone(ConnectionDelivery &delivery, const JournalResult<std::size_t> &result)
{
    const auto goOn = [this, &delivery] {
        delivery.setBusy(ConnectionDelivery::Busy::No);
        delivery.lookAt = 0;
        step(delivery);
        schedule();
    };
    if (result) {
        delivery.setJournalFault({});
        goOn();
        return;
    }
    delivery.requeueFailed();
    journalFailed(delivery, result.error());
    QTimer::singleShot(kAgainMs, this, [this, goOn] {
        if (!m_stopping) {
            goOn();
        }
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

// Everything due of a connection that is on hold waits with it, with its reason; unless somebody asks to try now. True:
// there was something.
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
    const std::int64_t now = m_parts.clock.now();
    std::vector<StateChange> changes;
    for (const DueEvent &event : due.value()) {
        if (delivery.isNewAsk(event.askedAt, now)) {
            delivery.tryNow();
            requeue(delivery);
            return true;
        }
        changes.push_back(delivery.moved(event.id, now));
    }
    return record(delivery, std::move(changes), false);
}

// While the other side is down only one event is tried at a time; those whose time is over are given up with it.
bool CourierWorker::giveUpOld(ConnectionDelivery &delivery)
{
    const std::int64_t now = m_parts.clock.now();
    const std::int64_t steady = m_steady.now();
    const auto isOver = [&](const DueEvent &event) {
        return event.countsFrom && !m_policy.withinBudget(*event.countsFrom, steady);
    };
    std::vector<StateChange> changes;
    for (const std::size_t limit : {std::size_t{1}, kChunk}) {
        const auto due = m_events->due(delivery.key(), std::max(now, delivery.dueAt()), limit);
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
    setFault(DeliverySentences::cannotRead(error));
}

void CourierWorker::setFault(const QString &sentence)
{
    if (m_fault == sentence) {
        return;
    }
    m_fault = sentence;
    DeliveryStatus status;
    if (!m_fault.isEmpty()) {
        status.kind = DeliveryStatus::Kind::Paused;
        status.reason = QStringLiteral("journal");
        status.sentence = m_fault;
    }
    const QList<ConnectionId> connections = m_parts.resolver.connections();
    for (const ConnectionId &id : connections) {
        const auto found = m_deliveries.find(id.key());
        m_notices.setStatus(id, m_fault.isEmpty() && found != m_deliveries.end() ? found->second->status() : status);
    }
}

void CourierWorker::tell(ConnectionDelivery &delivery)
{
    delivery.measurePace(m_parts.clock.monotonic());
    if (m_fault.isEmpty()) {
        m_notices.setStatus(delivery.id(), delivery.status());
    }
}

void CourierWorker::reached(const char *point) const
{
    if (m_parts.testPoint) {
        m_parts.testPoint(point);
    }
}

DeliveryMoment CourierWorker::moment() const
{
    return {m_parts.clock.now(), m_parts.clock.monotonic(), m_steady.now()};
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
