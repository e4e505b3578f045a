// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/alerts/DesktopNotifier.h"
#include "app/connections/Connection.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusContext>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;
constexpr int kSoon = 30'000;
constexpr qint64 kNoWait = 2'000; // ms; a wait would last as long as the service's time-out

} // namespace

//! The desktop's service: keeps what it is told. Every text, since Qt Test's meta objects know no QVariantMap by value.
class Notifications : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Told
    {
        QString application;
        uint replaces = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    explicit Notifications()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"notifications-stand-in"_s))
    {
        m_isThere = m_bus.registerObject(kPath, this, QDBusConnection::ExportAllSlots) &&
                    m_bus.interface()->registerService(kService).isValid();
    }
    ~Notifications() override
    {
        m_bus.interface()->unregisterService(kService);
        m_bus.unregisterObject(kPath);
        QDBusConnection::disconnectFromBus(u"notifications-stand-in"_s);
    }
    Q_DISABLE_COPY_MOVE(Notifications)

    bool isThere() const { return m_isThere; }

    bool answers = true;
    QList<Told> told;
    QList<uint> closed;

public Q_SLOTS:
    uint Notify(const QString &application, uint replaces, const QString &icon, const QString &summary,
                const QString &body, const QStringList &actions, const QVariantMap &hints, int lasts)
    {
        Q_UNUSED(icon)
        Q_UNUSED(lasts)
        told.append({application, replaces, summary, body, actions, hints});
        setDelayedReply(!answers);
        return replaces != 0 ? replaces : ++m_last;
    }
    void CloseNotification(uint number) { closed.append(number); }

private:
    QDBusConnection m_bus;
    bool m_isThere = false;
    uint m_last = 40;
};

//! What the desktop is told, on a bus of its own.
class TestDesktopNotifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAlertIsTold();
    void nothingIsReadAsMarkup();
    void aTextHasABound();
    void theNextOfItsKindTakesItsPlace();
    void quickOnesDoNotPileUp();
    void oneThatHasGoneIsClosed();
    void oneThatGoesBeforeItStandsIsClosed();
    void withoutAServiceNothingHappens();
    void aServiceThatHangsKeepsNobodyWaiting();

private:
    const AlertKey m_failed{AlertKind::FailedDelivery, ConnectionId::create()};
    const AlertKey m_held{AlertKind::HeldUp, m_failed.connection};
};

void TestDesktopNotifier::anAlertIsTold()
{
    Notifications service;
    QVERIFY(service.isThere());
    DesktopNotifier notifier;
    notifier.show(m_failed, u"3 events could not be delivered."_s);
    QTRY_COMPARE_WITH_TIMEOUT(service.told.size(), 1, kSoon);
    const Notifications::Told &told = service.told.constFirst();
    QCOMPARE(told.application, u"Segue"_s);
    QCOMPARE(told.replaces, 0U);
    QCOMPARE(told.summary, u"Segue"_s);
    QCOMPARE(told.body, u"3 events could not be delivered."_s);
    QVERIFY(told.actions.isEmpty());
    QCOMPARE(told.hints.value(u"desktop-entry"_s).toString(), u"segue"_s);
}

void TestDesktopNotifier::nothingIsReadAsMarkup()
{
    Notifications service;
    DesktopNotifier notifier;
    notifier.show(m_failed, u"“<b>a</b> & <img src=\"http://x/\">”: held up"_s);
    QTRY_COMPARE_WITH_TIMEOUT(service.told.size(), 1, kSoon);
    QCOMPARE(service.told.constFirst().body,
             u"“&lt;b&gt;a&lt;/b&gt; &amp; &lt;img src=&quot;http://x/&quot;&gt;”: held up"_s);
}

