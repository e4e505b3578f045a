// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/support/PublicApiDouble.h"
#include "tests/ui/UiFixture.h"
#include "ui/setup/DestinationsList.h"
#include "ui/setup/FiguresCard.h"
#include "ui/setup/WarehouseCard.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {
const QByteArray kToken = "sgp_of-a-test-0123456789";
const QByteArray kKey = "writeKeyOfTheConnection012345678";
const QString kVersion = u"segue-run0123456789"_s;
} // namespace

//! The parts below the proof and on the last page, against a stand-in for Segment.
class TestProofCards : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void figuresTellTheCountOfEachEvent();
    void figuresWithoutATokenTellHowToGetOne();
    void figuresOfAnotherEndpointAreHidden();
    void aDestinationByHandIsAddedTickedAndTakenAway();
    void connectedDestinationsAreListedAndTicked();
    void aLoopIsWarnedOf();
    void everyEventHasAQuery();
    void aTrackingPlanIsMadeOnlyWhenAsked();
    void anonymousIdsAreTold();

private:
    template <class T> T *part(QWidget &in, const char *name) const
    {
        return in.findChild<T *>(QString::fromLatin1(name));
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<PublicApiDouble> m_segment;
    Connection m_connection;
    QString m_source;
};

void TestProofCards::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    m_segment = std::make_unique<PublicApiDouble>(kToken);
    m_source = m_segment->addSource(u"pushwoosh_dev"_s, kKey);
    QSettings(m_ui->folder() + u"/settings.ini"_s, QSettings::IniFormat)
        .setValue(u"segment/publicApiStandIn"_s, m_segment->url().toString());
    m_connection = {};
    m_connection.id = ConnectionId::create();
    m_connection.name = u"Pushwoosh_Dev"_s;
    AppContext &context = m_ui->context();
    QCOMPARE(context.settings().publicApiStandIn(), m_segment->url());
    context.secrets().write(SecretName::writeKey(m_connection.id), Secret::fromBytes(kKey), SecretPlace::SessionOnly);
    context.workspaces().keep(Endpoint::Region::Us, Secret::fromBytes(kToken), SecretPlace::SessionOnly);
    QTRY_VERIFY(context.secrets().isSessionOnly(WorkspaceAccess::nameOf(Endpoint::Region::Us)));
}

void TestProofCards::cleanup()
{
    m_ui.reset();
    m_segment.reset();
}

void TestProofCards::figuresTellTheCountOfEachEvent()
{
    m_segment->count(u"successfully-received"_s, m_source, u"Email Sent"_s, kVersion);
    m_segment->count(u"failed-on-ingest"_s, m_source, u"Push Sent"_s, kVersion, u"source_disabled"_s);
    AppContext &context = m_ui->context();
    RunFigures figures(context.workspaces(), context.secrets(), context.clock(), {20, 60, 60'000, 60'000});
    QWidget window;
    FiguresCard card(figures, &window);
    window.show();
    QVERIFY2(!card.isVisible(), "nothing to tell before a run");
    ProofRecord run;
    run.runId = u"run0123456789"_s;
    run.started = context.clock().now();
    run.samples = {{u"Email Sent"_s, u"m-1"_s, EntryId{1}}, {u"Push Sent"_s, u"m-2"_s, EntryId{2}}};
    figures.watch(m_connection, run);
    QTRY_COMPARE(figures.phase(), RunFigures::Phase::Complete);
    QVERIFY(card.isVisible());
    const QList<QLabel *> counts = card.findChildren<QLabel *>(u"figuresCount"_s);
    QCOMPARE(counts.size(), 2);
    QVERIFY(counts.first()->text().contains(u"1"_s));
    QVERIFY(counts.last()->text().contains(u"source_disabled"_s));
    QVERIFY(counts.last()->text().contains(u"switched off"_s));
    QVERIFY(part<QLabel>(card, "figuresSource")->text().contains(u"write key"_s));
    QVERIFY(!part<QLabel>(card, "figuresTimes")->text().isEmpty());
    const int asked = m_segment->server().requestCount();
    part<QPushButton>(card, "figuresAskNow")->click();
    QTRY_VERIFY(m_segment->server().requestCount() > asked);
}

