// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/receiver/ReceiverJournal.h"
#include "app/receiver/UnreadableEntry.h"

#include "tests/app/journal/JournalSupport.h"
#include "tests/support/RawClient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;

namespace {

constexpr qint64 kHour = 60 * 60 * 1'000;

QByteArray bytesOf(const Secret &secret)
{
    return secret.use([](QByteArrayView bytes) { return bytes.toByteArray(); });
}

QByteArray eventOf(const QByteArray &name, const QByteArray &user, const QByteArray &more = {})
{
    return R"({"event_name":")" + name +
           R"(","message_id":18446744073709551615,"message_code":"1A2B-3C4D5E6F-708090A0",)"
           R"("platform":"Email","hwid":"ada@example.test","user_id":")" +
           user + '"' + more + '}';
}

} // namespace

//! What Pushwoosh's webhook brings, over real HTTP into a real journal.
class TestWebhook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void anEventIsKeptAsItsTrackCallAndAsItCame();
    void whileRelayingItIsQueued();
    void selectionAndRulesDecide();
    void allFormsOfABodyAreTaken();
    void whatCannotBeReadOfAnArrayStandsBesideTheOthers();
    void whatBreaksParsersIsRefusedOrKeptExactly_data();
    void whatBreaksParsersIsRefusedOrKeptExactly();
    void aLargeUnreadableBodyIsKeptInPart();
    void manyUnreadablePartsStandTogether();
    void noByteOfThemIsLost();
    void aLargeBodyIsKeptWholeAndInOrder();
    void theSameEventIsCounted();
    void afterADayItIsAnEventOfItsOwn_data();
    void afterADayItIsAnEventOfItsOwn();
    void onlyItsTokenOpensIt();
    void whatCameIsCounted();

