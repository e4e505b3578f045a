// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/catalog/EventCatalog.h"
#include "app/checkup/CheckRules.h"

#include <functional>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

using Mend = std::function<void(CheckFacts &)>;
using Step = NextStep::Kind;

constexpr std::int64_t kNow = 1'790'000'000'000;
constexpr std::int64_t kMinute = 60'000;

SegmentDestination destination(const QString &slug, bool enabled, const QString &kindId = u"other"_s)
{
    SegmentDestination made;
    made.id = slug;
    made.name = slug;
    made.kindId = kindId;
    made.kindSlug = slug;
    made.enabled = enabled;
    return made;
}

SourceFact foundSource()
{
    SourceFact fact;
    fact.workspace.name = u"Acme"_s;
    fact.match.by = SourceMatch::By::WriteKey;
    fact.match.source.slug = u"pushwoosh_prod"_s;
    fact.match.source.name = u"Pushwoosh_Prod"_s;
    fact.match.source.enabled = true;
    fact.match.source.kind.slug = u"pushwoosh-source"_s;
    fact.showsKeys = true;
    fact.sources = 3;
    return fact;
}

FeedFact usualFeed()
{
    FeedFact feed;
    feed.looked = 200;
    feed.days = 7;
    feed.origins = {{Origin::Webhook, 150}, {Origin::Echo, 50}};
    feed.withUserId = 180;
    feed.userIsHwid = 1;
    feed.anonymous = 20;
    for (const CatalogEvent &event : EventCatalog::events()) {
        feed.events.insert(event.name, 20);
    }
    feed.pushSent = 20;
    feed.echoes = 50;
    return feed;
}

//! Everything as it should be.
CheckFacts healthy()
{
    CheckFacts facts;
    facts.connection.name = u"Pushwoosh_Prod"_s;
    facts.connection.environment = Environment::Prod;
    facts.connection.applicationCode = u"1A2B3-C4D5E"_s;
    KeyFact key;
    key.standing = KeyFact::Standing::Kept;
    facts.key = key;
    facts.twins = KeyTwins::Found{};
    KeyProbeAnswer probe;
    probe.verdict = KeyVerdict::Known;
    probe.region = Endpoint::Region::Us;
    probe.askedAt = kNow;
    facts.probe = probe;
    EndpointFact endpoint;
    endpoint.host = u"api.segment.io"_s;
    endpoint.status = 400;
    endpoint.duration = 84;
    endpoint.clockOff = 700;
    facts.endpoint = endpoint;
    facts.source = foundSource();
    facts.outlets = OutletFact{u"pushwoosh_prod"_s, {destination(u"amplitude"_s, true)}, {}};
    SchemaFact schema;
    schema.settings.allowUnplannedEvents = true;
    facts.schema = schema;
    DayFact day;
    day.received = 100;
    day.destinations = {{u"amplitude"_s, u"amplitude"_s, 100, 0}};
    facts.day = day;
    facts.application = ApplicationFact{4, true, u"Shop"_s};
    facts.feed = usualFeed();
    QueueFact queue;
    queue.now = kNow;
    facts.queue = queue;
    return facts;
}

template <class T> T &of(Fact<T> &fact)
{
    return fact->value();
}

const Missing kMissing{u"It did not answer."_s, u"An answer."_s, {}};

} // namespace

Q_DECLARE_METATYPE(Mend)

class TestCheckRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCheckHasItsWord();
    void aHealthyConnectionPassesEveryCheck();
    void nothingIsSaidBeforeTheFactsAreThere();
    void withoutItsFactsNoCheckPasses();
    void whatIsWrongIsFound_data();
    void whatIsWrongIsFound();
    void theProbeIsNeverCalledAgainstTheKey();
    void deliveredBelowSentIsExplainedAndNoAlarm();
    void everyFailureSaysWhatToDo();
    void theSandboxIsNotAskedForASource();
    void anotherEndpointIsNotCheckedForWhatIsSegments();

private:
};

