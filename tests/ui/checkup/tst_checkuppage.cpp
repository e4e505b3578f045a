// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/support/PublicApiDouble.h"
#include "tests/ui/UiFixture.h"
#include "ui/MainWindow.h"
#include "ui/checkup/CheckRow.h"
#include "ui/checkup/CheckupPage.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;
const QByteArray kKey = "Zq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU";
const QByteArray kToken = "sgp_theTokenOfTheWorkspace0123456789";

} // namespace

//! The Checkup page as a person uses it, in the whole window, beside stand-ins for Segment.
class TestCheckupPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void itIsReachedByTabAndByKey();
    void allEventsHaveNone();
    void aRunShowsItsResultsAndKeepsThem();
    void segmentIsAskedOnlyAfterAYes();
    void leavingGivesUpWhatIsUnderWay();
    void stopGivesBackWhatWasShown();
    void earlierCheckupsCanBeChosen();
    void whatIsFromBeforeAChangeSaysSo();
    void nextStepsLeadOn();
    void hiddenIdentitiesAreHiddenHereToo();
    void reportsAreWritten_data();
    void reportsAreWritten();
    void everyControlHasAName();

private:
    template <class T> T *part(const char *name) const { return m_window->findChild<T *>(QLatin1StringView(name)); }
    QString text(const char *label) const { return part<QLabel>(label)->text(); }
    CheckRow *rowOf(const QString &title) const;
    void open() { part<QTabBar>("pageTabs")->setCurrentIndex(2); }
    void run();
    void addContact();

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<PublicApiDouble> m_api;
    std::unique_ptr<FaultServer> m_cdn;
    std::unique_ptr<MainWindow> m_window;
    Connection m_connection;
};

void TestCheckupPage::initTestCase()
{
    // Nothing leaves this computer: the way to Segment's own endpoint ends at a proxy that is not there.
    qputenv("https_proxy", "http://127.0.0.1:9");
}

void TestCheckupPage::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    m_api = std::make_unique<PublicApiDouble>(kToken);
    m_api->addSource(u"pushwoosh_prod"_s, kKey);
    m_cdn = std::make_unique<FaultServer>();
    Answer known;
    known.body = R"({"integrations":{"Segment.io":{}}})";
    m_cdn->setStandingAnswer(known);
    {
        QSettings settings(m_ui->folder() + u"/settings.ini"_s, QSettings::IniFormat);
        settings.setValue(u"segment/publicApiStandIn"_s, m_api->url().toString());
        settings.setValue(u"segment/cdnStandIn"_s, m_cdn->url(u"/v1"_s).toString());
    }
    m_ui->restart();
    m_connection = {};
    m_connection.id = ConnectionId::create();
    m_connection.name = u"Pushwoosh_Prod"_s;
    m_connection.environment = Environment::Prod;
    QVERIFY(m_ui->context().connections().add(m_connection).ok());
    SecretAccess &secrets = m_ui->context().secrets();
    secrets.write(SecretName::writeKey(m_connection.id), Secret::fromBytes(kKey), SecretPlace::SessionOnly);
    for (const Endpoint::Region region : {Endpoint::Region::Us, Endpoint::Region::Eu}) {
        secrets.write(WorkspaceAccess::nameOf(region), Secret::fromBytes(kToken), SecretPlace::SessionOnly);
    }
    m_ui->context().settings().setChoice(u"window-connection"_s, m_connection.id.text());
    m_window = std::make_unique<MainWindow>(m_ui->context());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestCheckupPage::cleanup()
{
    m_window.reset();
    m_ui.reset();
}

CheckRow *TestCheckupPage::rowOf(const QString &title) const
{
    const QList<CheckRow *> rows = m_window->findChildren<CheckRow *>();
    for (CheckRow *row : rows) {
        if (row->isVisible() && row->findChild<QLabel *>(u"checkTitle"_s)->text().contains(title)) {
            return row;
        }
    }
    return nullptr;
}

