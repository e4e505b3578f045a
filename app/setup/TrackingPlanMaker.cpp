// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/TrackingPlanMaker.h"

#include "app/core/Futures.h"
#include "app/segment/PublicApi.h"

namespace segue {

TrackingPlanMaker::TrackingPlanMaker(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent)
    : QObject(parent)
    , m_access(workspaces, secrets)
{
}

void TrackingPlanMaker::prepare(const Connection &connection, const TrackingPlanDraft &plan)
{
    stop();
    m_busy = true;
    m_plan = plan;
    m_made = {};
    m_access.open(connection, [this, own = m_generation](const OpenedSource &opened) {
        m_opened = opened;
        if (opened.state != OpenedSource::State::Ready) {
            fail(opened.sentence());
            return;
        }
        whenAnswered(opened.api->source(opened.match.source.id), this,
                     [this, own](const Result<SegmentSource> &source) {
                         if (own != m_generation) {
                             return;
                         }
                         if (!source) {
                             fail(source.error().userText);
                         } else if (!source.value().trackingPlanId.isEmpty()) {
                             fail(tr("The source has a tracking plan already, and a source has but one. Nothing was "
                                     "changed; save the "
                                     "rules as a file to compare them."));
                         } else {
                             m_busy = false;
                             Q_EMIT ready();
                         }
                     });
    });
}

QString TrackingPlanMaker::question() const
{
    const SegmentSource &source = m_opened.match.source;
    return tr("Create the tracking plan “%1” in Segment, with %n rule(s) for track calls, and connect it to the source "
              "“%2” "
              "(%3)?",
              nullptr, static_cast<int>(m_plan.rules.size()))
        .arg(m_plan.name, source.name.isEmpty() ? source.slug : source.name, m_opened.match.how());
}

void TrackingPlanMaker::make()
{
    if (m_busy || m_opened.state != OpenedSource::State::Ready) {
        return;
    }
    m_busy = true;
    whenAnswered(m_opened.api->createTrackingPlan(m_plan.name, m_plan.description), this,
                 [this, own = m_generation](const Result<TrackingPlan> &plan) {
                     if (own != m_generation) {
                         return;
                     }
                     if (!plan) {
                         fail(tr("%1 No tracking plan was made.").arg(plan.error().userText));
                         return;
                     }
                     m_made = plan.value();
                     setRules();
                 });
}

void TrackingPlanMaker::setRules()
{
    whenAnswered(m_opened.api->setTrackingPlanRules(m_made.id, m_plan.rules), this,
                 [this, own = m_generation](const Status &set) {
                     if (own != m_generation) {
                         return;
                     }
                     if (!set) {
                         fail(tr("%1 The tracking plan “%2” was made, without rules, and is connected to nothing.")
                                  .arg(set.error().userText, m_plan.name));
                         return;
                     }
                     connectPlan();
                 });
}

void TrackingPlanMaker::connectPlan()
{
    whenAnswered(m_opened.api->connectTrackingPlan(m_made.id, m_opened.match.source.id), this,
                 [this, own = m_generation](const Status &connected) {
                     if (own != m_generation) {
                         return;
                     }
                     if (!connected) {
                         fail(tr("%1 The tracking plan “%2” was made with its rules, and is connected to nothing.")
                                  .arg(connected.error().userText, m_plan.name));
                         return;
                     }
                     m_busy = false;
                     Q_EMIT made(tr("The tracking plan “%1” was made and connected to the source.").arg(m_plan.name));
                 });
}

void TrackingPlanMaker::stop()
{
    ++m_generation;
    m_access.stop();
    if (m_opened.api) {
        m_opened.api->abortAll();
    }
    m_opened = {};
    m_busy = false;
}

void TrackingPlanMaker::fail(const QString &text)
{
    m_busy = false;
    Q_EMIT failed(text);
}

} // namespace segue
