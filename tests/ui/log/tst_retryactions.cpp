// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/log/LogTable.h"
#include "ui/log/RetryActions.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;

NewEntry entryIn(EventState state, const std::string &connection)
{
    static int number = 0;
    const std::string id = "m" + std::to_string(++number);
    NewEntry entry = trackEntry(id, connection);
    entry.fields.received += number;
    entry.fields.state = state;
    entry.fields.error = "why: it stands so";
    entry.payload = R"({"type":"track","event":"Push Sent","userId":"qa","messageId":")" + id + "\"}";
    return entry;
}

} // namespace

//! *Try again*, *Cancel sending* and *Try all again…* on the rows of the log.
class TestRetryActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theSelectedRowsAreTriedAgain();
    void whatStaysIsSaidBesideWhatGoes();
    void theMenuOffersWhatCanBeDone();
    void whatWaitsIsCancelled();
    void allAreAskedForInWords();
    void theFilterDecidesWhatAllMeans();
    void prodIsAskedForFirst();
    void whatMayArriveTwiceIsSaidFirst();
    void nothingToTryIsSaid();

private:
    void append(std::vector<NewEntry> entries);
    void select(const QList<int> &rows);
    QAction *action(const char *name) const;
    QMessageBox *question() const { return m_window->findChild<QMessageBox *>(u"tryAgainQuestion"_s); }
    std::int64_t count(EventState state);

    std::unique_ptr<UiFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<EventLogModel> m_model;
    LogTable *m_table = nullptr;
    RetryActions *m_actions = nullptr;
    QString m_told;
    std::string m_sandbox;
};

void TestRetryActions::init()
{
    m_fixture = std::make_unique<UiFixture>();
    QVERIFY(m_fixture->isOpen());
    AppContext &context = m_fixture->context();
    m_model = std::make_unique<EventLogModel>(context.log());
    m_model->setFilter({});
    m_window = std::make_unique<QWidget>();
    m_table = new LogTable(*m_model, context.clock(), context.settings(), m_window.get());
    m_actions = new RetryActions(context, *m_model, *m_table, m_window.get());
    m_told.clear();
    connect(m_actions, &RetryActions::told, this, [this](const QString &text) { m_told = text; });
    connect(m_actions, &RetryActions::problem, this, [this](const QString &text) { m_told = text; });
    m_sandbox = sandboxId().key();
    m_window->show();
}

void TestRetryActions::cleanup()
{
    m_window.reset();
    m_model.reset();
    m_fixture.reset();
}

void TestRetryActions::append(std::vector<NewEntry> entries)
{
    const int before = m_model->rowCount();
    const int more = static_cast<int>(entries.size());
    QCOMPARE(static_cast<int>(m_fixture->append(std::move(entries)).size()), more);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), before + more, kPatience);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto loads = [&] { return m_model->index(row, 0).data(EventLogModel::LoadingRole).toBool(); };
        QTRY_VERIFY_WITH_TIMEOUT(!loads(), kPatience);
    }
}

