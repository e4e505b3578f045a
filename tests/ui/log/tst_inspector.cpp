// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/log/Inspector.h"
#include "ui/log/InspectorLink.h"
#include "ui/log/JsonPage.h"
#include "ui/log/LogTable.h"
#include "ui/log/PanelPlace.h"
#include "ui/widgets/JsonView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;
const std::string kIdentity = "kunde-4711@example.com";

NewEntry sample(const std::string &messageId, const std::string &properties = R"({"n":9007199254740993})")
{
    NewEntry entry = trackEntry(messageId);
    entry.fields.event = "Email Sent";
    entry.fields.identity = kIdentity;
    entry.payload = R"({"type":"track","event":"Email Sent","userId":")" + kIdentity + R"(","messageId":")" +
                    messageId + R"(","properties":)" + properties + "}";
    return entry;
}

Attempt attempt(const std::string &outcome, int status, const std::string &path = "/v1/track")
{
    Attempt made;
    made.started = 1'700'000'000'000;
    made.duration = 84;
    made.status = status;
    made.outcome = outcome;
    made.requestHead = "POST " + path + " HTTP/1.1\r\nContent-Type: application/json\r\n";
    made.responseHead = status > 0 ? "HTTP/1.1 " + std::to_string(status) + "\r\nX-Own: <b>&amp;\r\n" : std::string();
    made.responseBody = status > 0 ? R"({"success": true, "for": ")" + kIdentity + R"("})" : std::string();
    return made;
}

} // namespace

class TestInspector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void thePayloadIsShownToTheLastDigit();
    void attemptsAreListedAndTheNewestIsOpen();
    void aBatchIsSaid();
    void theAnswerIsPlainText();
    void findingsHaveCodeSentenceAndRemedy();
    void whatPassesIsSaidToo();
    void theWarehouseRowHasAQueryToCopy();
    void hiddenIdentitiesAreNowhere();
    void whatIsNoJsonIsNotShownWhileIdentitiesAreHidden();
    void unreadableBytesAreShownWithTheirReason();
    void theWebhooksEventIsShownAsItCame();
    void whatABatchSaidForAllIsShown();
    void theChosenPageIsThereAgainWithTheNextEventThatHasIt();
    void keysStepThroughTheTable();
    void twoSelectedRowsAreCompared();
    void compareWithWaitsForTheSecond();
    void equalButForIdsAndTimesIsSaid();
    void sendAgainAsksForTheId();
    void theStateFollowsTheJournal();
    void thePanelStandsWhereItWasLeft();

private:
    void open();
    EntryId add(NewEntry entry) { return m_ui->append({std::move(entry)}).front(); }
    void record(EntryId id, EventState state, const Attempt &attempt, const std::string &error = {});
    void choose(EntryId id);
    void load();
    QString everyText() const;
    template <class Widget> Widget *child(const QString &name) const
    {
        auto *found = m_inspector->findChild<Widget *>(name);
        if (!found) {
            qFatal("no %s", qPrintable(name));
        }
        return found;
    }
    QLabel *payloadFault() const { return child<JsonPage>(u"payloadPage"_s)->findChild<QLabel *>(u"jsonFault"_s); }
    QStringList shownTabs() const;
    QString label(const QString &name) const { return child<QLabel>(name)->text(); }
    QString payload() const { return child<JsonPage>(u"payloadPage"_s)->findChild<JsonView *>()->toPlainText(); }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<EventLogModel> m_model;
    std::unique_ptr<LogTable> m_table;
    std::unique_ptr<Inspector> m_inspector;
};

void TestInspector::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    open();
}

void TestInspector::cleanup()
{
    m_inspector.reset();
    m_table.reset();
    m_model.reset();
    m_ui.reset();
}

void TestInspector::open()
{
    AppContext &context = m_ui->context();
    m_model = std::make_unique<EventLogModel>(context.log());
    m_table = std::make_unique<LogTable>(*m_model, context.clock(), context.settings());
    m_inspector = std::make_unique<Inspector>(context);
    new InspectorLink(*m_table, *m_model, *m_inspector, m_inspector.get());
    connect(m_table.get(), &LogTable::currentEntryChanged, m_inspector.get(), [this] {
        if (const auto id = m_table->currentEntry()) {
            m_inspector->show(*id);
        }
    });
    m_table->resize(640, 300);
    m_table->show();
    m_inspector->resize(420, 640);
    m_inspector->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_inspector.get()));
}

