// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckRules.h"
#include "app/checkup/RuleParts.h"
#include "app/exports/PlainText.h"
#include "app/setup/DiscardText.h"
#include "app/setup/WebLinks.h"

#include <algorithm>

namespace segue::CheckRules {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostNames = 5;
constexpr qsizetype kMostReasons = 5;
constexpr qsizetype kLongestCode = 60;

QString nameOf(const SegmentDestination &destination)
{
    return quoted(destination.name.isEmpty() ? destination.kindName : destination.name);
}

QString listed(const QStringList &names)
{
    const QString joined = QStringList(names.mid(0, kMostNames)).join(Text::tr(", ", "between names"));
    const auto more = static_cast<int>(names.size() - kMostNames);
    return more > 0 ? Text::tr("%1 and %n more", nullptr, more).arg(joined) : joined;
}

QString fourteenDays()
{
    return Text::tr("Segment switches a source off after 14 days without an enabled destination, even while events "
                    "arrive.");
}

//! `12 × no_user_anon_id`, the most frequent first.
QStringList reasonsOf(const DeliveryFigures &figures, QString &remedy)
{
    QMap<QString, std::int64_t> totals;
    for (const DeliveryRow &row : figures.rows) {
        if (!row.discardReason.isEmpty()) {
            totals[row.discardReason] += row.total;
        }
    }
    QStringList reasons = totals.keys();
    std::ranges::stable_sort(reasons, [&](const QString &a, const QString &b) { return totals[a] > totals[b]; });
    QStringList lines;
    for (const QString &reason : std::as_const(reasons)) {
        if (lines.size() == kMostReasons) {
            break;
        }
        lines.append(
            Text::tr("%1 × %2", "how often, a reason").arg(number(totals[reason]), plainTextCut(reason, kLongestCode)));
        remedy = remedy.isEmpty() ? DiscardText::of(reason).remedy : remedy;
    }
    return lines;
}

CheckResult foundSource(const SourceFact &fact)
{
    constexpr CheckId id = CheckId::Source;
    const SegmentSource &source = fact.match.source;
    const QString name = quoted(source.name.isEmpty() ? source.slug : source.name);
    const QString where =
        fact.match.isByKey()
            ? Text::tr("%1 in the workspace %2 has this very key.").arg(name, quoted(fact.workspace.name))
            : Text::tr("%1 in the workspace %2 has the connection's name.").arg(name, quoted(fact.workspace.name));
    if (!source.enabled) {
        return made(
            id, Verdict::Fail, Text::tr("The source is switched off"),
            {where, Text::tr("Segment drops its events (source_disabled) and answers 200 all the same.")},
            Text::tr(
                "Switch it on in Segment, and connect a destination: without one it goes off again after 14 days."),
            openSource(source.slug));
    }
    if (!source.kind.isPushwoosh()) {
        return made(id, Verdict::Warn, Text::tr("The source is not of the Pushwoosh kind"),
                    {where, Text::tr("Its kind is %1. Events arrive there as well, but Segment does not show them as "
                                     "Pushwoosh's.")
                                .arg(quoted(source.kind.name))},
                    Text::tr("Take the key of a source of the kind Pushwoosh, unless this one is for trials."),
                    openSource(source.slug));
    }
    if (!fact.match.isByKey()) {
        return made(id, Verdict::Warn, Text::tr("A source of that name is there, but its key was not seen"),
                    {where, Text::tr("This token is not shown write keys, or the key could not be read here.")},
                    Text::tr("A token of a Workspace Owner or source admin is shown them; or compare the key by hand."),
                    openSource(source.slug));
    }
    return made(id, Verdict::Pass, Text::tr("The source is there, and the key is its own"),
                {where, Text::tr("It is enabled and of the Pushwoosh kind.")});
}

} // namespace

