// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/RunFigures.h"

#include "app/core/Futures.h"
#include "app/setup/WorkspaceAccess.h"

#include <algorithm>

namespace segue {

namespace {

//! Goes by itself, or may.
bool isPassing(const Error &error)
{
    return error.code == ErrorCode::Network || error.code == ErrorCode::TimedOut || error.code == ErrorCode::Busy ||
           error.code == ErrorCode::Cancelled;
}

//! What an earlier look at the run has shown.
RunCounts countsOf(const ProofRecord &run)
{
    RunCounts counts;
    counts.by = run.countedBy;
    counts.askedAt = run.countedAt;
    for (const ProofRecord::Sample &sample : run.samples) {
        counts.events.append({sample.event, sample.counted == ProofRecord::Counted::Received ? 1 : 0,
                              sample.counted == ProofRecord::Counted::Failed ? 1 : 0, sample.discardReason});
    }
    return counts;
}

} // namespace

RunFigures::RunFigures(WorkspaceAccess &workspaces, SecretAccess &secrets, const Clock &clock, Pace pace,
                       QObject *parent)
    : QObject(parent)
    , m_workspaces(workspaces)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RunFigures::ask);
    connect(&secrets, &SecretAccess::changed, this, [this](const QString &account) {
        const bool isToken = WorkspaceAccess::exists(m_connection.endpoint.region()) &&
                             account == WorkspaceAccess::nameOf(m_connection.endpoint.region()).account;
        if (isToken && (m_phase == Phase::NoToken || m_phase == Phase::Fault)) {
            askNow();
        }
    });
}

RunFigures::~RunFigures()
{
    stop();
}

void RunFigures::watch(const Connection &connection, const std::optional<ProofRecord> &run)
{
    const bool same = run && m_run && run->runId == m_run->runId && connection.id == m_connection.id &&
                      connection.endpoint == m_connection.endpoint && connection.name == m_connection.name;
    if (same || (!run && !m_run)) {
        return;
    }
    stop();
    m_api.reset();
    m_source = {};
    m_connection = connection;
    m_run = run;
    m_counts = run ? countsOf(*run) : RunCounts();
    begin();
}

void RunFigures::begin()
{
    m_fault.clear();
    m_wait = m_pace.first;
    m_begun = m_clock.monotonic();
    if (!m_run) {
        enter(Phase::Off);
    } else if (!WorkspaceAccess::exists(m_connection.endpoint.region())) {
        enter(Phase::NoApi);
    } else if (m_counts.by == ProofRecord::CountedBy::Run && m_counts.isComplete()) {
        enter(Phase::Complete);
    } else if (m_paused) {
        enter(Phase::Paused);
    } else {
        ask();
    }
}

void RunFigures::pause()
{
    m_paused = true;
    if (isActive()) {
        stop();
        enter(Phase::Paused);
    }
}

void RunFigures::goOn()
{
    m_paused = false;
    if (m_phase == Phase::Paused) {
        begin();
    }
}

void RunFigures::askNow()
{
    if (m_phase == Phase::Off || m_phase == Phase::NoApi || m_phase == Phase::Asking || m_paused) {
        return;
    }
    stop();
    m_fault.clear();
    m_wait = m_pace.first;
    m_begun = m_clock.monotonic();
    if (m_phase == Phase::Fault || m_phase == Phase::NoToken) {
        m_api.reset(); // with the token that is kept by now
        m_source = {};
    }
    ask();
}

void RunFigures::ask()
{
    stop();
    enter(Phase::Asking);
    if (!m_api) {
        openApi();
    } else if (!m_source.isFound()) {
        findSource();
    } else {
        const std::int64_t now = m_clock.now();
        m_request =
            new RunCountsRequest(m_api, m_source.source.id, *m_run, now, now - m_run->started >= m_pace.namesAfter,
                                 [this](const Result<RunCounts> &answer) { take(answer); });
        m_request->setParent(this);
        m_request->start();
    }
}

void RunFigures::openApi()
{
    using Api = Result<std::shared_ptr<PublicApi>>;
    whenAnswered(m_workspaces.open(m_connection.endpoint.region()), this, [this, own = m_generation](const Api &api) {
        if (own != m_generation) {
            return;
        }
        if (api) {
            m_api = api.value();
            findSource();
        } else if (api.error().code == ErrorCode::Absent
                                || api.error().code == ErrorCode::NoService) {
            enter(Phase::NoToken);
        } else {
            fail(api.error());
        }
    });
}

