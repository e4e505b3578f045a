// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/secrets/SecretHelpers.h"
#include "tests/ui/setup/WizardRig.h"
#include "ui/setup/SetupWizard.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

const QString kPage1 = u"What is the connection called?"_s;
const QString kPage2 = u"Which source in Segment?"_s;
const QString kKeyPage = u"Which write key?"_s; // of another endpoint
const QString kPage3 = u"Which application in Pushwoosh?"_s;
const QString kPage4 = u"Which events should Pushwoosh export?"_s;
const QString kPage5 = u"Apply it in Pushwoosh"_s;
const QString kPage6 = u"Prove that it works"_s;
const QString kPage7 = u"Done"_s;
constexpr int kMostActions = 25;
constexpr int kPatience = 30'000;

bool holdsKey(const QString &folder)
{
    const QList<QByteArray> forms{WizardRig::kKey.toUtf8(), (WizardRig::kKey + u':').toUtf8().toBase64(),
                                  WizardRig::kKey.toUtf8().toBase64()};
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray content = file.readAll();
            for (const QByteArray &form : forms) {
                if (content.contains(form)) {
                    return true;
                }
            }
        }
    }
    return false;
}

} // namespace

class TestWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }
    void fromFirstStartToProven();
    void aProdSourceIsAskedFor();
    void acceptedOnlyCanBeSeenByAPerson();
    void whatWaitsCanBeTriedAgain();
    void backNeverLosesInput();
    void whatIsMissingIsSaid();
    void theNameFollowsTheEnvironmentUntilTyped();
    void theSameKeyElsewhereIsSaidOnce();
    void anOddKeyIsRemarkedButNeverForOtherEndpoints();
    void leavingOffersToKeepTheDraft();
    void aDiscardedDraftTakesItsKeyWithIt();
    void nothingIsAskedWhenNothingWasDone();
    void whatWasPassedByIsNotDone();
    void aCrashInTheMiddleLosesNothing();
    void aCrashWhileProvingLosesNothing();
    void aServerThatNeverAnswersHoldsNothingUp();
    void everyControlHasAName();
    void withoutAKeychainTheKeyStaysForTheSession();

private:
    ConnectionId onlyConnection() const;
    QMessageBox *box(const QString &name) const { return m_rig->window().findChild<QMessageBox *>(name); }
    void answer(const QString &boxName, const QString &button);

    std::unique_ptr<WizardRig> m_rig;
};

void TestWizard::init()
{
    const bool withKeychain = qEnvironmentVariable("SEGUE_TEST_BUS_MODE") == u"unlocked"_s;
    const bool needsKeychain = QByteArrayView(QTest::currentTestFunction()) != "withoutAKeychainTheKeyStaysForTheSession";
    if (withKeychain != needsKeychain) {
        QSKIP("for the other state of the keychain");
    }
    m_rig = std::make_unique<WizardRig>();
    QVERIFY(m_rig->isOpen());
}

ConnectionId TestWizard::onlyConnection() const
{
    const QList<Connection> &all = m_rig->context().connections().all();
    return all.size() == 2 ? all.first().id : ConnectionId();
}

