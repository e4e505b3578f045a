// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SourceChange.h"
#include "app/setup/TrackingPlanDraft.h"

namespace segue {

//! Makes a tracking plan in Segment's workspace and connects it to a connection's source. A source that has a plan
//! keeps it.
class TrackingPlanMaker : public SourceChange
{
    Q_OBJECT
public:
    TrackingPlanMaker(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent = nullptr);

    void prepare(const Connection &connection, const TrackingPlanDraft &plan);
    void make();
    QString question() const override;

private:
    void setRules();
    void connectPlan();

    TrackingPlanDraft m_plan;
    TrackingPlan m_made;
};

} // namespace segue
