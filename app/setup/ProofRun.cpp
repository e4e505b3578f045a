// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/ProofRun.h"

#include "app/delivery/TestSend.h"

#include <algorithm>

namespace segue {

namespace {

constexpr qsizetype kRunIdLength = 12;

ProofRun::Outcome stageOf(EventState state)
{
    switch (state) {
    case EventState::Queued:
    case EventState::Sending:
    case EventState::Retrying:
        return ProofRun::Outcome::Running;
    case EventState::Waiting:
        return ProofRun::Outcome::HeldUp;
    case EventState::Accepted:
        return ProofRun::Outcome::AcceptedOnly;
    case EventState::Confirmed:
        return ProofRun::Outcome::Proven;
    case EventState::Refused:
    case EventState::Blocked:
    case EventState::GaveUp:
    case EventState::Cancelled:
    case EventState::Skipped:
    case EventState::Unreadable:
    case EventState::Observed:
    case EventState::Received:
        break;
    }
    return ProofRun::Outcome::Failed;
}

//! The reason in a stored `code: sentence`.
QString reasonOf(const Entry &entry)
{
    const QString stored = QString::fromStdString(entry.fields.error);
    const qsizetype colon = stored.indexOf(QStringLiteral(": "));
    return colon < 0 ? stored : stored.mid(colon + 2);
}

} // namespace

ProofRun::ProofRun(EventLog &log, const Clock &clock, Submit submit, std::function<QString()> newId, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_clock(clock)
    , m_submit(std::move(submit))
    , m_newId(std::move(newId))
{
    connect(&log, &EventLog::changed, this, &ProofRun::look);
}

void ProofRun::start(const Connection &connection, bool keepOutOfDestinations)
{
    const quint64 run = ++m_run;
    m_read = false;
    ProofRecord record;
    record.runId = m_newId().remove(u'-').left(kRunIdLength);
    record.started = m_clock.now();
    record.keptOut = keepOutOfDestinations;
    QList<TrackCall> calls;
    m_samples.clear();
    for (const QString &event : connection.selection.names()) {
        TrackCall call = sampleCall(event);
        call.runId = record.runId;
        call.keepOutOfDestinations = keepOutOfDestinations;
        call.messageId = m_newId();
        record.samples.append({event, call.messageId, {}});
        m_samples.append({event, call.messageId, {}});
        calls.append(call);
    }
    TestSend send;
    send.connection = connection.id;
    send.now = record.started;
    send.newMessageId = m_newId;
    m_record.reset();
    Q_EMIT changed();
    m_submit(send.entriesFor(calls), this, [this, run, record](const Result<std::vector<EntryId>> &kept) mutable {
        if (run != m_run) {
            return;
        }
        if (!kept) {
            m_samples.clear();
            Q_EMIT changed();
            Q_EMIT problem(kept.error().userText);
            return;
        }
        for (std::size_t i = 0; i < kept.value().size(); ++i) {
            record.samples[static_cast<qsizetype>(i)].entry = kept.value().at(i);
        }
        m_record = record;
        Q_EMIT changed();
        look();
    });
}

void ProofRun::resume(const std::optional<ProofRecord> &record)
{
    ++m_run;
    m_read = false;
    m_record = record;
    m_samples.clear();
    if (record) {
        for (const ProofRecord::Sample &sample : record->samples) {
            m_samples.append({sample.event, sample.messageId, {}});
        }
    }
    Q_EMIT changed();
    look();
}

std::optional<ProofRecord> ProofRun::record() const
{
    return m_record;
}

void ProofRun::setSeenByPerson(bool seen)
{
    if (m_record && (m_record->seenByPerson != 0) != seen) {
        m_record->seenByPerson = seen ? m_clock.now() : 0;
        Q_EMIT changed();
    }
}

void ProofRun::look()
{
    if (!m_record) {
        return;
    }
    std::vector<EntryId> ids;
    for (const ProofRecord::Sample &sample : std::as_const(m_record->samples)) {
        ids.push_back(sample.entry);
    }
    m_log.entries(std::move(ids), this, [this, run = m_run](const Result<std::vector<Entry>> &answer) {
        if (answer && run == m_run) {
            take(answer.value());
        }
    });
}

void ProofRun::take(const std::vector<Entry> &entries)
{
    bool differs = !m_read;
    m_read = true;
    for (qsizetype i = 0; i < m_samples.size(); ++i) {
        const EntryId id = m_record->samples.at(i).entry;
        const auto found = std::ranges::find(entries, id, &Entry::id);
        // A journal that was set aside as damaged left its numbers to other entries.
        const bool ours = found != entries.end() && found->fields.received == m_record->started
                          && found->fields.event == m_samples.at(i).event.toStdString();
        const std::optional<Entry> now = ours ? std::optional(*found) : std::nullopt;
        std::optional<Entry> &kept = m_samples[i].entry;
        differs = differs || now.has_value() != kept.has_value()
                  || (now && (now->fields.state != kept->fields.state || now->attempts != kept->attempts
                              || now->fields.error != kept->fields.error));
        kept = now;
    }
    if (differs) {
        Q_EMIT changed();
    }
}

ProofRun::Outcome ProofRun::outcomeOf(const std::vector<EventState> &states)
{
    if (states.empty()) {
        return Outcome::NotStarted;
    }
    const auto any = [&](Outcome stage) {
        return std::ranges::any_of(states, [stage](EventState state) { return stageOf(state) == stage; });
    };
    for (const Outcome stage : {Outcome::Failed, Outcome::HeldUp, Outcome::Running, Outcome::AcceptedOnly}) {
        if (any(stage)) {
            return stage;
        }
    }
    return Outcome::Proven;
}

ProofRun::Outcome ProofRun::outcome() const
{
    std::vector<EventState> states;
    for (const Sample &sample : m_samples) {
        if (m_read && !sample.entry) {
            return Outcome::NotStarted; // it has left the log: nothing can be said of this run any more
        }
        // One that has not been read yet is taken to be on its way.
        states.push_back(sample.entry ? sample.entry->fields.state : EventState::Queued);
    }
    return outcomeOf(states);
}

const ProofRun::Sample *ProofRun::firstIn(Outcome outcome) const
{
    const auto found = std::ranges::find_if(m_samples, [outcome](const Sample &sample) {
        return sample.entry && stageOf(sample.entry->fields.state) == outcome;
    });
    return found == m_samples.end() ? nullptr : &*found;
}

QString ProofRun::resultWord() const
{
    const bool seen = m_record && m_record->seenByPerson != 0;
    switch (outcome()) {
    case Outcome::NotStarted:
        return tr("not proven yet", "result of a run of test events");
    case Outcome::Running:
        return tr("under way", "result of a run of test events");
    case Outcome::HeldUp:
        return tr("held up", "result of a run of test events");
    case Outcome::Proven:
        return tr("proven", "result of a run of test events");
    case Outcome::AcceptedOnly:
        return seen ? tr("accepted, seen by a person", "result of a run of test events")
                    : tr("accepted only", "result of a run of test events");
    case Outcome::Failed:
        break;
    }
    const Sample *failed = firstIn(Outcome::Failed);
    return tr("failed at %1", "result of a run of test events; an event").arg(failed ? failed->event : QString());
}

QString ProofRun::sentence() const
{
    const int count = static_cast<int>(m_samples.size());
    const bool seen = m_record && m_record->seenByPerson != 0;
    switch (outcome()) {
    case Outcome::NotStarted:
        return tr("Nothing has been sent yet.");
    case Outcome::Running:
        return tr("The samples are on their way. What is not answered is tried again by itself.");
    case Outcome::HeldUp: {
        const QString reason = reasonOf(*firstIn(Outcome::HeldUp)->entry);
        return reason.isEmpty() ? tr("The samples wait.") : tr("The samples wait: %1").arg(reason);
    }
    case Outcome::Proven:
        return tr("All %n sample(s) were seen at the other side: key, endpoint and events are right.", nullptr, count);
    case Outcome::AcceptedOnly:
        return seen ? tr("All %n sample(s) were accepted, and a person has seen them at Segment.", nullptr, count)
                    : tr("All %n sample(s) were accepted. Segment answers so to an unknown key as well: whether they "
                         "arrived is not proven yet.",
                         nullptr, count);
    case Outcome::Failed:
        break;
    }
    const QString reason = reasonOf(*firstIn(Outcome::Failed)->entry);
    return reason.isEmpty() ? tr("At least one sample was not taken.")
                            : tr("At least one sample was not taken: %1").arg(reason);
}

} // namespace segue
