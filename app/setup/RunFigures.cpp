// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/RunFigures.h"

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
    , m_clock(clock)
    , m_pace(pace)
    , m_access(workspaces, secrets)
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
        m_source = {}; // with the token that is kept by now
    }
    ask();
}

void RunFigures::ask()
{
    stop();
    enter(Phase::Asking);
    if (!m_source.isFound()) {
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

void RunFigures::findSource()
{
    m_access.open(m_connection, [this](const OpenedSource &opened) {
        m_api = opened.api;
        m_source = opened.match;
        switch (opened.state) {
        case OpenedSource::State::Ready:
            ask();
            break;
        case OpenedSource::State::NoApi:
            enter(Phase::NoApi);
            break;
        case OpenedSource::State::NoToken:
            enter(Phase::NoToken);
            break;
        case OpenedSource::State::NoSource:
            enter(Phase::NoSource);
            break;
        case OpenedSource::State::Failed:
            fail(opened.error);
            break;
        }
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
    m_timer.stop();
    m_nextAsk = 0;
    m_access.stop();
    if (m_request) {
        m_request->abort();
        m_request->deleteLater(); // it may be the one that is answering
        m_request = nullptr;
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
        return OpenedSource{OpenedSource::State::NoApi, {}, {}, {}}.sentence();
    case Phase::NoToken:
        return OpenedSource{OpenedSource::State::NoToken, {}, {}, {}}.sentence();
    case Phase::NoSource:
        return OpenedSource{OpenedSource::State::NoSource, {}, {}, {}}.sentence();
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
