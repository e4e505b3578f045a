// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/app/secrets/SecretHelpers.h"
#include "tests/support/PublicApiDouble.h"
#include "tests/ui/setup/WizardRig.h"
#include "ui/setup/SetupWizard.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QTcpServer>
#include <QTcpSocket>

#include <unistd.h>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

const QString kPage2 = u"Which source in Segment?"_s;
const QString kPage3 = u"Which application in Pushwoosh?"_s;
const QString kPage4 = u"Which events should Pushwoosh export?"_s;
const QString kPage5 = u"Apply it in Pushwoosh"_s;
const QString kPage6 = u"Prove that it works"_s;
const QString kSegmentToken = u"sgp_OwnerTokenOfTheWorkspace0123456789"_s;
const QString kPushwooshToken = u"pUsHwOoShServerToken0123456789AbCdEf"_s;
const QString kKeyDev = u"Dq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"_s;
const QString kKeyProd = u"Pq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"_s;
const QByteArray kApplications = R"json({"status_code":200,"status_message":"OK","response":{"total":0,"applications":
    {"A1B2C-3D4E5":"Shop (production)","0F9E8-7D6C5":"Łódź staging"}}})json";
constexpr int kMostFirst = 16;
constexpr int kMostKept = 12;
constexpr int kPatience = 30'000;

Answer refused(int status, const QByteArray &message = "Not like this")
{
    Answer answer = Answer::error(status);
    answer.body = R"({"errors":[{"type":"some","message":")" + message + R"("}]})";
    return answer;
}

//! Every text that a widget of the window shows, tells or holds.
QStringList textsIn(const QWidget &window)
{
    QStringList texts{window.windowTitle()};
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription()
              << widget->whatsThis();
        for (const char *property : {"text", "placeholderText", "plainText", "title"}) {
            texts << widget->property(property).toString();
        }
        if (const auto *list = qobject_cast<const QAbstractItemView *>(widget);
            list != nullptr && list->model() != nullptr) {
            const QAbstractItemModel &model = *list->model();
            for (int row = 0; row < model.rowCount(); ++row) {
                const auto data = model.itemData(model.index(row, 0));
                for (const QVariant &value : data) {
                    texts << value.toString();
                }
            }
        }
    }
    return texts;
}

//! Standard error goes into a file while it lives.
class LogCatcher
{
public:
    LogCatcher()
        : m_before(::dup(STDERR_FILENO))
    {
        if (m_file.open()) {
            ::dup2(m_file.handle(), STDERR_FILENO);
        }
    }
    ~LogCatcher() { end(); }
    Q_DISABLE_COPY_MOVE(LogCatcher)

    QByteArray end()
    {
        if (m_before >= 0) {
            ::dup2(m_before, STDERR_FILENO);
            ::close(m_before);
            m_before = -1;
        }
        QFile log(m_file.fileName());
        return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    }

private:
    QTemporaryFile m_file;
    int m_before;
};

//! Takes connections and never says a word.
class MuteServer
{
public:
    MuteServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            ++m_taken;
            QObject::connect(socket, &QTcpSocket::disconnected, &m_server, [this] { ++m_left; });
        });
    }
    QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()); }
    int taken() const { return m_taken; }
    int left() const { return m_left; }

private:
    QTcpServer m_server;
    int m_taken = 0;
    int m_left = 0;
};

} // namespace

//! The wizard with tokens of Segment and Pushwoosh, by keyboard, beside stand-ins for both. No event leaves this
//! computer: the way to Segment's own hosts leads to a proxy that is not there, and the echo is played by hand.
class TestWizardTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theFirstTime();
    void withTokensKept();
    void makingTheSource();
    void aTokenIsUsedOnceWhenItIsNotToBeKept();
    void aTokenIsForgotten();
    void theTokenThatIsRefusedStaysToBeMended();
    void aTokenWithoutTheRightSaysSo();
    void theSourceWhoseKeyIsKeptIsMarked();
    void theSameKeyElsewhereIsSaidOnce();
    void backKeepsWhatWasPutIn();
    void aServerThatNeverAnswersHoldsNothingUp();
    void leavingThePageEndsTheRequest();
    void aTakenSlugIsSaidAndTheNextFreeOneSuggested();
    void theSourceCountsWhenItsLabelFails();
    void anotherEndpointHasNoTokens();
    void everyControlHasAName();
    void noTraceOfKeysAndTokens();

