// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/ConnectionDelivery.h"

#include <algorithm>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kAskKeyAgainMs = 30'000;
constexpr std::int64_t kAskLockedKeyAgainMs = 60'000; // each question may bring a prompt up
constexpr std::int64_t kKeyIsLateMs = 10'000;
constexpr std::int64_t kNotByItself = -1;
constexpr std::int64_t kSleptMs = 600'000; // a try that is so late; longer than any wait of ours
constexpr std::int64_t kSettlesMs = 1'000; // until a network that has just come is used

Attempt attemptFrom(const DeliveryAnswer &answer, DeliveryOutcome outcome)
{
    Attempt attempt;
    attempt.started = answer.startedAt;
    attempt.duration = answer.duration;
    attempt.status = answer.status;
    attempt.outcome = DeliverySentences::outcomeWord(outcome).toStdString();
    attempt.mayHaveArrived = answer.mayHaveArrived;
    attempt.requestHead = answer.requestHead.toStdString();
    attempt.responseHead = answer.responseHead.toStdString();
    attempt.responseBody = answer.responseBody.toStdString();
    if (outcome != DeliveryOutcome::Accepted) {
        attempt.error = answer.sentence.toStdString();
    }
    return attempt;
}

StateChange changeOf(EntryId id, EventState state, std::string error, std::optional<Attempt> attempt)
{
    StateChange change;
    change.id = id;
    change.state = state;
    change.error = std::move(error);
    change.attempt = std::move(attempt);
    return change;
}

//! Due at once. Not Queued: an event that a person cancelled meanwhile would become Queued again.
StateChange dueAgain(EntryId id, std::int64_t now, std::optional<Attempt> attempt)
{
    StateChange change = changeOf(id, EventState::Retrying, {}, std::move(attempt));
    change.nextAttempt = now;
    return change;
}

std::vector<StateChange> allDueAgain(const DeliveryRequest &request, std::int64_t now, const Attempt &attempt)
{
    std::vector<StateChange> changes;
    changes.reserve(request.items.size());
    for (const DeliveryItem &item : request.items) {
        changes.push_back(dueAgain(item.id, now, attempt));
    }
    return changes;
}

std::vector<StateChange> changesOf(const DeliveryRequest &request, EventState state, const std::string &error,
                                   const Attempt &attempt)
{
    std::vector<StateChange> changes;
    changes.reserve(request.items.size());
    for (const DeliveryItem &item : request.items) {
        changes.push_back(changeOf(item.id, state, error, attempt));
    }
    return changes;
}

//! Segment answers an empty or very short key with 400 (reference 1.6): that says nothing about the events.
DeliveryOutcome sorted(const DeliveryAnswer &answer)
{
    const bool aboutKey =
        answer.outcome == DeliveryOutcome::Rejected && answer.responseBody.toLower().contains("invalid write key");
    return aboutKey ? DeliveryOutcome::Unauthorised : answer.outcome;
}

} // namespace

std::vector<EntryId> DeliveryRequest::ids() const
{
    std::vector<EntryId> result;
    result.reserve(items.size());
    for (const DeliveryItem &item : items) {
        result.push_back(item.id);
    }
    return result;
}

ConnectionDelivery::ConnectionDelivery(std::string key, RetryPolicy policy)
    : m_key(std::move(key))
    , m_id(ConnectionId::fromText(QString::fromStdString(m_key)))
    , m_policy(policy)
{
}

void ConnectionDelivery::setTarget(const std::optional<DeliveryTarget> &target)
{
    const bool elsewhere = m_target && target && m_target->endpoint != target->endpoint;
    m_target = target;
    std::optional<HoldReason> reason;
    if (!target) {
        reason = DeliverySentences::noConnection();
    } else if (target->paused) {
        reason = DeliverySentences::pausedByPerson(target->name);
    } else if (target->endpoint.isNull()) {
        reason = DeliverySentences::sandboxOff();
    }
    if (reason) {
        setHold(std::move(reason));
        m_holdIsOfTarget = true;
        return;
    }
    if (elsewhere) {
        m_failures = 0;
        m_mustGiveUpOld = false;
    }
    if (m_hold && (m_holdIsOfTarget || (elsewhere && !m_holdIsOfKey))) {
        if (m_holdIsOfTarget && !hasKey() && !m_askingKey) {
            m_askKeyAt = 0; // a denial before or during it would leave nobody who asks again
        }
        setHold(std::nullopt);
    }
    if (target->sandbox && !hasKey()) {
        m_writeKey = Secret::fromBytes(sandboxWriteKey());
    }
}

