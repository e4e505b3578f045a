// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/journal/JournalSupport.h"
#include "tests/app/secrets/SecretHelpers.h"
#include "tests/ui/setup/WizardRig.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QSettings>
#include <QTabBar>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;
const QString kNewKey = u"Nq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eN"_s;

Answer settingsNaming(const QByteArray &host)
{
    Answer answer;
    answer.body = R"({"integrations":{"Segment.io":{"apiHost":")" + host + R"(/v1"}}})";
    return answer;
}

} // namespace

//! The Setup page of a connection in the real window, with a real keychain and without one: a key is replaced, compared
//! and asked about.
class TestSetupPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }
    void aReplacedKeyIsKeptUntilTheNewOneIsProven();
    void aTestEventThatComesBackIsProofToo();
    void theOldKeyCanBeUsedAgain();
    void theOldKeyIsRemovedByHandAfterAQuestion();
    void aRemovedConnectionTakesBothKeysAlong();
    void theSameKeyElsewhereIsSaidBeforeItIsSaved();
    void anOddKeyIsRemarkedAndSaved();
    void whatIsSavedIsSaidAndThePageStays();
    void segmentIsAskedOnlyWhenAPersonWantsIt();
    void theVerdictIsShown_data();
    void theVerdictIsShown();
    void theRegionIsCompared();
    void anAnswerGoesWithItsKey();
    void askingEndsWhenThePageIsLeft();
    void otherEndpointsAreNeverAskedAbout();
    void aKnownKeyInTheWizardIsKnownInTheHeader();
    void tabGoesFromTheTopToTheBottom();
    void everyControlHasAName();
    void withoutAKeychainWhatWillHappenIsSaid();

private:
    //! A connection that is shown at its Setup page; with the key in the keychain when there is one.
    ConnectionId open(const Endpoint &endpoint, bool withKey = true, Environment environment = Environment::Dev);
    void show(const ConnectionId &id);
    Result<Secret> previousOf(const ConnectionId &id)
    {
        return answerOf(m_rig->context().secrets().read(SecretName::previousWriteKey(id)));
    }
    void useStandInForTheCdn();
    bool replaceKey(const ConnectionId &id);
    Endpoint here() const { return Endpoint::parse(m_rig->endpoint()).value(); }
    QString verdict() const { return m_rig->text(u"probeVerdict"_s); }

    std::unique_ptr<WizardRig> m_rig;
};

void TestSetupPage::init()
{
    const bool withKeychain = qEnvironmentVariable("SEGUE_TEST_BUS_MODE") == u"unlocked"_s;
    const bool needsKeychain = QByteArrayView(QTest::currentTestFunction()) != "withoutAKeychainWhatWillHappenIsSaid";
    if (withKeychain != needsKeychain) {
        QSKIP("for the other state of the keychain");
    }
    m_rig = std::make_unique<WizardRig>();
    QVERIFY(m_rig->isOpen());
}

ConnectionId TestSetupPage::open(const Endpoint &endpoint, bool withKey, Environment environment)
{
    AppContext &context = m_rig->context();
    Connection made;
    made.id = ConnectionId::create();
    made.name = u"Pushwoosh_Own"_s;
    made.environment = environment;
    made.endpoint = endpoint;
    made.keyExpected = withKey;
    if (!context.connections().add(made)) {
        QTest::qFail("the connection was not added", __FILE__, __LINE__);
    }
    if (withKey) {
        const auto written = context.secrets().write(SecretName::writeKey(made.id), Secret::fromText(WizardRig::kKey),
                                                     SecretPlace::Keychain);
        QTest::qVerify(answerOf(written).ok(), "the key is stored", "", __FILE__, __LINE__);
    }
    show(made.id);
    return made.id;
}