void TestWizard::answer(const QString &boxName, const QString &button)
{
    QTRY_VERIFY_WITH_TIMEOUT(box(boxName) != nullptr, kPatience);
    auto *found = box(boxName)->findChild<QAbstractButton *>(button);
    QVERIFY(found != nullptr);
    QTest::keyClick(found, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(box(boxName) == nullptr, kPatience);
}

void TestWizard::fromFirstStartToProven()
{
    QVERIFY(m_rig->walkToProve());
    QVERIFY(m_rig->press(u"sendSamples"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"proven"_s, kPatience);
    QVERIFY2(!m_rig->isShown(u"seenByPerson"_s), "with the proof, nothing is left to look for by hand");
    QVERIFY(m_rig->next(kPage7));
    QVERIFY(m_rig->press(u"wizardNext"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->isShown(u"setupWizard"_s), kPatience);
    qInfo("actions from the first start to proven, with a pasted key: %d", m_rig->actions());
    QVERIFY2(m_rig->actions() <= kMostActions, qPrintable(QString::number(m_rig->actions())));

    const auto made = m_rig->context().connections().find(onlyConnection());
    QVERIFY(made);
    QCOMPARE(made->name, u"Pushwoosh_Dev"_s);
    QCOMPARE(made->environment, Environment::Dev);
    QCOMPARE(made->applicationCode, u"1A2B3-C4D5E"_s);
    QVERIFY(made->selection.isAll());
    QVERIFY(made->keyExpected);
    const Result<Secret> key = m_rig->keyOf(made->id);
    QVERIFY(key.ok());
    QCOMPARE(bytesOf(key.value()), WizardRig::kKey.toUtf8());
    QVERIFY(m_rig->context().drafts().open().isEmpty());
    QCOMPARE(m_rig->context().drafts().find(made->id)->ticks.size(), 5);
    QVERIFY2(m_rig->window().windowTitle().startsWith(u"Pushwoosh_Dev"_s), "the new connection is the one shown");
    int samples = 0;
    for (const Request &request : m_rig->segment().requests()) {
        QCOMPARE(request.header("Authorization"), "Basic " + (WizardRig::kKey + u':').toUtf8().toBase64());
        samples += static_cast<int>(request.body.count("segue-qa-user"));
    }
    QCOMPARE(samples, 7);
    m_rig->context().journal().flush();
    QVERIFY2(!holdsKey(m_rig->context().dataFolder()), "the key stands in a file");
}

void TestWizard::aProdSourceIsAskedFor()
{
    QVERIFY(m_rig->walkToProve(u"prod"_s));
    QCOMPARE(m_rig->context().connections().find(onlyConnection())->name, u"Pushwoosh_Prod"_s);
    QVERIFY2(m_rig->find<QCheckBox>(u"proofKeepOut"_s)->isChecked(), "kept out of destinations by default");
    QVERIFY(m_rig->press(u"sendSamples"_s));
    QTRY_VERIFY_WITH_TIMEOUT(box(u"prodGuard"_s) != nullptr, kPatience);
    QVERIFY(box(u"prodGuard"_s)->text().contains(u"Pushwoosh_Prod"_s));
    box(u"prodGuard"_s)->reject();
    QTRY_VERIFY_WITH_TIMEOUT(box(u"prodGuard"_s) == nullptr, kPatience);
    QCOMPARE(m_rig->segment().requestCount(), 0);
    QVERIFY(m_rig->press(u"sendSamples"_s));
    answer(u"prodGuard"_s, u"prodGuardConfirm"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"proven"_s, kPatience);
    QVERIFY(m_rig->segment().lastRequest().body.contains(R"("integrations":{"All":false})"));
}

void TestWizard::acceptedOnlyCanBeSeenByAPerson()
{
    m_rig->setConfirms(false);
    QVERIFY(m_rig->walkToProve());
    QVERIFY(m_rig->press(u"sendSamples"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"accepted only"_s, kPatience);
    QVERIFY(m_rig->press(u"copyMessageIds"_s));
    QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 7);
    QVERIFY(m_rig->tick(u"seenByPerson"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"accepted, seen by a person"_s, kPatience);
    QVERIFY(m_rig->next(kPage7));
    QVERIFY(WizardRig::waitFor([this] {
        const auto values = m_rig->window().findChildren<QLabel *>(u"summaryValue"_s);
        return values.last()->text().contains(u"seen by a person"_s);
    }));
    QVERIFY(m_rig->press(u"copySummary"_s));
    const QString summary = QGuiApplication::clipboard()->text();
    QVERIFY2(summary.contains(u"accepted, seen by a person"_s) && summary.contains(u"Pushwoosh_Dev"_s), qPrintable(summary));
    QVERIFY(!summary.contains(WizardRig::kKey));
    QVERIFY(m_rig->context().drafts().find(onlyConnection())->proof->seenByPerson > 0);
}

void TestWizard::whatWaitsCanBeTriedAgain()
{
    m_rig->segment().setResponder({});
    m_rig->segment().setStandingAnswer(Answer::error(401));
    QVERIFY(m_rig->walkToProve());
    QVERIFY(m_rig->press(u"sendSamples"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"held up"_s, kPatience);
    QVERIFY(!m_rig->text(u"proofSentence"_s).isEmpty());
    m_rig->segment().setStandingAnswer(Answer::success());
    QVERIFY(m_rig->press(u"proofTryNow"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"accepted only"_s, kPatience);
}

void TestWizard::backNeverLosesInput()
{
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->fill(u"connectionNameField"_s, u"Mine"_s));
    QVERIFY(m_rig->next(kPage2));
    QVERIFY(m_rig->fill(u"writeKey"_s, WizardRig::kKey));
    QVERIFY(m_rig->next(kPage3));
    QVERIFY(m_rig->fill(u"connectionApplication"_s, u"not a code"_s));
    QVERIFY(m_rig->text(u"applicationRemark"_s).contains(u"1A2B3-C4D5E"_s));
    QVERIFY(m_rig->next(kPage4));
    QVERIFY(m_rig->choose(u"events-some"_s));
    QVERIFY(m_rig->tick(u"event-sms_sent"_s));
    QVERIFY(m_rig->choose(u"events-all"_s));
    QVERIFY(m_rig->press(u"wizardBack"_s));
    QCOMPARE(m_rig->pageTitle(), kPage3);
    QCOMPARE(m_rig->find<QLineEdit>(u"connectionApplication"_s)->text(), u"not a code"_s);
    m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_rig->pageTitle(), kPage2);
    QVERIFY2(m_rig->find<QLineEdit>(u"writeKey"_s)->placeholderText().contains(u"kept"_s), "the key is kept, not shown");
    m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_rig->pageTitle(), kPage1);
    QCOMPARE(m_rig->find<QLineEdit>(u"connectionNameField"_s)->text(), u"Mine"_s);

    auto *steps = m_rig->find<QListView>(u"stepList"_s);
    QVERIFY(m_rig->tabTo(steps));
    for (int i = 0; i < 3; ++i) {
        m_rig->keys(Qt::Key_Down);
    }
    QCOMPARE(m_rig->pageTitle(), kPage1);
    m_rig->keys(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage4, kPatience);
    QVERIFY(m_rig->find<QAbstractButton>(u"events-all"_s)->isChecked());
    QVERIFY2(!m_rig->find<QAbstractButton>(u"event-sms_sent"_s)->isChecked(), "the list is kept beside all");
    QVERIFY(m_rig->choose(u"events-some"_s));
    QCOMPARE(m_rig->find<QLineEdit>(u"eventsFieldText"_s)->text().split(u',').size(), 6);
}

void TestWizard::whatIsMissingIsSaid()
{
    QVERIFY(m_rig->startNew());
    auto *next = m_rig->find<QAbstractButton>(u"wizardNext"_s);
    QVERIFY(next->isEnabled());
    QVERIFY(m_rig->fill(u"connectionNameField"_s, u"sandbox"_s));
    QVERIFY2(m_rig->hint().contains(u"Sandbox"_s), "the name is taken");
    QVERIFY(!next->isEnabled());
    QVERIFY(m_rig->fill(u"connectionNameField"_s, u"Own"_s));
    QVERIFY(m_rig->choose(u"region-other"_s));
    QVERIFY2(!next->isEnabled() && !m_rig->hint().isEmpty(), "an endpoint is missing");
    QVERIFY(m_rig->choose(u"region-eu"_s));
    QVERIFY2(m_rig->text(u"endpointRemark"_s).contains(u"unverified"_s), "EU is warned of");
    QVERIFY(m_rig->next(kPage2));
    QVERIFY(!next->isEnabled());
    QCOMPARE(m_rig->hint(), u"Paste the write key to go on."_s);
    QVERIFY(m_rig->fill(u"writeKey"_s, WizardRig::kKey));
    m_rig->keys(Qt::Key_Return); // in the field
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage3, kPatience);
    m_rig->keys(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage4, kPatience);
    QVERIFY(m_rig->choose(u"events-some"_s));
    for (const QString &event : {u"email_sent"_s, u"email_delivered"_s, u"email_bounced"_s, u"push_sent"_s,
                                 u"push_delivered"_s, u"sms_sent"_s, u"sms_delivered"_s}) {
        QVERIFY(m_rig->tick(u"event-"_s + event));
    }
    QVERIFY2(!next->isEnabled() && m_rig->hint().contains(u"at least one"_s), qPrintable(m_rig->hint()));
}

void TestWizard::theNameFollowsTheEnvironmentUntilTyped()
{
    QVERIFY(m_rig->startNew());
    auto *name = m_rig->find<QLineEdit>(u"connectionNameField"_s);
    QCOMPARE(name->text(), u"Pushwoosh_Dev"_s);
    QVERIFY(m_rig->choose(u"environment-prod"_s));
    QCOMPARE(name->text(), u"Pushwoosh_Prod"_s);
    QVERIFY(m_rig->text(u"schemaPreview"_s).contains(u"pushwoosh_prod"_s));
    QVERIFY(m_rig->fill(u"connectionNameField"_s, u"Mine"_s));
    QVERIFY(m_rig->choose(u"environment-staging"_s));
    QCOMPARE(name->text(), u"Mine"_s);
}

void TestWizard::theSameKeyElsewhereIsSaidOnce()
{
    Connection live;
    live.id = ConnectionId::create();
    live.name = u"Live"_s;
    live.environment = Environment::Prod;
    live.keyExpected = true;
    AppContext &context = m_rig->context();
    QVERIFY(context.connections().add(live).ok());
    const auto written = context.secrets().write(SecretName::writeKey(live.id), Secret::fromText(WizardRig::kKey), SecretPlace::Keychain);
    QVERIFY(answerOf(written).ok());
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->next(kPage2));
    QVERIFY(m_rig->fill(u"writeKey"_s, WizardRig::kKey));
    QVERIFY(m_rig->press(u"wizardNext"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->text(u"keyMessage"_s).contains(u"Live"_s), kPatience);
    QCOMPARE(m_rig->pageTitle(), kPage2);
    QVERIFY(m_rig->next(kPage3));
}

void TestWizard::anOddKeyIsRemarkedButNeverForOtherEndpoints()
{
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->next(kPage2));
    QVERIFY(m_rig->fill(u"writeKey"_s, u"short"_s));
    const QString remark = m_rig->text(u"keyRemark"_s);
    QVERIFY2(remark.contains(u"32"_s), qPrintable(remark));
    QVERIFY2(m_rig->find<QAbstractButton>(u"wizardNext"_s)->isEnabled(), "a remark is no fault");
    m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_rig->choose(u"region-other"_s));
    QVERIFY(m_rig->fill(u"connectionEndpoint"_s, m_rig->endpoint()));
    QVERIFY(m_rig->next(kKeyPage));
    QVERIFY(m_rig->fill(u"writeKey"_s, u"short"_s));
    QVERIFY(!m_rig->text(u"keyRemark"_s).contains(u"32"_s));
}

