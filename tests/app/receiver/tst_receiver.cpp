// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/receiver/ReceiverJournal.h"
#include "app/receiver/RouteToken.h"
#include "app/receiver/UnreadableEntry.h"

#include "tests/app/journal/JournalSupport.h"
#include "tests/support/RawClient.h"

#include <QMessageAuthenticationCode>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace segue;
using namespace segue::test;

namespace {

constexpr char kKey[] = "0123456789abcdef0123456789abcdef";
const QByteArray kSalt = "salt of this installation";
const QByteArray kAccepted = R"({"success":true})";

QByteArray track(const QByteArray &messageId, const QByteArray &key = kKey)
{
    return R"({"writeKey":")" + key + R"(","event":"Push Sent","userId":"4711","messageId":")" + messageId +
           R"(","properties":{"n":18446744073709551615}})";
}

QByteArray bytesOf(const Secret &secret)
{
    return secret.use([](QByteArrayView bytes) { return bytes.toByteArray(); });
}

//! Another process that writes to the journal.
class FileLock
{
public:
    explicit FileLock(const std::string &path)
    {
        sqlite3_open(path.c_str(), &m_db);
        m_isHeld = sqlite3_exec(m_db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    ~FileLock() { sqlite3_close(m_db); }
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    bool isHeld() const { return m_isHeld; }

private:
    sqlite3 *m_db = nullptr;
    bool m_isHeld = false;
};

} // namespace

class TestReceiver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void aCallUnderAKnownKeyIsItsConnections();
    void anUnknownKeyLeavesItsFingerprintOnly();
    void aBatchIsTakenApart();
    void whatABatchSaysForAllIsKeptWithEach();
    void whatIsNoJsonIsKeptUnreadable();
    void otherCallTypesAreNamedByTheirType();
    void strictAnswersWhatSegmentOughtTo();
    void faultsArePlayedToCapturesAlone();
    void aRefusedCaptureIsNotKeptALateOneIs();
    void whatIsSentAgainForALateAnswerIsKeptOnce();
    void whatIsSentAgainWhileTheDiskTakesItsTimeIsKeptOnce();
    void theSettingsRouteKnowsTheKeys();
    void anEchoConfirmsWhatWasSent();
    void anEchoOfAnotherIsObservedOnce();
    void twinsInOneEchoAreObservedOnce();
    void aWrongSignatureIsRefusedAndKeepsNothing();
    void whatCannotBeVerifiedNowIsRefusedForNow();
    void theFirstElementOfABatchMayBeSigned();
    void anEchoThatIsNoJsonIsKeptUnreadable();
    void anEchoOfTooManyItemsIsRefused();
    void manyUnreadableItemsOfAnEchoStandTogether();
    void theSignatureIsLookedForInTheFirstElementAlone();
    void onlyATokenOpensTheEcho();
    void anOldTokenEnds();
    void thePublicNameIsForTokensOnly();
    void anAllowedPageMayAsk();
    void theHealthOfTheReceiver();
    void bodiesHaveTheLimitOfTheirRoute();
    void manyLargeBodiesAreNotBufferedAtOnce();

private:
    void start(const Receiver::Options &options);
    void publish();
    RawAnswer ask(const QByteArray &request) const
    {
        RawClient client(m_receiver->port());
        client.send(request);
        return client.readAnswer();
    }
    QByteArray head(const QByteArray &line, const QByteArray &more = {}) const
    {
        return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_receiver->port()) + "\r\n" + more;
    }
    RawAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &more = {}) const
    {
        return ask(head("POST " + path, more) + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                   body);
    }
    QByteArray echoPath() const { return "/segment/" + bytesOf(m_echo); }
    std::vector<EntryContent> kept() const
    {
        const auto ids = m_reader->ids({}, {}, 1'000).value();
        return m_reader->contents(ids).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalReader> m_reader;
    SystemClock m_clock;
    std::unique_ptr<ReceiverDirectory> m_directory;
    ReceiverDirectory::Content m_content;
    std::unique_ptr<ReceiverJournal> m_intake;
    std::unique_ptr<Receiver> m_receiver;
    Secret m_echo;
};

void TestReceiver::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = openJournal(m_folder->path().toStdString());
    m_reader = openReader(m_folder->path().toStdString());
    m_directory = std::make_unique<ReceiverDirectory>();
    m_echo = RouteToken::create();
    m_content = {};
    m_content.salt = kSalt;
    m_content.keys.insert(ReceiverDirectory::keyDigest(kSalt, kKey), kOne);
    m_content.tokens.insert(RouteToken::digest(m_echo), {kOne, TokenRoute::Echo, 0});
    publish();
    m_intake = std::make_unique<ReceiverJournal>(*m_journal, m_clock, *m_directory, [] {});
    Receiver::Options options;
    options.publicHosts = {"tunnel.example"};
    options.origins = {"https://shop.example"};
    start(options);
}