void TestSetupPage::show(const ConnectionId &id)
{
    const QString name = m_rig->context().connections().find(id)->name;
    auto *list = m_rig->find<QListView>(u"connectionList"_s);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data().toString() == name) {
            list->setCurrentIndex(index);
        }
    }
    m_rig->find<QTabBar>(u"pageTabs"_s)->setCurrentIndex(1);
    QTest::qVerify(m_rig->isShown(u"saveConnection"_s), "the Setup page is shown", "", __FILE__, __LINE__);
    QTest::qVerify(m_rig->window().windowTitle().startsWith(name), "of the connection", "", __FILE__, __LINE__);
}

void TestSetupPage::useStandInForTheCdn()
{
    QSettings file(m_rig->context().dataFolder() + u"/settings.ini"_s, QSettings::IniFormat);
    file.setValue(u"segment/cdnStandIn"_s, m_rig->segment().url(u"/v1"_s).toString());
    QVERIFY(!m_rig->context().settings().cdnStandIn().isEmpty());
}

bool TestSetupPage::replaceKey(const ConnectionId &id)
{
    return m_rig->fill(u"writeKey"_s, kNewKey) && m_rig->press(u"saveConnection"_s) && WizardRig::waitFor([&] {
               return m_rig->context().rotation().isUnderWay(id) && m_rig->text(u"formMessage"_s) == u"Saved."_s;
           });
}

void TestSetupPage::aReplacedKeyIsKeptUntilTheNewOneIsProven()
{
    const ConnectionId id = open(here());
    Connection paused = m_rig->context().connections().find(id).value();
    paused.paused = true; // so that there is something queued
    QVERIFY(m_rig->context().connections().update(paused).ok());
    QVERIFY(JournalCalls(m_rig->context().journal())
                .append({trackEntry("m-1", id.key()), trackEntry("m-2", id.key())})
                .ok());
    QVERIFY(replaceKey(id));
    const QString text = m_rig->text(u"rotationText"_s);
    QVERIFY2(text.contains(u"2 queued"_s) && text.contains(u"kept until a test is proven"_s), qPrintable(text));
    const QWidget *card = m_rig->find<QWidget>(u"proveNewKey"_s);
    QVERIFY2(!card->visibleRegion().isEmpty() && card->hasFocus(), "scrolled to, after the way down to Save");
    QCOMPARE(bytesOf(m_rig->keyOf(id).value()), kNewKey.toUtf8());
    QCOMPARE(bytesOf(previousOf(id).value()), WizardRig::kKey.toUtf8());

    // It is known when the program comes again.
    m_rig->end();
    show(id);
    QVERIFY(m_rig->text(u"rotationText"_s).contains(u"kept until a test is proven"_s));
    paused = m_rig->context().connections().find(id).value();
    paused.paused = false;
    QVERIFY(m_rig->context().connections().update(paused).ok());

    QVERIFY(m_rig->press(u"proveNewKey"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), u"Prove that it works"_s, kPatience);
    QVERIFY(m_rig->press(u"sendSamples"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"proven"_s, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->context().rotation().isUnderWay(id), kPatience);
    QCOMPARE(codeOf(previousOf(id)), ErrorCode::Absent);
    QCOMPARE(bytesOf(m_rig->keyOf(id).value()), kNewKey.toUtf8());
    const QList<Request> requests = m_rig->segment().requests();
    QVERIFY(!requests.isEmpty());
    for (const Request &request : requests) {
        QCOMPARE(request.header("Authorization"), "Basic " + (kNewKey + u':').toUtf8().toBase64());
    }
    m_rig->keys(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->isShown(u"setupWizard"_s), kPatience);
    QVERIFY2(m_rig->context().drafts().open().isEmpty(), "a finished connection is no draft again");
    show(id);
    QVERIFY(!m_rig->isShown(u"rotationText"_s));
}

void TestSetupPage::aTestEventThatComesBackIsProofToo()
{
    const ConnectionId id = open(here());
    QVERIFY(replaceKey(id));
    NewEntry entry = trackEntry("m-1", id.key());
    entry.fields.received = m_rig->context().clock().now();
    entry.fields.state = EventState::Accepted;
    QVERIFY(JournalCalls(m_rig->context().journal()).append({entry}).ok());
    QVERIFY(JournalCalls(m_rig->context().journal()).confirm("m-1", "echo").ok());
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->isShown(u"rotationText"_s), kPatience);
    QCOMPARE(codeOf(previousOf(id)), ErrorCode::Absent);
}

