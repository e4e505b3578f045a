// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect
#include "app/setup/SourceProvisioner.h"

#include "app/secrets/SessionSecretStore.h"
#include "tests/app/secrets/SecretHelpers.h"
#include "tests/support/PublicApiDouble.h"

#include <QTest>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kToken = "sgp_OwnerTokenOfTheWorkspace0123456789";
const QByteArray kKeyA = "Zq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU";
const QByteArray kKeyB = "Aq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU";

QJsonObject httpSource()
{
    return {{u"id"_s, u"other1"_s},
            {u"slug"_s, u"pushwoosh_dev"_s},
            {u"name"_s, u"By HTTP"_s},
            {u"enabled"_s, true},
            {u"writeKeys"_s, QJsonArray{QString::fromLatin1(kKeyB)}},
            {u"metadata"_s, QJsonObject{{u"id"_s, u"iUM16Md8P2"_s}, {u"slug"_s, u"http-api"_s}}}};
}

QJsonObject sourceBySlug(const PublicApiDouble &segment, const QString &slug)
{
    const QJsonArray all = segment.sources();
    for (const auto &each : all) {
        if (each.toObject().value(u"slug"_s) == slug) {
            return each.toObject();
        }
    }
    return {};
}

Answer refused(int status)
{
    Answer answer = Answer::error(status);
    answer.body = R"({"errors":[{"type":"some","message":"Not like this"}]})";
    return answer;
}

} // namespace

class TestSourceProvisioner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsThoseOfThePushwooshKindByIdAndBySlug();
    void theOneWhoseKeyIsKeptIsMatched();
    void anotherKeyMatchesNone();
    void aTokenThatIsRefusedSaysWhatItNeeds_data();
    void aTokenThatIsRefusedSaysWhatItNeeds();
    void aMembersTokenSeesNoKeys();
    void thePlanSaysEverythingThatWillBeDone();
    void thePlanTakesAFreeSlug();
    void thePlanNamesTheSettingsThatDiffer();
    void aPlanThatCannotBeMadeSaysWhy();
    void makesWhatThePlanSays();
    void aLabelThatIsThereIsNotMadeAgain();
    void theSourceCountsWhenItsLabelFails();
    void theSourceCountsWhenItsNameFails();
    void aSlugTakenMeanwhileIsSaidWithTheNextFreeOne();
    void anAnswerThatNeverCameIsLookedFor();
    void theKeyOfASourceIsKnownToTheRedactor();
    void aHiddenKeyIsNone();
    void abortEndsWhatIsUnderWay();
    void slugs_data();
    void slugs();

private:
    Result<WorkspaceView> read(bool hasKey = false) { return answerOf(m_provisioner->read(m_draft, hasKey)); }
    SourcePlan plan(const QString &name = u"Pushwoosh_Dev"_s);
    //! Instead of what the stand-in would say.
    void answerWith(const QByteArray &method, const QByteArray &target, const Answer &answer);

    SystemClock m_clock;
    Redactor m_redactor;
    ConnectionId m_draft;
    std::unique_ptr<PublicApiDouble> m_segment;
    std::unique_ptr<SessionSecretStore> m_keychain;
    std::unique_ptr<SessionSecretStore> m_session;
    std::unique_ptr<SecretAccess> m_secrets;
    std::unique_ptr<SourceProvisioner> m_provisioner;
};

void TestSourceProvisioner::init()
{
    m_draft = ConnectionId::create();
    m_segment = std::make_unique<PublicApiDouble>(kToken);
    m_keychain = std::make_unique<SessionSecretStore>();
    m_session = std::make_unique<SessionSecretStore>();
    m_secrets = std::make_unique<SecretAccess>(*m_keychain, *m_session, m_redactor);
    PublicApiLimits limits;
    limits.timeoutMs = 3'000;
    m_provisioner = std::make_unique<SourceProvisioner>(
        std::make_shared<PublicApi>(m_clock, m_redactor, m_segment->url(), Secret::fromBytes(kToken), limits),
        *m_secrets, m_redactor);
}

void TestSourceProvisioner::cleanup()
{
    m_provisioner.reset();
    m_secrets.reset();
    m_segment.reset();
}

SourcePlan TestSourceProvisioner::plan(const QString &name)
{
    QTest::qVerify(read().ok(), "read", "", __FILE__, __LINE__);
    return answerOf(m_provisioner->plan(name, Environment::Dev)).valueOr(SourcePlan{});
}