void TestCheckRules::everyCheckHasItsWord()
{
    QSet<QString> words;
    for (const CheckId id : allChecks()) {
        QCOMPARE(checkFromWord(checkWord(id)), std::optional(id));
        QVERIFY(!checkName(id).isEmpty());
        words.insert(checkWord(id));
    }
    QCOMPARE(words.size(), allChecks().size());
    QVERIFY(!checkFromWord(u"nothing"_s));
    QVERIFY(words.contains(u"keychain-entry"_s) && words.contains(u"delivery-24h"_s) &&
            words.contains(u"identity-user-is-hwid"_s) && words.contains(u"double-sending"_s));
}

void TestCheckRules::aHealthyConnectionPassesEveryCheck()
{
    const CheckFacts facts = healthy();
    for (const CheckId id : allChecks()) {
        const auto result = CheckRules::judge(id, facts);
        QVERIFY2(result, qPrintable(checkWord(id)));
        QVERIFY2(result->verdict == Verdict::Pass, qPrintable(checkWord(id) + u": "_s + result->title));
        QVERIFY2(!result->evidence.isEmpty(), qPrintable(checkWord(id)));
        QCOMPARE(result->id, id);
        QVERIFY(result->remedy.isEmpty() && result->needs.isEmpty());
    }
}

void TestCheckRules::nothingIsSaidBeforeTheFactsAreThere()
{
    CheckFacts facts;
    facts.connection = healthy().connection;
    for (const CheckId id : allChecks()) {
        QCOMPARE(CheckRules::judge(id, facts).has_value(), id == CheckId::Selection);
    }
    // What rests on two facts waits for both.
    facts.probe = healthy().probe;
    QVERIFY(!CheckRules::judge(CheckId::KeyKnown, facts));
    facts.source = kMissing;
    QVERIFY(CheckRules::judge(CheckId::KeyKnown, facts));
}

void TestCheckRules::withoutItsFactsNoCheckPasses()
{
    CheckFacts facts;
    facts.connection = healthy().connection;
    facts.giveUp(kMissing);
    for (const CheckId id : allChecks()) {
        if (id == CheckId::Selection) {
            continue; // it has all it needs in the connection itself
        }
        const auto result = CheckRules::judge(id, facts);
        QVERIFY(result);
        QVERIFY2(result->verdict == Verdict::NotChecked, qPrintable(checkWord(id)));
        QVERIFY2(!result->needs.isEmpty(), qPrintable(checkWord(id) + u" says what it needs"_s));
        QCOMPARE(result->title, checkName(id));
    }
}