void TestSetupPage::theOldKeyCanBeUsedAgain()
{
    const ConnectionId id = open(here());
    QVERIFY(replaceKey(id));
    QVERIFY(m_rig->press(u"useOldKey"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->isShown(u"rotationText"_s), kPatience);
    QCOMPARE(bytesOf(m_rig->keyOf(id).value()), WizardRig::kKey.toUtf8());
    QCOMPARE(codeOf(previousOf(id)), ErrorCode::Absent);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->text(u"formMessage"_s).contains(u"old key is in use again"_s), kPatience);
}

void TestSetupPage::theOldKeyIsRemovedByHandAfterAQuestion()
{
    const ConnectionId id = open(here());
    QVERIFY(replaceKey(id));
    QVERIFY(m_rig->press(u"removeOldKey"_s));
    const auto box = [this] { return m_rig->window().findChild<QMessageBox *>(u"removeOldKeyQuestion"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(box() != nullptr, kPatience);
    box()->reject();
    QTRY_VERIFY_WITH_TIMEOUT(box() == nullptr, kPatience);
    QVERIFY(previousOf(id).ok());
    QVERIFY(m_rig->press(u"removeOldKey"_s));
    QTRY_VERIFY_WITH_TIMEOUT(box() != nullptr, kPatience);
    QTest::keyClick(box()->findChild<QAbstractButton *>(u"removeOldKeyQuestionConfirm"_s), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->isShown(u"rotationText"_s), kPatience);
    QCOMPARE(codeOf(previousOf(id)), ErrorCode::Absent);
    QCOMPARE(bytesOf(m_rig->keyOf(id).value()), kNewKey.toUtf8());
}

void TestSetupPage::aRemovedConnectionTakesBothKeysAlong()
{
    const ConnectionId id = open(here());
    QVERIFY(replaceKey(id));
    ConnectionRemoval &removal = m_rig->context().removal();
    QVERIFY(removal.remove(id).ok());
    QVERIFY2(previousOf(id).ok() && m_rig->keyOf(id).ok(), "a person can still think again");
    QVERIFY(removal.undo(id).ok());
    QVERIFY2(m_rig->context().rotation().isUnderWay(id), "it comes back as it was");
    QVERIFY(m_rig->context().connections().remove(id).ok());
    removal.forgetSecrets(id, true);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->context().settings().choice(u"removals"_s).isEmpty(), kPatience);
    QCOMPARE(codeOf(m_rig->keyOf(id)), ErrorCode::Absent);
    QCOMPARE(codeOf(previousOf(id)), ErrorCode::Absent);
}

void TestSetupPage::theSameKeyElsewhereIsSaidBeforeItIsSaved()
{
    Connection live;
    live.id = ConnectionId::create();
    live.name = u"Live"_s;
    live.environment = Environment::Prod;
    live.keyExpected = true;
    AppContext &context = m_rig->context();
    QVERIFY(context.connections().add(live).ok());
    QVERIFY(answerOf(context.secrets().write(SecretName::writeKey(live.id), Secret::fromText(kNewKey),
                                             SecretPlace::Keychain))
                .ok());
    const ConnectionId id = open(here());
    QVERIFY(m_rig->fill(u"writeKey"_s, kNewKey));
    QVERIFY(m_rig->press(u"saveConnection"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->text(u"formMessage"_s).contains(u"Live"_s), kPatience);
    QVERIFY(m_rig->text(u"formMessage"_s).contains(u"another environment"_s));
    QCOMPARE(bytesOf(m_rig->keyOf(id).value()), WizardRig::kKey.toUtf8());
    QVERIFY(!context.rotation().isUnderWay(id));
    QVERIFY(m_rig->press(u"saveConnection"_s));
    QTRY_VERIFY_WITH_TIMEOUT(context.rotation().isUnderWay(id), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bytesOf(m_rig->keyOf(id).value()), kNewKey.toUtf8(), kPatience);
}

void TestSetupPage::anOddKeyIsRemarkedAndSaved()
{
    const ConnectionId id = open(Endpoint::us(), false);
    QVERIFY(m_rig->fill(u"writeKey"_s, u"sgp_token"_s));
    const QString remark = m_rig->text(u"keyRemark"_s);
    QVERIFY2(!remark.isEmpty() && remark.contains(u"token"_s), qPrintable(remark));
    QVERIFY(m_rig->press(u"saveConnection"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->context().connections().find(id)->keyExpected, kPatience);
    QCOMPARE(bytesOf(m_rig->keyOf(id).value()), QByteArray("sgp_token"));
}

void TestSetupPage::whatIsSavedIsSaidAndThePageStays()
{
    const ConnectionId id = open(Endpoint::us(), false);
    auto *close = m_rig->find<QAbstractButton>(u"cancelForm"_s);
    QCOMPARE(close->text(), u"Close"_s);
    QVERIFY(m_rig->fill(u"connectionApplication"_s, u"1A2B3-C4D5E"_s));
    QCOMPARE(close->text(), u"Cancel"_s);
    QVERIFY(m_rig->press(u"saveConnection"_s));
    QTRY_COMPARE(m_rig->text(u"formMessage"_s), u"Saved."_s);
    QCOMPARE(m_rig->context().connections().find(id)->applicationCode, u"1A2B3-C4D5E"_s);
    QVERIFY(m_rig->isShown(u"saveConnection"_s) && close->hasFocus());
    // A first key as well.
    QVERIFY(m_rig->fill(u"writeKey"_s, kNewKey));
    QVERIFY(m_rig->press(u"saveConnection"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->context().connections().find(id)->keyExpected, kPatience);
    QTRY_COMPARE(m_rig->text(u"formMessage"_s), u"Saved."_s);
    QVERIFY(m_rig->isShown(u"saveConnection"_s));
}

void TestSetupPage::segmentIsAskedOnlyWhenAPersonWantsIt()
{
    useStandInForTheCdn();
    m_rig->segment().setStandingAnswer(settingsNaming("api.segment.io"));
    open(Endpoint::us());
    QVERIFY(m_rig->isShown(u"askKey"_s));
    QVERIFY(m_rig->fill(u"writeKey"_s, kNewKey));
    QVERIFY(m_rig->press(u"saveConnection"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"formMessage"_s), u"Saved."_s, kPatience);
    QCOMPARE(m_rig->segment().requestCount(), 0);
    QVERIFY(m_rig->press(u"askKey"_s));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"Known"_s, kPatience);
    QCOMPARE(m_rig->segment().lastRequest().target, "/v1/projects/" + kNewKey.toUtf8() + "/settings");
    QVERIFY2(m_rig->text(u"rotationProbe"_s).contains(u"only a test shows"_s), "known is not proven");
}

void TestSetupPage::theVerdictIsShown_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    QTest::newRow("known") << 200 << u"Known"_s;
    QTest::newRow("not found") << 404 << u"Not confirmed"_s;
    QTest::newRow("a fault") << 503 << u"Could not ask"_s;
}

void TestSetupPage::theVerdictIsShown()
{
    QFETCH(int, status);
    QFETCH(QString, word);
    useStandInForTheCdn();
    m_rig->segment().setStandingAnswer(status == 200 ? settingsNaming("api.segment.io") : Answer::error(status));
    const ConnectionId id = open(Endpoint::us());
    QVERIFY(m_rig->press(u"askKey"_s));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), word, kPatience);
    const QString sentence = m_rig->text(u"probeSentence"_s);
    QVERIFY(!sentence.isEmpty());
    QVERIFY(!sentence.contains(u"invalid"_s, Qt::CaseInsensitive));
    QCOMPARE(m_rig->context().keyAnswers().find(id).has_value(), true);
    QCOMPARE(m_rig->text(u"keyState"_s) == u"Key known"_s, status == 200);
    // The answer is still there when the page comes again, and nobody was asked for it.
    m_rig->find<QTabBar>(u"pageTabs"_s)->setCurrentIndex(0);
    show(id);
    QCOMPARE(verdict(), word);
    QCOMPARE(m_rig->segment().requestCount(), 1);
}

