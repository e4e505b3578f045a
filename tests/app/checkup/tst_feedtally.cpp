// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/checkup/FeedTally.h"
#include "app/segment/TrackCheck.h"

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kStart = 1'790'000'000'000;

Entry row(const std::string &event, IdKind kind, const std::string &identity, Origin origin = Origin::Webhook)
{
    Entry entry;
    entry.fields.event = event;
    entry.fields.idKind = kind;
    entry.fields.identity = identity;
    entry.fields.origin = origin;
    entry.fields.received = kStart;
    entry.fields.campaign = "C-1";
    entry.fields.state = EventState::Received;
    return entry;
}

Entry echo(const std::string &identity, std::int64_t after, const std::string &device = "Android")
{
    Entry entry = row("Push Sent", IdKind::UserId, identity, Origin::Echo);
    entry.fields.received = kStart + after;
    entry.fields.device = device;
    entry.fields.state = EventState::Observed;
    return entry;
}

} // namespace

class TestFeedTally : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aUserIdThatIsTheDeviceIsCounted();
    void contactsAreCountedAmongAnonymousOnesAlone();
    void eventsAndFeedsAreCounted();
    void examplesAreFewAndDifferent();
    void twoEchoesOfOneEventAreTwins();
    void anEchoBesideARelayedEventIsATwin();
    void otherDevicesPeopleAndTimesAreNone();
};

void TestFeedTally::aUserIdThatIsTheDeviceIsCounted()
{
    FeedTally tally;
    tally.add(row("Push Sent", IdKind::UserId, "4711"), {std::nullopt, QByteArray("9F3C"), std::nullopt});
    tally.add(row("Push Sent", IdKind::UserId, "9F3C"), {std::nullopt, QByteArray("9F3C"), std::nullopt});
    Entry shaped = row("Push Sent", IdKind::UserId, "b5f5cd01-6d6c-4d1a-8f5a-0c1d2e3f4a5b");
    shaped.fields.findings = static_cast<std::uint32_t>(Finding::UserIdIsDevice);
    tally.add(shaped, {});
    const FeedFact fact = tally.result();
    QCOMPARE(fact.withUserId, 3);
    QCOMPARE(fact.userIsHwid, 2);
    QCOMPARE(fact.userIsHwidExamples.first(), u"9F3C"_s);
}

void TestFeedTally::contactsAreCountedAmongAnonymousOnesAlone()
{
    FeedTally tally;
    tally.add(row("Email Sent", IdKind::AnonymousId, "ada@example.test"), {});
    tally.add(row("SMS Sent", IdKind::AnonymousId, "+15550100"), {});
    tally.add(row("SMS Sent", IdKind::AnonymousId, "whatsapp:+15550100"), {});
    tally.add(row("Push Sent", IdKind::AnonymousId, "9F3C"), {});
    tally.add(row("Email Sent", IdKind::UserId, "ada@example.test"), {});
    tally.add(row("Email Sent", IdKind::Nobody, ""), {});
    const FeedFact fact = tally.result();
    QCOMPARE(fact.anonymous, 4);
    QCOMPARE(fact.contactHwid, 3);
    QCOMPARE(fact.nobody, 1);
    QCOMPARE(fact.looked, 6);
}

void TestFeedTally::eventsAndFeedsAreCounted()
{
    FeedTally tally;
    Entry ios = row("Push Sent", IdKind::UserId, "1");
    ios.fields.device = "iOS";
    tally.add(ios, {});
    tally.add(row("Push Sent", IdKind::UserId, "2", Origin::Capture), {});
    tally.add(row("Email Sent", IdKind::UserId, "3", Origin::Echo), {});
    const FeedFact fact = tally.result();
    QCOMPARE(fact.events, (QMap<QString, int>{{u"Push Sent"_s, 2}, {u"Email Sent"_s, 1}}));
    QCOMPARE(fact.origins, (QMap<Origin, int>{{Origin::Webhook, 1}, {Origin::Capture, 1}, {Origin::Echo, 1}}));
    QCOMPARE(fact.pushSent, 2);
    QCOMPARE(fact.pushSentToIos, 1);
    QCOMPARE(fact.echoes, 1);
}

void TestFeedTally::examplesAreFewAndDifferent()
{
    FeedTally tally;
    for (int i = 0; i < 20; ++i) {
        tally.add(row("Email Sent", IdKind::AnonymousId, "p" + std::to_string(i / 2) + "@example.test"), {});
    }
    QCOMPARE(tally.result().contactExamples,
             (QStringList{u"p0@example.test"_s, u"p1@example.test"_s, u"p2@example.test"_s}));
}

void TestFeedTally::twoEchoesOfOneEventAreTwins()
{
    FeedTally tally;
    tally.add(echo("4711", 0), {});
    tally.add(echo("4711", 2'000), {});
    tally.add(echo("4712", 0), {});
    const FeedFact fact = tally.result();
    QCOMPARE(fact.echoes, 3);
    QCOMPARE(fact.echoedTwice, 2);
}

void TestFeedTally::anEchoBesideARelayedEventIsATwin()
{
    Entry relayed = row("Push Sent", IdKind::UserId, "4711");
    relayed.fields.device = "Android";
    FeedTally kept;
    kept.add(relayed, {}); // received, never relayed: it was not at Segment
    kept.add(echo("4711", 1'000), {});
    QCOMPARE(kept.result().echoedTwice, 0);
    relayed.fields.state = EventState::Confirmed;
    FeedTally sent;
    sent.add(relayed, {});
    sent.add(echo("4711", 1'000), {});
    QCOMPARE(sent.result().echoedTwice, 1);
}

void TestFeedTally::otherDevicesPeopleAndTimesAreNone()
{
    FeedTally tally;
    tally.add(echo("4711", 0), {});
    tally.add(echo("4711", 1'000, "iOS"), {});
    tally.add(echo("4712", 1'000), {});
    tally.add(echo("4711", 61'000), {});
    QCOMPARE(tally.result().echoedTwice, 0);
}

QTEST_GUILESS_MAIN(TestFeedTally)
#include "tst_feedtally.moc"
