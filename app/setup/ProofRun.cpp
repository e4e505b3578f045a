// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/ProofRun.h"

#include "app/delivery/TestSend.h"
#include "app/setup/DiscardText.h"

#include <algorithm>
#include <iterator>

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

void ProofRun::setCounts(const RunCounts &counts)
{
    if (!m_record || counts.askedAt == 0 || counts.by == ProofRecord::CountedBy::Nobody) {
        return;
    }
    ProofRecord now = *m_record;
    // What was counted under the run's id is not taken back by a weaker count.
    if (now.countedBy == ProofRecord::CountedBy::Run && counts.by != ProofRecord::CountedBy::Run) {
        return;
    }
    now.countedBy = counts.by;
    now.countedAt = counts.askedAt;
    for (ProofRecord::Sample &sample : now.samples) {
        const auto event = std::ranges::find(counts.events, sample.event, &RunCounts::Event::name);
        if (event == counts.events.end() || (event->received == 0 && event->failed == 0)) {
            continue;
        }
        sample.counted = event->received > 0 ? ProofRecord::Counted::Received : ProofRecord::Counted::Failed;
        sample.discardReason = event->received > 0 ? QString() : event->discardReason;
    }
    if (now != *m_record) {
        m_record = now;
        noteProven();
        Q_EMIT changed();
    }
}

void ProofRun::noteProven()
{
    if (m_record && outcome() == Outcome::Proven) {
        m_record->proven = true;
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
        noteProven();
        Q_EMIT changed();
    }
}

ProofRun::Outcome ProofRun::weakest(const std::vector<Outcome> &stages)
{
    if (stages.empty()) {
        return Outcome::NotStarted;
    }
    for (const Outcome stage :
         {Outcome::NotStarted, Outcome::Failed, Outcome::HeldUp, Outcome::Running, Outcome::AcceptedOnly}) {
        if (std::ranges::find(stages, stage) != stages.end()) {
            return stage;
        }
    }
    return Outcome::Proven;
}

ProofRun::Outcome ProofRun::outcomeOf(const std::vector<EventState> &states)
{
    std::vector<Outcome> stages;
    std::ranges::transform(states, std::back_inserter(stages), stageOf);
    return weakest(stages);
}

ProofRun::Outcome ProofRun::stage(qsizetype sample) const
{
    const std::optional<Entry> &entry = m_samples.at(sample).entry;
    // One that has not been read yet is taken to be on its way; nothing can be said of one that has left the log.
    const Outcome byState = entry ? stageOf(entry->fields.state) : m_read ? Outcome::NotStarted : Outcome::Running;
    const bool mayBeCounted = byState == Outcome::AcceptedOnly || byState == Outcome::NotStarted;
    if (!mayBeCounted || !m_record || m_record->countedBy != ProofRecord::CountedBy::Run) {
        return byState;
    }
    switch (m_record->samples.at(sample).counted) {
    case ProofRecord::Counted::Received:
        return Outcome::Proven;
    case ProofRecord::Counted::Failed:
        return Outcome::Failed;
    case ProofRecord::Counted::No:
        break;
    }
    return byState;
}

ProofRun::Outcome ProofRun::outcome() const
{
    std::vector<Outcome> stages;
    for (qsizetype i = 0; i < m_samples.size(); ++i) {
        stages.push_back(stage(i));
    }
    return weakest(stages);
}

ProofRun::Evidence ProofRun::evidence() const
{
    const Outcome now = outcome();
    if (now == Outcome::Proven) {
        const bool seen = std::ranges::all_of(m_samples, [](const Sample &sample) {
            return sample.entry && sample.entry->fields.state == EventState::Confirmed;
        });
        return seen ? Evidence::Seen : Evidence::Counted;
    }
    if (now != Outcome::AcceptedOnly || !m_record) {
        return Evidence::Missing;
    }
    if (m_record->seenByPerson != 0) {
        return Evidence::Person;
    }
    const bool named = m_record->countedBy == ProofRecord::CountedBy::Name
                       && std::ranges::all_of(m_record->samples, [](const ProofRecord::Sample &sample) {
                              return sample.counted == ProofRecord::Counted::Received;
                          });
    return named ? Evidence::Named : Evidence::Missing;
}

qsizetype ProofRun::firstIn(Outcome outcome) const
{
    qsizetype i = 0;
    while (i < m_samples.size() && stage(i) != outcome) {
        ++i;
    }
    return i;
}