void TestCheckupPage::run()
{
    auto *button = part<QPushButton>("runCheckup");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u"Check again"_s, kPatience);
}

void TestCheckupPage::addContact()
{
    NewEntry row = trackEntry("m-1", m_connection.id.key());
    row.fields.origin = Origin::Webhook;
    row.fields.state = EventState::Received;
    row.fields.received = m_ui->context().clock().now() - 1'000;
    row.fields.idKind = IdKind::AnonymousId;
    row.fields.identity = "ada@example.test";
    m_ui->append({row});
}

void TestCheckupPage::itIsReachedByTabAndByKey()
{
    QVERIFY2(part<CheckupPage>("checkupPage") == nullptr, "it is made at its first use");
    open();
    auto *page = part<CheckupPage>("checkupPage");
    QVERIFY(page != nullptr && page->isVisible());
    QCOMPARE(text("checkupTitle"), u"Not checked yet"_s);
    QVERIFY(part<QLabel>("checkupEmpty")->isVisible());
    part<QTabBar>("pageTabs")->setCurrentIndex(0);
    QVERIFY(!page->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(page->isVisible());
    QCOMPARE(part<QTabBar>("pageTabs")->currentIndex(), 2);
    QVERIFY(part<QPushButton>("runCheckup")->hasFocus());
    QCOMPARE(m_api->server().requestCount(), 0);
}

void TestCheckupPage::allEventsHaveNone()
{
    m_window.reset();
    m_ui->context().settings().setChoice(u"window-connection"_s, u"all"_s);
    m_window = std::make_unique<MainWindow>(m_ui->context());
    m_window->show();
    QVERIFY(!part<QTabBar>("pageTabs")->isTabVisible(2));
    QVERIFY(!part<QAction>("openCheckup")->isEnabled());
}

void TestCheckupPage::aRunShowsItsResultsAndKeepsThem()
{
    open();
    run();
    QVERIFY2(text("checkupTitle").contains(u"failed"_s), qPrintable(text("checkupTitle")));
    QVERIFY(text("checkupSummary").contains(u"pass"_s));
    CheckRow *row = rowOf(u"No source"_s);
    QVERIFY(row == nullptr);
    row = rowOf(u"The source is there"_s);
    QVERIFY(row != nullptr);
    QCOMPARE(row->findChild<QLabel *>(u"checkVerdict"_s)->text(), u"Pass"_s);
    QVERIFY(row->accessibleName().contains(u"Pass"_s));
    // What failed stands at the top, told by word and shape.
    const QList<CheckRow *> rows = m_window->findChildren<CheckRow *>();
    QCOMPARE(rows.size(), allChecks().size());
    const auto *top = *std::min_element(rows.begin(), rows.end(), [](auto *a, auto *b) { return a->y() < b->y(); });
    QTRY_COMPARE(top->findChild<QLabel *>(u"checkVerdict"_s)->text(), u"Fail"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_ui->context().checkups().pathOf(m_connection.id)), kPatience);
    // Back again: the latest is shown, nothing is asked.
    const int asked = m_api->server().requestCount();
    const QString title = text("checkupTitle");
    part<QTabBar>("pageTabs")->setCurrentIndex(0);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(text("checkupTitle"), title, kPatience);
    QCOMPARE(m_api->server().requestCount(), asked);
}

