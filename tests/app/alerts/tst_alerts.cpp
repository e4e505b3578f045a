// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/alerts/Alerts.h"

#include "app/AppContext.h"
#include "tests/app/journal/JournalSupport.h"

#include <atomic>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int kPatience = 20'000;
constexpr std::int64_t kMinute = 60'000;
} // namespace

class TestAlerts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void failuresAreToldOnceWithTheirNumber();
    void whatFailedBeforeIsNoNews();
    void theFirstFailureOfANewConnectionIsNews();
    void whatCouldNotBeReadAtTheStartIsNotNew();
    void whatASeenFailureLeavesBehind();
    void whatGoesOnFailingIsToldAnewAfterThePause();
    void whatFailsAfterItWasSeenIsToldAfterThePause();
    void aQuietRelayIsToldAndGoesWithAnEvent();
    void aRelayIsNotQuietBeforeItWasOnForTheWholeTime();
    void aRelayThatWasOffBeginsAnew();
    void whileTheComputerSleptNoRelayWasQuiet();
    void whatIsHeldUpIsToldWithItsReason();
    void whatCannotBeKeptIsNotSaidToBe();
    void whatIsSaidOfAConnectionGoesWithIt();
    void anAlertTakesTheNewName();
    void aFullDiskIsTold();

private:
    Connection add()
    {
        Connection connection;
        connection.id = ConnectionId::create();
        connection.name = u"Shop"_s;
        if (!m_context->connections().add(connection).ok()) {
            qWarning("the connection could not be added");
        }
        return connection;
    }
    void open(bool deliver)
    {
        m_context = std::move(AppContext::create({.dataFolder = m_folder->path(), .deliver = deliver})).value();
    }
    void hold(DeliveryStatus::Kind kind, const QString &reason, const QString &sentence)
    {
        DeliveryStatus status;
        status.kind = kind;
        status.reason = reason;
        status.sentence = sentence;
        Q_EMIT m_context->courier()->statusChanged(sandboxId(), status);
    }
    void watch();
    void append(const std::string &messageId, EventState state, Origin origin = Origin::Composer,
                const ConnectionId &id = sandboxId())
    {
        NewEntry entry = trackEntry(messageId, id.key());
        entry.fields.state = state;
        entry.fields.origin = origin;
        entry.fields.received = m_clock.now();
        QVERIFY(JournalCalls(m_context->journal()).append({std::move(entry)}).ok());
    }
    void pass(std::int64_t minutes) { m_clock.set(m_clock.now() + minutes * kMinute); }
    //! Nothing for so many minutes, and something in the next.
    void isToldOnlyAfter(int minutes)
    {
        lookEachMinute(minutes);
        settle();
        QVERIFY(m_told.isEmpty());
        lookEachMinute(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    }
    void lookEachMinute(int minutes)
    {
        for (int minute = 0; minute < minutes; ++minute) {
            pass(1);
            m_alerts->look();
        }
    }
    //! What was looked at before has been answered.
    void settle()
    {
        bool answered = false;
        m_context->log().counts({}, this, [&answered](const auto &) { answered = true; });
        QTRY_VERIFY_WITH_TIMEOUT(answered, kPatience);
    }
    void choose(int quietHours) { m_context->settings().setAlerts({.desktop = false, .quietHours = quietHours}); }
    AlertKey failed() const { return {AlertKind::FailedDelivery, sandboxId()}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<Alerts> m_alerts;
    SetClock m_clock{0};
    QStringList m_told;
    QStringList m_changed;
    QList<AlertKey> m_gone;
    std::atomic<qint64> m_free = 1'000'000'000'000;
    bool m_relaying = false;
};

void TestAlerts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open(false);
    m_clock.set(m_context->clock().now());
    m_told.clear();
    m_changed.clear();
    m_gone.clear();
    m_free = 1'000'000'000'000;
    m_relaying = false;
}

void TestAlerts::cleanup()
{
    m_alerts.reset();
    m_context.reset();
}

void TestAlerts::watch()
{
    m_alerts = std::make_unique<Alerts>(Alerts::Parts{
        .log = m_context->log(),
        .connections = m_context->connections(),
        .settings = m_context->settings(),
        .clock = m_clock,
        .dataFolder = m_folder->path(),
        .courier = m_context->courier(),
        .isRelaying = [this](const Connection &) { return m_relaying; },
        .freeBytes = [this](const QString &) { return m_free.load(); },
    });
    connect(m_alerts.get(), &Alerts::raised, this,
            [this](const AlertKey &, const QString &sentence) { m_told.append(sentence); });
    connect(m_alerts.get(), &Alerts::changed, this,
            [this](const AlertKey &, const QString &sentence) { m_changed.append(sentence); });
    connect(m_alerts.get(), &Alerts::gone, this, [this](const AlertKey &key) { m_gone.append(key); });
    // The count of what is there already has come when a later question is answered.
    settle();
}