void TestWizard::leavingOffersToKeepTheDraft()
{
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->choose(u"environment-staging"_s));
    QVERIFY(m_rig->next(kPage2));
    m_rig->keys(Qt::Key_Escape);
    answer(u"leaveQuestion"_s, u"leaveStay"_s);
    QCOMPARE(m_rig->pageTitle(), kPage2);
    QVERIFY(m_rig->fill(u"writeKey"_s, WizardRig::kKey));
    QVERIFY(m_rig->next(kPage3));
    m_rig->keys(Qt::Key_Escape);
    answer(u"leaveQuestion"_s, u"keepDraft"_s);
    QVERIFY(!m_rig->isShown(u"setupWizard"_s));
    QCOMPARE(m_rig->context().drafts().open().size(), 1);

    // From the sidebar; the arrow keys only look.
    auto *list = m_rig->find<QListView>(u"connectionList"_s);
    QVERIFY(list != nullptr);
    QVERIFY(m_rig->tabTo(list));
    m_rig->keys(Qt::Key_End);
    QVERIFY(!m_rig->isShown(u"setupWizard"_s));
    QVERIFY(list->currentIndex().data().toString() == u"Pushwoosh_Staging"_s);
    m_rig->keys(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage3, kPatience);

    // From the first page of a new one.
    m_rig->keys(Qt::Key_Escape);
    answer(u"leaveQuestion"_s, u"keepDraft"_s);
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->text(u"draftOffer"_s).contains(u"Pushwoosh_Staging"_s));
    QVERIFY(m_rig->press(u"resumeDraft"_s));
    QCOMPARE(m_rig->pageTitle(), kPage3);
}