void TestCheckupPage::segmentIsAskedOnlyAfterAYes()
{
    m_ui->context().secrets().write(WorkspaceAccess::nameOf(Endpoint::Region::Us), Secret::fromText(u"sgp_x"_s),
                                    SecretPlace::SessionOnly);
    m_ui->context().secrets().write(WorkspaceAccess::nameOf(Endpoint::Region::Eu), Secret::fromText(u"sgp_x"_s),
                                    SecretPlace::SessionOnly);
    open();
    QVERIFY(!part<QCheckBox>("askSegment")->isChecked());
    run();
    QCOMPARE(m_cdn->requestCount(), 0);
    CheckRow *row = rowOf(u"Write key known to Segment"_s);
    QVERIFY(row != nullptr);
    auto *step = row->findChild<QPushButton *>(u"checkStep"_s);
    QCOMPARE(step->text(), u"Ask Segment"_s);
    QTest::mouseClick(step, Qt::LeftButton);
    QVERIFY(part<QCheckBox>("askSegment")->isChecked());
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"The write key is known to Segment"_s) != nullptr, kPatience);
    QCOMPARE(m_cdn->requestCount(), 1);
    // The yes is not kept for the next time.
    part<QTabBar>("pageTabs")->setCurrentIndex(0);
    open();
    QVERIFY(!part<QCheckBox>("askSegment")->isChecked());
}

void TestCheckupPage::leavingGivesUpWhatIsUnderWay()
{
    m_api->server().enqueue(QList<Answer>(10, Answer::of(Answer::Fault::Hang)));
    open();
    auto *button = part<QPushButton>("runCheckup");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_api->server().requestCount() > 0, kPatience);
    QCOMPARE(button->text(), u"Stop"_s);
    part<QTabBar>("pageTabs")->setCurrentIndex(0);
    QCOMPARE(button->text(), u"Run checkup"_s);
    open();
    QCOMPARE(text("checkupTitle"), u"Not checked yet"_s);
    QVERIFY(!QFile::exists(m_ui->context().checkups().pathOf(m_connection.id)));
}

void TestCheckupPage::stopGivesBackWhatWasShown()
{
    open();
    run();
    const QString title = text("checkupTitle");
    m_api->server().enqueue(QList<Answer>(10, Answer::of(Answer::Fault::Hang)));
    auto *button = part<QPushButton>("runCheckup");
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(text("checkupTitle"), u"Checking…"_s);
    QVERIFY(rowOf(u"Source in Segment"_s) != nullptr);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(text("checkupTitle"), title);
    QVERIFY(rowOf(u"The source is there"_s) != nullptr);
}

void TestCheckupPage::earlierCheckupsCanBeChosen()
{
    open();
    run();
    auto *history = part<QComboBox>("checkupHistory");
    QVERIFY(!history->isVisible());
    Connection paused = m_connection;
    paused.paused = true;
    QVERIFY(m_ui->context().connections().update(paused).ok());
    run();
    QVERIFY(history->isVisible());
    QCOMPARE(history->count(), 2);
    QVERIFY(rowOf(u"The connection is paused"_s) != nullptr);
    history->setCurrentIndex(1);
    Q_EMIT history->activated(1);
    QVERIFY(rowOf(u"The connection is paused"_s) == nullptr);
    QVERIFY(rowOf(u"The queue is healthy"_s) != nullptr);
}

void TestCheckupPage::whatIsFromBeforeAChangeSaysSo()
{
    open();
    run();
    const QString found = text("checkupTitle");
    m_connection.endpoint = Endpoint::eu();
    QVERIFY(m_ui->context().connections().update(m_connection).ok());
    QVERIFY2(text("checkupTitle").contains(u"before a change"_s), qPrintable(text("checkupTitle")));
    QVERIFY(text("checkupSummary").contains(u"endpoint was changed"_s));
    QCOMPARE(part<QPushButton>("runCheckup")->text(), u"Check again"_s);
    m_connection.endpoint = Endpoint::us();
    QVERIFY(m_ui->context().connections().update(m_connection).ok());
    QCOMPARE(text("checkupTitle"), found);
    m_ui->context().secrets().write(SecretName::writeKey(m_connection.id), Secret::fromText(u"another"_s),
                                    SecretPlace::SessionOnly);
    QTRY_VERIFY(text("checkupSummary").contains(u"write key was changed"_s));
    // It is still so when the page is shown again.
    part<QTabBar>("pageTabs")->setCurrentIndex(0);
    open();
    QTRY_VERIFY_WITH_TIMEOUT(text("checkupSummary").contains(u"write key was changed"_s), kPatience);
    run();
    QTRY_VERIFY_WITH_TIMEOUT(!text("checkupSummary").contains(u"changed"_s), kPatience);
}