void TestAlerts::failuresAreToldOnceWithTheirNumber()
{
    watch();
    append("m-1", EventState::Refused);
    append("m-2", EventState::Refused);
    append("m-3", EventState::GaveUp);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    QVERIFY2(m_told.constFirst().contains(u"Sandbox"_s) && m_told.constFirst().contains(u"3"_s),
             qPrintable(m_told.constFirst()));
    append("m-4", EventState::Refused);
    m_alerts->look();
    QCOMPARE(m_told.size(), 1);
}

void TestAlerts::whatFailedBeforeIsNoNews()
{
    append("m-1", EventState::Refused);
    watch();
    append("m-2", EventState::Accepted);
    m_alerts->look();
    QVERIFY(m_told.isEmpty());
    append("m-3", EventState::Refused);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    QVERIFY2(m_told.constFirst().contains(u"1"_s), qPrintable(m_told.constFirst()));
}

void TestAlerts::theFirstFailureOfANewConnectionIsNews()
{
    watch();
    const Connection connection = add();
    append("m-1", EventState::Refused, Origin::Composer, connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    QVERIFY2(m_told.constFirst().contains(u"“Shop”: 1 event"_s), qPrintable(m_told.constFirst()));
}

void TestAlerts::whatCouldNotBeReadAtTheStartIsNotNew()
{
    const Connection connection = add();
    append("m-1", EventState::Refused, Origin::Composer, connection.id);
    const QString path = m_context->connections().filePath();
    m_context.reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    const auto write = [&file](const QByteArray &bytes) {
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && (file.close(), true);
    };
    QVERIFY(write("{"));
    open(false);
    QVERIFY(m_context->connections().fault());
    watch();
    QVERIFY(write(whole));
    QTRY_VERIFY_WITH_TIMEOUT(m_context->connections().find(connection.id), kPatience);
    append("m-2", EventState::Accepted, Origin::Composer, connection.id);
    append("m-3", EventState::Refused);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    QVERIFY2(m_told.constFirst().contains(u"“Sandbox”"_s), qPrintable(m_told.constFirst()));
}

void TestAlerts::whatASeenFailureLeavesBehind()
{
    m_context->settings().setAlerts({.desktop = false, .quietHours = 0, .pauseMinutes = 1});
    watch();
    append("m-1", EventState::Refused);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    m_alerts->acknowledge(failed());
    m_alerts->look();
    QCOMPARE(m_told.size(), 1); // seen: nothing stands
    QVERIFY(m_gone.isEmpty());
}

void TestAlerts::whatGoesOnFailingIsToldAnewAfterThePause()
{
    watch();
    append("m-1", EventState::Refused);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    m_changed.clear();
    append("m-2", EventState::Refused);
    append("m-3", EventState::Refused);
    QTRY_VERIFY_WITH_TIMEOUT(!m_changed.isEmpty() && m_changed.constLast().contains(u"3 event"), kPatience);
    pass(29);
    m_alerts->look();
    QCOMPARE(m_told.size(), 1);
    pass(1);
    m_alerts->look();
    QCOMPARE(m_told.size(), 2);
    QVERIFY2(m_told.constLast().contains(u"3 event"), qPrintable(m_told.constLast()));
    pass(31);
    m_alerts->look();
    QCOMPARE(m_told.size(), 2); // no more of them
    QVERIFY(m_gone.isEmpty());
}

void TestAlerts::whatFailsAfterItWasSeenIsToldAfterThePause()
{
    watch();
    append("m-1", EventState::Refused);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    m_alerts->acknowledge(failed());
    m_changed.clear();
    append("m-2", EventState::Refused);
    QTRY_VERIFY_WITH_TIMEOUT(!m_changed.isEmpty(), kPatience);
    QCOMPARE(m_told.size(), 1);
    pass(30);
    m_alerts->look();
    QCOMPARE(m_told.size(), 2);
    QVERIFY2(m_told.constLast().contains(u"1 event"), qPrintable(m_told.constLast()));
}

void TestAlerts::aQuietRelayIsToldAndGoesWithAnEvent()
{
    m_relaying = true;
    watch();
    m_alerts->look();
    lookEachMinute(120);
    settle();
    QVERIFY(m_told.isEmpty()); // off by default
    choose(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    append("m-1", EventState::Received, Origin::Webhook);
    m_alerts->look();
    QTRY_COMPARE_WITH_TIMEOUT(m_gone.size(), 1, kPatience);
    QVERIFY(m_gone.constFirst() == (AlertKey{AlertKind::QuietRelay, sandboxId()}));
}

void TestAlerts::aRelayIsNotQuietBeforeItWasOnForTheWholeTime()
{
    m_relaying = true;
    choose(1);
    watch();
    m_alerts->look();
    isToldOnlyAfter(59);
    QCOMPARE(m_told.size(), 1);
    QVERIFY2(m_told.constFirst().contains(u"1 hour"_s), qPrintable(m_told.constFirst()));
}

void TestAlerts::aRelayThatWasOffBeginsAnew()
{
    m_relaying = true;
    choose(1);
    watch();
    m_alerts->look();
    lookEachMinute(40);
    m_relaying = false;
    lookEachMinute(1);
    m_relaying = true;
    isToldOnlyAfter(60);
}

void TestAlerts::whileTheComputerSleptNoRelayWasQuiet()
{
    m_relaying = true;
    choose(1);
    watch();
    m_alerts->look();
    pass(8 * 60);
    m_alerts->look();
    isToldOnlyAfter(59);
}

void TestAlerts::whatIsHeldUpIsToldWithItsReason()
{
    m_context.reset();
    open(true);
    watch();
    hold(DeliveryStatus::Kind::Paused, u"key-locked"_s, u"The keychain is locked."_s);
    QCOMPARE(m_told.size(), 1);
    QVERIFY2(m_told.constFirst().contains(u"is kept and waits. The keychain is locked."_s), qPrintable(m_told[0]));
    hold(DeliveryStatus::Kind::Paused, u"key-denied"_s, u"It was denied."_s);
    QCOMPARE(m_told.size(), 1);
    QVERIFY2(m_changed.constLast().endsWith(u"It was denied."_s), qPrintable(m_changed.constLast()));
    hold(DeliveryStatus::Kind::Working, {}, {}); // not known yet whether it goes
    QVERIFY(m_gone.isEmpty());
    hold(DeliveryStatus::Kind::Idle, {}, {});
    QCOMPARE(m_gone, (QList<AlertKey>{{AlertKind::HeldUp, sandboxId()}}));
}

void TestAlerts::whatCannotBeKeptIsNotSaidToBe()
{
    m_context.reset();
    open(true);
    watch();
    hold(DeliveryStatus::Kind::Paused, u"journal"_s, u"The disk is full."_s);
    QCOMPARE(m_told.size(), 1);
    QVERIFY2(!m_told.constFirst().contains(u"is kept"_s), qPrintable(m_told.constFirst()));
    QVERIFY2(m_told.constFirst().contains(u"may not be kept"_s), qPrintable(m_told.constFirst()));
    QVERIFY2(m_told.constFirst().endsWith(u"The disk is full."_s), qPrintable(m_told.constFirst()));
}

void TestAlerts::whatIsSaidOfAConnectionGoesWithIt()
{
    const Connection connection = add();
    watch();
    append("m-1", EventState::Refused, Origin::Composer, connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    QVERIFY(m_context->connections().remove(connection.id).ok());
    const AlertKey key{AlertKind::FailedDelivery, connection.id};
    QCOMPARE(m_gone, QList<AlertKey>{key});
    // Put back: what was told before is no news.
    QVERIFY(m_context->connections().restore(connection, 0).ok());
    pass(31);
    m_alerts->look();
    QCOMPARE(m_told.size(), 1);
    append("m-2", EventState::Refused, Origin::Composer, connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 2, kPatience);
    QVERIFY2(m_told.constLast().contains(u"1 event"), qPrintable(m_told.constLast()));
}

void TestAlerts::anAlertTakesTheNewName()
{
    Connection connection = add();
    watch();
    append("m-1", EventState::Refused, Origin::Composer, connection.id);
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    m_changed.clear();
    connection.name = u"Market"_s;
    QVERIFY(m_context->connections().update(connection).ok());
    QCOMPARE(m_changed.size(), 1);
    QVERIFY2(m_changed.constFirst().contains(u"Market"_s), qPrintable(m_changed.constFirst()));
}

void TestAlerts::aFullDiskIsTold()
{
    m_free = 1'000'000;
    watch();
    m_alerts->look();
    QTRY_COMPARE_WITH_TIMEOUT(m_told.size(), 1, kPatience);
    QVERIFY2(m_told.constFirst().contains(u"disk"_s), qPrintable(m_told.constFirst()));
    m_free = 1'000'000'000'000;
    m_alerts->look();
    QTRY_COMPARE_WITH_TIMEOUT(m_gone.size(), 1, kPatience);
}

QTEST_GUILESS_MAIN(TestAlerts)
#include "tst_alerts.moc"