void TestProofCards::figuresWithoutATokenTellHowToGetOne()
{
    AppContext &context = m_ui->context();
    context.workspaces().forget(Endpoint::Region::Us);
    QTRY_VERIFY(!context.secrets().isSessionOnly(WorkspaceAccess::nameOf(Endpoint::Region::Us)));
    RunFigures figures(context.workspaces(), context.secrets(), context.clock(), {});
    FiguresCard card(figures);
    ProofRecord run;
    run.runId = u"r"_s;
    run.samples = {{u"Email Sent"_s, u"m-1"_s, EntryId{1}}};
    figures.watch(m_connection, run);
    QTRY_VERIFY(figures.phase() != RunFigures::Phase::Asking);
    QCOMPARE(m_segment->server().requestCount(), 0);
    QVERIFY(!part<QLabel>(card, "figuresSentence")->text().isEmpty());
    auto *token = part<QPushButton>(card, "figuresToken");
    QVERIFY(!token->isHidden() && part<QPushButton>(card, "figuresAskNow")->isHidden());
    QSignalSpy wanted(&card, &FiguresCard::tokenWanted);
    token->click();
    QCOMPARE(wanted.size(), 1);
    // Nor is anybody asked again for destinations who was never asked.
    DestinationsList list(context);
    list.setTokenIsAbove();
    list.show(m_connection, {});
    list.lookAgain();
    QVERIFY(part<QPushButton>(list, "askDestinations")->isHidden());
}

void TestProofCards::figuresOfAnotherEndpointAreHidden()
{
    AppContext &context = m_ui->context();
    RunFigures figures(context.workspaces(), context.secrets(), context.clock(), {});
    QWidget window;
    FiguresCard card(figures, &window);
    window.show();
    ProofRecord run;
    run.runId = u"r"_s;
    run.samples = {{u"Email Sent"_s, u"m-1"_s, EntryId{1}}};
    m_connection.endpoint = Endpoint::parse(u"https://gateway.example"_s).valueOr(Endpoint());
    figures.watch(m_connection, run);
    QVERIFY(!card.isVisible());
}