void TestInspector::record(EntryId id, EventState state, const Attempt &attempt, const std::string &error)
{
    StateChange change;
    change.id = id;
    change.state = state;
    change.attempt = attempt;
    change.error = error;
    QVERIFY(JournalCalls(m_ui->context().journal()).record({change}).ok());
}

void TestInspector::choose(EntryId id)
{
    m_inspector->show(id);
    QTRY_VERIFY_WITH_TIMEOUT(!payload().isEmpty() && m_inspector->shown() == id, kPatience);
}

void TestInspector::load()
{
    QSignalSpy loaded(m_model.get(), &EventLogModel::loaded);
    m_model->setFilter({});
    QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty() && !m_model->isLoading(), kPatience);
}

//! What a person could read or hear anywhere in the inspector.
QString TestInspector::everyText() const
{
    QStringList texts;
    const QList<QWidget *> widgets = m_inspector->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
        if (const auto *shown = qobject_cast<const QLabel *>(widget)) {
            texts << shown->text();
        } else if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget)) {
            texts << edit->toPlainText();
        } else if (const auto *tree = qobject_cast<const QTreeWidget *>(widget)) {
            for (int row = 0; row < tree->topLevelItemCount(); ++row) {
                for (int column = 0; column < tree->columnCount(); ++column) {
                    texts << tree->topLevelItem(row)->text(column) << tree->topLevelItem(row)->toolTip(column)
                          << tree->topLevelItem(row)->data(column, Qt::UserRole).toString();
                }
            }
        }
    }
    return texts.join(u'\n');
}

QStringList TestInspector::shownTabs() const
{
    const auto *tabs = child<QTabBar>(u"inspectorTabs"_s);
    QStringList shown;
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->isTabVisible(i)) {
            shown.append(tabs->tabText(i));
        }
    }
    return shown;
}

void TestInspector::thePayloadIsShownToTheLastDigit()
{
    choose(add(sample("m1")));
    QVERIFY(payload().contains(u"\"n\": 9007199254740993"_s));
    QCOMPARE(label(u"eventTitle"_s), u"Email Sent"_s);
    child<QPushButton>(u"copyJson"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"\"n\":9007199254740993"_s));
}

void TestInspector::attemptsAreListedAndTheNewestIsOpen()
{
    const EntryId id = add(sample("m1"));
    Attempt first = attempt("unreachable", 0);
    first.mayHaveArrived = true;
    first.error = "unreachable: The connection was closed.";
    record(id, EventState::Retrying, first);
    record(id, EventState::Accepted, attempt("accepted", 200));
    choose(id);
    auto *list = child<QTreeWidget>(u"attemptList"_s);
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 1);
    auto *detail = child<QPlainTextEdit>(u"attemptDetail"_s);
    QVERIFY(detail->toPlainText().contains(u"Answered 200 after 84 ms"_s));
    QVERIFY(detail->toPlainText().contains(u"POST /v1/track"_s));
    QVERIFY(detail->toPlainText().contains(u"\"success\": true"_s));
    list->setCurrentItem(list->topLevelItem(0));
    QVERIFY(detail->toPlainText().contains(u"may have arrived"_s));
    QVERIFY(detail->toPlainText().contains(u"The connection was closed."_s));
    child<QPushButton>(u"copyAttempt"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), detail->toPlainText());
}

void TestInspector::aBatchIsSaid()
{
    const EntryId id = add(sample("m1"));
    record(id, EventState::Accepted, attempt("accepted", 200, "/v1/batch"));
    choose(id);
    QVERIFY(child<QPlainTextEdit>(u"attemptDetail"_s)->toPlainText().contains(u"One of several in a batch"_s));
}

void TestInspector::theAnswerIsPlainText()
{
    const EntryId id = add(sample("m1"));
    Attempt hostile = attempt("something-else", 200);
    hostile.responseBody = "<html><b>x</b>\x1b[31m\u202Eevil";
    record(id, EventState::Waiting, hostile);
    choose(id);
    const QString detail = child<QPlainTextEdit>(u"attemptDetail"_s)->toPlainText();
    QVERIFY(detail.contains(u"<html><b>x</b>"_s));
    QVERIFY(!detail.contains(QChar(0x1B)) && !detail.contains(QChar(0x202E)));
}