void TestCheckupPage::nextStepsLeadOn()
{
    NewEntry row = trackEntry("m-1", m_connection.id.key());
    row.fields.origin = Origin::Webhook;
    row.fields.received = m_ui->context().clock().now();
    row.fields.idKind = IdKind::Nobody;
    row.fields.identity.clear();
    m_ui->append({row});
    open();
    run();
    CheckRow *nobody = rowOf(u"name nobody"_s);
    QVERIFY(nobody != nullptr);
    QTest::mouseClick(nobody->findChild<QPushButton *>(u"checkStep"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"support@pushwoosh.com"_s));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QString::fromLatin1(kKey)));
    CheckRow *session = rowOf(u"this session only"_s);
    QVERIFY(session != nullptr);
    QTest::mouseClick(session->findChild<QPushButton *>(u"checkStep"_s), Qt::LeftButton);
    QCOMPARE(part<QTabBar>("pageTabs")->currentIndex(), 1);
    QVERIFY(!part<CheckupPage>("checkupPage")->isVisible());
}

void TestCheckupPage::hiddenIdentitiesAreHiddenHereToo()
{
    addContact();
    open();
    run();
    CheckRow *row = rowOf(u"e-mail address"_s);
    QVERIFY(row != nullptr);
    const auto *body = row->findChild<QLabel *>(u"checkBody"_s);
    QVERIFY(body->text().contains(u"ada@example.test"_s));
    m_ui->context().settings().setHideIdentities(true);
    QVERIFY(!body->text().contains(u"ada@"_s) && body->text().contains(u"a••••••"_s));
}

void TestCheckupPage::reportsAreWritten_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("unmasked");
    QTest::newRow("Markdown") << u"reportMarkdown"_s << u"md"_s << false;
    QTest::newRow("Markdown, ids whole") << u"reportMarkdown"_s << u"md"_s << true;
    QTest::newRow("HTML") << u"reportHtml"_s << u"html"_s << false;
    QTest::newRow("PDF") << u"reportPdf"_s << u"pdf"_s << false;
}

void TestCheckupPage::reportsAreWritten()
{
    QFETCH(QString, action);
    QFETCH(QString, suffix);
    QFETCH(bool, unmasked);
    addContact();
    open();
    QVERIFY(!part<QPushButton>("saveReport")->isEnabled());
    run();
    part<QAction>("reportUnmasked")->setChecked(unmasked);
    m_window->findChild<QAction *>(action)->trigger();
    auto *dialog = part<QFileDialog>("reportFileDialog");
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QCOMPARE(dialog->defaultSuffix(), suffix);
    const QString path = m_ui->folder() + u"/report."_s + suffix;
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kPatience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(!bytes.contains(kKey) && !bytes.contains(kToken));
    if (suffix == u"pdf"_s) {
        QVERIFY(bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF") && bytes.size() > 5'000);
        return;
    }
    QVERIFY(bytes.contains("Pushwoosh"));
    QCOMPARE(bytes.contains("example.test"), unmasked);
    QTRY_VERIFY(part<QLabel>("messageText")->text().contains(u"report."_s + suffix));
}

void TestCheckupPage::everyControlHasAName()
{
    addContact();
    open();
    run();
    run();
    const QList<QWidget *> all = part<CheckupPage>("checkupPage")->findChildren<QWidget *>();
    int looked = 0;
    for (const QWidget *each : all) {
        const auto *button = qobject_cast<const QAbstractButton *>(each);
        if (!each->isVisible() || (each->focusPolicy() & Qt::TabFocus) == 0) {
            continue;
        }
        ++looked;
        QVERIFY2(!each->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
                 qPrintable(each->objectName()));
    }
    QVERIFY(looked > 5);
}

QTEST_MAIN(TestCheckupPage)
#include "tst_checkuppage.moc"
