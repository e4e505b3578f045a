// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "app/journal/EventLog.h"
#include "app/setup/RunCounts.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace segue {

//! One run of one sample per selected event, and what becomes of each, as the journal says it (PRODUCT, Run). What it
//! proves by itself are the states; further evidence about a run (counts by its id, for one) is asked for by `record()`.
//! Lives on the main thread.
class ProofRun : public QObject
{
    Q_OBJECT
public:
    enum class Outcome {
        NotStarted,
        Running,
        HeldUp,       //!< something waits for a person: a key, a pause, an endpoint that answers as none
        Proven,       //!< each was seen at the other side, or Segment counts it under the run's id
        AcceptedOnly, //!< each was taken, not each was seen
        Failed,
    };
    struct Sample
    {
        QString event;
        QString messageId;
        std::optional<Entry> entry; //!< nothing before it was read, or when it has left the log
    };
    //! What shows that a run arrived, the strongest.
    enum class Evidence {
        Missing,
        Seen,    //!< the sandbox has each, or each came back as an echo
        Counted, //!< Segment counts the rest under the run's id
        Named,   //!< Segment counts events of these names, which others may have sent; proves nothing
        Person,  //!< a person says so
    };
    using Submit = std::function<void(std::vector<NewEntry> entries, QObject *context,
                                      std::function<void(Result<std::vector<EntryId>>)> callback)>;

    //! `newId` gives a fresh random id in the form of a UUID at each call.
    ProofRun(EventLog &log, const Clock &clock, Submit submit, std::function<QString()> newId, QObject *parent = nullptr);

    //! Journals the samples of a new run; the earlier one is let go.
    void start(const Connection &connection, bool keepOutOfDestinations);
    //! Goes on watching a run of an earlier time; nothing: none.
    void resume(const std::optional<ProofRecord> &record);
    //! What to keep of it; nothing before the samples are on disk.
    std::optional<ProofRecord> record() const;
    //! A person has, or has not after all, seen the run's events at Segment.
    void setSeenByPerson(bool seen);
    //! Whether it goes to Segment, or to another endpoint that speaks as Segment does: what is said of it differs.
    void setSegment(bool isSegment) { m_isSegment = isSegment; }
    //! What Segment's Public API counts for this run.
    void setCounts(const RunCounts &counts);

    const QList<Sample> &samples() const { return m_samples; }
    Outcome outcome() const;
    Evidence evidence() const;
    //! `proven`, `accepted only`, `failed at …`: the result in few words, translated.
    QString resultWord() const;
    //! What the result means, and what stands in its way; translated.
    QString sentence() const;

    static Outcome outcomeOf(const std::vector<EventState> &states);

Q_SIGNALS:
    void changed();
    //! The samples could not be journaled; in words for people.
    void problem(const QString &text);

private:
    static Outcome weakest(const std::vector<Outcome> &stages);
    Outcome stage(qsizetype sample) const;
    //! It is Segment's count, and no state, that says it failed.
    bool stageIsCounted(qsizetype sample) const;
    QString provenSentence() const;
    QString acceptedSentence() const;
    QString failedSentence() const;
    void look();
    void take(const std::vector<Entry> &entries);
    //! It stays so: entries leave the log in time.
    void noteProven();
    qsizetype firstIn(Outcome outcome) const;

    EventLog &m_log;
    const Clock &m_clock;
    const Submit m_submit;
    const std::function<QString()> m_newId;
    QList<Sample> m_samples;
    std::optional<ProofRecord> m_record;
    bool m_isSegment = true;
    bool m_read = false; //!< the entries have been asked for, and what came is what there is
    quint64 m_run = 0; //!< answers of an earlier run are dropped
};

} // namespace segue