void TestReceiver::start(const Receiver::Options &options)
{
    auto started = Receiver::start(options, m_clock, *m_directory, *m_intake);
    QVERIFY(started.ok());
    m_receiver = std::move(started).value();
}

void TestReceiver::cleanup()
{
    m_receiver.reset();
    m_intake.reset();
    m_journal.reset();
    m_reader.reset();
}

void TestReceiver::publish()
{
    m_directory->publish(m_content);
}

void TestReceiver::aCallUnderAKnownKeyIsItsConnections()
{
    const RawAnswer answer = post("/v1/track", track("m-1"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, kAccepted);
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(1));
    const EntryFields &fields = all[0].entry.fields;
    QCOMPARE(fields.connection, kOne);
    QVERIFY(fields.origin == Origin::Capture && fields.state == EventState::Received);
    QCOMPARE(fields.event, std::string("Push Sent"));
    QCOMPARE(fields.identity, std::string("4711"));
    QCOMPARE(QByteArray::fromStdString(*all[0].payload),
             QByteArray(R"({"event":"Push Sent","userId":"4711","messageId":"m-1",)"
                        R"("properties":{"n":18446744073709551615}})"));
}

void TestReceiver::anUnknownKeyLeavesItsFingerprintOnly()
{
    const QByteArray unknown = "ffffffffffffffffffffffffffffffff";
    QCOMPARE(post("/v1/track", track("m-1", unknown)).status, 200);
    const EntryContent one = kept().at(0);
    QCOMPARE(one.entry.fields.connection, std::string());
    const std::string digest = ReceiverDirectory::keyDigest(kSalt, unknown.toStdString()).toStdString();
    QCOMPARE(one.entry.fields.error, "unknown-key: " + digest.substr(0, 8));
    QVERIFY(one.payload->find(unknown.toStdString()) == std::string::npos);
}

void TestReceiver::aBatchIsTakenApart()
{
    const QByteArray body = R"({"writeKey":")" + QByteArray(kKey) +
                            R"(","batch":[{"type":"track","event":"A","userId":"1","messageId":"a"},)"
                            R"({"type":"track","event":"B","userId":"1","messageId":"b"}]})";
    QCOMPARE(post("/v1/batch", body).status, 200);
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(2));
    QCOMPARE(all[0].entry.fields.event, std::string("A"));
    QCOMPARE(all[1].entry.fields.event, std::string("B"));
}