private:
    ReceiverDirectory::Listening &listening() { return m_content.connections[QByteArray::fromStdString(kOne)]; }
    void start();
    void stop();
    RawAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &host = {}) const
    {
        RawClient client(m_receiver->port());
        client.send("POST " + path + " HTTP/1.1\r\nHost: " +
                    (host.isEmpty() ? "127.0.0.1:" + QByteArray::number(m_receiver->port()) : host) +
                    "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return client.readAnswer();
    }
    RawAnswer post(const QByteArray &body) const { return post("/pushwoosh/" + bytesOf(m_token), body); }
    QByteArray health() const
    {
        RawClient client(m_receiver->port());
        client.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_receiver->port()) + "\r\n\r\n");
        return client.readAnswer().body;
    }
    std::vector<EntryContent> kept() const { return m_reader->contents(m_reader->ids({}, {}, 1'000).value()).value(); }
    QByteArray partOf(const EntryContent &content) const
    {
        return QByteArray::fromStdString(m_reader->secondPart(content.entry.id).value());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalReader> m_reader;
    SetClock m_clock{1'800'000'000'000};
    std::unique_ptr<ReceiverDirectory> m_directory;
    ReceiverDirectory::Content m_content;
    std::unique_ptr<ReceiverJournal> m_intake;
    std::unique_ptr<Receiver> m_receiver;
    std::atomic<int> m_queued = 0;
    Secret m_token;
    Secret m_echo;
};

void TestWebhook::init()
{
    m_clock.set(1'800'000'000'000);
    m_queued = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_directory = std::make_unique<ReceiverDirectory>();
    m_token = RouteToken::create();
    m_echo = RouteToken::create();
    m_content = {};
    m_content.tokens.insert(RouteToken::digest(m_token), {kOne, TokenRoute::Webhook, 0});
    m_content.tokens.insert(RouteToken::digest(m_echo), {kOne, TokenRoute::Echo, 0});
    m_content.connections.insert(QByteArray::fromStdString(kOne), {});
    m_directory->publish(m_content);
    start();
}

void TestWebhook::cleanup()
{
    stop();
}

void TestWebhook::start()
{
    m_journal = openJournal(m_folder->path().toStdString());
    m_reader = openReader(m_folder->path().toStdString());
    m_intake = std::make_unique<ReceiverJournal>(*m_journal, m_clock, *m_directory, [this] { ++m_queued; });
    Receiver::Options options;
    options.publicHosts = {"tunnel.example"};
    auto started = Receiver::start(options, m_clock, *m_directory, *m_intake);
    QVERIFY(started.ok());
    m_receiver = std::move(started).value();
}

void TestWebhook::stop()
{
    m_receiver.reset();
    m_intake.reset();
    m_journal.reset();
    m_reader.reset();
}

void TestWebhook::anEventIsKeptAsItsTrackCallAndAsItCame()
{
    const QByteArray body = eventOf("Email Sent", "user-1815", R"(, "reason" : null, "payload":"Notes \u00e4")");
    const RawAnswer answer = post(body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray(R"({"success":true})"));
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(1));
    const EntryFields &fields = all[0].entry.fields;
    QVERIFY(fields.origin == Origin::Webhook && fields.state == EventState::Received);
    QCOMPARE(fields.connection, kOne);
    QCOMPARE(fields.event, std::string("Email Sent"));
    QCOMPARE(fields.identity, std::string("user-1815"));
    QCOMPARE(fields.messageId.size(), std::size_t(70));
    const QJsonObject call = QJsonDocument::fromJson(QByteArray::fromStdString(*all[0].payload)).object();
    QCOMPARE(call.value(QStringLiteral("type")).toString(), QStringLiteral("track"));
    QCOMPARE(call.value(QStringLiteral("userId")).toString(), QStringLiteral("user-1815"));
    QCOMPARE(call.value(QStringLiteral("messageId")).toString().toStdString(), fields.messageId);
    QCOMPARE(partOf(all[0]), body);
    QCOMPARE(m_queued.load(), 0);
}

void TestWebhook::whileRelayingItIsQueued()
{
    listening().relay = true;
    m_directory->publish(m_content);
    QCOMPARE(post('[' + eventOf("Email Sent", "a") + ',' + eventOf("Push Sent", "b") + ']').status, 200);
    QVERIFY(kept()[0].entry.fields.state == EventState::Queued);
    QVERIFY(kept()[1].entry.fields.state == EventState::Queued);
    QCOMPARE(m_reader->due(kOne, m_clock.now(), 10).value().size(), std::size_t(2));
    m_journal->flush();
    QTRY_COMPARE(m_queued.load(), 1);
}

void TestWebhook::selectionAndRulesDecide()
{
    listening().relay = true;
    listening().selection = Selection::list({QStringLiteral("Email Sent")});
    m_directory->publish(m_content);
    const QByteArray nobody = R"({"event_name":"Email Sent","hwid":" ","user_id":null})";
    const QByteArray blockedAndNotSelected = R"({"event_name":"Email Opened"})";
    QCOMPARE(post('[' + eventOf("Email Delivered", "a") + ',' + nobody + ',' + blockedAndNotSelected + ']').status,
             200);
    const std::vector<EntryContent> all = kept();
    QVERIFY(all[0].entry.fields.state == EventState::Skipped);
    QVERIFY(all[1].entry.fields.state == EventState::Blocked);
    QCOMPARE(all[1].entry.fields.error, std::string("no_user_anon_id"));
    QVERIFY(all[2].entry.fields.state == EventState::Skipped);
    m_journal->flush();
    QCOMPARE(m_queued.load(), 0);
}

void TestWebhook::allFormsOfABodyAreTaken()
{
    const QByteArray a = eventOf("Email Sent", "a");
    const QByteArray b = eventOf("Push Sent", "b");
    QCOMPARE(post("\xef\xbb\xbf" + a).status, 200);
    QCOMPARE(post(R"({"interval":60,"events":[)" + b + "]}").status, 200);
    QCOMPARE(post("[]").status, 200);
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(2));
    QCOMPARE(partOf(all[0]), a);
    QCOMPARE(partOf(all[1]), b);
}

void TestWebhook::whatCannotBeReadOfAnArrayStandsBesideTheOthers()
{
    QCOMPARE(post("[7, " + eventOf("Email Sent", "a") + R"(,{"event_name":""}])").status, 200);
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(3));
    QVERIFY(all[0].entry.fields.state == EventState::Unreadable);
    QCOMPARE(*all[0].payload, std::string("7"));
    QVERIFY(all[0].entry.fields.error.starts_with("unreadable: "));
    QVERIFY(all[1].entry.fields.state == EventState::Received);
    QVERIFY(all[2].entry.fields.state == EventState::Unreadable);
    QCOMPARE(*all[2].payload, std::string(R"({"event_name":""})"));
}