void TestWizard::aDiscardedDraftTakesItsKeyWithIt()
{
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->next(kPage2));
    QVERIFY(m_rig->fill(u"writeKey"_s, WizardRig::kKey));
    QVERIFY(m_rig->next(kPage3));
    const ConnectionId id = m_rig->context().drafts().open().first().id;
    QVERIFY(m_rig->keyOf(id).ok());
    m_rig->keys(Qt::Key_Escape);
    answer(u"leaveQuestion"_s, u"leaveDiscard"_s);
    QVERIFY(!m_rig->isShown(u"setupWizard"_s));
    QVERIFY(m_rig->context().drafts().open().isEmpty());
    QCOMPARE(codeOf(m_rig->keyOf(id)), ErrorCode::Absent);
}

void TestWizard::nothingIsAskedWhenNothingWasDone()
{
    QVERIFY(m_rig->startNew());
    m_rig->keys(Qt::Key_Escape);
    QVERIFY(!m_rig->isShown(u"setupWizard"_s));
    QVERIFY(m_rig->context().drafts().open().isEmpty());
}

void TestWizard::whatWasPassedByIsNotDone()
{
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->choose(u"region-other"_s));
    QVERIFY(m_rig->fill(u"connectionEndpoint"_s, m_rig->endpoint()));
    auto *steps = m_rig->find<QListView>(u"stepList"_s);
    const auto stepText = [steps](int row) {
        return steps->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY2(stepText(1).contains(u"Write key"_s), "the endpoint is not Segment's");
    QTRY_VERIFY(m_rig->find<QAbstractButton>(u"wizardNext"_s)->isEnabled());
    m_rig->keys(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), u"Which write key?"_s, kPatience);
    QVERIFY(m_rig->fill(u"writeKey"_s, WizardRig::kKey));
    for (const QString &title : {kPage3, kPage4, kPage5, kPage6, kPage7}) {
        QVERIFY(m_rig->next(title));
    }
    QVERIFY(stepText(0).endsWith(u"done"_s) && stepText(1).endsWith(u"done"_s));
    for (const int passedBy : {2, 4, 5}) {
        QVERIFY2(stepText(passedBy).endsWith(u"passed by"_s), qPrintable(stepText(passedBy)));
    }
    const QString left = m_rig->text(u"nextSteps"_s);
    QVERIFY2(left.contains(u"application"_s) && left.contains(u"not proven yet"_s), qPrintable(left));
    QVERIFY2(!left.contains(u"14 days"_s), "the rule is Segment's");
    // All is saved: leaving asks nothing.
    m_rig->keys(Qt::Key_Escape);
    QVERIFY(!m_rig->isShown(u"leaveQuestion"_s) && !m_rig->isShown(u"setupWizard"_s));
}