void TestReceiver::whatABatchSaysForAllIsKeptWithEach()
{
    const QByteArray key = R"("writeKey":")" + QByteArray(kKey) + '"';
    const QByteArray batch = R"("batch":[{"event":"A","userId":"1"},{"event":"B","userId":"1"}])";
    const QByteArray shared = R"("context" : {"ip":"10.0.0.1","n":18446744073709551615},"sentAt":"2026-01-01")";
    QCOMPARE(post("/v1/batch", '{' + key + ',' + batch + ", " + shared + '}').status, 200);
    QCOMPARE(post("/v1/batch", "{" + shared + ',' + batch + ',' + key + '}').status, 200);
    QCOMPARE(post("/v1/batch", '{' + batch + ',' + key + '}').status, 200);
    for (std::int64_t id = 1; id <= 4; ++id) {
        const QByteArray part = QByteArray::fromStdString(m_reader->secondPart(EntryId{id}).value());
        QVERIFY2(part.simplified() == '{' + shared + '}' || part == "{" + shared + '}', part.constData());
    }
    for (std::int64_t id = 5; id <= 6; ++id) {
        QVERIFY(m_reader->secondPart(EntryId{id}).value().empty());
    }
    // Kept with each, this would be many times what was sent.
    QByteArray items("[{\"event\":\"A\",\"userId\":\"1\"}");
    for (int i = 0; i < 200; ++i) {
        items += ",{\"event\":\"A\",\"userId\":\"1\"}";
    }
    const QByteArray large =
        R"({"context":{"x":")" + QByteArray(400'000, 'x') + R"("},)" + key + R"(,"batch":)" + items + "]}";
    QCOMPARE(post("/v1/batch", large).status, 200);
    QVERIFY(m_reader->secondPart(EntryId{7}).value().size() > 400'000);
    QVERIFY(m_reader->secondPart(EntryId{8}).value().empty());
}

void TestReceiver::whatIsNoJsonIsKeptUnreadable()
{
    const QByteArray body = R"({"writeKey":"fffffffffffffffffffffffffffff123","event":"A", "writeKey" : 'ggggggggg', )";
    QCOMPARE(post("/v1/track", body).status, 400);
    const QByteArray basic = "Authorization: Basic " + QByteArray(QByteArray(kKey) + ':').toBase64() + "\r\n";
    QCOMPARE(post("/v1/batch", "\xef\xbb\xbf[]", basic).status, 400);
    QCOMPARE(post("/v1/track", QByteArray(600'000, ' '), basic).status, 400); // above the route's limit: not kept
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(2));
    for (const EntryContent &each : all) {
        QVERIFY(each.entry.fields.state == EventState::Unreadable && each.entry.fields.origin == Origin::Capture);
        QVERIFY(each.entry.fields.error.starts_with("unreadable: "));
    }
    QCOMPARE(QByteArray::fromStdString(*all[0].payload),
             QByteArray(R"({"writeKey":"","event":"A", "writeKey" : '', )"));
    QVERIFY(all[0].entry.fields.connection.empty());
    QCOMPARE(QByteArray::fromStdString(*all[1].payload), QByteArray("\xef\xbb\xbf[]"));
    QCOMPARE(all[1].entry.fields.connection, kOne);
}

void TestReceiver::otherCallTypesAreNamedByTheirType()
{
    QCOMPARE(
        post("/v1/identify", R"({"writeKey":")" + QByteArray(kKey) + R"(","type":"identify","userId":"1"})").status,
        200);
    QCOMPARE(kept().at(0).entry.fields.event, std::string("identify"));
}

void TestReceiver::strictAnswersWhatSegmentOughtTo()
{
    m_content.strict = true;
    publish();
    const RawAnswer answer = post("/v1/track", R"({"writeKey":")" + QByteArray(kKey) + R"(","event":"Push Sent"})");
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains("no_user_anon_id"), answer.body.constData());
    QCOMPARE(kept().size(), std::size_t(1)); // kept all the same
    QCOMPARE(post("/v1/track", track("m-2")).status, 200);
}

void TestReceiver::faultsArePlayedToCapturesAlone()
{
    m_content.faults.serverError = 100;
    publish();
    QVERIFY(post("/v1/track", track("m-1")).status >= 500);
    QVERIFY(post("/v1/b", track("m-2")).status >= 500);
    QCOMPARE(post(echoPath(), R"({"type":"track","event":"A","messageId":"a","userId":"1"})").status, 200);
    QCOMPARE(ask(head("GET /healthz") + "\r\n").status, 200);
    QCOMPARE(kept().size(), std::size_t(1)); // the echo
}

void TestReceiver::aRefusedCaptureIsNotKeptALateOneIs()
{
    m_content.faults = {.tooMany = 100, .retryAfterSeconds = 7};
    publish();
    const RawAnswer refused = post("/v1/track", track("m-1"));
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("retry-after"), QByteArray("7"));
    m_content.faults = {.reset = 100};
    publish();
    QCOMPARE(post("/v1/track", track("m-2")).status, 0);
    QVERIFY(kept().empty());
    m_content.faults = {.delay = 100, .delaySeconds = 1};
    publish();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(post("/v1/track", track("m-3")).status, 200);
    QVERIFY(timer.elapsed() >= 1'000);
    QCOMPARE(kept().size(), std::size_t(1));
    m_content.faults = {};
    publish();
    QCOMPARE(post("/v1/track", track("m-4")).status, 200);
}

void TestReceiver::whatIsSentAgainForALateAnswerIsKeptOnce()
{
    m_content.faults = {.delay = 100, .delaySeconds = 60};
    publish();
    const QByteArray batch = R"({"batch":[)" + track("m-1") + ',' + track("m-2") + R"(],"writeKey":")" + kKey + "\"}";
    {
        RawClient impatient(m_receiver->port());
        impatient.send(head("POST /v1/batch") + "Content-Length: " + QByteArray::number(batch.size()) + "\r\n\r\n" +
                       batch);
        QTRY_COMPARE(kept().size(), std::size_t(2));
    }
    m_content.faults = {};
    publish();
    // Answers go out in the order of the commits: with this one the late one is known.
    QCOMPARE(post("/v1/track", track("m-3")).status, 200);
    QCOMPARE(post("/v1/batch", batch).body, kAccepted);
    QCOMPARE(kept().size(), std::size_t(3));
    QCOMPARE(post("/v1/track", track("m-1", "another-key-of-a-client")).status, 200);
    QCOMPARE(kept().size(), std::size_t(4));
    QCOMPARE(post("/v1/track", track("m-3")).status, 200); // was never late: what a client does is shown
    QCOMPARE(kept().size(), std::size_t(5));
}

void TestReceiver::whatIsSentAgainWhileTheDiskTakesItsTimeIsKeptOnce()
{
    Receiver::Options options;
    options.requestSeconds = 1;
    start(options);
    const QByteArray batch = R"({"batch":[)" + track("m-1") + ',' + track("m-2") + R"(],"writeKey":")" + kKey + "\"}";
    {
        const FileLock lock(m_journal->filePath());
        QVERIFY(lock.isHeld());
        QCOMPARE(post("/v1/track", track("m-1")).status, 503); // kept later, which nobody can know yet
        QCOMPARE(post("/v1/track", track("m-1")).status, 503);
        QCOMPARE(post("/v1/batch", batch).status, 503);
    }
    QTRY_COMPARE(post("/v1/track", track("m-1")).status, 200);
    QCOMPARE(kept().size(), std::size_t(1));
    QCOMPARE(post("/v1/batch", batch).status, 200);
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(2));
    QCOMPARE(all[1].entry.fields.messageId, std::string("m-2"));
}