void TestCheckRules::whatIsWrongIsFound_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<Mend>("mend");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("said");
    QTest::addColumn<int>("next");
    const auto row = [](const char *name, CheckId id, const Mend &mend, Verdict verdict, const QString &said,
                        Step next = Step::None) {
        QTest::newRow(name) << static_cast<int>(id) << mend << static_cast<int>(verdict) << said
                            << static_cast<int>(next);
    };
    const auto standing = [](KeyFact::Standing now) { return [now](CheckFacts &f) { of(f.key).standing = now; }; };
    row("sandbox's key", CheckId::KeychainEntry, standing(KeyFact::Standing::Public), Verdict::Pass, u"public"_s);
    row("session only", CheckId::KeychainEntry, standing(KeyFact::Standing::SessionOnly), Verdict::Warn,
        u"session only"_s, Step::Setup);
    row("given for the run", CheckId::KeychainEntry, standing(KeyFact::Standing::GivenForRun), Verdict::NotChecked,
        u"standard input"_s);
    row("never given", CheckId::KeychainEntry, standing(KeyFact::Standing::NeverGiven), Verdict::Fail,
        u"no write key"_s, Step::Setup);
    row("not here", CheckId::KeychainEntry, standing(KeyFact::Standing::NotHere), Verdict::Fail,
        u"not on this computer"_s, Step::Setup);

    row(
        "odd shape", CheckId::KeyShape, [](CheckFacts &f) { of(f.key).remark = u"Has 31 characters."_s; },
        Verdict::Warn, u"31 characters"_s, Step::Setup);
    row("no key to look at", CheckId::KeyShape, standing(KeyFact::Standing::NotHere), Verdict::NotChecked,
        u"A write key"_s, Step::Setup);
    row(
        "no known shape", CheckId::KeyShape, [](CheckFacts &f) { of(f.key).hasShape = false; }, Verdict::NotChecked,
        u"no known shape"_s);

    row(
        "a twin", CheckId::KeyShared,
        [](CheckFacts &f) {
            of(f.twins).twins = {{u"Pushwoosh_Staging"_s, Environment::Staging}};
        },
        Verdict::Warn, u"used by “Pushwoosh_Staging”"_s, Step::Setup);
    row(
        "two twins", CheckId::KeyShared,
        [](CheckFacts &f) {
            of(f.twins).twins = {{u"A"_s, Environment::Prod}, {u"B"_s, Environment::Dev}};
        },
        Verdict::Warn, u"2 other connection(s)"_s, Step::Setup);
    row(
        "keys unread", CheckId::KeyShared, [](CheckFacts &f) { of(f.twins).unread = 2; }, Verdict::NotChecked,
        u"could not be read"_s);

    row(
        "not confirmed", CheckId::KeyKnown,
        [](CheckFacts &f) {
            of(f.probe).verdict = KeyVerdict::NotConfirmed;
            f.source = kMissing;
        },
        Verdict::Warn, u"not confirmed"_s, Step::Setup);
    row(
        "not confirmed, but the API has it", CheckId::KeyKnown,
        [](CheckFacts &f) { of(f.probe).verdict = KeyVerdict::NotConfirmed; }, Verdict::Pass, u"names its source"_s);
    row(
        "could not ask", CheckId::KeyKnown,
        [](CheckFacts &f) {
            of(f.probe).verdict = KeyVerdict::CouldNotAsk;
            of(f.probe).sentence = u"Timed out."_s;
            f.source = kMissing;
        },
        Verdict::NotChecked, u"Timed out."_s);
    row(
        "not allowed to ask", CheckId::KeyKnown,
        [](CheckFacts &f) {
            f.probe = Missing{{}, u"Your yes"_s, {Step::AskSegment, {}}};
            f.source = kMissing;
        },
        Verdict::NotChecked, u"Your yes"_s, Step::AskSegment);

    row(
        "another region by the API", CheckId::Region, [](CheckFacts &f) { of(f.source).region = Endpoint::Region::Eu; },
        Verdict::Fail, u"the other region"_s, Step::Setup);
    row(
        "another region by the probe", CheckId::Region,
        [](CheckFacts &f) {
            f.source = kMissing;
            of(f.probe).region = Endpoint::Region::Eu;
        },
        Verdict::Fail, u"the EU endpoint"_s, Step::Setup);
    row(
        "EU", CheckId::Region,
        [](CheckFacts &f) {
            f.connection.endpoint = Endpoint::eu();
            of(f.source).region = Endpoint::Region::Eu;
        },
        Verdict::Warn, u"unverified"_s, Step::SupportMessage);
    row(
        "nothing to compare with", CheckId::Region,
        [](CheckFacts &f) {
            f.source = kMissing;
            of(f.probe).region.reset();
        },
        Verdict::NotChecked, u"Public API token"_s, Step::AskSegment);
    row(
        "another endpoint", CheckId::Region,
        [](CheckFacts &f) { f.connection.endpoint = Endpoint::parse(u"https://events.example.com"_s).value(); },
        Verdict::NotChecked, u"no region"_s);

    row(
        "not found by name", CheckId::Endpoint,
        [](CheckFacts &f) {
            of(f.endpoint).failure = WebFailure::HostNotFound;
            of(f.endpoint).sentence = u"The address was not found."_s;
        },
        Verdict::Fail, u"was not found"_s);
    row(
        "untrusted", CheckId::Endpoint, [](CheckFacts &f) { of(f.endpoint).failure = WebFailure::Untrusted; },
        Verdict::Fail, u"clock is right"_s);
    row(
        "clock ahead", CheckId::Endpoint, [](CheckFacts &f) { of(f.endpoint).clockOff = 6 * kMinute; }, Verdict::Warn,
        u"6 min ahead"_s);
    row(
        "clock behind", CheckId::Endpoint, [](CheckFacts &f) { of(f.endpoint).clockOff = -3 * 60 * kMinute; },
        Verdict::Warn, u"3 h behind"_s);
    row(
        "just within five minutes", CheckId::Endpoint, [](CheckFacts &f) { of(f.endpoint).clockOff = 5 * kMinute; },
        Verdict::Pass, u"agrees"_s);
    row(
        "no time told", CheckId::Endpoint, [](CheckFacts &f) { of(f.endpoint).clockOff.reset(); }, Verdict::Pass,
        u"was not compared"_s);
    row(
        "503", CheckId::Endpoint, [](CheckFacts &f) { of(f.endpoint).status = 503; }, Verdict::Warn, u"503"_s);
    row(
        "a redirect", CheckId::Endpoint, [](CheckFacts &f) { of(f.endpoint).status = 302; }, Verdict::Warn,
        u"elsewhere"_s, Step::Setup);

    row(
        "disabled", CheckId::Source, [](CheckFacts &f) { of(f.source).match.source.enabled = false; }, Verdict::Fail,
        u"source_disabled"_s, Step::OpenSegment);
    row(
        "another kind", CheckId::Source,
        [](CheckFacts &f) {
            of(f.source).match.source.kind.slug = u"http-api"_s;
            of(f.source).match.source.kind.name = u"HTTP API"_s;
        },
        Verdict::Warn, u"HTTP API"_s, Step::OpenSegment);
    row(
        "by name alone", CheckId::Source,
        [](CheckFacts &f) {
            of(f.source).match.by = SourceMatch::By::Name;
            of(f.source).showsKeys = false;
        },
        Verdict::Warn, u"was not seen"_s, Step::OpenSegment);
    row(
        "no source of this key", CheckId::Source,
        [](CheckFacts &f) { of(f.source).match.by = SourceMatch::By::Neither; }, Verdict::Fail,
        u"No source has this write key"_s, Step::OpenSegment);
    row(
        "keys are not shown", CheckId::Source,
        [](CheckFacts &f) {
            of(f.source).match.by = SourceMatch::By::Neither;
            of(f.source).showsKeys = false;
        },
        Verdict::NotChecked, u"not shown write keys"_s);

    row(
        "no destination", CheckId::Destinations, [](CheckFacts &f) { of(f.outlets).destinations.clear(); },
        Verdict::Fail, u"14 days"_s, Step::OpenSegment);
    row(
        "one that is off", CheckId::Destinations,
        [](CheckFacts &f) { of(f.outlets).destinations = {destination(u"x"_s, false)}; }, Verdict::Fail,
        u"switched off"_s, Step::OpenSegment);
    row(
        "a warehouse alone", CheckId::Destinations,
        [](CheckFacts &f) {
            of(f.outlets).destinations.clear();
            of(f.outlets).warehouses = {{u"w"_s, true, u"bigquery"_s, u"BigQuery"_s}};
        },
        Verdict::Warn, u"unverified"_s, Step::OpenSegment);

    row(
        "a loop", CheckId::Loop,
        [](CheckFacts &f) {
            of(f.outlets).destinations.append(destination(u"p"_s, true, u"64e72af1eabf77368b877a51"_s));
        },
        Verdict::Fail, u"loop"_s, Step::OpenSegment);
    row(
        "a loop by slug, off", CheckId::Loop,
        [](CheckFacts &f) { of(f.outlets).destinations.append(destination(u"actions-pushwoosh"_s, false)); },
        Verdict::Warn, u"switched off"_s, Step::OpenSegment);

    row(
        "unplanned blocked", CheckId::Schema, [](CheckFacts &f) { of(f.schema).settings.allowUnplannedEvents = false; },
        Verdict::Fail, u"no tracking plan"_s, Step::OpenSegment);
    row(
        "unplanned blocked by a plan", CheckId::Schema,
        [](CheckFacts &f) {
            of(f.schema).settings.allowUnplannedEvents = false;
            of(f.schema).hasTrackingPlan = true;
        },
        Verdict::Warn, u"tracking plan"_s, Step::OpenSegment);
    row(
        "violations blocked", CheckId::Schema,
        [](CheckFacts &f) { of(f.schema).settings.commonEventOnViolations = u"BLOCK"_s; }, Verdict::Warn,
        u"break a rule"_s, Step::OpenSegment);
    row(
        "no settings", CheckId::Schema, [](CheckFacts &f) { of(f.schema).settings.allowUnplannedEvents.reset(); },
        Verdict::NotChecked, u"no schema settings"_s);

    const auto ingest = [](std::int64_t received, const QString &reason) {
        return [=](CheckFacts &f) {
            of(f.day).received = received;
            of(f.day).failedOnIngest.total = 12;
            DeliveryRow dropped;
            dropped.discardReason = reason;
            dropped.total = 12;
            of(f.day).failedOnIngest.rows = {dropped};
        };
    };
    row("some dropped", CheckId::Delivery24h, ingest(88, u"no_user_anon_id"_s), Verdict::Warn,
        u"12 × no_user_anon_id"_s, Step::OpenSegment);
    row("all dropped", CheckId::Delivery24h, ingest(0, u"source_disabled"_s), Verdict::Fail,
        u"Switch it on in Segment"_s, Step::OpenSegment);
    row(
        "some not delivered", CheckId::Delivery24h, [](CheckFacts &f) { of(f.day).destinations[0].failed = 3; },
        Verdict::Warn, u"Some events do not reach"_s, Step::OpenDocument);
    row(
        "none delivered", CheckId::Delivery24h,
        [](CheckFacts &f) {
            of(f.day).destinations[0] = {u"amplitude"_s, u"amplitude"_s, 0, 3};
        },
        Verdict::Fail, u"do not reach “amplitude”"_s, Step::OpenDocument);
    row(
        "nothing received", CheckId::Delivery24h, [](CheckFacts &f) { of(f.day).received = 0; }, Verdict::Warn,
        u"received nothing"_s, Step::SupportMessage);
    row(
        "held back", CheckId::Delivery24h, [](CheckFacts &f) { of(f.day).filteredAtSource = 9; }, Verdict::Warn,
        u"9 held back"_s, Step::OpenSegment);

    row(
        "not seen by the token", CheckId::Application, [](CheckFacts &f) { of(f.application).name.reset(); },
        Verdict::Fail, u"does not see"_s, Step::OpenPushwoosh);
    row(
        "not seen in a part", CheckId::Application,
        [](CheckFacts &f) {
            of(f.application).name.reset();
            of(f.application).isComplete = false;
        },
        Verdict::Warn, u"there are more"_s, Step::OpenPushwoosh);
    row(
        "an odd code, nobody to ask", CheckId::Application,
        [](CheckFacts &f) {
            f.connection.applicationCode = u"NOT-A-CODE"_s;
            f.application = kMissing;
        },
        Verdict::Warn, u"NOT-A-CODE"_s, Step::Setup);
    row(
        "no code", CheckId::Application, [](CheckFacts &f) { f.connection.applicationCode.clear(); },
        Verdict::NotChecked, u"code"_s, Step::Setup);

    row(
        "an empty list", CheckId::Selection, [](CheckFacts &f) { f.connection.selection = Selection::list({}); },
        Verdict::Fail, u"not all events"_s, Step::Setup);
    row(
        "a near miss", CheckId::Selection,
        [](CheckFacts &f) {
            f.connection.selection = Selection::list({u"Email Sent"_s, u"push sent"_s});
        },
        Verdict::Warn, u"“Push Sent” may be meant"_s, Step::Setup);
    row(
        "a list", CheckId::Selection,
        [](CheckFacts &f) { f.connection.selection = Selection::list({u"Email Sent"_s}); }, Verdict::Pass,
        u"1 event(s)"_s);

    row(
        "device ids as users", CheckId::UserIsHwid,
        [](CheckFacts &f) {
            of(f.feed).withUserId = 100;
            of(f.feed).userIsHwid = 83;
        },
        Verdict::Warn, u"83 %"_s, Step::SupportMessage);
    row(
        "no User ID at all", CheckId::UserIsHwid, [](CheckFacts &f) { of(f.feed).withUserId = 0; }, Verdict::NotChecked,
        u"None of them has a User ID"_s);
    row(
        "contacts as ids", CheckId::ContactHwid, [](CheckFacts &f) { of(f.feed).contactHwid = 1; }, Verdict::Warn,
        u"1 %"_s);
    row(
        "many anonymous", CheckId::Anonymous, [](CheckFacts &f) { of(f.feed).anonymous = 100; }, Verdict::Warn,
        u"50 %"_s);
    row(
        "nobody", CheckId::Anonymous, [](CheckFacts &f) { of(f.feed).nobody = 2; }, Verdict::Fail, u"no_user_anon_id"_s,
        Step::SupportMessage);
    const auto never = [](const QString &event) { return [event](CheckFacts &f) { of(f.feed).events.remove(event); }; };
    row("SMS Delivered never seen", CheckId::ExpectedEvents, never(u"SMS Delivered"_s), Verdict::Warn, u"receipts"_s,
        Step::SupportMessage);
    row("Push Delivered never seen", CheckId::ExpectedEvents, never(u"Push Delivered"_s), Verdict::Warn,
        u"Notification Service Extension"_s, Step::SupportMessage);
    row(
        "Push Delivered never seen, all on iOS", CheckId::ExpectedEvents,
        [](CheckFacts &f) {
            of(f.feed).events.remove(u"Push Delivered"_s);
            of(f.feed).pushSentToIos = of(f.feed).pushSent;
        },
        Verdict::Pass, u"on iOS"_s);
    row("no bounce", CheckId::ExpectedEvents, never(u"Email Bounced"_s), Verdict::Pass, u"fails for good"_s);
    row(
        "a channel that is not used", CheckId::ExpectedEvents,
        [](CheckFacts &f) {
            of(f.feed).events.remove(u"SMS Sent"_s);
            of(f.feed).events.remove(u"SMS Delivered"_s);
        },
        Verdict::Pass, u"SMS Sent, SMS Delivered"_s);
    for (const CheckId id : {CheckId::UserIsHwid, CheckId::ContactHwid, CheckId::Anonymous, CheckId::ExpectedEvents}) {
        row(
            qPrintable(u"no feed: "_s + checkWord(id)), id, [](CheckFacts &f) { f.feed = FeedFact(); },
            Verdict::NotChecked, u"built-in stream"_s);
    }

    row(
        "all twice", CheckId::DoubleSending, [](CheckFacts &f) { of(f.feed).echoedTwice = 48; }, Verdict::Fail,
        u"96 % of the events arrive twice"_s, Step::SupportMessage);
    row(
        "some twice", CheckId::DoubleSending, [](CheckFacts &f) { of(f.feed).echoedTwice = 10; }, Verdict::Warn,
        u"20 %"_s, Step::SupportMessage);
    row(
        "people with two devices", CheckId::DoubleSending, [](CheckFacts &f) { of(f.feed).echoedTwice = 4; },
        Verdict::Pass, u"4 of 50"_s);
    row(
        "no echo", CheckId::DoubleSending, [](CheckFacts &f) { of(f.feed).echoes = 0; }, Verdict::NotChecked,
        u"No echo"_s);

    const auto queued = [](EventState state, std::int64_t age) {
        return [=](CheckFacts &f) {
            of(f.queue).counts.counts[static_cast<int>(state)] = 4;
            of(f.queue).oldest = kNow - age;
            of(f.queue).waitsFor = u"The keychain is locked."_s;
        };
    };
    row(
        "paused", CheckId::Queue, [](CheckFacts &f) { f.connection.paused = true; }, Verdict::Warn, u"paused"_s);
    row("waiting", CheckId::Queue, queued(EventState::Waiting, kMinute), Verdict::Fail, u"The keychain is locked."_s,
        Step::TryNow);
    row("just queued", CheckId::Queue, queued(EventState::Queued, kMinute), Verdict::Pass, u"4 undelivered"_s);
    row("late", CheckId::Queue, queued(EventState::Retrying, 11 * kMinute), Verdict::Warn, u"11 min old"_s,
        Step::TryNow);
    row("stuck", CheckId::Queue, queued(EventState::Retrying, 150 * kMinute), Verdict::Fail, u"2 h old"_s,
        Step::TryNow);
    row(
        "refused", CheckId::Queue, [](CheckFacts &f) { of(f.queue).lost = 3; }, Verdict::Warn, u"refused"_s);
}

