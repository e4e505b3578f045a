// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/setup/RunCounts.h"
#include "app/setup/SetupDraft.h"
#include "app/setup/SourceAccess.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace segue {

class Clock;
class PublicApi;
class RunCountsRequest;
class SecretAccess;
class WorkspaceAccess;

//! What Segment's Public API counts for a run (PRODUCT, Run), asked again with growing pauses until every event of the
//! run is counted, or half an hour is over. Nothing is asked without a token that is kept for the region. Lives on the
//! main thread.
class RunFigures : public QObject
{
    Q_OBJECT
public:
    enum class Phase {
        Off,      //!< no run to ask about
        NoApi,    //!< another endpoint: there is none to ask
        NoToken,  //!< none is kept for the region
        NoSource, //!< no source of the workspace fits the connection
        Asking,   //!< a request is under way
        Waiting,  //!< until nextAsk()
        Paused,   //!< the page is not looked at
        Complete, //!< every event of the run is counted
        GivenUp,  //!< not within the time; asked again only on request
        Fault,    //!< Segment's answer, or the keychain's, stands in the way; asked again only on request
    };
    //! ms.
    struct Pace
    {
        int first = 5'000;
        int longest = 60'000;
        std::int64_t giveUp = std::int64_t{30} * 60 * 1'000;
        //! How old a run is when counts by its id that show nothing are taken for a grouping that does not work.
        std::int64_t namesAfter = std::int64_t{2} * 60 * 1'000;
    };

    RunFigures(WorkspaceAccess &workspaces, SecretAccess &secrets, const Clock &clock, Pace pace,
               QObject *parent = nullptr);
    ~RunFigures() override;

    //! Asks about this run from now on; the same one again changes nothing. Nothing: about none.
    void watch(const Connection &connection, const std::optional<ProofRecord> &run);
    //! The page is left: what is under way is ended.
    void pause();
    //! It is looked at again.
    void goOn();
    void askNow();

    Phase phase() const { return m_phase; }
    const RunCounts &counts() const { return m_counts; }
    const SourceMatch &source() const { return m_source; }
    //! When it is asked next; 0: not by itself. ms since 1970 UTC.
    std::int64_t nextAsk() const { return m_nextAsk; }
    //! What the phase means, for people; translated.
    QString sentence() const;

Q_SIGNALS:
    void changed();

private:
    void begin();
    void findSource();
    void ask();
    void take(const Result<RunCounts> &answer);
    void planNext();
    void stop();
    void enter(Phase phase);
    void fail(const Error &error);
    bool isActive() const { return m_phase == Phase::Asking || m_phase == Phase::Waiting; }

    const Clock &m_clock;
    const Pace m_pace;
    SourceAccess m_access;
    Connection m_connection;
    std::optional<ProofRecord> m_run;
    std::shared_ptr<PublicApi> m_api;
    RunCountsRequest *m_request = nullptr;
    SourceMatch m_source;
    RunCounts m_counts;
    QString m_fault;
    QTimer m_timer;
    int m_wait = 0;
    std::int64_t m_begun = 0; //!< monotonic
    std::int64_t m_nextAsk = 0;
    bool m_paused = false;
    Phase m_phase = Phase::Off;
};

} // namespace segue