void TestReceiver::theSettingsRouteKnowsTheKeys()
{
    const auto settings = [this](const QByteArray &key) {
        return ask(head("GET /v1/projects/" + key + "/settings") + "\r\n");
    };
    QCOMPARE(settings(kKey).status, 200);
    QVERIFY(settings(kKey).body.contains(R"("apiKey":"0123456789abcdef)"));
    QCOMPARE(settings("ffffffffffffffffffffffffffffffff").status, 404);
}

void TestReceiver::anEchoConfirmsWhatWasSent()
{
    JournalCalls calls(*m_journal);
    const EntryId sent = calls.appendOne(trackEntry("sent-1"));
    QVERIFY(calls.record({{sent, EventState::Retrying, 5, "unreachable", {}}}).ok());
    QCOMPARE(post(echoPath(), R"([{"type":"track","event":"Push Sent","messageId":"sent-1","userId":"1"}])").status,
             200);
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(1));
    QVERIFY(all[0].entry.fields.state == EventState::Confirmed);
    QCOMPARE(all[0].entry.fields.error, std::string("echo-unsigned"));
}

void TestReceiver::anEchoOfAnotherIsObservedOnce()
{
    const QByteArray body = R"({"type":"track","event":"Email Sent","messageId":"built-in-1","userId":"1"})";
    QCOMPARE(post(echoPath(), body).status, 200);
    QCOMPARE(post(echoPath(), body).status, 200); // Segment tries again when an answer was lost
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(1));
    QVERIFY(all[0].entry.fields.state == EventState::Observed && all[0].entry.fields.origin == Origin::Echo);
    QCOMPARE(QByteArray::fromStdString(*all[0].payload), body);
}

