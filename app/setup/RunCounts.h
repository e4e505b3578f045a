// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/core/Result.h"
#include "app/segment/PublicApiTypes.h"
#include "app/setup/SetupDraft.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace segue {

class PublicApi;

//! What Segment counts for a run. A value.
struct RunCounts
{
    struct Event
    {
        QString name;
        std::int64_t received = 0;
        std::int64_t failed = 0; //!< on ingest
        QString discardReason;   //!< of those that failed; Segment's code word

        bool operator==(const Event &) const = default;
    };
    ProofRecord::CountedBy by = ProofRecord::CountedBy::Nobody;
    QList<Event> events;      //!< one for each event of the run, in its order
    std::int64_t askedAt = 0; //!< ms since 1970 UTC; 0: never

    //! Every event of the run was received or has failed.
    bool isComplete() const;
    bool operator==(const RunCounts &) const = default;
};

//! Asks once for the counts of a run: by its id (`appVersion`) on Delivery Overview and, where that shows less than the
//! run has, on Event Volume; by the events' names when the grouping is not taken, or shows nothing for long. Lives on
//! the main thread.
class RunCountsRequest : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<RunCounts> &)>;

    //! @param now ms since 1970 UTC
    //! @param mayUseNames the run is old enough to be counted by names when its id shows nothing
    RunCountsRequest(std::shared_ptr<PublicApi> api, const QString &sourceId, const ProofRecord &run, std::int64_t now,
                     bool mayUseNames, Done whenDone);

    void start();
    //! Ends what is under way; no answer comes after this.
    void abort();

private:
    using Figures = Result<DeliveryFigures>;
    using By = ProofRecord::CountedBy;

    DeliveryQuery query(DeliveryStep step, By by) const;
    void askReceived();
    void askFailed();
    void askVolume();
    void askNames();
    void askNamesFailed();
    void end();
    void add(const DeliveryFigures &figures, bool failed);
    template <class T> void ask(const QFuture<T> &future, void (RunCountsRequest::*take)(const T &));
    void takeReceived(const Figures &figures);
    void takeFailed(const Figures &figures);
    void takeVolume(const Result<QList<VolumeRow>> &rows);
    void takeNames(const Figures &figures);
    void takeNamesFailed(const Figures &figures);
    bool showsAnything() const;

    std::shared_ptr<PublicApi> m_api;
    QString m_sourceId;
    QString m_version; //!< the run as `context.app.version` holds it
    QStringList m_names;
    std::int64_t m_begin;
    std::int64_t m_end;
    Granularity m_granularity;
    bool m_mayUseNames;
    Done m_done;
    RunCounts m_counts;
    bool m_groupingRefused = false; //!< Delivery Overview does not take the run's id
    std::optional<Error> m_error;   //!< the first
};

} // namespace segue