void TestProofCards::aDestinationByHandIsAddedTickedAndTakenAway()
{
    m_connection.endpoint = Endpoint::parse(u"https://gateway.example"_s).valueOr(Endpoint());
    DestinationsList list(m_ui->context());
    list.show(m_connection, {});
    static_cast<QWidget &>(list).show();
    QSignalSpy changed(&list, &DestinationsList::changed);
    auto *name = part<QLineEdit>(list, "destinationName");
    QTest::keyClicks(name, u"Amplitude"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QTest::keyClicks(name, u"amplitude"_s);
    part<QPushButton>(list, "addDestination")->click();
    QCOMPARE(list.ticks().size(), 1); // the same again
    part<QCheckBox>(list, "destinationSeen")->click();
    QVERIFY(list.ticks().first().seen > 0);
    part<QCheckBox>(list, "destinationSeen")->click();
    QCOMPARE(list.ticks().first().seen, 0);
    part<QPushButton>(list, "removeDestination")->click();
    QVERIFY(list.ticks().isEmpty());
    QTRY_VERIFY(part<QCheckBox>(list, "destinationSeen") == nullptr);
    QCOMPARE(m_segment->server().requestCount(), 0);
}

void TestProofCards::connectedDestinationsAreListedAndTicked()
{
    m_segment->addDestination(m_source, u"kind-a"_s, u"amplitude"_s, true);
    m_segment->count(u"successful-delivery"_s, m_source, u"Push Sent"_s, {});
    DestinationsList list(m_ui->context());
    QSignalSpy listed(&list, &DestinationsList::listed);
    list.show(m_connection, {{QString(), u"By hand"_s, 0}});
    QVERIFY(!list.hasEnabled());
    static_cast<QWidget &>(list).show();
    QTRY_COMPARE(list.findChildren<QCheckBox *>(u"destinationSeen"_s).size(),
                 3); // with the warehouse and the one by hand
    QVERIFY(list.hasEnabled() && !listed.isEmpty());
    QTRY_VERIFY(part<QLabel>(list, "destinationFigures")->text().contains(u"1"_s));
    part<QCheckBox>(list, "destinationSeen")->click();
    QCOMPARE(list.ticks().size(), 2);
    QCOMPARE(list.ticks().last().name, u"amplitude"_s);
    QVERIFY(list.ticks().last().seen > 0);
    static_cast<QWidget &>(list).hide();
    // Later, without a token, it is still there.
    m_ui->context().workspaces().forget(Endpoint::Region::Us);
    DestinationsList again(m_ui->context());
    again.show(m_connection, list.ticks());
    QCOMPARE(again.findChildren<QCheckBox *>(u"destinationSeen"_s).size(), 2);
    QCOMPARE(again.ticks(), list.ticks());
}

void TestProofCards::aLoopIsWarnedOf()
{
    m_segment->addDestination(m_source, u"64e72af1eabf77368b877a51"_s, u"actions-pushwoosh"_s, true);
    DestinationsList list(m_ui->context());
    list.show(m_connection, {});
    static_cast<QWidget &>(list).show();
    QTRY_VERIFY(part<QLabel>(list, "destinationsWarning")->isVisible());
    QVERIFY(part<QLabel>(list, "destinationsWarning")->text().contains(u"loop"_s));
}

void TestProofCards::everyEventHasAQuery()
{
    WarehouseCard card(m_ui->context());
    card.show(m_connection);
    static_cast<QWidget &>(card).show();
    auto *events = part<QComboBox>(card, "warehouseEvent");
    QCOMPARE(events->count(), 7);
    auto *query = part<QPlainTextEdit>(card, "eventQuery");
    QVERIFY(query->toPlainText().contains(u"pushwoosh_dev.email_sent"_s));
    events->setCurrentIndex(6);
    QVERIFY(query->toPlainText().contains(u"pushwoosh_dev.sms_delivered"_s));
    part<QCheckBox>(card, "eventBigQuery")->click();
    QVERIFY(query->toPlainText().contains(u"`pushwoosh_dev.sms_delivered_view`"_s));
    part<QPushButton>(card, "copyEventQuery")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), query->toPlainText());
}

void TestProofCards::aTrackingPlanIsMadeOnlyWhenAsked()
{
    WarehouseCard card(m_ui->context());
    card.show(m_connection);
    static_cast<QWidget &>(card).show();
    part<QPushButton>(card, "makePlan")->click();
    QTRY_VERIFY(part<QWidget>(card, "planQuestion") != nullptr);
    for (const Request &request : m_segment->server().requests()) {
        QCOMPARE(request.method, QByteArray("GET"));
    }
    part<QPushButton>(card, "planQuestionConfirm")->click();
    QTRY_VERIFY(part<QLabel>(card, "planNote")->text().contains(u"made and connected"_s));
    QVERIFY(m_segment->server().lastRequest().target.endsWith("/sources"));
}

void TestProofCards::anonymousIdsAreTold()
{
    NewEntry entry = trackEntry("m-1", m_connection.id.key());
    entry.fields.idKind = IdKind::AnonymousId;
    entry.fields.identity = "device";
    entry.fields.received = m_ui->context().clock().now();
    m_ui->append({entry});
    WarehouseCard card(m_ui->context());
    card.show(m_connection);
    static_cast<QWidget &>(card).show();
    QTRY_VERIFY(part<QLabel>(card, "trackedIds")->text().contains(u"1 anonymous"_s));
}

QTEST_MAIN(TestProofCards)
#include "tst_proofcards.moc"