void TestCheckRules::whatIsWrongIsFound()
{
    QFETCH(int, id);
    QFETCH(Mend, mend);
    QFETCH(int, verdict);
    QFETCH(QString, said);
    QFETCH(int, next);
    CheckFacts facts = healthy();
    mend(facts);
    const auto result = CheckRules::judge(static_cast<CheckId>(id), facts);
    QVERIFY(result);
    const QString all =
        result->title + u'\n' + result->evidence.join(u'\n') + u'\n' + result->remedy + u'\n' + result->needs;
    QVERIFY2(static_cast<int>(result->verdict) == verdict, qPrintable(verdictWord(result->verdict) + u": "_s + all));
    QVERIFY2(all.contains(said, Qt::CaseInsensitive), qPrintable(all));
    QCOMPARE(static_cast<int>(result->next.kind), next);
    if (result->verdict == Verdict::Warn || result->verdict == Verdict::Fail) {
        QVERIFY2(!result->remedy.isEmpty(), "what is wrong comes with what to do");
    }
    QVERIFY(!all.contains(u"%1"_s) && !all.contains(u"%2"_s));
}

void TestCheckRules::theProbeIsNeverCalledAgainstTheKey()
{
    CheckFacts facts = healthy();
    of(facts.probe).verdict = KeyVerdict::NotConfirmed;
    facts.source = kMissing;
    const CheckResult result = CheckRules::judge(CheckId::KeyKnown, facts).value();
    QVERIFY(result.verdict != Verdict::Fail);
    const QString all = result.title + result.evidence.join(u' ') + result.remedy;
    QVERIFY(!all.contains(u"invalid"_s, Qt::CaseInsensitive));
}

