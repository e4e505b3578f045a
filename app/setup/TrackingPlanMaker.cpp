// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/TrackingPlanMaker.h"

#include "app/core/Futures.h"
#include "app/segment/PublicApi.h"

namespace segue {

TrackingPlanMaker::TrackingPlanMaker(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent)
    : SourceChange(workspaces, secrets, parent)
{
}

void TrackingPlanMaker::prepare(const Connection &connection, const TrackingPlanDraft &plan)
{
    m_plan = plan;
    m_made = {};
    open(connection, [this] {
        whenAnswered(api().source(match().source.id), this,
                     [this, own = generation()](const Result<SegmentSource> &source) {
                         if (isLate(own)) {
                             return;
                         }
                         if (!source) {
                             fail(source.error().userText);
                         } else if (!source.value().trackingPlanId.isEmpty()) {
                             fail(tr("The source has a tracking plan already, and a source has but one. Nothing was "
                                     "changed; save the "
                                     "rules as a file to compare them."));
                         } else {
                             end();
                             Q_EMIT ready();
                         }
                     });
    });
}

QString TrackingPlanMaker::question() const
{
    const SegmentSource &source = match().source;
    return tr("Create the tracking plan “%1” in Segment, with %n rule(s) for track calls, and connect it to the source "
              "“%2” "
              "(%3)?",
              nullptr, static_cast<int>(m_plan.rules.size()))
        .arg(m_plan.name, source.name.isEmpty() ? source.slug : source.name, match().how());
}

void TrackingPlanMaker::make()
{
    if (!begin()) {
        return;
    }
    whenAnswered(api().createTrackingPlan(m_plan.name, m_plan.description), this,
                 [this, own = generation()](const Result<TrackingPlan> &plan) {
                     if (isLate(own)) {
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
    whenAnswered(api().setTrackingPlanRules(m_made.id, m_plan.rules), this,
                 [this, own = generation()](const Status &set) {
                     if (isLate(own)) {
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
    whenAnswered(api().connectTrackingPlan(m_made.id, match().source.id), this,
                 [this, own = generation()](const Status &connected) {
                     if (isLate(own)) {
                         return;
                     }
                     if (!connected) {
                         fail(tr("%1 The tracking plan “%2” was made with its rules, and is connected to nothing.")
                                  .arg(connected.error().userText, m_plan.name));
                         return;
                     }
                     end();
                     Q_EMIT made(tr("The tracking plan “%1” was made and connected to the source.").arg(m_plan.name));
                 });
}

} // namespace segue