bool ConnectionDelivery::mustAskKey(std::int64_t monotonic) const
{
    return !hasKey() && !m_askingKey && (!m_hold || m_holdIsOfKey) && m_askKeyAt != kNotByItself &&
           monotonic >= m_askKeyAt;
}

std::uint64_t ConnectionDelivery::askKey(std::int64_t monotonic)
{
    m_askingKey = true;
    m_askKeyAt = monotonic;
    return ++m_keyGeneration;
}

void ConnectionDelivery::noteLateKey(std::int64_t monotonic)
{
    if (m_askingKey && !m_hold && monotonic - m_askKeyAt >= kKeyIsLateMs) {
        setHold(DeliverySentences::keyBeingAsked(m_target ? m_target->name : QString()));
        m_holdIsOfKey = true;
    }
}

void ConnectionDelivery::keyAnswered(std::uint64_t generation, const Result<Secret> &key, std::int64_t monotonic)
{
    if (!m_askingKey || generation != m_keyGeneration) {
        return;
    }
    m_askingKey = false;
    if (key && !key.value().isEmpty()) {
        m_writeKey = key.value();
        if (m_holdIsOfKey) {
            setHold(std::nullopt);
        }
        return;
    }
    const ErrorCode code = key ? ErrorCode::Absent : key.error().code;
    m_askKeyAt = code == ErrorCode::Denied
                     ? kNotByItself
                     : monotonic + (code == ErrorCode::Locked ? kAskLockedKeyAgainMs : kAskKeyAgainMs);
    if (m_holdIsOfTarget && m_hold) {
        return;
    }
    const HoldReason reason = DeliverySentences::keyProblem(code, m_target ? m_target->name : QString());
    if (m_hold != reason) {
        setHold(reason);
        m_holdIsOfKey = true;
    }
}

void ConnectionDelivery::tryNow()
{
    m_writeKey = Secret();
    m_askingKey = false;
    ++m_keyGeneration;
    m_askKeyAt = 0;
    m_retryAtMonotonic = 0;
    lookAt = 0;
    if (m_hold && !m_holdIsOfTarget) {
        setHold(std::nullopt);
    }
    m_mustRequeue = true;
}

bool ConnectionDelivery::isNewAsk(const std::optional<std::int64_t> &askedAt, std::int64_t now)
{
    // A clock that was set back would make later asks look like old ones, and one from ahead would be new for ever.
    m_asksSeen = std::min(m_asksSeen, now);
    return m_hold && !m_holdIsOfTarget && askedAt && *askedAt > m_asksSeen && *askedAt <= now;
}

void ConnectionDelivery::resumeDown(const Entry &oldest, const DeliveryMoment &moment)
{
    m_failures = std::max(1, oldest.attempts);
    m_dueAt = oldest.fields.nextAttempt.value_or(moment.now);
    m_retryAt = m_dueAt;
    const std::int64_t longest = std::max<std::int64_t>(m_policy.longestDelayMs, 0);
    // Later than any wait of ours: the clock was wrong when it was written, or is now.
    const std::int64_t wait = m_retryAt - moment.now > longest ? 0 : std::max<std::int64_t>(0, m_retryAt - moment.now);
    m_retryAtMonotonic = moment.monotonic + wait;
    const QString error = QString::fromStdString(oldest.fields.error);
    m_failureWord = error.section(u": "_s, 0, 0);
    m_failure = error.section(u": "_s, 1);
}

void ConnectionDelivery::setPolicy(const RetryPolicy &policy, const DeliveryMoment &moment)
{
    m_policy = policy;
    if (isDown() && !m_waitIsAsked) {
        cutWait(policy.longestDelayMs, moment);
    }
}