void TestSourceProvisioner::answerWith(const QByteArray &method, const QByteArray &target, const Answer &answer)
{
    m_segment->setTrap([=](const Request &request) {
        return request.method == method && request.target == target ? std::optional(answer) : std::nullopt;
    });
}

void TestSourceProvisioner::findsThoseOfThePushwooshKindByIdAndBySlug()
{
    m_segment->addRawSource(httpSource());
    m_segment->addSource(u"zeta"_s, kKeyA);
    QJsonObject renumbered = httpSource();
    renumbered.insert(u"id"_s, u"other2"_s);
    renumbered.insert(u"slug"_s, u"alpha"_s);
    renumbered.insert(u"name"_s, u"alpha"_s);
    renumbered.insert(u"metadata"_s, QJsonObject{{u"id"_s, u"another"_s}, {u"slug"_s, u"pushwoosh-source"_s}});
    m_segment->addRawSource(renumbered);
    const Result<WorkspaceView> view = read();
    QVERIFY(view.ok());
    QCOMPARE(view.value().workspace.name, u"Acme"_s);
    QCOMPARE(view.value().sources.size(), 2);
    QCOMPARE(view.value().sources.at(0).slug, u"alpha"_s);
    QCOMPARE(view.value().sources.at(1).slug, u"zeta"_s);
    QCOMPARE(view.value().slugs.size(), 3);
    QVERIFY(view.value().matchedId.isEmpty());
    QCOMPARE(m_redactor.redact(QByteArray("a " + kKeyA + " b")), QByteArray("a [redacted] b"));
}

void TestSourceProvisioner::theOneWhoseKeyIsKeptIsMatched()
{
    m_segment->addSource(u"one"_s, kKeyB);
    const QString id = m_segment->addSource(u"two"_s, kKeyA);
    m_keychain->write(SecretName::writeKey(m_draft), Secret::fromBytes(kKeyA));
    QCOMPARE(read(true).value().matchedId, id);
    QVERIFY2(read(false).value().matchedId.isEmpty(), "the keychain is not asked for a key that is not kept");
}

void TestSourceProvisioner::anotherKeyMatchesNone()
{
    m_segment->addSource(u"one"_s, kKeyB);
    m_keychain->write(SecretName::writeKey(m_draft), Secret::fromBytes(kKeyA));
    QVERIFY(read(true).value().matchedId.isEmpty());
}

void TestSourceProvisioner::aTokenThatIsRefusedSaysWhatItNeeds_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("401") << 401;
    QTest::newRow("403") << 403;
}

void TestSourceProvisioner::aTokenThatIsRefusedSaysWhatItNeeds()
{
    QFETCH(int, status);
    m_segment->server().enqueue(refused(status));
    const Result<WorkspaceView> view = read();
    QCOMPARE(codeOf(view), ErrorCode::Denied);
    QVERIFY(view.error().userText.contains(u"Workspace Owner"_s));
    QVERIFY(view.error().userText.contains(u"Business"_s));
}

void TestSourceProvisioner::aMembersTokenSeesNoKeys()
{
    m_segment->addSource(u"one"_s, kKeyA);
    m_segment->setHidesWriteKeys(true);
    const Result<WorkspaceView> view = read();
    QVERIFY(view.ok());
    QVERIFY(view.value().hidesKeys());
    QVERIFY(SourceProvisioner::keyOf(view.value().sources.constFirst()).isEmpty());
    QVERIFY(SourceProvisioner::hiddenKeySentence().contains(u"Workspace Owner"_s));
}

void TestSourceProvisioner::thePlanSaysEverythingThatWillBeDone()
{
    const SourcePlan made = plan();
    QCOMPARE(made.slug, u"pushwoosh_dev"_s);
    QCOMPARE(made.labelExists, std::optional(false));
    QVERIFY(made.fault().isEmpty());
    const QString told = made.sentences().join(u'\n');
    for (const QString &word : {u"Acme"_s, u"Pushwoosh_Dev"_s, u"pushwoosh_dev"_s, u"Pushwoosh Source"_s,
                                u"switched on"_s, u"warehouses"_s, u"environment:dev"_s, u"keychain"_s}) {
        QVERIFY2(told.contains(word), qPrintable(word + u" in: "_s + told));
    }
    QVERIFY2(sourceBySlug(*m_segment, u"pushwoosh_dev"_s).isEmpty(), "a plan makes nothing");
}