QString ProofRun::resultWord() const
{
    switch (outcome()) {
    case Outcome::NotStarted:
        return tr("not proven yet", "result of a run of test events");
    case Outcome::Running:
        return tr("under way", "result of a run of test events");
    case Outcome::HeldUp:
        return tr("held up", "result of a run of test events");
    case Outcome::Proven:
        return evidence() == Evidence::Counted ? tr("proven by Segment's counts", "result of a run of test events")
                                               : tr("proven", "result of a run of test events");
    case Outcome::AcceptedOnly:
        return evidence() == Evidence::Person  ? tr("accepted, seen by a person", "result of a run of test events")
               : evidence() == Evidence::Named ? tr("accepted, counted by name", "result of a run of test events")
                                               : tr("accepted only", "result of a run of test events");
    case Outcome::Failed:
        break;
    }
    const qsizetype failed = firstIn(Outcome::Failed);
    const bool ingest = stageIsCounted(failed);
    return ingest ? tr("failed at ingest: %1", "result of a run of test events; an event").arg(m_samples.at(failed).event)
                  : tr("failed at %1", "result of a run of test events; an event").arg(m_samples.at(failed).event);
}

bool ProofRun::stageIsCounted(qsizetype sample) const
{
    return m_record && m_record->samples.value(sample).counted == ProofRecord::Counted::Failed
           && (!m_samples.at(sample).entry || m_samples.at(sample).entry->fields.state == EventState::Accepted);
}

QString ProofRun::provenSentence() const
{
    const int count = static_cast<int>(m_samples.size());
    return evidence() == Evidence::Counted
               ? tr("Segment counts all %n sample(s) under the id of this run: key, endpoint and events are right. What "
                    "destinations made of them is not in these counts.",
                    nullptr, count)
               : tr("All %n sample(s) were seen at the other side: key, endpoint and events are right.", nullptr, count);
}

QString ProofRun::acceptedSentence() const
{
    const int count = static_cast<int>(m_samples.size());
    switch (evidence()) {
    case Evidence::Person:
        return m_isSegment
                   ? tr("All %n sample(s) were accepted, and a person has seen them at Segment.", nullptr, count)
                   : tr("All %n sample(s) were accepted, and a person has seen them at the endpoint.", nullptr, count);
    case Evidence::Named:
        return tr("All %n sample(s) were accepted, and Segment counts events of these names since then. Segment did not "
                  "tell this run apart, so others may have sent them: likely, not proven.",
                  nullptr, count);
    default:
        return m_isSegment ? tr("All %n sample(s) were accepted. Segment answers so to an unknown key as well: whether "
                                "they arrived is not proven yet.",
                                nullptr, count)
                           : tr("All %n sample(s) were accepted. An endpoint may answer so to an unknown key as well: "
                                "whether they arrived is not proven yet.",
                                nullptr, count);
    }
}

QString ProofRun::failedSentence() const
{
    const qsizetype failed = firstIn(Outcome::Failed);
    if (stageIsCounted(failed)) {
        const QString code = m_record->samples.at(failed).discardReason;
        const DiscardText text = DiscardText::of(code);
        return tr("Segment took the request and dropped the event: %1. %2 %3", "a code word, what it means, what to do")
            .arg(code.isEmpty() ? tr("no reason given") : code, text.sentence, text.remedy);
    }
    const QString reason = reasonOf(*m_samples.at(failed).entry);
    return reason.isEmpty() ? tr("At least one sample was not taken.")
                            : tr("At least one sample was not taken: %1").arg(reason);
}

QString ProofRun::sentence() const
{
    switch (outcome()) {
    case Outcome::NotStarted:
        return tr("Nothing has been sent yet.");
    case Outcome::Running:
        return tr("The samples are on their way. What is not answered is tried again by itself.");
    case Outcome::HeldUp: {
        const QString reason = reasonOf(*m_samples.at(firstIn(Outcome::HeldUp)).entry);
        return reason.isEmpty() ? tr("The samples wait.") : tr("The samples wait: %1").arg(reason);
    }
    case Outcome::Proven:
        return provenSentence();
    case Outcome::AcceptedOnly:
        return acceptedSentence();
    case Outcome::Failed:
        break;
    }
    return failedSentence();
}

} // namespace segue