void TestCheckRules::deliveredBelowSentIsExplainedAndNoAlarm()
{
    CheckFacts facts = healthy();
    of(facts.feed).events[u"Push Sent"_s] = 100;
    of(facts.feed).events[u"Push Delivered"_s] = 40;
    const CheckResult result = CheckRules::judge(CheckId::ExpectedEvents, facts).value();
    QCOMPARE(result.verdict, Verdict::Pass);
    QVERIFY(result.evidence.join(u' ').contains(u"estimate"_s));
}

void TestCheckRules::everyFailureSaysWhatToDo()
{
    // By the house's rule a link leads only to hosts on the list.
    CheckFacts facts = healthy();
    of(facts.outlets).destinations.clear();
    const CheckResult result = CheckRules::judge(CheckId::Destinations, facts).value();
    QCOMPARE(result.next.url, QUrl(u"https://app.segment.com/goto-my-workspace/sources/pushwoosh_prod/overview"_s));
    of(facts.day).destinations[0] = {u"Ampli"_s, u"../evil"_s, 0, 1};
    QCOMPARE(CheckRules::judge(CheckId::Delivery24h, facts)->next.url,
             QUrl(u"https://segment.com/docs/connections/destinations/catalog/"_s));
}

void TestCheckRules::theSandboxIsNotAskedForASource()
{
    const QList<CheckId> ids = checksOf(sandboxConnection());
    QVERIFY(!ids.contains(CheckId::Source) && !ids.contains(CheckId::Application) && !ids.contains(CheckId::Region));
    QVERIFY(ids.contains(CheckId::Endpoint) && ids.contains(CheckId::Queue));
    QVERIFY2(!ids.contains(CheckId::KeyKnown), "Segment knows nothing of it");
    QCOMPARE(checksOf(healthy().connection), allChecks());
}

void TestCheckRules::anotherEndpointIsNotCheckedForWhatIsSegments()
{
    Connection gateway = healthy().connection;
    gateway.endpoint = Endpoint::parse(u"https://gateway.example.com"_s).valueOr(Endpoint());
    const QList<CheckId> ids = checksOf(gateway);
    for (const CheckId id : {CheckId::KeyKnown, CheckId::Region, CheckId::Source, CheckId::Destinations, CheckId::Loop,
                             CheckId::Schema, CheckId::Delivery24h}) {
        QVERIFY2(!ids.contains(id), qPrintable(checkWord(id)));
    }
    QVERIFY(ids.contains(CheckId::Endpoint) && ids.contains(CheckId::Application));
    EndpointFact broken;
    broken.status = 503;
    QVERIFY(CheckRules::endpoint(broken).remedy.contains(u"status.segment.com"_s));
    broken.isSegment = false;
    QVERIFY(!CheckRules::endpoint(broken).remedy.contains(u"egment"_s));
}

QTEST_GUILESS_MAIN(TestCheckRules)
#include "tst_checkrules.moc"