void TestRetryActions::select(const QList<int> &rows)
{
    m_table->clearSelection();
    for (const int row : rows) {
        m_table->selectionModel()->select(m_model->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

QAction *TestRetryActions::action(const char *name) const
{
    return m_actions->findChild<QAction *>(QLatin1String(name));
}

std::int64_t TestRetryActions::count(EventState state)
{
    const auto reader = openReader(m_fixture->folder().toStdString());
    return reader->counts({}).value().of(state);
}

void TestRetryActions::theSelectedRowsAreTriedAgain()
{
    append({entryIn(EventState::Refused, m_sandbox), entryIn(EventState::GaveUp, m_sandbox),
            entryIn(EventState::Refused, m_sandbox)});
    select({0, 1});
    action("tryAgain")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(count(EventState::Queued), 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_told.contains(u"queued again"_s), kPatience);
    QVERIFY(!question());
    QCOMPARE(count(EventState::Refused) + count(EventState::GaveUp), 1);
}

void TestRetryActions::whatStaysIsSaidBesideWhatGoes()
{
    NewEntry nobody = entryIn(EventState::Blocked, m_sandbox);
    nobody.payload = R"({"type":"track","event":"Push Sent"})";
    append({entryIn(EventState::Refused, m_sandbox), nobody, entryIn(EventState::Accepted, m_sandbox)});
    select({0, 1, 2});
    action("tryAgain")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_told.contains(u"queued again"_s), kPatience);
    QVERIFY2(m_told.contains(u"stay blocked"_s) && m_told.contains(u"stay as they are"_s), qPrintable(m_told));
    QCOMPARE(count(EventState::Queued), 1);
}

void TestRetryActions::theMenuOffersWhatCanBeDone()
{
    append({entryIn(EventState::Refused, m_sandbox)});
    append({entryIn(EventState::Queued, m_sandbox)});
    append({entryIn(EventState::Accepted, m_sandbox)});
    const auto offered = [this](const QList<int> &rows) {
        select(rows);
        m_actions->prepare();
        return QPair(action("tryAgain")->isVisible(), action("cancelSending")->isVisible());
    };
    const auto rowOf = [this](EventState state) {
        int row = 0;
        while (m_model->index(row, 0).data(EventLogModel::StateRole).toInt() != static_cast<int>(state)) {
            ++row;
        }
        return row;
    };
    QCOMPARE(offered({rowOf(EventState::Refused)}), QPair(true, false));
    QCOMPARE(offered({rowOf(EventState::Queued)}), QPair(false, true));
    QCOMPARE(offered({rowOf(EventState::Accepted)}), QPair(false, false));
    QCOMPARE(offered({0, 1, 2}), QPair(true, true));
    QVERIFY(m_table->actions().contains(action("tryAllAgain")));
}

void TestRetryActions::whatWaitsIsCancelled()
{
    append({entryIn(EventState::Queued, m_sandbox), entryIn(EventState::Waiting, m_sandbox)});
    select({0, 1});
    action("cancelSending")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(count(EventState::Cancelled), 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_told.contains(u"cancelled"_s), kPatience);
}

void TestRetryActions::allAreAskedForInWords()
{
    append({entryIn(EventState::Refused, m_sandbox), entryIn(EventState::GaveUp, m_sandbox),
            entryIn(EventState::Cancelled, m_sandbox), entryIn(EventState::Accepted, m_sandbox)});
    action("tryAllAgain")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(question(), kPatience);
    QVERIFY2(question()->text().contains(u'3'), qPrintable(question()->text()));
    QVERIFY2(question()->informativeText().contains(u"1 Gave up"_s), qPrintable(question()->informativeText()));
    QCOMPARE(count(EventState::Queued), 0);
    question()->findChild<QPushButton *>(u"tryAgainQuestionConfirm"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(count(EventState::Queued), 3, kPatience);
}

void TestRetryActions::theFilterDecidesWhatAllMeans()
{
    append({entryIn(EventState::Refused, m_sandbox), entryIn(EventState::GaveUp, m_sandbox)});
    EventFilter filter;
    filter.states = {EventState::Refused};
    m_model->setFilter(filter);
    action("tryAllAgain")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(question(), kPatience);
    question()->findChild<QPushButton *>(u"tryAgainQuestionConfirm"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(count(EventState::Queued), 1, kPatience);
    QCOMPARE(count(EventState::GaveUp), 1);
}

void TestRetryActions::prodIsAskedForFirst()
{
    Connection live;
    live.id = ConnectionId::create();
    live.name = u"Live"_s;
    live.environment = Environment::Prod;
    live.endpoint = Endpoint::us();
    QVERIFY(m_fixture->context().connections().add(live).ok());
    append({entryIn(EventState::Refused, live.id.key())});
    select({0});
    action("tryAgain")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(question(), kPatience);
    QVERIFY2(question()->informativeText().contains(u"“Live”"_s), qPrintable(question()->informativeText()));
    QCOMPARE(count(EventState::Queued), 0);
    question()->reject();
    QTRY_VERIFY_WITH_TIMEOUT(!question(), kPatience);
    QCOMPARE(count(EventState::Queued), 0);
    action("tryAgain")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(question(), kPatience);
    question()->findChild<QPushButton *>(u"tryAgainQuestionConfirm"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(count(EventState::Queued), 1, kPatience);
    QVERIFY(!m_fixture->context().prodGuard().mustAsk(live, 1));
}

void TestRetryActions::whatMayArriveTwiceIsSaidFirst()
{
    append({entryIn(EventState::GaveUp, m_sandbox)});
    const Attempt unknown{1, 5, 0, "unreachable", true, {}, {}, {}, {}};
    const EntryId id = m_model->idAt(0);
    QVERIFY(
        JournalCalls(m_fixture->context().journal()).record({{id, EventState::GaveUp, {}, "gave-up: so", unknown}}));
    select({0});
    action("tryAgain")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(question(), kPatience);
    QVERIFY(question()->informativeText().contains(u"twice"_s));
    QCOMPARE(count(EventState::Queued), 0);
}

void TestRetryActions::nothingToTryIsSaid()
{
    append({entryIn(EventState::Accepted, m_sandbox)});
    action("tryAllAgain")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_told.contains(u"Nothing here"_s), kPatience);
    QVERIFY(!question());
}

QTEST_MAIN(TestRetryActions)
#include "tst_retryactions.moc"