CheckResult source(const Connection &connection, const Result<SourceFact, Missing> &source)
{
    constexpr CheckId id = CheckId::Source;
    if (!source) {
        return notChecked(id, source.error());
    }
    const SourceFact &fact = source.value();
    if (fact.match.isFound()) {
        return foundSource(fact);
    }
    const QString looked = Text::tr("%n source(s) of the workspace %1 were looked at.", nullptr, fact.sources)
                               .arg(quoted(fact.workspace.name));
    if (!fact.showsKeys && fact.sources > 0) {
        return notChecked(
            id,
            {looked + u' ' +
                 Text::tr("None has the name %1, and this token is not shown write keys.").arg(quoted(connection.name)),
             Text::tr("A token of a Workspace Owner or source admin."),
             {}});
    }
    return made(
        id, Verdict::Fail, Text::tr("No source has this write key"),
        {looked, Text::tr("Segment answers 200 to a key that belongs to no source, and drops the events.")},
        Text::tr("Compare the key with the source's page in Segment. If the source is in another workspace, give "
                 "Segue that workspace's token."),
        {NextStep::Kind::OpenSegment, WebLinks::sourceOverview({})});
}

CheckResult destinations(const Result<OutletFact, Missing> &outlets)
{
    constexpr CheckId id = CheckId::Destinations;
    if (!outlets) {
        return notChecked(id, outlets.error());
    }
    QStringList enabled;
    for (const SegmentDestination &each : outlets.value().destinations) {
        if (each.enabled) {
            enabled.append(nameOf(each));
        }
    }
    const auto warehouses = std::ranges::count_if(outlets.value().warehouses, &SegmentWarehouse::enabled);
    const auto off = static_cast<int>(outlets.value().destinations.size() - enabled.size());
    const QString offText =
        off == 0 ? QString() : Text::tr("%n destination(s) are connected but switched off.", nullptr, off);
    const NextStep next = openSource(outlets.value().sourceSlug);
    if (!enabled.isEmpty()) {
        return made(id, Verdict::Pass,
                    Text::tr("%n destination(s) are connected", nullptr, static_cast<int>(enabled.size())),
                    {listed(enabled), offText,
                     warehouses == 0 ? QString()
                                     : Text::tr("%n warehouse(s) as well.", nullptr, static_cast<int>(warehouses))});
    }
    if (warehouses > 0) {
        return made(
            id, Verdict::Warn, Text::tr("Only a warehouse is connected to the source"),
            {fourteenDays(), Text::tr("Whether a warehouse counts as one is not documented (unverified)."), offText},
            Text::tr("Connect and enable a destination as well, or watch for Segment's e-mail."), next);
    }
    return made(id, Verdict::Fail, Text::tr("No destination is connected to the source"), {fourteenDays(), offText},
                Text::tr("Connect a destination or a warehouse in Segment, and enable it."), next);
}

CheckResult loop(const Result<OutletFact, Missing> &outlets)
{
    constexpr CheckId id = CheckId::Loop;
    if (!outlets) {
        return notChecked(id, outlets.error());
    }
    for (const bool enabled : {true, false}) {
        const auto found = std::ranges::find_if(outlets.value().destinations, [&](const SegmentDestination &each) {
            return each.isPushwoosh() && each.enabled == enabled;
        });
        if (found == outlets.value().destinations.end()) {
            continue;
        }
        const QString what = Text::tr("%1 is a Pushwoosh destination of this very source.").arg(nameOf(*found));
        return enabled ? made(id, Verdict::Fail, Text::tr("Events run in a loop"),
                              {what, Text::tr("What Pushwoosh sends comes back into Pushwoosh as events, as far as the "
                                              "destination's mappings let it.")},
                              Text::tr("Take it off this source, or let its mappings pass none of the seven events. It "
                                       "belongs to the sources of your apps."),
                              openSource(outlets.value().sourceSlug))
                       : made(id, Verdict::Warn, Text::tr("A loop is prepared, but switched off"),
                              {what, Text::tr("It is switched off now.")},
                              Text::tr("Take it off this source, so that nobody switches it on."),
                              openSource(outlets.value().sourceSlug));
    }
    return made(id, Verdict::Pass, Text::tr("There is no loop"),
                {Text::tr("No Pushwoosh destination is connected to this source.")});
}

