// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalog/Selection.h"
#include "app/segment/PublicApiTypes.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace segue {

//! A tracking plan for the events of a connection, as Segment's Protocols takes it (Segment reference 3.8). A value.
struct TrackingPlanDraft
{
    static constexpr qsizetype kMostRules = 200; //!< in one update

    QString name;
    QString description;
    QList<TrackRule> rules;

    //! One rule for each selected event: `message_type` is required, and what Pushwoosh leaves open (whether
    //! `device_type` is text or a number) the plan leaves open as well. Pure.
    static TrackingPlanDraft of(const QString &connectionName, const Selection &selection);

    //! One file with both bodies as Segment's API takes them: `trackingPlan` for POST /tracking-plans, and the whole of
    //! `{"rules": …}` for PUT /tracking-plans/{id}/rules.
    QByteArray json() const;
};

} // namespace segue