private:
    bool toSegment(const QString &environment = u"dev"_s);
    bool useToken(const QString &way, const QString &token = kSegmentToken);
    bool listApplications();
    bool proveIt();
    void point(const QString &setting, const QString &url);
    QAbstractButton *nextButton() const { return m_rig->find<QAbstractButton>(u"wizardNext"_s); }
    Result<Secret> kept(const SecretName &name) { return answerOf(m_rig->context().secrets().read(name)); }
    ConnectionId draftId() const { return m_rig->context().drafts().open().constFirst().id; }

    std::unique_ptr<PublicApiDouble> m_segment;
    std::unique_ptr<FaultServer> m_pushwoosh;
    std::unique_ptr<WizardRig> m_rig;
};

void TestWizardTokens::initTestCase()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy"}) {
        qputenv(name, "http://127.0.0.1:9");
    }
}

void TestWizardTokens::init()
{
    m_segment = std::make_unique<PublicApiDouble>(kSegmentToken.toLatin1());
    m_segment->addSource(u"Pushwoosh_Dev"_s, kKeyDev.toLatin1());
    m_segment->addSource(u"Pushwoosh_Prod"_s, kKeyProd.toLatin1());
    m_pushwoosh = std::make_unique<FaultServer>();
    Answer answer;
    answer.body = kApplications;
    m_pushwoosh->setStandingAnswer(answer);
    m_rig = std::make_unique<WizardRig>();
    QVERIFY(m_rig->isOpen());
    point(u"segment/publicApiStandIn"_s, m_segment->url().toString());
    m_rig->context().settings().setPushwooshAddress(m_pushwoosh->url().toString());
}

void TestWizardTokens::cleanup()
{
    // The keychain outlives the folder.
    for (const SecretName &name : {WorkspaceAccess::nameOf(Endpoint::Region::Us), SecretName::pushwooshToken()}) {
        static_cast<void>(answerOf(m_rig->context().secrets().remove(name)).ok());
    }
    m_rig.reset();
    m_pushwoosh.reset();
    m_segment.reset();
}

void TestWizardTokens::point(const QString &setting, const QString &url)
{
    QSettings file(QDir(m_rig->context().dataFolder()).filePath(u"settings.ini"_s), QSettings::IniFormat);
    file.setValue(setting, url);
    file.sync();
}

bool TestWizardTokens::toSegment(const QString &environment)
{
    return m_rig->startNew() && (environment == u"dev"_s || m_rig->choose(u"environment-"_s + environment)) &&
           m_rig->next(kPage2);
}

bool TestWizardTokens::useToken(const QString &way, const QString &token)
{
    return m_rig->choose(u"way-"_s + way) && WizardRig::waitFor([this] { return m_rig->isShown(u"segmentToken"_s); }) &&
           m_rig->fill(u"segmentToken"_s, token) && m_rig->press(u"segmentTokenUse"_s);
}

bool TestWizardTokens::listApplications()
{
    return m_rig->press(u"openApplications"_s) &&
           WizardRig::waitFor([this] { return m_rig->isShown(u"pushwooshToken"_s); }) &&
           m_rig->fill(u"pushwooshToken"_s, kPushwooshToken) && m_rig->press(u"pushwooshTokenUse"_s);
}

// Sends the samples; what Segment would echo is echoed.
bool TestWizardTokens::proveIt()
{
    if (!m_rig->press(u"sendSamples"_s)) {
        return false;
    }
    const ConnectionId id = draftId();
    const bool sent = WizardRig::waitFor([this, &id] {
        const auto draft = m_rig->context().drafts().find(id);
        return draft && draft->proof && draft->proof->samples.size() == 7;
    });
    if (!sent) {
        return false;
    }
    const QList<ProofRecord::Sample> samples = m_rig->context().drafts().find(id)->proof->samples;
    for (const ProofRecord::Sample &sample : samples) {
        m_rig->context().journal().confirm(sample.messageId.toStdString(), "echo", [](const auto &) {});
    }
    return WizardRig::waitFor([this] { return m_rig->text(u"proofResult"_s) == u"proven"_s; });
}