CheckResult schema(const Result<SchemaFact, Missing> &schema)
{
    constexpr CheckId id = CheckId::Schema;
    if (!schema) {
        return notChecked(id, schema.error());
    }
    const SchemaFact &fact = schema.value();
    const SchemaSettings &settings = fact.settings;
    if (!settings.allowUnplannedEvents) {
        return notChecked(id, {Text::tr("Segment named no schema settings for this source."), {}, {}});
    }
    const NextStep next = openSource(fact.sourceSlug);
    if (!*settings.allowUnplannedEvents && !fact.hasTrackingPlan) {
        return made(
            id, Verdict::Fail, Text::tr("The source blocks events that no plan names"),
            {Text::tr("Unplanned events are blocked, and no tracking plan is connected: Pushwoosh's events arrive "
                      "but go nowhere.")},
            Text::tr("Allow unplanned events in the source's schema settings, or connect a tracking plan that "
                     "names them."),
            next);
    }
    QStringList narrow;
    if (!*settings.allowUnplannedEvents) {
        narrow.append(Text::tr(
            "Unplanned events are blocked: each event must stand in the connected tracking plan, in its exact case."));
    }
    if (!settings.allowUnplannedEventProperties.value_or(true)) {
        narrow.append(Text::tr("Properties that the plan does not name are left out."));
    }
    if (!settings.allowEventOnViolations.value_or(true) || settings.commonEventOnViolations == u"BLOCK"_s) {
        narrow.append(Text::tr("Events that break a rule of the plan are blocked."));
    }
    if (!settings.allowPropertiesOnViolations.value_or(true) ||
        settings.commonEventOnViolations == u"OMIT_PROPERTIES"_s) {
        narrow.append(Text::tr("Properties that break a rule of the plan are left out."));
    }
    if (!narrow.isEmpty()) {
        return made(id, Verdict::Warn, Text::tr("The schema settings may hold events back"), narrow,
                    Text::tr("See that the plan names the selected events with their three properties."), next);
    }
    return made(id, Verdict::Pass, Text::tr("The schema settings let every event through"),
                {Text::tr("Unplanned events are allowed.")});
}

CheckResult delivery(const Result<DayFact, Missing> &day)
{
    constexpr CheckId id = CheckId::Delivery24h;
    if (!day) {
        return notChecked(id, day.error());
    }
    const DayFact &fact = day.value();
    const std::int64_t failed = fact.failedOnIngest.total;
    QString remedy;
    QStringList evidence{Text::tr("%1 received in the last 24 hours, %2 failed on ingest, %3 held back by the schema.")
                             .arg(number(fact.received), number(failed), number(fact.filteredAtSource))};
    evidence += reasonsOf(fact.failedOnIngest, remedy);
    const DayFact::Destination *worst = nullptr;
    for (const DayFact::Destination &each : fact.destinations) {
        evidence.append(Text::tr("%1: %2 delivered, %3 failed.", "a destination")
                            .arg(quoted(each.name), number(each.delivered), number(each.failed)));
        worst = each.failed > 0 && (worst == nullptr || each.failed > worst->failed) ? &each : worst;
    }
    if (fact.leftOut > 0) {
        evidence.append(Text::tr("%n further destination(s) were not asked about.", nullptr, fact.leftOut));
    }
    const NextStep segment = openSource(fact.sourceSlug);
    if (failed > 0) {
        const bool nothingPassed = fact.received == 0;
        return made(
            id, nothingPassed ? Verdict::Fail : Verdict::Warn,
            nothingPassed ? Text::tr("Segment drops every event") : Text::tr("Segment drops some events"), evidence,
            remedy.isEmpty() ? Text::tr("Look at Event Delivery in Segment for the reasons.") : remedy, segment);
    }
    if (worst != nullptr) {
        const bool nonePassed = worst->delivered == 0;
        return made(
            id, nonePassed ? Verdict::Fail : Verdict::Warn,
            (nonePassed ? Text::tr("Events do not reach %1") : Text::tr("Some events do not reach %1"))
                .arg(quoted(worst->name)),
            evidence,
            Text::tr(
                "See the destination's Event Delivery in Segment for the answers, and its document for what it needs."),
            {NextStep::Kind::OpenDocument, WebLinks::destinationDocument(worst->slug)});
    }
    if (fact.received == 0) {
        return made(
            id, Verdict::Warn, Text::tr("Segment has received nothing in the last 24 hours"), evidence,
            Text::tr("If messages were sent, see that the key and the events are applied in Pushwoosh, Settings › "
                     "3rd party integration › Segment."),
            {NextStep::Kind::SupportMessage, {}});
    }
    if (fact.filteredAtSource > 0) {
        return made(id, Verdict::Warn, Text::tr("The schema holds events back"), evidence,
                    Text::tr("See the source's schema settings and its tracking plan."), segment);
    }
    return made(id, Verdict::Pass, Text::tr("Events arrive at Segment"), evidence);
}

} // namespace segue::CheckRules