void TestWebhook::whatBreaksParsersIsRefusedOrKeptExactly_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto with = [](const QByteArray &member) { return eventOf("Email Sent", "a", ',' + member); };
    QTest::newRow("empty") << QByteArray() << 400;
    QTest::newRow("blanks") << QByteArray(" \n ") << 400;
    QTest::newRow("a number") << QByteArray("7") << 400;
    QTest::newRow("a text") << QByteArray("\"x\"") << 400;
    QTest::newRow("only a byte order mark") << QByteArray("\xef\xbb\xbf") << 400;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6) << 400;
    QTest::newRow("cut off") << eventOf("Email Sent", "a").chopped(1) << 400;
    QTest::newRow("more follows") << eventOf("Email Sent", "a") + "{}" << 400;
    QTest::newRow("no event") << QByteArray(R"({"a":1})") << 400;
    QTest::newRow("several arrays") << QByteArray(R"({"a":[],"b":[]})") << 400;
    QTest::newRow("nothing of it") << QByteArray("[1,2]") << 400;
    QTest::newRow("deep") << with(R"("x":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']')) << 400;
    QTest::newRow("brackets alone") << QByteArray(1'000'000, '[') << 400;
    QTest::newRow("bad UTF-8") << with("\"x\":\"\xc3\x28\"") << 400;
    QTest::newRow("a lone surrogate") << with(R"("x":"\ud800")") << 400;
    QTest::newRow("a NUL") << with(QByteArray("\"x\":\"\0\"", 7)) << 400;
    QTest::newRow("a name twice") << with(R"("user_id":"b","user_id":"c")") << 200;
    QTest::newRow("huge numbers") << with(R"("x":1e999999,"y":)" + QByteArray(5'000, '9')) << 200;
    QTest::newRow("nested as clients do") << with(R"("x":)" + QByteArray(100, '[') + QByteArray(100, ']')) << 200;
    QTest::newRow("escapes") << with(R"("x":"\u0000\ud83d\ude00\"\\")") << 200;
    QTest::newRow("a long text") << with(R"("payload":")" + QByteArray(3'000'000, 'x') + '"') << 200;
}

void TestWebhook::whatBreaksParsersIsRefusedOrKeptExactly()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const RawAnswer answer = post(body);
    QCOMPARE(answer.status, status);
    QVERIFY2(!QJsonDocument::fromJson(answer.body).isNull(), answer.body.constData());
    const std::vector<EntryContent> all = kept();
    QVERIFY(!all.empty());
    if (status == 200) {
        QCOMPARE(partOf(all[0]), body);
        return;
    }
    QByteArray bytes;
    for (const EntryContent &each : all) {
        QVERIFY(each.entry.fields.state == EventState::Unreadable);
        bytes += QByteArray::fromStdString(each.payload.value());
    }
    QVERIFY(bytes == body || body == "[1,2]");
    // The receiver goes on.
    QCOMPARE(post(eventOf("Email Sent", "next")).status, 200);
}

void TestWebhook::aLargeUnreadableBodyIsKeptInPart()
{
    const QByteArray body(3'000'000, 'x');
    QCOMPARE(post(body).status, 400);
    const EntryContent one = kept().at(0);
    QCOMPARE(one.payload->size(), kMostUnreadableBytes);
    QVERIFY2(one.entry.fields.error.ends_with("(kept: the first 1048576 of 3000000 bytes)"),
             one.entry.fields.error.c_str());
    QCOMPARE(post(QByteArray(17 * 1024 * 1024, ' ')).status, 413);
    QCOMPARE(kept().size(), std::size_t(1));
}

void TestWebhook::manyUnreadablePartsStandTogether()
{
    QCOMPARE(post("[" + QByteArray("7,").repeated(1'000) + R"("first of the rest",)" +
                  QByteArray("8,").repeated(2'000) + eventOf("Email Sent", "a") + "]")
                 .status,
             200);
    const StateCounts counts = m_reader->counts(std::nullopt).value();
    QCOMPARE(counts.of(EventState::Unreadable), std::int64_t(1'001));
    QCOMPARE(counts.of(EventState::Received), std::int64_t(1));
    const EntryId last{1'002};
    const EntryContent rest = m_reader->contents({&last, 1}).value().front();
    QVERIFY(rest.entry.fields.error.find("2001 further event") != std::string::npos);
    QVERIFY(rest.payload->starts_with("\"first of the rest\",\n8,\n8"));
}

void TestWebhook::noByteOfThemIsLost()
{
    const QByteArray large = '"' + QByteArray(2'000'000, 'l') + '"';
    QByteArrayList parts;
    for (int i = 0; i < 30'000; ++i) {
        parts.append('"' + QByteArray::number(i).rightJustified(100, '.') + '"');
    }
    parts.insert(20'000, large); // which is kept in part, and takes nothing of others along
    QCOMPARE(post('[' + parts.join(',') + ',' + eventOf("Email Sent", "a") + ']').status, 200);
    QByteArrayList rest;
    int events = 0;
    const std::vector<EntryId> ids = m_reader->ids({}, {}, 2'000).value();
    const std::vector<EntryContent> all = m_reader->contents(ids).value();
    for (const EntryContent &each : all) {
        const QString reason = QString::fromStdString(each.entry.fields.error);
        const auto found = QRegularExpression(QStringLiteral("(\\d+) further")).match(reason);
        if (found.hasMatch()) {
            QVERIFY(each.payload->size() <= kMostUnreadableBytes);
            rest.append(QByteArray::fromStdString(*each.payload));
            events += found.captured(1).toInt();
        }
    }
    QCOMPARE(events, parts.size() - 1'000);
    QByteArrayList wanted = parts.mid(1'000);
    wanted[19'000].truncate(qsizetype(kMostUnreadableBytes));
    QVERIFY(rest.size() >= 4);
    QVERIFY(rest.join(",\n") == wanted.join(",\n"));
    QVERIFY(health().contains(R"("webhook":30002,)"));
}

void TestWebhook::aLargeBodyIsKeptWholeAndInOrder()
{
    constexpr int kEvents = 900;
    QByteArrayList events;
    for (int i = 0; i < kEvents; ++i) {
        events.append(eventOf("Push Sent", "user-" + QByteArray::number(i)));
    }
    const QByteArray body = '[' + events.join(',') + ']';
    QVERIFY(static_cast<std::size_t>(body.size()) > BodyWorker::kLarge);
    QCOMPARE(post(body).status, 200);
    QCOMPARE(post(eventOf("Push Sent", "the last")).status, 200);
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t{kEvents} + 1);
    for (std::size_t i = 0; i < kEvents; ++i) {
        QCOMPARE(all[i].entry.fields.identity, "user-" + std::to_string(i));
    }
    QCOMPARE(all.back().entry.fields.identity, std::string("the last"));
    // And so is one that cannot be read.
    QCOMPARE(post(body.chopped(1)).status, 400);
    QCOMPARE(kept().back().entry.fields.state, EventState::Unreadable);
}

void TestWebhook::theSameEventIsCounted()
{
    const QByteArray body = eventOf("Email Sent", "a");
    QCOMPARE(post(body).status, 200);
    m_clock.set(m_clock.now() + 1'000);
    QCOMPARE(post('[' + body + ',' + eventOf("Email Sent", "b") + ',' + body + ']').status, 200);
    std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(2));
    QCOMPARE(all[0].entry.repeats, std::int64_t(2));
    m_clock.set(m_clock.now() + WebhookIntake::kRepeatMs);
    QCOMPARE(post(body).status, 200);
    QCOMPARE(kept().size(), std::size_t(3));
    listening().countRepeats = false;
    m_directory->publish(m_content);
    QCOMPARE(post(body).status, 200);
    QCOMPARE(post(body).status, 200);
    all = kept();
    QCOMPARE(all.size(), std::size_t(5));
    QVERIFY2(all[3].entry.fields.messageId != all[4].entry.fields.messageId, "Segment would drop the second");
    QVERIFY(all[0].entry.fields.messageId != all[3].entry.fields.messageId);
}

void TestWebhook::afterADayItIsAnEventOfItsOwn_data()
{
    QTest::addColumn<qint64>("begin"); // after midnight, UTC
    QTest::addColumn<bool>("restarts");
    for (const bool restarts : {false, true}) {
        const QString suffix = restarts ? QStringLiteral(", started anew each time") : QString();
        QTest::newRow(qPrintable(QLatin1String("at midnight") + suffix)) << qint64{0} << restarts;
        QTest::newRow(qPrintable(QLatin1String("half an hour after it") + suffix)) << kHour / 2 << restarts;
        QTest::newRow(qPrintable(QLatin1String("at noon") + suffix)) << 12 * kHour << restarts;
        QTest::newRow(qPrintable(QLatin1String("at the day's end") + suffix)) << 24 * kHour - 1 << restarts;
    }
}

void TestWebhook::afterADayItIsAnEventOfItsOwn()
{
    QFETCH(qint64, begin);
    QFETCH(bool, restarts);
    listening().relay = true;
    const qint64 first = m_clock.now() / (24 * kHour) * (24 * kHour) + begin;
    m_directory->publish(m_content);
    const QByteArray body = eventOf("Email Sent", "a");
    const auto postAt = [&](qint64 hours) {
        if (restarts) {
            stop();
            start();
        }
        m_clock.set(first + hours * kHour);
        return post(body).status;
    };
    for (const qint64 hours : {0, 23, 24, 25, 26, 49, 50}) {
        QCOMPARE(postAt(hours), 200);
    }
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(3));
    const std::vector<std::int64_t> received{first, first + 25 * kHour, first + 50 * kHour};
    const std::vector<std::int64_t> repeats{2, 2, 0};
    QSet<QByteArray> ids;
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i].entry.fields.received, received[i]);
        QCOMPARE(all[i].entry.repeats, repeats[i]);
        const QJsonObject call = QJsonDocument::fromJson(QByteArray::fromStdString(*all[i].payload)).object();
        QCOMPARE(call[QStringLiteral("messageId")].toString().toStdString(), all[i].entry.fields.messageId);
        ids.insert(QByteArray::fromStdString(all[i].entry.fields.messageId));
    }
    QCOMPARE(ids.size(), qsizetype(3));
}

void TestWebhook::onlyItsTokenOpensIt()
{
    const QByteArray body = eventOf("Email Sent", "a");
    QCOMPARE(post("/pushwoosh/" + bytesOf(m_echo), body).status, 404);
    QCOMPARE(post("/segment/" + bytesOf(m_token), body).status, 404);
    QCOMPARE(post("/pushwoosh/" + bytesOf(RouteToken::create()), body).status, 404);
    QCOMPARE(post("/pushwoosh/", body).status, 404);
    QVERIFY(kept().empty());
    QCOMPARE(post("/pushwoosh/" + bytesOf(m_token), body, "tunnel.example").status, 200);
    QCOMPARE(post("/pushwoosh/" + bytesOf(m_token), body, "other.example").status, 421);
    RawClient client(m_receiver->port());
    client.send("GET /pushwoosh/" + bytesOf(m_token) + " HTTP/1.1\r\nHost: tunnel.example\r\n\r\n");
    QCOMPARE(client.readAnswer().status, 405);
}

void TestWebhook::whatCameIsCounted()
{
    QCOMPARE(post(eventOf("Email Sent", "a")).status, 200);
    const QByteArray body = health();
    QVERIFY2(body.endsWith(R"("captured":0,"webhook":1,"echoes":0,"echoesRefused":0,"notKept":0})"), body.constData());
}

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