void TestReceiver::twinsInOneEchoAreObservedOnce()
{
    const QByteArray one = R"({"type":"track","event":"Email Sent","messageId":"built-in-1","userId":"1"})";
    const QByteArray other = R"({"type":"track","event":"Email Sent","messageId":"built-in-2","userId":"1"})";
    QCOMPARE(post(echoPath(), '[' + one + ',' + other + ',' + one + ',' + one + ']').status, 200);
    QCOMPARE(kept().size(), std::size_t(2));
}

void TestReceiver::aWrongSignatureIsRefusedAndKeepsNothing()
{
    const QByteArray secret = "shared";
    m_content.connections[QByteArray::fromStdString(kOne)].echoSecret = Secret::fromBytes(secret);
    publish();
    const QByteArray body = R"({"type":"track","event":"Email Sent","messageId":"m","userId":"1"})";
    const QByteArray right = QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha1).toHex();
    QByteArray wrong = right;
    wrong[0] = wrong[0] == '0' ? '1' : '0';
    QCOMPARE(post(echoPath(), body).status, 401);
    QCOMPARE(post(echoPath(), body, "X-Signature: " + wrong + "\r\n").status, 401);
    QVERIFY(kept().empty());
    QCOMPARE(post(echoPath(), body, "X-Signature: " + right + "\r\n").status, 200);
    QCOMPARE(kept().at(0).entry.fields.error, std::string("echo"));
    const RawAnswer health = ask(head("GET /healthz") + "\r\n");
    QVERIFY2(health.body.contains(R"("echoes":1,"echoesRefused":2,)"), health.body.constData());
}

void TestReceiver::whatCannotBeVerifiedNowIsRefusedForNow()
{
    m_content.connections[QByteArray::fromStdString(kOne)].echoSecretExpected = true;
    publish();
    const QByteArray body = R"({"type":"track","event":"Email Sent","messageId":"m","userId":"1"})";
    const RawAnswer answer = post(echoPath(), body, "X-Signature: 00\r\n");
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.headers.contains("retry-after"));
    QVERIFY(kept().empty());
}

void TestReceiver::theFirstElementOfABatchMayBeSigned()
{
    const QByteArray secret = "shared";
    m_content.connections[QByteArray::fromStdString(kOne)].echoSecret = Secret::fromBytes(secret);
    publish();
    const QByteArray first = R"({"type":"track","event":"A","messageId":"a","userId":"1"})";
    const QByteArray second = R"({"type":"track","event":"B","messageId":"b","userId":"1"})";
    const auto signedBy = [&secret](const QByteArray &text) -> QByteArray {
        return "X-Signature: " + QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha1).toHex() +
               "\r\n";
    };
    QCOMPARE(post(echoPath(), '[' + first + ',' + second + ']', signedBy(second)).status, 401);
    QCOMPARE(post(echoPath(), '[' + first + ',' + second + ']', signedBy(first)).status, 200);
    QCOMPARE(kept().size(), std::size_t(2));
}

void TestReceiver::anEchoThatIsNoJsonIsKeptUnreadable()
{
    const RawAnswer answer = post(echoPath(), "{\"event\":");
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.contains("not JSON"));
    const EntryContent one = kept().at(0);
    QVERIFY(one.entry.fields.state == EventState::Unreadable);
    QCOMPARE(*one.payload, std::string("{\"event\":"));
    QCOMPARE(post(echoPath(), R"([7,{"type":"track","event":"A","messageId":"a","userId":"1"}])").status, 200);
    QVERIFY(kept().at(1).entry.fields.state == EventState::Unreadable ||
            kept().at(2).entry.fields.state == EventState::Unreadable);
}