void TestWizard::aCrashInTheMiddleLosesNothing()
{
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->choose(u"region-other"_s));
    QVERIFY(m_rig->fill(u"connectionEndpoint"_s, m_rig->endpoint()));
    QVERIFY(m_rig->next(kKeyPage));
    QVERIFY(m_rig->fill(u"writeKey"_s, WizardRig::kKey));
    QVERIFY(m_rig->next(kPage3));
    QVERIFY(m_rig->next(kPage4));
    QVERIFY(m_rig->next(kPage5));
    QVERIFY(m_rig->tick(u"applied-open"_s));
    QVERIFY(m_rig->tick(u"applied-key"_s));
    QVERIFY2(WizardRig::waitFor([this] { return m_rig->context().drafts().open().first().ticks.size() == 2; }),
             "within a moment, without going on");
    QVERIFY(WizardRig::waitFor([this] { return m_rig->context().drafts().isWritten(); }));
    m_rig->crash();
    QVERIFY(m_rig->isOpen());
    QVERIFY2(!holdsKey(m_rig->context().dataFolder()), "the key stands in a file");
    auto *list = m_rig->find<QListView>(u"connectionList"_s);
    QVERIFY(m_rig->tabTo(list));
    m_rig->keys(Qt::Key_End);
    m_rig->keys(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage5, kPatience);
    QVERIFY(m_rig->find<QAbstractButton>(u"applied-key"_s)->isChecked());
    QVERIFY(!m_rig->find<QAbstractButton>(u"applied-apply"_s)->isChecked());
    QVERIFY(m_rig->next(kPage6));
    QVERIFY(m_rig->press(u"sendSamples"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"proven"_s, kPatience);
}

