// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckFacts.h"

//! What the facts mean. Pure: the same facts always give the same result; whoever has gathered them adds the time.
namespace segue::CheckRules {

//! The result of a check as soon as all of its facts are there or known to be missing; nothing before. What could not
//! be looked at is NotChecked and says what it needs, never Pass.
std::optional<CheckResult> judge(CheckId id, const CheckFacts &facts);

// One rule for each check; judge() asks them when their facts are there.

CheckResult keychainEntry(const Result<KeyFact, Missing> &key);
CheckResult keyShape(const Result<KeyFact, Missing> &key);
CheckResult keyShared(const Result<KeyTwins::Found, Missing> &twins, Environment own);
CheckResult keyKnown(const Result<KeyProbeAnswer, Missing> &probe, const Result<SourceFact, Missing> &source);
CheckResult region(const Connection &connection, const Result<KeyProbeAnswer, Missing> &probe,
                   const Result<SourceFact, Missing> &source);

CheckResult source(const Connection &connection, const Result<SourceFact, Missing> &source);
CheckResult destinations(const Result<OutletFact, Missing> &outlets);
CheckResult loop(const Result<OutletFact, Missing> &outlets);
CheckResult schema(const Result<SchemaFact, Missing> &schema);
CheckResult delivery(const Result<DayFact, Missing> &day);

CheckResult endpoint(const Result<EndpointFact, Missing> &endpoint);
CheckResult application(const QString &code, const Result<ApplicationFact, Missing> &application);
CheckResult selection(const Selection &selection);
CheckResult queue(const Connection &connection, const Result<QueueFact, Missing> &queue);

CheckResult userIsHwid(const Result<FeedFact, Missing> &feed);
CheckResult contactHwid(const Result<FeedFact, Missing> &feed);
CheckResult anonymous(const Result<FeedFact, Missing> &feed);
CheckResult expectedEvents(const Selection &selection, const Result<FeedFact, Missing> &feed);
CheckResult doubleSending(const Result<FeedFact, Missing> &feed);

} // namespace segue::CheckRules
