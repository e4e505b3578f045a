// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/EventCatalog.h"
#include "app/checkup/CheckRules.h"
#include "app/checkup/RuleParts.h"

namespace segue::CheckRules {

using namespace Qt::StringLiterals;

namespace {

// From these shares on it is worth a person's time. A single stray event is none of it.
constexpr int kFewPercent = 5;
constexpr int kManyPercent = 50;
// A person with two devices gets a message twice; that a tenth of all do is unlikely, that half do is not devices.
constexpr int kSomeTwice = 10;
constexpr int kMostTwice = 50;

bool atLeast(int share, int part, int whole)
{
    return part > 0 && std::int64_t{part} * 100 >= std::int64_t{share} * whole;
}

//! What the shares rest on.
QString basis(const FeedFact &feed)
{
    QStringList parts;
    const auto add = [&](Origin origin, const QString &name) {
        if (const int count = feed.origins.value(origin); count > 0) {
            parts.append(Text::tr("%1 %2", "how many, of which feed").arg(number(count), name));
        }
    };
    add(Origin::Webhook, Text::tr("by webhook", "a feed of events"));
    add(Origin::Echo, Text::tr("by echo", "a feed of events"));
    add(Origin::Capture, Text::tr("by capture", "a feed of events"));
    const QString looked =
        feed.isBounded ? Text::tr("The newest %n event(s) of the last %1 days were looked at", nullptr, feed.looked)
                       : Text::tr("%n event(s) of the last %1 days were looked at", nullptr, feed.looked);
    return looked.arg(feed.days) + u": "_s + parts.join(Text::tr(", ", "between names")) + u'.';
}

Missing noFeed(const FeedFact &feed)
{
    return {Text::tr("No feed has brought an event in the last %1 days. Segue does not see what Pushwoosh's built-in "
                     "stream sends.")
                .arg(feed.days),
            Text::tr("A feed: Pushwoosh's webhook, an echo, or captured events."),
            {}};
}

//! The feed when it has brought anything; else the result that says so.
std::optional<CheckResult> without(CheckId id, const Result<FeedFact, Missing> &feed)
{
    if (!feed) {
        return notChecked(id, feed.error());
    }
    return feed.value().looked > 0 ? std::nullopt : std::optional(notChecked(id, noFeed(feed.value())));
}

//! Why an event of a used channel may never be seen without anything being wrong (Pushwoosh reference 6.6).
QString innocentReason(const QString &event, const FeedFact &feed)
{
    if (event == u"Push Delivered"_s && feed.pushSent > 0 && feed.pushSentToIos == feed.pushSent) {
        return Text::tr(
            "Push Delivered was not seen: on iOS a device confirms only when the app has the Notification Service "
            "Extension with delivery tracking.");
    }
    if (event == u"Email Bounced"_s) {
        return Text::tr("Email Bounced was not seen: it comes only when an address fails for good.");
    }
    return {};
}

QString hintOf(const QString &event)
{
    if (event == u"Push Delivered"_s) {
        return Text::tr("Push Delivered: the device confirms it; on iOS only with the Notification Service Extension.");
    }
    if (event == u"SMS Delivered"_s) {
        return Text::tr("SMS Delivered: it needs the receipts of the SMS provider, set up in Pushwoosh.");
    }
    return {};
}

bool channelIsUsed(Channel channel, const FeedFact &feed)
{
    const QList<CatalogEvent> &all = EventCatalog::events();
    return std::any_of(all.begin(), all.end(), [&](const CatalogEvent &each) {
        return each.channel == channel && feed.events.contains(each.name);
    });
}

//! Sent and delivered side by side, where both were seen and fewer were delivered.
QString estimateOf(const FeedFact &feed)
{
    const int sent = feed.events.value(u"Push Sent"_s);
    const int delivered = feed.events.value(u"Push Delivered"_s);
    if (delivered == 0 || delivered >= sent) {
        return {};
    }
    return Text::tr("%1 Push Delivered for %2 Push Sent: that is normal, delivered is an estimate.")
        .arg(number(delivered), number(sent));
}

} // namespace

CheckResult userIsHwid(const Result<FeedFact, Missing> &feed)
{
    constexpr CheckId id = CheckId::UserIsHwid;
    if (const auto result = without(id, feed)) {
        return *result;
    }
    const FeedFact &fact = feed.value();
    if (fact.withUserId == 0) {
        return notChecked(
            id, {basis(fact) + u' ' + Text::tr("None of them has a User ID."), Text::tr("Events with a User ID."), {}});
    }
    if (!atLeast(kFewPercent, fact.userIsHwid, fact.withUserId)) {
        return made(id, Verdict::Pass, Text::tr("User IDs are no device ids"),
                    {basis(fact), Text::tr("%1 of %2 with a User ID have the device id there.")
                                      .arg(number(fact.userIsHwid), number(fact.withUserId))});
    }
    CheckResult result = made(
        id, Verdict::Warn,
        Text::tr("%1 of the User IDs are the device id").arg(percent(fact.userIsHwid, fact.withUserId)),
        {Text::tr(
             "Pushwoosh fills the User ID with the HWID until your app sets one. Each device then counts as a user of "
             "its own."),
         basis(fact)},
        Text::tr("Have the app set the User ID when a person signs in (setUserId)."), toSupport());
    result.identities = fact.userIsHwidExamples;
    return result;
}

CheckResult contactHwid(const Result<FeedFact, Missing> &feed)
{
    constexpr CheckId id = CheckId::ContactHwid;
    if (const auto result = without(id, feed)) {
        return *result;
    }
    const FeedFact &fact = feed.value();
    if (fact.contactHwid == 0) {
        return made(id, Verdict::Pass, Text::tr("No e-mail address or phone number leaves as an id"), {basis(fact)});
    }
    CheckResult result = made(
        id, Verdict::Warn,
        Text::tr("%1 of the events carry an e-mail address or a phone number as their id")
            .arg(percent(fact.contactHwid, fact.looked)),
        {Text::tr("The HWID of an e-mail or SMS device is the address or number itself. Without a User ID it leaves as "
                  "anonymousId, to every destination."),
         basis(fact)},
        Text::tr("Give those people a User ID in Pushwoosh, or keep their events out of destinations that may not have "
                 "them."));
    result.identities = fact.contactExamples;
    return result;
}

CheckResult anonymous(const Result<FeedFact, Missing> &feed)
{
    constexpr CheckId id = CheckId::Anonymous;
    if (const auto result = without(id, feed)) {
        return *result;
    }
    const FeedFact &fact = feed.value();
    const QString share = percent(fact.anonymous, fact.looked);
    if (fact.nobody > 0) {
        return made(id, Verdict::Fail, Text::tr("%n event(s) name nobody", nullptr, fact.nobody),
                    {Text::tr("They have neither a userId nor an anonymousId: by Segment's rules they are dropped "
                              "(no_user_anon_id)."),
                     Text::tr("%1 are anonymous.", "a share of events").arg(share), basis(fact)},
                    Text::tr("Tell Pushwoosh's support: each event needs one of both."), toSupport());
    }
    if (atLeast(kManyPercent, fact.anonymous, fact.looked)) {
        return made(
            id, Verdict::Warn, Text::tr("%1 of the events are anonymous").arg(share),
            {Text::tr("Each new anonymousId that no userId is tied to counts as a user of its own; Segment calls it "
                      "a tracked user."),
             basis(fact)},
            Text::tr("Have the app set the User ID when a person signs in (setUserId)."));
    }
    return made(id, Verdict::Pass, Text::tr("Most events name a person"),
                {Text::tr("%1 are anonymous.", "a share of events").arg(share), basis(fact)});
}

CheckResult expectedEvents(const Selection &selection, const Result<FeedFact, Missing> &feed)
{
    constexpr CheckId id = CheckId::ExpectedEvents;
    if (const auto result = without(id, feed)) {
        return *result;
    }
    const FeedFact &fact = feed.value();
    QStringList missing;
    QStringList quiet;
    QStringList explained;
    const QStringList names = selection.names();
    for (const QString &name : names) {
        if (fact.events.contains(name)) {
            continue;
        }
        const auto known = EventCatalog::find(name);
        const QString reason = innocentReason(name, fact);
        if (known && !channelIsUsed(known->channel, fact)) {
            quiet.append(name);
        } else if (!reason.isEmpty()) {
            explained.append(reason);
        } else {
            missing.append(name);
        }
    }
    QStringList evidence = explained;
    if (!quiet.isEmpty()) {
        evidence.append(Text::tr("Not seen either, nor anything else of their channels: %1.")
                            .arg(quiet.join(Text::tr(", ", "between names"))));
    }
    evidence << estimateOf(fact) << basis(fact);
    if (missing.isEmpty()) {
        return made(id, Verdict::Pass, Text::tr("The expected events are seen"), evidence);
    }
    QStringList hints;
    for (const QString &name : std::as_const(missing)) {
        hints.append(hintOf(name));
    }
    return made(
        id, Verdict::Warn, Text::tr("Never seen: %1").arg(quoted(missing.join(Text::tr(", ", "between names")))),
        hints + evidence,
        Text::tr(
            "See that Pushwoosh's Events field names them, in their exact case, and that such messages were sent."),
        toSupport());
}

CheckResult doubleSending(const Result<FeedFact, Missing> &feed)
{
    constexpr CheckId id = CheckId::DoubleSending;
    if (!feed) {
        return notChecked(id, feed.error());
    }
    const FeedFact &fact = feed.value();
    if (fact.echoes == 0) {
        return notChecked(id, {Text::tr("No echo has come in the last %1 days.").arg(fact.days),
                               Text::tr("An echo: whoever takes the events sends them to Segue as well, as a Webhooks "
                                        "destination of Segment does."),
                               {}});
    }
    const QString evidence =
        Text::tr("%1 of %2 echoes have a twin: the same event of the same person, campaign and device "
                 "within a minute.")
            .arg(number(fact.echoedTwice), number(fact.echoes));
    if (!atLeast(kSomeTwice, fact.echoedTwice, fact.echoes)) {
        return made(id, Verdict::Pass, Text::tr("Events arrive once"), {evidence});
    }
    return made(
        id, atLeast(kMostTwice, fact.echoedTwice, fact.echoes) ? Verdict::Fail : Verdict::Warn,
        Text::tr("%1 of the events arrive twice").arg(percent(fact.echoedTwice, fact.echoes)),
        {evidence,
         Text::tr("Relay and Pushwoosh's built-in stream together send every event twice, under different ids.")},
        Text::tr("Choose one of both: stop the relay, or take the write key out of Pushwoosh's settings."),
        toSupport());
}

} // namespace segue::CheckRules