void TestSourceProvisioner::thePlanTakesAFreeSlug()
{
    m_segment->addRawSource(httpSource()); // of another kind, but the slug is taken all the same
    const SourcePlan made = plan();
    QCOMPARE(made.slug, u"pushwoosh_dev_2"_s);
    SourcePlan same = made;
    same.slug = u"pushwoosh_dev"_s;
    QVERIFY2(same.fault().contains(u"pushwoosh_dev_2"_s), qPrintable(same.fault()));
}

void TestSourceProvisioner::thePlanNamesTheSettingsThatDiffer()
{
    SourcePlan made = plan();
    QCOMPARE(made.kind.options.size(), 1);
    QVERIFY(!made.sentences().join(u' ').contains(u"Region"_s));
    made.settings.insert(u"region"_s, u"eu"_s);
    made.enabled = false;
    made.label.reset();
    const QString told = made.sentences().join(u' ');
    QVERIFY(told.contains(u"Region"_s) && told.contains(u"eu"_s) && told.contains(u"switched off"_s));
    QVERIFY(!told.contains(u"environment:dev"_s));
}

void TestSourceProvisioner::aPlanThatCannotBeMadeSaysWhy()
{
    SourcePlan made = plan();
    made.slug = u"Not A Slug"_s;
    QVERIFY2(made.fault().contains(u"not_a_slug"_s), qPrintable(made.fault()));
    made.slug = u"fine"_s;
    made.kind.options.append({u"apiToken"_s, u"string"_s, u"API token"_s, {}, true, {}});
    QVERIFY2(made.fault().contains(u"API token"_s), qPrintable(made.fault()));
    made.settings.insert(u"apiToken"_s, u"x"_s);
    QVERIFY(made.fault().isEmpty());
    made.name = u"  "_s;
    QVERIFY(!made.fault().isEmpty());
    QVERIFY(SourcePlan::hasField({u"secret"_s, u"password"_s, {}, {}, false, {}}));
    QVERIFY(!SourcePlan::hasField({u"several"_s, u"list"_s, {}, {}, false, {}}));
}

void TestSourceProvisioner::makesWhatThePlanSays()
{
    SourcePlan wanted = plan();
    wanted.settings.insert(u"region"_s, u"eu"_s);
    const Result<MadeSource> made = answerOf(m_provisioner->make(wanted));
    QVERIFY(made.ok());
    QVERIFY2(made.value().troubles.isEmpty(), qPrintable(made.value().troubles.join(u' ')));
    QVERIFY(!SourceProvisioner::keyOf(made.value().source).isEmpty());
    const QJsonObject source = sourceBySlug(*m_segment, u"pushwoosh_dev"_s);
    QCOMPARE(source.value(u"name"_s).toString(), u"Pushwoosh_Dev"_s);
    QCOMPARE(source.value(u"enabled"_s).toBool(), true);
    QCOMPARE(source.value(u"settings"_s).toObject().value(u"region"_s).toString(), u"eu"_s);
    const QJsonObject label = source.value(u"labels"_s).toArray().at(0).toObject();
    QCOMPARE(label.value(u"key"_s).toString(), u"environment"_s);
    QCOMPARE(label.value(u"value"_s).toString(), u"dev"_s);
    QCOMPARE(m_provisioner->view().sources.size(), 1);
}

void TestSourceProvisioner::aLabelThatIsThereIsNotMadeAgain()
{
    QVERIFY(answerOf(m_provisioner->make(plan())).ok());
    const SourcePlan second = plan(u"Second"_s);
    QCOMPARE(second.labelExists, std::optional(true));
    m_segment->server().clear();
    const Result<MadeSource> made = answerOf(m_provisioner->make(second));
    QVERIFY(made.ok() && made.value().troubles.isEmpty());
    const QList<Request> requests = m_segment->server().requests();
    QVERIFY(std::ranges::none_of(requests, [](const Request &each) { return each.target == "/labels"; }));
}

void TestSourceProvisioner::theSourceCountsWhenItsLabelFails()
{
    const SourcePlan wanted = plan();
    answerWith("POST", "/labels", refused(403));
    const Result<MadeSource> made = answerOf(m_provisioner->make(wanted));
    QVERIFY(made.ok());
    QCOMPARE(made.value().troubles.size(), 1);
    QVERIFY(made.value().troubles.constFirst().contains(u"label"_s));
    QVERIFY(!SourceProvisioner::keyOf(made.value().source).isEmpty());
    QCOMPARE(sourceBySlug(*m_segment, u"pushwoosh_dev"_s).value(u"name"_s).toString(), u"Pushwoosh_Dev"_s);
}