void TestReceiver::anEchoOfTooManyItemsIsRefused()
{
    const QByteArray body = '[' + QByteArray("0,").repeated(1'000'000) + "0]";
    const RawAnswer answer = post(echoPath(), body);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.body.contains("more than 50000 items"), answer.body.constData());
    const std::vector<EntryContent> all = kept();
    QCOMPARE(all.size(), std::size_t(1));
    QVERIFY(all[0].entry.fields.state == EventState::Unreadable);
    QCOMPARE(QByteArray::fromStdString(*all[0].payload), body.left(qsizetype(kMostUnreadableBytes)));
}

void TestReceiver::manyUnreadableItemsOfAnEchoStandTogether()
{
    const QByteArray body =
        '[' + QByteArray("7,").repeated(3'000) + R"({"type":"track","event":"A","messageId":"a","userId":"1"}])";
    QCOMPARE(post(echoPath(), body).status, 200);
    const StateCounts counts = m_reader->counts(std::nullopt).value();
    QCOMPARE(counts.of(EventState::Unreadable), std::int64_t(1'001));
    QCOMPARE(counts.of(EventState::Observed), std::int64_t(1));
    const RawAnswer health = ask(head("GET /healthz") + "\r\n");
    QVERIFY2(health.body.contains(R"("echoes":3001,)"), health.body.constData());
}

// Before it is verified, a body is not taken apart: what follows the first element may be anything.
void TestReceiver::theSignatureIsLookedForInTheFirstElementAlone()
{
    const QByteArray secret = "shared";
    m_content.connections[QByteArray::fromStdString(kOne)].echoSecret = Secret::fromBytes(secret);
    publish();
    const QByteArray first = R"({"event":"}\"]","a":[{"b":1}]})";
    const QByteArray right = QMessageAuthenticationCode::hash(first, secret, QCryptographicHash::Sha1).toHex();
    const auto status = [&](const QByteArray &body) {
        return post(echoPath(), body, "X-Signature: " + right + "\r\n").status;
    };
    QCOMPARE(status(" [ " + first + " , no JSON"), 400);
    QCOMPARE(kept().size(), std::size_t(1));
    QCOMPARE(status('[' + first.chopped(1)), 401);
    QCOMPARE(status("[" + QByteArray(2'000'000, '{') + first + "]"), 401);
    QCOMPARE(status("[1," + first + "]"), 401);
    QCOMPARE(kept().size(), std::size_t(1));
}

void TestReceiver::onlyATokenOpensTheEcho()
{
    QCOMPARE(post("/segment/" + bytesOf(RouteToken::create()), "{}").status, 404);
    QCOMPARE(post(echoPath() + "/more", "{}").status, 404);
    QCOMPARE(ask(head("GET " + echoPath()) + "\r\n").status, 405);
}