void TestDesktopNotifier::aTextHasABound()
{
    Notifications service;
    DesktopNotifier notifier;
    notifier.show(m_failed, QString(100'000, u'<') + u"\u202Eend\u0007"_s);
    QTRY_COMPARE_WITH_TIMEOUT(service.told.size(), 1, kSoon);
    const QString body = service.told.constFirst().body;
    QVERIFY2(body.size() < 5'000, QByteArray::number(body.size()).constData());
    QVERIFY(body.startsWith(u"&lt;&lt;"));
    QVERIFY2(body.endsWith(u"&lt;…"), "no entity is cut in two");
    notifier.show(m_held, u"a\u202Eb\u0007c\nd"_s);
    QTRY_COMPARE_WITH_TIMEOUT(service.told.size(), 2, kSoon);
    for (const QChar odd : {QChar(0x202E), QChar(0x0007)}) {
        QVERIFY(!service.told.constLast().body.contains(odd));
    }
}

void TestDesktopNotifier::theNextOfItsKindTakesItsPlace()
{
    Notifications service;
    DesktopNotifier notifier;
    QSignalSpy stands(&notifier, &DesktopNotifier::shown);
    notifier.show(m_failed, u"1 event"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stands.count(), 1, kSoon);
    notifier.show(m_failed, u"2 events"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stands.count(), 2, kSoon);
    notifier.show(m_held, u"held up"_s);
    QTRY_COMPARE_WITH_TIMEOUT(service.told.size(), 3, kSoon);
    QCOMPARE(service.told[0].replaces, 0U);
    QCOMPARE(service.told[1].replaces, 41U);
    QCOMPARE(service.told[2].replaces, 0U); // another alert stands beside it
}

// However many come before the service has answered the first.
void TestDesktopNotifier::quickOnesDoNotPileUp()
{
    Notifications service;
    DesktopNotifier notifier;
    for (int i = 1; i <= 1'000; ++i) {
        notifier.show(m_failed, u"%1 events"_s.arg(i));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!service.told.isEmpty() && service.told.constLast().body == u"1000 events", kSoon);
    QVERIFY2(service.told.size() <= 2, QByteArray::number(service.told.size()).constData());
    QCOMPARE(service.told.constLast().replaces, 41U);
}

void TestDesktopNotifier::oneThatHasGoneIsClosed()
{
    Notifications service;
    DesktopNotifier notifier;
    QSignalSpy stands(&notifier, &DesktopNotifier::shown);
    notifier.close(m_failed); // none stands
    notifier.show(m_failed, u"1 event"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stands.count(), 1, kSoon);
    notifier.close(m_failed);
    QTRY_COMPARE_WITH_TIMEOUT(service.closed, QList<uint>{41}, kSoon);
    notifier.show(m_failed, u"1 event"_s);
    QTRY_COMPARE_WITH_TIMEOUT(service.told.size(), 2, kSoon);
    QCOMPARE(service.told.constLast().replaces, 0U);
}

void TestDesktopNotifier::oneThatGoesBeforeItStandsIsClosed()
{
    Notifications service;
    DesktopNotifier notifier;
    notifier.show(m_failed, u"1 event"_s);
    notifier.close(m_failed);
    QTRY_COMPARE_WITH_TIMEOUT(service.closed, QList<uint>{41}, kSoon);
}

void TestDesktopNotifier::withoutAServiceNothingHappens()
{
    QVERIFY(!QDBusConnection::sessionBus().interface()->isServiceRegistered(kService));
    DesktopNotifier notifier;
    QSignalSpy failed(&notifier, &DesktopNotifier::failed);
    QElapsedTimer time;
    time.start();
    notifier.show(m_failed, u"1 event"_s);
    notifier.close(m_failed);
    QVERIFY(time.elapsed() < kNoWait);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kSoon);
    // When it comes later, it is told what comes then.
    Notifications service;
    notifier.show(m_failed, u"2 events"_s);
    QTRY_COMPARE_WITH_TIMEOUT(service.told.size(), 1, kSoon);
    QCOMPARE(service.told.constFirst().replaces, 0U);
}

void TestDesktopNotifier::aServiceThatHangsKeepsNobodyWaiting()
{
    Notifications service;
    service.answers = false;
    QElapsedTimer time;
    time.start();
    {
        DesktopNotifier notifier;
        notifier.show(m_failed, u"1 event"_s);
        QTRY_COMPARE_WITH_TIMEOUT(service.told.size(), 1, kSoon);
        time.restart();
        notifier.show(m_failed, u"2 events"_s);
        notifier.close(m_failed);
    }
    QVERIFY(time.elapsed() < kNoWait);
}

QTEST_GUILESS_MAIN(TestDesktopNotifier)
#include "tst_desktopnotifier.moc"