void ConnectionDelivery::networkChanged(const DeliveryMoment &moment, std::mt19937_64 &random)
{
    if (isDown() && m_failureWord == DeliverySentences::outcomeWord(DeliveryOutcome::Unreachable)) {
        std::uniform_int_distribution<std::int64_t> spread(0, kSettlesMs);
        cutWait(spread(random), moment);
    }
}

void ConnectionDelivery::cutWait(std::int64_t longestMs, const DeliveryMoment &moment)
{
    const std::int64_t wait = m_retryAtMonotonic - moment.monotonic;
    if (wait > longestMs) {
        m_retryAtMonotonic = moment.monotonic + longestMs;
        m_retryAt = moment.now + longestMs;
    }
}

StateChange ConnectionDelivery::givenUp(EntryId id, std::optional<Attempt> attempt) const
{
    return changeOf(
        id, EventState::GaveUp,
        DeliverySentences::entryError(u"gave-up"_s, DeliverySentences::gaveUp(m_lastHappened, m_policy.budgetMs)),
        std::move(attempt));
}

StateChange ConnectionDelivery::blocked(EntryId id, qsizetype bytes, qsizetype limit) const
{
    return changeOf(id, EventState::Blocked,
                    DeliverySentences::entryError(u"payload_too_large"_s, DeliverySentences::tooLarge(bytes, limit)),
                    std::nullopt);
}

StateChange ConnectionDelivery::moved(EntryId id, std::int64_t now) const
{
    if (m_hold) {
        return changeOf(id, EventState::Waiting, DeliverySentences::entryError(m_hold->word, m_hold->sentence),
                        std::nullopt);
    }
    return dueAgain(id, now, std::nullopt);
}

void ConnectionDelivery::takeFromGroup(const std::vector<DeliveryItem> &items)
{
    std::vector<EntryId> &front = m_groups.front();
    const auto last = std::find(front.begin(), front.end(), items.back().id);
    front.erase(front.begin(), last == front.end() ? last : std::next(last));
    if (front.empty()) {
        m_groups.pop_front();
    }
}

std::vector<StateChange> ConnectionDelivery::answered(const DeliveryRequest &request, const DeliveryAnswer &answer,
                                                      const DeliveryMoment &moment, std::mt19937_64 &random)
{
    const DeliveryOutcome outcome = sorted(answer);
    sawAsks(answer.startedAt);
    switch (outcome) {
    case DeliveryOutcome::Accepted:
        cameUp();
        m_pace.add(static_cast<int>(request.items.size()), moment.monotonic);
        return changesOf(request, EventState::Accepted, {}, attemptFrom(answer, outcome));
    case DeliveryOutcome::SomethingElse:
    case DeliveryOutcome::Unauthorised:
        return held(request, answer, outcome, moment.now);
    case DeliveryOutcome::Rejected:
        cameUp();
        return rejected(request, answer, moment.now);
    case DeliveryOutcome::TryLater:
    case DeliveryOutcome::Unreachable:
        return failed(request, answer, moment, random);
    case DeliveryOutcome::Aborted:
        break;
    }
    return {};
}

std::vector<StateChange> ConnectionDelivery::held(const DeliveryRequest &request, const DeliveryAnswer &answer,
                                                  DeliveryOutcome outcome, std::int64_t now)
{
    const Attempt attempt = attemptFrom(answer, outcome);
    const bool outdated =
        request.keyGeneration != m_keyGeneration || (m_target && m_target->endpoint != request.endpoint);
    if (outdated) {
        // Another key or endpoint has been set meanwhile: that one is tried before anything is said.
        return allDueAgain(request, now, attempt);
    }
    const HoldReason reason = DeliverySentences::afterAnswer(answer, outcome);
    setHold(reason);
    m_failures = 0;
    if (outcome == DeliveryOutcome::Unauthorised && !answer.proxyAsks && !(m_target && m_target->sandbox)) {
        m_writeKey = Secret();
        m_askKeyAt = 0;
    }
    return changesOf(request, EventState::Waiting, DeliverySentences::entryError(reason.word, reason.sentence),
                     attempt);
}

