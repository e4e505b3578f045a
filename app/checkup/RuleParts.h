// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckFacts.h"

#include <QCoreApplication>

//! What the rules of CheckRules put their results together from.
namespace segue::CheckRules {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::CheckRules)
};

CheckResult made(CheckId id, Verdict verdict, const QString &title, const QStringList &evidence = {},
                 const QString &remedy = {}, const NextStep &next = {});
//! Not checked, under the name of the check.
CheckResult notChecked(CheckId id, const Missing &missing);

//! The source's page in Segment; where Event Delivery is reached from.
NextStep openSource(const QString &sourceSlug);
NextStep toSetup();
NextStep toSupport();

//! A whole number as the person writes it.
QString number(std::int64_t value);
//! `83 %`, as the person writes it; never 0 % or 100 % unless it is none or all.
QString percent(std::int64_t part, std::int64_t whole);
//! The local time of day.
QString timeOfDay(std::int64_t ms);
//! A name from outside for a sentence, quoted and bounded.
QString quoted(const QString &name);
//! `5 min`, `3 h`, `2 d`: a rough length of time.
QString roughly(std::int64_t ms);
QString regionName(Endpoint::Region region);

} // namespace segue::CheckRules