void TestInspector::findingsHaveCodeSentenceAndRemedy()
{
    NewEntry nobody = sample("m1");
    nobody.payload = R"({"type":"track","event":"Email Sent","messageId":"m1"})";
    choose(add(nobody));
    const QString all = everyText();
    QVERIFY(all.contains(u"no_user_anon_id"_s));
    QVERIFY(all.contains(u"says who it was"_s));
    QVERIFY(all.contains(u"What to do"_s));
    QVERIFY(!all.contains(u"Segment would take this"_s));
}

void TestInspector::whatPassesIsSaidToo()
{
    choose(add(sample("m1")));
    const QString all = everyText();
    QVERIFY(all.contains(u"Segment would take this"_s));
    QVERIFY(all.contains(u"An id says who it was"_s));
    QVERIFY(all.contains(u"The name is one of the seven events"_s));
}

void TestInspector::theWarehouseRowHasAQueryToCopy()
{
    choose(add(sample("it's", R"({"nested":{"id":9007199254740993},"id":"own"})")));
    const auto *columns = child<QTreeWidget>(u"warehouse"_s);
    const QList<QTreeWidgetItem *> found = columns->findItems(u"nested_id"_s, Qt::MatchExactly, 0);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first()->text(1), u"9007199254740993"_s);
    QCOMPARE(found.first()->text(2), u"integer"_s);
    QVERIFY(label(u"warehouseNotes"_s).contains(u"properties.id is dropped"_s));
    child<QPushButton>(u"copyQuery"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"SELECT * FROM email_sent WHERE id = 'it''s'"_s);
}

void TestInspector::hiddenIdentitiesAreNowhere()
{
    const EntryId id = add(sample("m1", R"({"email":"other@example.com","phones":["+491701234567"],"n":4})"));
    const EntryId second = add(sample("m2"));
    Attempt telling = attempt("rejected", 400);
    telling.error = "rejected: The endpoint said no to " + kIdentity + ".";
    record(id, EventState::Refused, telling, telling.error);
    m_ui->context().settings().setHideIdentities(true);
    choose(id);
    for (const QString &secret : {QString::fromStdString(kIdentity), u"other@example"_s, u"491701234567"_s}) {
        QVERIFY2(!everyText().contains(secret), qPrintable(secret));
    }
    QVERIFY(payload().contains(u"k••••••"_s));
    QVERIFY(!child<QPushButton>(u"copyJson"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"sendAgain"_s)->isEnabled());
    m_inspector->compare(id, second);
    QTRY_VERIFY_WITH_TIMEOUT(child<QTreeWidget>(u"differences"_s)->topLevelItemCount() > 0, kPatience);
    QVERIFY(!everyText().contains(QString::fromStdString(kIdentity)));
    m_inspector->endComparison();
    m_ui->context().settings().setHideIdentities(false);
    QVERIFY(payload().contains(QString::fromStdString(kIdentity)));
}

void TestInspector::whatIsNoJsonIsNotShownWhileIdentitiesAreHidden()
{
    NewEntry broken = sample("m1");
    broken.payload = "{\"userId\":\"" + kIdentity;
    m_ui->context().settings().setHideIdentities(true);
    m_inspector->show(add(broken));
    QTRY_VERIFY_WITH_TIMEOUT(payloadFault()->isVisible(), kPatience);
    QVERIFY(!everyText().contains(QString::fromStdString(kIdentity)));
}

void TestInspector::unreadableBytesAreShownWithTheirReason()
{
    NewEntry broken = sample("m1");
    broken.payload = "{\"event\": oops}";
    choose(add(broken));
    QCOMPARE(payload(), u"{\"event\": oops}"_s);
    QVERIFY(payloadFault()->isVisible());
    QVERIFY(payloadFault()->text().contains(u"not valid JSON"_s));
    choose(add(sample("m2")));
    QTRY_VERIFY_WITH_TIMEOUT(!payloadFault()->isVisible(), kPatience);
}

