// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckRules.h"

#include "app/checkup/RuleParts.h"
#include "app/exports/PlainText.h"
#include "app/setup/WebLinks.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace segue::CheckRules {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 60;
constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

std::optional<CheckResult> ofKey(CheckId id, const CheckFacts &facts)
{
    switch (id) {
    case CheckId::KeychainEntry:
        return facts.key ? std::optional(keychainEntry(*facts.key)) : std::nullopt;
    case CheckId::KeyShape:
        return facts.key ? std::optional(keyShape(*facts.key)) : std::nullopt;
    case CheckId::KeyShared:
        return facts.twins ? std::optional(keyShared(*facts.twins, facts.connection.environment)) : std::nullopt;
    case CheckId::KeyKnown:
        return facts.probe && facts.source ? std::optional(keyKnown(*facts.probe, *facts.source)) : std::nullopt;
    default:
        return facts.probe && facts.source ? std::optional(region(facts.connection, *facts.probe, *facts.source))
                                           : std::nullopt;
    }
}

std::optional<CheckResult> ofSource(CheckId id, const CheckFacts &facts)
{
    switch (id) {
    case CheckId::Source:
        return facts.source ? std::optional(source(facts.connection, *facts.source)) : std::nullopt;
    case CheckId::Destinations:
        return facts.outlets ? std::optional(destinations(*facts.outlets)) : std::nullopt;
    case CheckId::Loop:
        return facts.outlets ? std::optional(loop(*facts.outlets)) : std::nullopt;
    case CheckId::Schema:
        return facts.schema ? std::optional(schema(*facts.schema)) : std::nullopt;
    default:
        return facts.day ? std::optional(delivery(*facts.day)) : std::nullopt;
    }
}

std::optional<CheckResult> ofFeed(CheckId id, const CheckFacts &facts)
{
    if (!facts.feed) {
        return {};
    }
    switch (id) {
    case CheckId::UserIsHwid:
        return userIsHwid(*facts.feed);
    case CheckId::ContactHwid:
        return contactHwid(*facts.feed);
    case CheckId::Anonymous:
        return anonymous(*facts.feed);
    case CheckId::ExpectedEvents:
        return expectedEvents(facts.connection.selection, *facts.feed);
    default:
        return doubleSending(*facts.feed);
    }
}

} // namespace

std::optional<CheckResult> judge(CheckId id, const CheckFacts &facts)
{
    switch (id) {
    case CheckId::KeychainEntry:
    case CheckId::KeyShape:
    case CheckId::KeyShared:
    case CheckId::KeyKnown:
    case CheckId::Region:
        return ofKey(id, facts);
    case CheckId::Source:
    case CheckId::Destinations:
    case CheckId::Loop:
    case CheckId::Schema:
    case CheckId::Delivery24h:
        return ofSource(id, facts);
    case CheckId::UserIsHwid:
    case CheckId::ContactHwid:
    case CheckId::Anonymous:
    case CheckId::ExpectedEvents:
    case CheckId::DoubleSending:
        return ofFeed(id, facts);
    case CheckId::Endpoint:
        return facts.endpoint ? std::optional(endpoint(*facts.endpoint)) : std::nullopt;
    case CheckId::Application:
        return facts.application ? std::optional(application(facts.connection.applicationCode, *facts.application))
                                 : std::nullopt;
    case CheckId::Selection:
        return selection(facts.connection.selection);
    case CheckId::Queue:
        return facts.queue ? std::optional(queue(facts.connection, *facts.queue)) : std::nullopt;
    }
    return {};
}

CheckResult made(CheckId id, Verdict verdict, const QString &title, const QStringList &evidence, const QString &remedy,
                 const NextStep &next)
{
    CheckResult result;
    result.id = id;
    result.verdict = verdict;
    result.title = title;
    result.evidence = evidence;
    result.evidence.removeAll(QString());
    result.remedy = remedy;
    result.next = next;
    return result;
}

CheckResult notChecked(CheckId id, const Missing &missing)
{
    CheckResult result = made(id, Verdict::NotChecked, checkName(id), {missing.reason}, {}, missing.next);
    result.needs = missing.needs;
    return result;
}

NextStep openSource(const QString &sourceSlug)
{
    return {NextStep::Kind::OpenSegment, WebLinks::sourceOverview(sourceSlug)};
}

NextStep toSetup()
{
    return {NextStep::Kind::Setup, {}};
}

NextStep toSupport()
{
    return {NextStep::Kind::SupportMessage, {}};
}

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString percent(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0) {
        return Text::tr("%1 %", "a share").arg(0);
    }
    std::int64_t rounded = (part * 200 + whole) / (whole * 2);
    if (part > 0 && part < whole) {
        rounded = std::clamp<std::int64_t>(rounded, 1, 99);
    }
    return Text::tr("%1 %", "a share").arg(number(rounded));
}

QString timeOfDay(std::int64_t ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).time(), u"HH:mm:ss"_s);
}

QString quoted(const QString &name)
{
    return Text::tr("“%1”", "a name").arg(plainTextCut(name, kLongestName));
}

QString roughly(std::int64_t ms)
{
    if (ms < 2 * kMinute) {
        return Text::tr("%1 s", "a length of time").arg(number(ms / 1'000));
    }
    if (ms < 2 * kHour) {
        return Text::tr("%1 min", "a length of time").arg(number(ms / kMinute));
    }
    return ms < 2 * kDay ? Text::tr("%1 h", "a length of time").arg(number(ms / kHour))
                         : Text::tr("%1 d", "a length of time").arg(number(ms / kDay));
}

QString regionName(Endpoint::Region region)
{
    return region == Endpoint::Region::Eu ? u"EU"_s : u"US"_s;
}

} // namespace segue::CheckRules