void RunFigures::findSource()
{
    using Sources = Result<QList<SegmentSource>>;
    whenAnswered(m_api->sources(), this, [this, own = m_generation](const Sources &sources) {
        if (own != m_generation) {
            return;
        }
        if (!sources) {
            fail(sources.error());
            return;
        }
        whenAnswered(m_secrets.read(SecretName::writeKey(m_connection.id)), this,
                     [this, own, all = sources.value()](const Result<Secret> &key) {
                         if (own != m_generation) {
                             return;
                         }
                         m_source = SourceMatch::of(all, m_connection.name, key.valueOr(Secret()));
                         if (m_source.isFound()) {
                             ask();
                         } else {
                             enter(Phase::NoSource);
                         }
                     });
    });
}

void RunFigures::take(const Result<RunCounts> &answer)
{
    if (!answer) {
        fail(answer.error());
        return;
    }
    m_fault.clear();
    m_counts = answer.value();
    if (m_counts.isComplete()) {
        enter(Phase::Complete);
    } else {
        planNext();
    }
}

void RunFigures::planNext()
{
    if (m_clock.monotonic() - m_begun + m_wait > m_pace.giveUp) {
        enter(Phase::GivenUp);
        return;
    }
    m_timer.start(m_wait);
    m_nextAsk = m_clock.now() + m_wait;
    m_wait = std::min(m_pace.longest, m_wait * 8 / 5 + 1);
    enter(Phase::Waiting);
}

void RunFigures::fail(const Error &error)
{
    m_fault = error.userText;
    if (isPassing(error)) {
        planNext();
    } else {
        enter(Phase::Fault);
    }
}

void RunFigures::stop()
{
    ++m_generation;
    m_timer.stop();
    m_nextAsk = 0;
    if (m_request) {
        m_request->abort();
        m_request->deleteLater(); // it may be the one that is answering
        m_request = nullptr;
    } else if (m_api) {
        m_api->abortAll();
    }
}

void RunFigures::enter(Phase phase)
{
    if (phase != Phase::Waiting) {
        m_nextAsk = 0;
    }
    m_phase = phase;
    Q_EMIT changed();
}

QString RunFigures::sentence() const
{
    switch (m_phase) {
    case Phase::Off:
        return tr("There is no run to ask about yet.");
    case Phase::NoApi:
        return tr("This endpoint has no Public API that Segue could ask for counts.");
    case Phase::NoToken:
        return tr(
            "With a token of Segment's Public API, Segue asks Segment itself what it counts for this run. An owner of "
            "the workspace makes one under Settings › Workspace settings › Access Management › Tokens (plans Team and "
            "Business); it is kept in the keychain from the page where the source is set up.");
    case Phase::NoSource:
        return tr("No source of the token's workspace has this connection's write key or name. Is the token of another "
                  "workspace, or was the source renamed?");
    case Phase::Asking:
        return tr("Asking Segment…");
    case Phase::Paused:
        return tr("Not asked while this page is not looked at.");
    case Phase::Complete:
        return m_counts.by == ProofRecord::CountedBy::Name
                   ? tr("Segment did not tell this run apart, so these are its counts by name since the run began: "
                        "events of "
                        "others are among them.")
                   : tr("Every event of the run is counted under the run's id.");
    case Phase::GivenUp:
        return tr(
            "Not every event was counted within %n minute(s). Counts come late at times; ask again later, or look into "
            "the source's Event Delivery in Segment.",
            nullptr, static_cast<int>(m_pace.giveUp / 60'000));
    case Phase::Fault:
        return m_fault;
    case Phase::Waiting:
        break;
    }
    if (!m_fault.isEmpty()) {
        return m_fault;
    }
    return m_counts.by == ProofRecord::CountedBy::Name
               ? tr("Segment does not tell this run apart, so these are its counts by name since the run began: events "
                    "of "
                    "others are among them.")
               : tr("Segment counts an event about half a minute after it arrived, at times later.");
}

} // namespace segue