void TestInspector::theWebhooksEventIsShownAsItCame()
{
    NewEntry entry = sample("m1");
    entry.fields.origin = Origin::Webhook;
    entry.secondPart = R"({"event_name":"Email Sent","user_id":")" + kIdentity + R"(","message_id":9007199254740993})";
    choose(add(entry));
    QCOMPARE(shownTabs(), QStringList({u"Payload"_s, u"As it came"_s, u"Attempts"_s, u"Checks"_s, u"Warehouse"_s}));
    child<QTabBar>(u"inspectorTabs"_s)->setCurrentIndex(1);
    auto *page = child<JsonPage>(u"secondPartPage"_s);
    QVERIFY(page->isVisible());
    auto *view = page->findChild<JsonView *>();
    QVERIFY(!view->accessibleName().isEmpty());
    QVERIFY(view->toPlainText().contains(u"\"message_id\": 9007199254740993"_s));
    QVERIFY(page->findChild<QLabel *>(u"jsonIntroduction"_s)->text().contains(u"webhook"));
    // Copied and searched as the payload is.
    view->copyValue();
    QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), entry.secondPart);
    QCOMPARE(view->mark(u"email sent"_s), 1);
    m_ui->context().settings().setHideIdentities(true);
    QVERIFY(!everyText().contains(QString::fromStdString(kIdentity)));
    QVERIFY(view->toPlainText().contains(u"k••••••"_s));
}

void TestInspector::whatABatchSaidForAllIsShown()
{
    NewEntry entry = sample("m1");
    entry.fields.origin = Origin::Capture;
    entry.secondPart = R"({"context":{"ip":"192.0.2.7"},"sentAt":"2026-01-02T03:04:05Z"})";
    choose(add(entry));
    QCOMPARE(shownTabs().at(1), u"Batch"_s);
    auto *page = child<JsonPage>(u"secondPartPage"_s);
    QVERIFY(page->findChild<JsonView *>()->toPlainText().contains(u"192.0.2.7"));
    // What is too large to be looked through at once is withheld, not shown as it is.
    entry.secondPart =
        R"({"context":{"ip":"192.0.2.7"},"filling":")" + std::string(ShownEvent::kMostMasked, 'x') + "\"}";
    m_ui->context().settings().setHideIdentities(true);
    const EntryId large = add(entry);
    m_inspector->show(large);
    child<QTabBar>(u"inspectorTabs"_s)->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(page->findChild<QLabel *>(u"jsonFault"_s)->isVisible(), kPatience);
    QVERIFY(!everyText().contains(u"192.0.2.7"));
    m_ui->context().settings().setHideIdentities(false);
    QVERIFY(page->findChild<JsonView *>()->toPlainText().contains(u"192.0.2.7"));
}

void TestInspector::theChosenPageIsThereAgainWithTheNextEventThatHasIt()
{
    NewEntry with = sample("m1");
    with.fields.origin = Origin::Webhook;
    with.secondPart = "{\"event_name\":\"a\"}";
    const EntryId first = add(with);
    const EntryId without = add(sample("m2"));
    auto *page = child<JsonPage>(u"secondPartPage"_s);
    choose(first);
    child<QTabBar>(u"inspectorTabs"_s)->setCurrentIndex(1);
    m_inspector->show(without);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isVisible(), kPatience);
    QVERIFY(child<JsonPage>(u"payloadPage"_s)->isVisible());
    QCOMPARE(shownTabs().size(), 4);
    m_inspector->show(first);
    QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), kPatience);
    QCOMPARE(child<QTabBar>(u"inspectorTabs"_s)->currentIndex(), 1);
}