void TestSourceProvisioner::theSourceCountsWhenItsNameFails()
{
    const SourcePlan wanted = plan();
    answerWith("PATCH", "/sources/source1", refused(500));
    const Result<MadeSource> made = answerOf(m_provisioner->make(wanted));
    QVERIFY(made.ok());
    QCOMPARE(made.value().troubles.size(), 1);
    QVERIFY(made.value().troubles.constFirst().contains(u"slug"_s));
    QCOMPARE(made.value().source.labels.size(), 1);
}

void TestSourceProvisioner::aSlugTakenMeanwhileIsSaidWithTheNextFreeOne()
{
    const SourcePlan wanted = plan();
    m_segment->addRawSource(httpSource());
    const Result<MadeSource> made = answerOf(m_provisioner->make(wanted));
    QCOMPARE(codeOf(made), ErrorCode::InvalidInput);
    QVERIFY2(made.error().userText.contains(u"pushwoosh_dev_2"_s), qPrintable(made.error().userText));
    QVERIFY(m_provisioner->view().slugs.contains(u"pushwoosh_dev"_s));
    QCOMPARE(m_segment->sources().size(), 1);
}

void TestSourceProvisioner::anAnswerThatNeverCameIsLookedFor()
{
    const SourcePlan wanted = plan();
    m_segment->addSource(u"pushwoosh_dev"_s, kKeyA); // what the request did before its answer was lost
    answerWith("POST", "/sources", Answer::of(Answer::Fault::ResetAfterReading));
    const Result<MadeSource> made = answerOf(m_provisioner->make(wanted));
    QCOMPARE(codeOf(made), ErrorCode::Network);
    QVERIFY2(made.error().userText.contains(u"pushwoosh_dev"_s), qPrintable(made.error().userText));
    QCOMPARE(m_provisioner->view().sources.size(), 1);
}

void TestSourceProvisioner::theKeyOfASourceIsKnownToTheRedactor()
{
    m_segment->addSource(u"one"_s, kKeyA);
    const SegmentSource source = read().value().sources.constFirst();
    QCOMPARE(bytesOf(SourceProvisioner::keyOf(source)), kKeyA);
    QCOMPARE(m_redactor.redact(QByteArray("a " + kKeyA + " b")), QByteArray("a [redacted] b"));
    QCOMPARE(m_redactor.redact(QByteArray("a " + kToken + " b")), QByteArray("a [redacted] b"));
}

void TestSourceProvisioner::aHiddenKeyIsNone()
{
    m_segment->addSource(u"one"_s, kKeyA);
    m_segment->setHidesWriteKeys(true);
    const SegmentSource source = read().value().sources.constFirst();
    QVERIFY(SourceProvisioner::keyOf(source).isEmpty());
    QVERIFY(SourceProvisioner::hiddenKeySentence().contains(u"Workspace Owner"_s));
}

void TestSourceProvisioner::abortEndsWhatIsUnderWay()
{
    m_segment->server().enqueue(Answer::of(Answer::Fault::Hang));
    const auto reading = m_provisioner->read(m_draft, false);
    QTRY_COMPARE(m_segment->server().requestCount(), 1);
    m_provisioner->abort();
    QCOMPARE(codeOf(answerOf(reading)), ErrorCode::Cancelled);
}

void TestSourceProvisioner::slugs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("slug");
    QTest::newRow("usual") << u"Pushwoosh_Prod"_s << u"pushwoosh_prod"_s;
    QTest::newRow("blanks") << u"  Push  for Shop! "_s << u"push_for_shop"_s;
    QTest::newRow("dashes") << u"a-b"_s << u"a-b"_s;
    QTest::newRow("nothing left") << u"日本"_s << u"pushwoosh"_s;
}

void TestSourceProvisioner::slugs()
{
    QFETCH(QString, name);
    QFETCH(QString, slug);
    QCOMPARE(SourcePlan::slugOf(name), slug);
    QCOMPARE(SourcePlan::freeSlug(slug, {}), slug);
    QCOMPARE(SourcePlan::freeSlug(slug, {slug.toUpper(), slug + u"_2"_s}), slug + u"_3"_s);
}

QTEST_GUILESS_MAIN(TestSourceProvisioner)
#include "tst_sourceprovisioner.moc"
