// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/EventCatalog.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class tst_EventCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSevenStandInTheOrderOfTheirChannels();
    void eachEventCarriesWhatThePageSays();
    void onlyTheExactNameIsFound();
    void nearestName_data();
    void nearestName();
    void aVeryLongNameIsNearToNothing();
    void theValuesOfThePropertiesAreThoseOfThePage();
    void samplesCarryADeviceTypeOfTheirChannel();
};

void tst_EventCatalog::theSevenStandInTheOrderOfTheirChannels()
{
    QStringList names;
    for (const CatalogEvent &event : EventCatalog::events()) {
        names.append(event.name);
    }
    QCOMPARE(names.join(u","_s),
             u"Email Sent,Email Delivered,Email Bounced,Push Sent,Push Delivered,SMS Sent,SMS Delivered"_s);
}

void tst_EventCatalog::eachEventCarriesWhatThePageSays()
{
    for (const CatalogEvent &event : EventCatalog::events()) {
        QVERIFY(!event.description.isEmpty());
        QVERIFY(EventCatalog::messageTypes().contains(event.messageType));
        QCOMPARE(event.messageType, event.name.section(u' ', 0, 0));
        QCOMPARE(EventCatalog::channelName(event.channel), event.messageType);
    }
    QCOMPARE(EventCatalog::find(u"Email Bounced"_s)->description, u"Email returned to sender due to permanent error"_s);
}

void tst_EventCatalog::onlyTheExactNameIsFound()
{
    QVERIFY(EventCatalog::find(u"Push Sent"_s));
    for (const QString &name :
         {u"push sent"_s, u"Push Sent "_s, u"Push  Sent"_s, u"Push"_s, u"Email Opened"_s, QString()}) {
        QVERIFY2(!EventCatalog::find(name), qPrintable(name));
    }
}

void tst_EventCatalog::nearestName_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("itself") << u"SMS Sent"_s << u"SMS Sent"_s;
    QTest::newRow("case") << u"PUSH SENT"_s << u"Push Sent"_s;
    QTest::newRow("no blank") << u"PushSent"_s << u"Push Sent"_s;
    QTest::newRow("table name") << u"email_bounced"_s << u"Email Bounced"_s;
    QTest::newRow("hyphen") << u"sms-delivered"_s << u"SMS Delivered"_s;
    QTest::newRow("one letter") << u"Push Send"_s << u"Push Sent"_s;
    QTest::newRow("two letters") << u"Pash Sended"_s << QString();
    QTest::newRow("letter missing") << u"Email Deliverd"_s << u"Email Delivered"_s;
    QTest::newRow("letters swapped") << u"Psuh Delivered"_s << u"Push Delivered"_s;
    QTest::newRow("another event") << u"Email Opened"_s << QString();
    QTest::newRow("another word") << u"Order Completed"_s << QString();
    QTest::newRow("half a name") << u"Push"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void tst_EventCatalog::nearestName()
{
    QFETCH(QString, given);
    QTEST(EventCatalog::nearestName(given), "nearest");
}

void tst_EventCatalog::aVeryLongNameIsNearToNothing()
{
    QCOMPARE(EventCatalog::nearestName(QString(1'000'000, u'P')), QString());
}

void tst_EventCatalog::theValuesOfThePropertiesAreThoseOfThePage()
{
    QCOMPARE(EventCatalog::propertyNames(), QStringList({u"message_type"_s, u"campaign_code"_s, u"device_type"_s}));
    QCOMPARE(EventCatalog::messageTypes(), QStringList({u"Push"_s, u"Email"_s, u"In-App"_s, u"SMS"_s}));
    int last = 0;
    for (const DeviceType &type : EventCatalog::deviceTypes()) {
        QVERIFY(type.code > last);
        QVERIFY(!type.name.isEmpty());
        last = type.code;
    }
}

void tst_EventCatalog::samplesCarryADeviceTypeOfTheirChannel()
{
    QCOMPARE(EventCatalog::sampleDeviceType(Channel::Push), u"iOS"_s);
    QCOMPARE(EventCatalog::sampleDeviceType(Channel::Email), u"Email"_s);
    QCOMPARE(EventCatalog::sampleDeviceType(Channel::Sms), u"SMS"_s);
    QStringList names;
    for (const DeviceType &type : EventCatalog::deviceTypes()) {
        names.append(type.name);
    }
    for (const Channel channel : {Channel::Push, Channel::Email, Channel::Sms}) {
        QVERIFY(names.contains(EventCatalog::sampleDeviceType(channel)));
    }
}

QTEST_GUILESS_MAIN(tst_EventCatalog)
#include "tst_eventcatalog.moc"