void TestWizard::aCrashWhileProvingLosesNothing()
{
    m_rig->setConfirms(false);
    QVERIFY(m_rig->walkToProve());
    QVERIFY(m_rig->press(u"sendSamples"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"accepted only"_s, kPatience);
    const ConnectionId id = onlyConnection();
    QVERIFY(WizardRig::waitFor([&] { return m_rig->context().drafts().find(id)->proof.has_value(); }));
    const ProofRecord before = m_rig->context().drafts().find(id)->proof.value();
    QVERIFY(WizardRig::waitFor([this] { return m_rig->context().drafts().isWritten(); }));
    m_rig->crash();
    QCOMPARE(onlyConnection(), id);
    auto *list = m_rig->find<QListView>(u"connectionList"_s);
    QVERIFY(m_rig->tabTo(list));
    m_rig->keys(Qt::Key_End);
    m_rig->keys(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage6, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"accepted only"_s, kPatience);
    QCOMPARE(m_rig->context().drafts().find(id)->proof, std::optional(before));
}

void TestWizard::aServerThatNeverAnswersHoldsNothingUp()
{
    m_rig->segment().setResponder({});
    m_rig->segment().setStandingAnswer(Answer::of(Answer::Fault::Hang));
    QVERIFY(m_rig->walkToProve());
    QVERIFY(m_rig->press(u"sendSamples"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"under way"_s, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->segment().requestCount() > 0, kPatience);
    m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_rig->pageTitle(), kPage5);
    m_rig->keys(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage6, kPatience);
    QCOMPARE(m_rig->text(u"proofResult"_s), u"under way"_s);
    QVERIFY(m_rig->next(kPage7));
}

void TestWizard::everyControlHasAName()
{
    QVERIFY(m_rig->walkToProve());
    QVERIFY(m_rig->press(u"sendSamples"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"proven"_s, kPatience);
    QVERIFY(m_rig->next(kPage7));
    for (const QString &title : {kPage7, kPage6, kPage5, kPage4, kPage3, kKeyPage, kPage1}) {
        QCOMPARE(m_rig->pageTitle(), title);
        const auto widgets = m_rig->find<SetupWizard>(u"setupWizard"_s)->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) {
                continue;
            }
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(),
                     qPrintable(title + u": "_s + QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
        m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    }
}

void TestWizard::withoutAKeychainTheKeyStaysForTheSession()
{
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->choose(u"region-other"_s));
    QVERIFY(m_rig->fill(u"connectionEndpoint"_s, m_rig->endpoint()));
    QVERIFY(m_rig->next(kKeyPage));
    QVERIFY(m_rig->fill(u"writeKey"_s, WizardRig::kKey));
    QVERIFY(m_rig->press(u"wizardNext"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"wizardSessionOnly"_s), kPatience);
    QCOMPARE(m_rig->pageTitle(), kKeyPage);
    QVERIFY(m_rig->press(u"wizardSessionOnly"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage3, kPatience);
    QVERIFY(m_rig->next(kPage4));
    QVERIFY(m_rig->next(kPage5));
    QVERIFY(m_rig->next(kPage6));
    QVERIFY(m_rig->press(u"sendSamples"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->text(u"proofResult"_s), u"proven"_s, kPatience);

    // A new start of the program has no key any more: it is asked for again.
    QVERIFY(WizardRig::waitFor([this] { return m_rig->context().drafts().isWritten(); }));
    m_rig->crash();
    auto *list = m_rig->find<QListView>(u"connectionList"_s);
    QVERIFY(m_rig->tabTo(list));
    m_rig->keys(Qt::Key_End);
    m_rig->keys(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kKeyPage, kPatience);
}

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