void TestSetupPage::theRegionIsCompared()
{
    useStandInForTheCdn();
    m_rig->segment().setStandingAnswer(settingsNaming("events.eu1.segmentapis.com"));
    open(Endpoint::us());
    QVERIFY(m_rig->press(u"askKey"_s));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"Known"_s, kPatience);
    const QString mismatch = m_rig->text(u"probeRegion"_s);
    QVERIFY2(mismatch.contains(u"EU"_s) && mismatch.contains(u"US"_s), qPrintable(mismatch));
    QVERIFY(m_rig->choose(u"region-eu"_s));
    QVERIFY2(m_rig->text(u"probeRegion"_s) != mismatch && !m_rig->text(u"probeRegion"_s).contains(u"US"_s),
             "judged anew for the region that is chosen now");
}

void TestSetupPage::anAnswerGoesWithItsKey()
{
    useStandInForTheCdn();
    m_rig->segment().setStandingAnswer(settingsNaming("api.segment.io"));
    const ConnectionId id = open(Endpoint::us());
    QVERIFY(m_rig->fill(u"writeKey"_s, kNewKey));
    QVERIFY(m_rig->press(u"askKey"_s));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"Known"_s, kPatience);
    QVERIFY2(!m_rig->context().keyAnswers().find(id), "not of the key that is kept");
    QVERIFY(m_rig->fill(u"writeKey"_s, kNewKey + u'x'));
    QVERIFY2(!m_rig->isShown(u"probeVerdict"_s), "of the key as it was typed before");
    m_rig->keys(Qt::Key_Backspace);
    QVERIFY(m_rig->press(u"askKey"_s));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"Known"_s, kPatience);
    QVERIFY(m_rig->press(u"saveConnection"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"keyState"_s), u"Key known"_s, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"useOldKey"_s), kPatience);
    QVERIFY(m_rig->press(u"useOldKey"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->context().keyAnswers().find(id), kPatience);
    QCOMPARE(m_rig->text(u"keyState"_s), u"Key in the keychain"_s);
}