void TestInspector::keysStepThroughTheTable()
{
    const std::vector<EntryId> ids = m_ui->append({sample("m1"), sample("m2"), sample("m3")});
    load();
    m_table->showEntry(ids[0]);
    QTRY_VERIFY_WITH_TIMEOUT(payload().contains(u"\"m1\""_s), kPatience);
    auto *view = child<JsonPage>(u"payloadPage"_s)->findChild<JsonView *>();
    m_inspector->activateWindow();
    view->setFocus();
    QTRY_VERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(payload().contains(u"\"m2\""_s), kPatience);
    QTest::keyClick(view, Qt::Key_J);
    QTRY_VERIFY_WITH_TIMEOUT(payload().contains(u"\"m3\""_s), kPatience);
    QTest::keyClick(view, Qt::Key_J); // the last one stays
    QTest::keyClick(view, Qt::Key_K);
    QTRY_VERIFY_WITH_TIMEOUT(payload().contains(u"\"m2\""_s), kPatience);
    child<QToolButton>(u"previousEvent"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(payload().contains(u"\"m1\""_s), kPatience);
    QCOMPARE(m_table->currentEntry(), std::optional(ids[0]));
}

void TestInspector::twoSelectedRowsAreCompared()
{
    m_ui->append({sample("m1", R"({"a":1.10})"), sample("m2", R"({"a":1.1,"b":true})"), sample("m3")});
    load();
    const auto row = [&](int number) { return m_model->index(number, 0); };
    QItemSelectionModel *selection = m_table->selectionModel();
    selection->setCurrentIndex(row(1), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    selection->setCurrentIndex(row(0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    auto *list = child<QTreeWidget>(u"differences"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible() && list->topLevelItemCount() == 3, kPatience);
    QCOMPARE(list->topLevelItem(1)->text(0), u"properties.a"_s);
    QCOMPARE(list->topLevelItem(1)->text(1), u"1.10"_s);
    QCOMPARE(list->topLevelItem(1)->text(2), u"1.1"_s);
    QCOMPARE(list->topLevelItem(2)->text(0), u"properties.b"_s);
    QVERIFY(label(u"compareVerdict"_s).contains(u"3 difference"_s));
    selection->setCurrentIndex(row(2), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTRY_VERIFY_WITH_TIMEOUT(!list->isVisible(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(payload().contains(u"\"m3\""_s), kPatience);
}

void TestInspector::compareWithWaitsForTheSecond()
{
    const std::vector<EntryId> ids = m_ui->append({sample("m1", R"({"a":1})"), sample("m2", R"({"a":2})")});
    choose(ids[1]);
    child<QToolButton>(u"compareEvent"_s)->click();
    QVERIFY(child<QWidget>(u"compareWaiting"_s)->isVisible());
    m_inspector->show(ids[0]);
    auto *list = child<QTreeWidget>(u"differences"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), kPatience);
    QCOMPARE(list->topLevelItem(1)->text(1), u"2"_s); // the marked one is the first
    QCOMPARE(list->topLevelItem(1)->text(2), u"1"_s);
    child<QPushButton>(u"endComparison"_s)->click();
    QVERIFY(!list->isVisible());
    QVERIFY(payload().contains(u"\"m1\""_s));
}

void TestInspector::equalButForIdsAndTimesIsSaid()
{
    const std::vector<EntryId> ids = m_ui->append({sample("m1"), sample("m2")});
    m_inspector->compare(ids[0], ids[1]);
    QTRY_COMPARE_WITH_TIMEOUT(label(u"compareVerdict"_s), u"The same but for message id and times"_s, kPatience);
}

void TestInspector::sendAgainAsksForTheId()
{
    choose(add(sample("m1")));
    QSignalSpy again(m_inspector.get(), &Inspector::sendAgainRequested);
    child<QAction>(u"sendNewId"_s)->trigger();
    child<QAction>(u"sendSameId"_s)->trigger();
    QCOMPARE(again.size(), 2);
    QCOMPARE(again.at(0).at(2).toString(), QString());
    QCOMPARE(again.at(1).at(2).toString(), u"m1"_s);
}

void TestInspector::theStateFollowsTheJournal()
{
    const EntryId id = add(sample("m1"));
    choose(id);
    QCOMPARE(label(u"eventState"_s), u"Queued"_s);
    record(id, EventState::Accepted, attempt("accepted", 200));
    QTRY_COMPARE_WITH_TIMEOUT(label(u"eventState"_s), u"Accepted"_s, kPatience);
}

void TestInspector::thePanelStandsWhereItWasLeft()
{
    Settings &settings = m_ui->context().settings();
    QSplitter splitter;
    splitter.addWidget(new QWidget);
    splitter.addWidget(new QWidget);
    splitter.resize(1000, 800);
    splitter.show();
    {
        PanelPlace place(splitter, settings);
        place.setConnection(u"one"_s);
        QVERIFY(!place.isBelow());
        QCOMPARE(splitter.sizes().at(1), 356);
        splitter.setSizes({500, 500});
        Q_EMIT splitter.splitterMoved(500, 1);
        place.setConnection(u"two"_s);
        QCOMPARE(splitter.sizes().at(1), 356);
        place.setConnection(u"one"_s);
        QVERIFY(std::abs(splitter.sizes().at(1) - 500) < 5);
        place.toggle();
        QCOMPARE(splitter.orientation(), Qt::Vertical);
    }
    PanelPlace again(splitter, settings);
    QVERIFY(again.isBelow());
    QCOMPARE(splitter.orientation(), Qt::Vertical);
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