void TestWizardTokens::theFirstTime()
{
    QVERIFY(toSegment());
    QVERIFY(useToken(u"find"_s));
    QVERIFY(m_rig->settle(u"sourceList"_s, u"Pushwoosh_Dev"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage3, kPatience);
    QVERIFY(listApplications());
    QVERIFY(m_rig->settle(u"applicationList"_s, u"Shop (production)"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage4, kPatience);
    QVERIFY(m_rig->next(kPage5));
    QVERIFY(m_rig->apply(false));
    const ConnectionId id = draftId();
    QVERIFY(proveIt());
    qInfo("actions from the first start to proven, with tokens the first time: %d", m_rig->actions());
    QVERIFY2(m_rig->actions() <= kMostFirst, qPrintable(QString::number(m_rig->actions())));

    const auto made = m_rig->context().connections().find(id);
    QVERIFY(made && made->keyExpected);
    QCOMPARE(made->applicationCode, u"A1B2C-3D4E5"_s);
    QCOMPARE(bytesOf(m_rig->keyOf(id).valueOr({})), kKeyDev.toLatin1());
    QCOMPARE(bytesOf(kept(WorkspaceAccess::nameOf(Endpoint::Region::Us)).valueOr({})), kSegmentToken.toLatin1());
    QCOMPARE(bytesOf(kept(SecretName::pushwooshToken()).valueOr({})), kPushwooshToken.toLatin1());
}

void TestWizardTokens::withTokensKept()
{
    QVERIFY(toSegment(u"prod"_s));
    QVERIFY(useToken(u"find"_s));
    QVERIFY(m_rig->settle(u"sourceList"_s, u"Pushwoosh_Prod"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage3, kPatience);
    QVERIFY(listApplications());
    QVERIFY(m_rig->settle(u"applicationList"_s, u"Shop (production)"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage4, kPatience);

    // The next connection, after a new start of the program, each step in Pushwoosh ticked.
    m_rig->end();
    const int before = m_rig->actions();
    QVERIFY(toSegment());
    QVERIFY(m_rig->settle(u"sourceList"_s, u"Pushwoosh_Dev"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage3, kPatience);
    QVERIFY(m_rig->settle(u"applicationList"_s, u"Łódź staging"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage4, kPatience);
    QVERIFY(m_rig->next(kPage5));
    QVERIFY(m_rig->apply(true));
    QVERIFY(proveIt());
    const int actions = m_rig->actions() - before;
    qInfo("actions to proven, with tokens kept: %d", actions);
    QVERIFY2(actions <= kMostKept, qPrintable(QString::number(actions)));
}

void TestWizardTokens::makingTheSource()
{
    QVERIFY(toSegment(u"staging"_s));
    QVERIFY(useToken(u"make"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"planSentences"_s), kPatience);
    const QString plan = m_rig->text(u"planSentences"_s);
    for (const QString &word : {u"Acme"_s, u"Pushwoosh_Staging"_s, u"pushwoosh_staging"_s, u"environment:staging"_s}) {
        QVERIFY2(plan.contains(word), qPrintable(plan));
    }
    QCOMPARE(m_segment->sources().size(), 2);
    QVERIFY2(!nextButton()->isEnabled(), "nothing is made by going on");
    QVERIFY(m_rig->press(u"makeSource"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceMade"_s), kPatience);
    QCOMPARE(m_segment->sources().size(), 3);
    const QJsonObject source = m_segment->sources().at(2).toObject();
    QCOMPARE(source.value(u"name"_s).toString(), u"Pushwoosh_Staging"_s);
    QCOMPARE(source.value(u"labels"_s).toArray().size(), 1);
    QVERIFY(m_rig->next(kPage3));
    QCOMPARE(bytesOf(m_rig->keyOf(draftId()).valueOr({})),
             source.value(u"writeKeys"_s).toArray().at(0).toString().toLatin1());
    QVERIFY(listApplications());
    QVERIFY(m_rig->settle(u"applicationList"_s, u"Shop (production)"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage4, kPatience);
    QVERIFY(m_rig->next(kPage5));
    QVERIFY(m_rig->apply(false));
    QVERIFY(proveIt());
    qInfo("actions from the first start to proven, making the source: %d", m_rig->actions());
    QVERIFY2(m_rig->actions() <= kMostFirst, qPrintable(QString::number(m_rig->actions())));
}

void TestWizardTokens::aTokenIsUsedOnceWhenItIsNotToBeKept()
{
    QVERIFY(toSegment());
    QVERIFY(m_rig->choose(u"way-find"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"segmentTokenKeep"_s), kPatience);
    QVERIFY(m_rig->find<QCheckBox>(u"segmentTokenKeep"_s)->isChecked());
    QVERIFY(m_rig->tick(u"segmentTokenKeep"_s));
    QVERIFY(m_rig->fill(u"segmentToken"_s, kSegmentToken));
    m_rig->keys(Qt::Key_Return); // in the field
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceList"_s), kPatience);
    QVERIFY(m_rig->text(u"segmentTokenState"_s).contains(u"not kept"_s));
    QVERIFY2(m_rig->find<QLineEdit>(u"segmentToken"_s) == nullptr, "the field has gone");
    QVERIFY(m_rig->settle(u"sourceList"_s, u"Pushwoosh_Dev"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage3, kPatience);
    QCOMPARE(codeOf(kept(WorkspaceAccess::nameOf(Endpoint::Region::Us))), ErrorCode::Absent);
    m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"segmentToken"_s), kPatience);
    QVERIFY2(nextButton()->isEnabled(), "the key is kept, with the token or without");
}

void TestWizardTokens::aTokenIsForgotten()
{
    QVERIFY(toSegment());
    QVERIFY(useToken(u"find"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->text(u"segmentTokenState"_s).contains(u"keychain"_s), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"segmentTokenForget"_s), kPatience);
    QVERIFY(m_rig->press(u"segmentTokenForget"_s));
    QVERIFY(m_rig->isShown(u"segmentToken"_s) && !m_rig->isShown(u"sourceList"_s));
    QTRY_COMPARE_WITH_TIMEOUT(codeOf(kept(WorkspaceAccess::nameOf(Endpoint::Region::Us))),
                              std::optional(ErrorCode::Absent), kPatience);
}

void TestWizardTokens::theTokenThatIsRefusedStaysToBeMended()
{
    for (const int status : {401, 403}) {
        m_segment->server().enqueue(refused(status));
    }
    QVERIFY(toSegment());
    QVERIFY(useToken(u"find"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->text(u"workspaceMessage"_s).contains(u"401"_s), kPatience);
    QVERIFY(m_rig->text(u"workspaceMessage"_s).contains(u"Workspace Owner"_s));
    QVERIFY(m_rig->text(u"workspaceMessage"_s).contains(u"Business"_s));
    QVERIFY(!m_rig->hint().isEmpty() && !nextButton()->isEnabled());
    QCOMPARE(m_rig->find<QLineEdit>(u"segmentToken"_s)->text(), kSegmentToken);
    QCOMPARE(codeOf(kept(WorkspaceAccess::nameOf(Endpoint::Region::Us))), ErrorCode::Absent);
    QVERIFY(m_rig->press(u"workspaceAgain"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->text(u"workspaceMessage"_s).contains(u"403"_s), kPatience);
    QVERIFY(m_rig->press(u"workspaceAgain"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceList"_s), kPatience);
}

void TestWizardTokens::aTokenWithoutTheRightSaysSo()
{
    m_segment->setHidesWriteKeys(true);
    QVERIFY(toSegment());
    QVERIFY(useToken(u"find"_s));
    QVERIFY(m_rig->settle(u"sourceList"_s, u"Pushwoosh_Prod"_s));
    QVERIFY2(m_rig->text(u"workspaceRemark"_s).contains(u"Workspace Owner"_s),
             qPrintable(m_rig->text(u"workspaceRemark"_s)));
    QVERIFY(m_rig->hint().contains(u"paste"_s));
    QVERIFY(!nextButton()->isEnabled());
    QVERIFY(m_rig->choose(u"way-paste"_s));
    QVERIFY(m_rig->fill(u"writeKey"_s, kKeyProd));
    QVERIFY2(m_rig->next(kPage3), "by hand it goes on");
}

void TestWizardTokens::theSourceWhoseKeyIsKeptIsMarked()
{
    QVERIFY(toSegment(u"prod"_s));
    QVERIFY(m_rig->fill(u"writeKey"_s, kKeyDev)); // of the source with another name
    QVERIFY(m_rig->next(kPage3));
    m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(useToken(u"find"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceList"_s), kPatience);
    const auto *list = m_rig->find<QListView>(u"sourceList"_s);
    QCOMPARE(list->selectionModel()->selectedIndexes().constFirst().data().toString(), u"Pushwoosh_Dev"_s);
    const QModelIndex dev = list->model()->index(0, 0);
    QVERIFY2(dev.data(Qt::AccessibleTextRole).toString().contains(u"key is kept"_s),
             qPrintable(dev.data(Qt::AccessibleTextRole).toString()));
    QVERIFY(m_rig->hint().contains(u"stays"_s));
    QVERIFY(m_rig->next(kPage3));
    QCOMPARE(bytesOf(m_rig->keyOf(draftId()).valueOr({})), kKeyDev.toLatin1());
}

void TestWizardTokens::theSameKeyElsewhereIsSaidOnce()
{
    Connection live;
    live.id = ConnectionId::create();
    live.name = u"Live"_s;
    live.environment = Environment::Prod;
    live.keyExpected = true;
    AppContext &context = m_rig->context();
    QVERIFY(context.connections().add(live).ok());
    const auto written =
        context.secrets().write(SecretName::writeKey(live.id), Secret::fromText(kKeyDev), SecretPlace::Keychain);
    QVERIFY(answerOf(written).ok());
    QVERIFY(toSegment());
    QVERIFY(useToken(u"find"_s));
    QVERIFY(m_rig->settle(u"sourceList"_s, u"Pushwoosh_Dev"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->text(u"keyMessage"_s).contains(u"Live"_s), kPatience);
    QCOMPARE(m_rig->pageTitle(), kPage2);
    QVERIFY(m_rig->next(kPage3));
}

void TestWizardTokens::backKeepsWhatWasPutIn()
{
    QVERIFY(toSegment());
    QVERIFY(m_rig->choose(u"way-find"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"segmentToken"_s), kPatience);
    QVERIFY(m_rig->fill(u"segmentToken"_s, kSegmentToken));
    m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_rig->next(kPage2));
    QVERIFY(m_rig->find<QAbstractButton>(u"way-find"_s)->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"segmentToken"_s), kPatience);
    QCOMPARE(m_rig->find<QLineEdit>(u"segmentToken"_s)->text(), kSegmentToken);
    QVERIFY(m_rig->press(u"segmentTokenUse"_s));
    QVERIFY(m_rig->settle(u"sourceList"_s, u"Pushwoosh_Prod"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage3, kPatience);
    QVERIFY(listApplications());
    QVERIFY(m_rig->settle(u"applicationList"_s, u"Łódź staging"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage4, kPatience);
    m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_rig->pageTitle(), kPage3);
    QCOMPARE(m_rig->find<QLineEdit>(u"connectionApplication"_s)->text(), u"0F9E8-7D6C5"_s);
    m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_rig->pageTitle(), kPage2);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceList"_s), kPatience);
    const auto *list = m_rig->find<QListView>(u"sourceList"_s);
    QCOMPARE(list->selectionModel()->selectedIndexes().constFirst().data().toString(), u"Pushwoosh_Prod"_s);
    QVERIFY(m_rig->next(kPage3));
    QCOMPARE(bytesOf(m_rig->keyOf(draftId()).valueOr({})), kKeyProd.toLatin1());
}

void TestWizardTokens::aServerThatNeverAnswersHoldsNothingUp()
{
    m_segment->server().enqueue(Answer::of(Answer::Fault::Hang));
    QVERIFY(toSegment());
    QVERIFY(useToken(u"find"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"workspaceCancel"_s), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_segment->server().requestCount(), 1, kPatience);
    QVERIFY(m_rig->hint().contains(u"being asked"_s));
    QVERIFY(m_rig->press(u"workspaceCancel"_s));
    QVERIFY2(m_rig->text(u"workspaceMessage"_s).contains(u"Given up"_s),
             qPrintable(m_rig->text(u"workspaceMessage"_s)));
    QVERIFY(m_rig->press(u"workspaceAgain"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceList"_s), kPatience);

    // The same in Pushwoosh.
    QVERIFY(m_rig->settle(u"sourceList"_s, u"Pushwoosh_Dev"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage3, kPatience);
    m_pushwoosh->enqueue(Answer::of(Answer::Fault::Hang));
    QVERIFY(listApplications());
    QTRY_COMPARE_WITH_TIMEOUT(m_pushwoosh->requestCount(), 1, kPatience);
    QVERIFY(m_rig->isShown(u"applicationsCancel"_s));
    QVERIFY2(nextButton()->isEnabled(), "the code may be typed, or left blank");
    QVERIFY(m_rig->press(u"applicationsCancel"_s));
    QVERIFY(m_rig->press(u"applicationsAgain"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"applicationList"_s), kPatience);
}

void TestWizardTokens::leavingThePageEndsTheRequest()
{
    MuteServer segment;
    MuteServer pushwoosh;
    point(u"segment/publicApiStandIn"_s, segment.url());
    m_rig->context().settings().setPushwooshAddress(pushwoosh.url());
    QVERIFY(toSegment());
    QVERIFY(useToken(u"find"_s));
    QTRY_COMPARE_WITH_TIMEOUT(segment.taken(), 1, kPatience);
    QCOMPARE(segment.left(), 0);
    m_rig->keys(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(segment.left(), 1, kPatience);

    QVERIFY(m_rig->next(kPage2));
    QVERIFY(m_rig->choose(u"way-paste"_s));
    QVERIFY(m_rig->fill(u"writeKey"_s, kKeyDev));
    QVERIFY(m_rig->next(kPage3));
    QVERIFY(listApplications());
    QTRY_COMPARE_WITH_TIMEOUT(pushwoosh.taken(), 1, kPatience);
    QCOMPARE(pushwoosh.left(), 0);
    QVERIFY(m_rig->next(kPage4));
    QTRY_COMPARE_WITH_TIMEOUT(pushwoosh.left(), 1, kPatience);
}

void TestWizardTokens::aTakenSlugIsSaidAndTheNextFreeOneSuggested()
{
    QVERIFY(toSegment());
    QVERIFY(useToken(u"make"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceSlug"_s), kPatience);
    QVERIFY2(m_rig->text(u"workspaceRemark"_s).contains(u"Pushwoosh_Dev"_s), "one of that name is there already");
    QCOMPARE(m_rig->find<QLineEdit>(u"sourceSlug"_s)->text(), u"pushwoosh_dev_2"_s);
    QVERIFY(m_rig->fill(u"sourceSlug"_s, u"pushwoosh_prod"_s));
    QVERIFY(m_rig->text(u"planFault"_s).contains(u"pushwoosh_prod_2"_s));
    QVERIFY(!m_rig->find<QAbstractButton>(u"makeSource"_s)->isEnabled());
    QVERIFY(m_rig->fill(u"sourceSlug"_s, u"fresh"_s));
    m_segment->addSource(u"fresh"_s, "Fq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"); // by somebody else, meanwhile
    QVERIFY(m_rig->press(u"makeSource"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->text(u"workspaceMessage"_s).contains(u"fresh_2"_s), kPatience);
    QCOMPARE(m_rig->find<QLineEdit>(u"sourceSlug"_s)->text(), u"fresh_2"_s);
    QVERIFY(m_rig->press(u"makeSource"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceMade"_s), kPatience);
    QVERIFY(m_rig->next(kPage3));
}

void TestWizardTokens::theSourceCountsWhenItsLabelFails()
{
    m_segment->setTrap([](const Request &request) {
        return request.method == "POST" && request.target == "/labels" ? std::optional(refused(403)) : std::nullopt;
    });
    QVERIFY(toSegment(u"staging"_s));
    QVERIFY(useToken(u"make"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"makeSource"_s), kPatience);
    QVERIFY(m_rig->press(u"makeSource"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceMade"_s), kPatience);
    QVERIFY2(m_rig->text(u"sourceMade"_s).contains(u"label"_s), qPrintable(m_rig->text(u"sourceMade"_s)));
    QVERIFY(m_rig->next(kPage3));
    QVERIFY(m_rig->keyOf(draftId()).ok());
}

void TestWizardTokens::anotherEndpointHasNoTokens()
{
    QVERIFY(m_rig->startNew());
    QVERIFY(m_rig->choose(u"region-other"_s));
    QVERIFY(m_rig->fill(u"connectionEndpoint"_s, m_rig->endpoint()));
    QVERIFY(m_rig->next(u"Which write key?"_s));
    QVERIFY(!m_rig->isShown(u"way-find"_s));
    QVERIFY(m_rig->isShown(u"writeKey"_s));
}

void TestWizardTokens::everyControlHasAName()
{
    const auto check = [this](const QString &where) {
        const auto widgets = m_rig->find<SetupWizard>(u"setupWizard"_s)->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) {
                continue;
            }
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(),
                     qPrintable(where + u": "_s + QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                widget->objectName()));
        }
    };
    QVERIFY(toSegment());
    QVERIFY(m_rig->choose(u"way-make"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"segmentToken"_s), kPatience);
    check(u"token"_s);
    QVERIFY(m_rig->fill(u"segmentToken"_s, kSegmentToken));
    QVERIFY(m_rig->press(u"segmentTokenUse"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"makeSource"_s), kPatience);
    check(u"plan"_s);
    QVERIFY(m_rig->fill(u"sourceOption-region"_s, u"eu"_s));
    QVERIFY(m_rig->text(u"planSentences"_s).contains(u"eu"_s));
    QVERIFY(m_rig->choose(u"way-find"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceList"_s), kPatience);
    check(u"sources"_s);
    QVERIFY(m_rig->settle(u"sourceList"_s, u"Pushwoosh_Dev"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage3, kPatience);
    QVERIFY(listApplications());
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"applicationList"_s), kPatience);
    check(u"applications"_s);
}

void TestWizardTokens::noTraceOfKeysAndTokens()
{
    const QStringList secrets{kSegmentToken, kPushwooshToken, kKeyDev, kKeyProd, u"madeWriteKey"_s};
    const auto holdsNone = [&](const QString &where, const QStringList &texts) {
        for (const QString &secret : secrets) {
            for (const QString &text : texts) {
                QVERIFY2(!text.contains(secret), qPrintable(where + u": "_s + text.left(200)));
            }
        }
    };
    LogCatcher log;
    m_segment->server().enqueue(refused(401, kSegmentToken.toLatin1())); // it is quoted, without the token
    QVERIFY(toSegment());
    QVERIFY(useToken(u"find"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"workspaceAgain"_s), kPatience);
    QVERIFY(!m_rig->text(u"workspaceMessage"_s).contains(kSegmentToken));
    QVERIFY(m_rig->press(u"workspaceAgain"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceList"_s), kPatience);
    holdsNone(u"sources"_s, textsIn(m_rig->window()));
    QVERIFY(m_rig->choose(u"way-make"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"makeSource"_s), kPatience);
    QVERIFY(m_rig->press(u"makeSource"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"sourceMade"_s), kPatience);
    holdsNone(u"made"_s, textsIn(m_rig->window()));
    QVERIFY(m_rig->next(kPage3));
    QVERIFY(listApplications());
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->isShown(u"applicationList"_s), kPatience);
    holdsNone(u"applications"_s, textsIn(m_rig->window()));
    QVERIFY(m_rig->settle(u"applicationList"_s, u"Shop (production)"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->pageTitle(), kPage4, kPatience);
    QVERIFY(m_rig->next(kPage5));
    QVERIFY(m_rig->apply(false));
    QVERIFY(proveIt());
    holdsNone(u"proof"_s, textsIn(m_rig->window()));
    m_rig->context().journal().flush();
    m_rig->context().settings().setChoice(u"flush"_s, u"1"_s);
    holdsNone(u"log"_s, {QString::fromUtf8(log.end())});
    QDirIterator walk(m_rig->context().dataFolder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int files = 0;
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly)) {
            ++files;
            holdsNone(file.fileName(), {QString::fromLatin1(file.readAll())});
        }
    }
    QVERIFY2(files >= 4, "settings, drafts, connections, the journal");
}

QTEST_MAIN(TestWizardTokens)
#include "tst_wizardtokens.moc"