void TestReceiver::anOldTokenEnds()
{
    const Secret old = RouteToken::create();
    const auto until = [&](std::int64_t time) {
        m_content.tokens.insert(RouteToken::digest(old), {kOne, TokenRoute::Echo, time});
        publish();
        return post("/segment/" + bytesOf(old), "[]").status;
    };
    QCOMPARE(until(m_clock.now() + 60'000), 200);
    QCOMPARE(until(m_clock.now() - 1), 404);
}

void TestReceiver::thePublicNameIsForTokensOnly()
{
    const auto asPublic = [this](const QByteArray &path, const QByteArray &body) {
        return ask("POST " + path + " HTTP/1.1\r\nHost: tunnel.example\r\nContent-Length: " +
                   QByteArray::number(body.size()) + "\r\n\r\n" + body)
            .status;
    };
    QCOMPARE(asPublic(echoPath(), "[]"), 200);
    QCOMPARE(asPublic("/v1/track", track("m-1")), 421);
    QCOMPARE(asPublic("/healthz", {}), 421);
    QVERIFY(kept().empty());
}

void TestReceiver::anAllowedPageMayAsk()
{
    const QByteArray origin = "Origin: https://shop.example\r\n";
    const RawAnswer preflight = ask(head("OPTIONS /v1/t", origin + "Access-Control-Request-Method: POST\r\n") + "\r\n");
    QCOMPARE(preflight.status, 204);
    QCOMPARE(preflight.headers.value("access-control-allow-origin"), QByteArray("https://shop.example"));
    const RawAnswer answer = post("/v1/t", track("m-1"), origin + "Sec-Fetch-Site: cross-site\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("access-control-allow-origin"), QByteArray("https://shop.example"));
    QCOMPARE(post("/v1/t", track("m-2"), "Origin: https://attacker.example\r\n").status, 403);
    QCOMPARE(kept().size(), std::size_t(1));
}

void TestReceiver::theHealthOfTheReceiver()
{
    QCOMPARE(post("/v1/track", track("m-1")).status, 200);
    const RawAnswer answer = ask(head("GET /healthz") + "\r\n");
    QCOMPARE(answer.status, 200);
    const QByteArray whose = QByteArray::fromStdString(IntakeCounts::installation(m_content.salt));
    QCOMPARE(answer.body, QByteArray(R"({"status":"ok","installation":"WHOSE","captured":1,"webhook":0,"echoes":0,)"
                                     R"("echoesRefused":0,"notKept":0})")
                              .replace("WHOSE", whose));
    RawClient monitor(m_receiver->port());
    QVERIFY(monitor.send(head("HEAD /healthz") + "\r\n"));
    const QByteArray seen = monitor.readHead();
    QVERIFY2(seen.startsWith("HTTP/1.1 200 "), seen.constData());
    const QByteArray length = "Content-Length: " + QByteArray::number(answer.body.size());
    QVERIFY2(seen.contains(length), seen.constData());
    QVERIFY(monitor.waitForClose());
    QCOMPARE(ask(head("PUT /healthz") + "\r\n").headers.value("allow"), QByteArray("GET, HEAD"));
}

void TestReceiver::bodiesHaveTheLimitOfTheirRoute()
{
    const auto announced = [this](const QByteArray &path, qint64 bytes) {
        return ask(head("POST " + path) + "Content-Length: " + QByteArray::number(bytes) + "\r\n\r\n").status;
    };
    constexpr qint64 kMb = 1024 * 1024;
    QCOMPARE(announced("/v1/track", 4 * kMb + 1), 413);
    QCOMPARE(announced(echoPath(), 16 * kMb + 1), 413);
    QCOMPARE(announced("/segment/" + bytesOf(RouteToken::create()), 16 * kMb), 404); // a stranger's is not read at all
    const QByteArray large = "[\"" + QByteArray(5 * kMb, 'x') + "\"]";
    QCOMPARE(post(echoPath(), large).status, 200);
    QCOMPARE(kept().at(0).payload->size(), kMostUnreadableBytes); // taken whole, kept in part
}

void TestReceiver::manyLargeBodiesAreNotBufferedAtOnce()
{
    std::vector<std::unique_ptr<RawClient>> clients;
    const QByteArray begun =
        head("POST " + echoPath()) + "Content-Length: 16777216\r\n\r\n" + QByteArray(15 * 1024 * 1024, ' ');
    for (int i = 0; i < 9; ++i) { // 135 MB
        clients.push_back(std::make_unique<RawClient>(m_receiver->port()));
        QVERIFY(clients.back()->send(begun));
    }
    const RawAnswer gaveWay = clients.front()->readAnswer();
    QCOMPARE(gaveWay.status, 503);
    QVERIFY(gaveWay.headers.contains("retry-after"));
    QCOMPARE(post("/v1/track", track("m-1")).status, 200);
}

QTEST_GUILESS_MAIN(TestReceiver)
#include "tst_receiver.moc"