void TestSetupPage::askingEndsWhenThePageIsLeft()
{
    useStandInForTheCdn();
    m_rig->segment().setStandingAnswer(Answer::of(Answer::Fault::Hang));
    const ConnectionId id = open(Endpoint::us());
    auto *ask = m_rig->find<QAbstractButton>(u"askKey"_s);
    const QString before = ask->text();
    QVERIFY(m_rig->press(u"askKey"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->segment().requestCount(), 1, kPatience);
    QCOMPARE(ask->text(), u"Stop asking"_s);
    m_rig->find<QTabBar>(u"pageTabs"_s)->setCurrentIndex(0);
    show(id);
    QCOMPARE(ask->text(), before);
    QVERIFY(!m_rig->isShown(u"probeVerdict"_s));
    m_rig->segment().setStandingAnswer(Answer::error(404));
    QVERIFY(m_rig->press(u"askKey"_s));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"Not confirmed"_s, kPatience);
}

void TestSetupPage::otherEndpointsAreNeverAskedAbout()
{
    useStandInForTheCdn();
    open(here());
    QVERIFY(!m_rig->isShown(u"askKey"_s));
    QVERIFY(m_rig->choose(u"region-us"_s));
    QVERIFY(m_rig->isShown(u"askKey"_s));
    QVERIFY(m_rig->choose(u"region-other"_s));
    QVERIFY(!m_rig->isShown(u"askKey"_s));
    QCOMPARE(m_rig->segment().requestCount(), 0);
}