std::vector<StateChange> ConnectionDelivery::rejected(const DeliveryRequest &request, const DeliveryAnswer &answer,
                                                      std::int64_t now)
{
    const Attempt attempt = attemptFrom(answer, DeliveryOutcome::Rejected);
    if (request.items.size() == 1) {
        const QString sentence = DeliverySentences::refused(answer);
        return changesOf(
            request, EventState::Refused,
            DeliverySentences::entryError(DeliverySentences::outcomeWord(DeliveryOutcome::Rejected), sentence),
            attempt);
    }
    const std::vector<EntryId> ids = request.ids();
    const auto middle = ids.begin() + static_cast<std::ptrdiff_t>(ids.size() / 2);
    m_groups.emplace_front(middle, ids.end());
    m_groups.emplace_front(ids.begin(), middle);
    return allDueAgain(request, now, attempt);
}

std::vector<StateChange> ConnectionDelivery::failed(const DeliveryRequest &request, const DeliveryAnswer &answer,
                                                    const DeliveryMoment &moment, std::mt19937_64 &random)
{
    if (request.fromGroup) {
        m_groups.push_front(request.ids());
    }
    // Long after its time: the machine slept or was off, and its network may not be there yet.
    const bool slept = isDown() && moment.now - m_retryAt > kSleptMs;
    // A wait that was asked for says nothing about how long the next one of ours should be (reference 1.10).
    m_waitIsAsked = answer.retryAfter >= 0;
    m_failures = m_waitIsAsked ? std::max(1, m_failures) : m_failures + 1;
    const std::int64_t delay = m_policy.delay(m_failures, answer.retryAfter, random);
    m_dueAt = moment.now + delay;
    m_retryAt = m_dueAt;
    m_retryAtMonotonic = moment.monotonic + delay;
    m_mustGiveUpOld = !slept;
    m_lastHappened = answer.sentence;
    m_failure = DeliverySentences::retrying(answer, delay);
    const Attempt attempt = attemptFrom(answer, answer.outcome);
    m_failureWord = DeliverySentences::outcomeWord(answer.outcome);
    const std::string error = DeliverySentences::entryError(m_failureWord, m_failure);
    std::vector<StateChange> changes;
    changes.reserve(request.items.size());
    for (const DeliveryItem &item : request.items) {
        if (slept || !item.countsFrom || m_policy.withinBudget(*item.countsFrom, moment.steady)) {
            changes.push_back(changeOf(item.id, EventState::Retrying, error, attempt));
            changes.back().nextAttempt = m_retryAt;
        } else {
            changes.push_back(givenUp(item.id, attempt));
        }
    }
    return changes;
}

void ConnectionDelivery::setHold(std::optional<HoldReason> hold)
{
    if (m_hold == hold) {
        return;
    }
    if (m_hold) {
        m_mustRequeue = true; // what waits says the earlier reason
    }
    m_mustMoveRetrying = hold.has_value();
    m_hold = std::move(hold);
    m_holdIsOfTarget = false;
    m_holdIsOfKey = false;
    lookAt = 0;
}

void ConnectionDelivery::cameUp()
{
    if (isDown()) {
        m_failures = 0;
        m_mustGiveUpOld = false;
        m_mustMoveRetrying = true;
    }
}

DeliveryStatus ConnectionDelivery::status() const
{
    DeliveryStatus status;
    status.perSecond = m_perSecond;
    if (!m_journalFault.isEmpty()) {
        status.kind = DeliveryStatus::Kind::Paused;
        status.reason = u"journal"_s;
        status.sentence = m_journalFault;
    } else if (m_hold) {
        status.kind = DeliveryStatus::Kind::Paused;
        status.reason = m_hold->reason;
        status.sentence = m_hold->sentence;
    } else if (isDown()) {
        status.kind = DeliveryStatus::Kind::Retrying;
        status.reason = m_failureWord;
        status.sentence = m_failure;
        status.nextAttempt = m_retryAt;
    } else if (m_busy != Busy::No || m_askingKey || hasGroup()) {
        status.kind = DeliveryStatus::Kind::Working;
    }
    return status;
}

} // namespace segue