void TestSetupPage::aKnownKeyInTheWizardIsKnownInTheHeader()
{
    useStandInForTheCdn();
    m_rig->segment().setResponder({});
    m_rig->segment().setStandingAnswer(settingsNaming("api.segment.io"));
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->next(u"Which source in Segment?"_s));
    QVERIFY(!m_rig->find<QAbstractButton>(u"askKey"_s)->isEnabled());
    QVERIFY(m_rig->fill(u"writeKey"_s, kNewKey));
    QVERIFY(m_rig->press(u"askKey"_s));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"Known"_s, kPatience);
    QVERIFY(m_rig->next(u"Which application in Pushwoosh?"_s));
    const ConnectionId id = m_rig->context().drafts().open().constFirst().id;
    QCOMPARE(m_rig->context().keyAnswers().find(id).value().verdict, KeyVerdict::Known);
}

void TestSetupPage::tabGoesFromTheTopToTheBottom()
{
    const ConnectionId id = open(here());
    QVERIFY(replaceKey(id));
    const QStringList wanted{u"environment-dev"_s, u"connectionNameField"_s,
                             u"region-other"_s,    u"connectionEndpoint"_s,
                             u"writeKey"_s,        u"showKey"_s,
                             u"proveNewKey"_s,     u"useOldKey"_s,
                             u"removeOldKey"_s,    u"connectionApplication"_s,
                             u"openApplications"_s,
                             u"events-all"_s};
    QVERIFY(m_rig->tabTo(m_rig->find<QWidget>(wanted.constFirst())));
    QStringList passed;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        passed.append(QApplication::focusWidget()->objectName());
        m_rig->keys(Qt::Key_Tab);
    }
    QCOMPARE(passed, wanted);
}

void TestSetupPage::everyControlHasAName()
{
    useStandInForTheCdn();
    m_rig->segment().setStandingAnswer(settingsNaming("api.segment.io"));
    const ConnectionId id = open(Endpoint::us());
    QVERIFY(replaceKey(id));
    QVERIFY(m_rig->press(u"askKey"_s));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(), u"Known"_s, kPatience);
    const auto widgets = m_rig->window().findChildren<QWidget *>();
    int controls = 0;
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) {
            continue;
        }
        ++controls;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
    QVERIFY(controls > 10);
}

void TestSetupPage::withoutAKeychainWhatWillHappenIsSaid()
{
    const ConnectionId id = open(here(), false);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->context().keychain().state(), KeychainState::NoService, kPatience);
    QVERIFY(m_rig->fill(u"writeKey"_s, WizardRig::kKey));
    const QString remark = m_rig->text(u"keyRemark"_s);
    QVERIFY2(remark.contains(u"no keychain service"_s) && remark.contains(u"this session only"_s), qPrintable(remark));
    QVERIFY(!remark.contains(u"goes into"_s));
    QVERIFY(m_rig->press(u"saveConnection"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sessionOnly"_s), kPatience);
    QVERIFY2(m_rig->text(u"formMessage"_s).contains(u"not stored anywhere"_s),
             qPrintable(m_rig->text(u"formMessage"_s)));
    QVERIFY(m_rig->press(u"sessionOnly"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"keyState"_s), u"Key for this session only"_s, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"formMessage"_s), u"Saved."_s, kPatience);
    // Another one for this session: the first stays beside it, in memory.
    QVERIFY(m_rig->fill(u"writeKey"_s, kNewKey));
    QVERIFY(m_rig->press(u"saveConnection"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sessionOnly"_s), kPatience);
    QVERIFY(m_rig->press(u"sessionOnly"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"rotationText"_s), kPatience);
    QVERIFY(m_rig->press(u"useOldKey"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->isShown(u"rotationText"_s), kPatience);
    QCOMPARE(bytesOf(m_rig->keyOf(id).value()), WizardRig::kKey.toUtf8());
}

QTEST_MAIN(TestSetupPage)
#include "tst_setuppage.moc"
