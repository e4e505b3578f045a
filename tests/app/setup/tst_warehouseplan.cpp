// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/AppContext.h"
#include "app/setup/TrackedIds.h"
#include "app/setup/WarehousePlan.h"
#include "tests/app/journal/JournalSupport.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

//! What a connection's events become in the warehouse, and what its anonymous ids cost.
class TestWarehousePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventHasATableAndAQuery();
    void namesThatBeginWithADigitAreQuoted();
    void anEventWithoutATableIsLeftOut();
    void differentAnonymousIdsOfTheLastDaysAreCounted();
    void manyAreReadInPieces();
    void anEmptyJournalHasNone();

private:
    std::unique_ptr<AppContext> context(const QTemporaryDir &folder)
    {
        return std::move(AppContext::create({.dataFolder = folder.path(), .deliver = false})).value();
    }
};

void TestWarehousePlan::everyEventHasATableAndAQuery()
{
    const WarehousePlan plan = WarehousePlan::of(u"Pushwoosh_Prod"_s, Selection::all());
    QStringList places;
    for (const WarehousePlan::Table &table : plan.tables) {
        places.append(table.place);
        QVERIFY(table.query.contains(u"FROM "_s + table.place));
        QVERIFY(table.query.contains(u"message_type, campaign_code, device_type"_s));
        QVERIFY(table.bigQuery.contains(u"`"_s + table.place + u"_view`"_s));
    }
    QCOMPARE(places, (QStringList{u"pushwoosh_prod.email_sent"_s, u"pushwoosh_prod.email_delivered"_s,
                                  u"pushwoosh_prod.email_bounced"_s, u"pushwoosh_prod.push_sent"_s,
                                  u"pushwoosh_prod.push_delivered"_s, u"pushwoosh_prod.sms_sent"_s,
                                  u"pushwoosh_prod.sms_delivered"_s}));
}

void TestWarehousePlan::namesThatBeginWithADigitAreQuoted()
{
    const WarehousePlan plan = WarehousePlan::of(u"Shop"_s, Selection::list({u"2FA Sent"_s}));
    QCOMPARE(plan.tables.size(), 1);
    QVERIFY(plan.tables.first().query.contains(u"FROM "_s + plan.tables.first().place));
    QVERIFY(plan.tables.first().place.contains(u'"'));
}

void TestWarehousePlan::anEventWithoutATableIsLeftOut()
{
    QVERIFY(WarehousePlan::of(u"Shop"_s, Selection::list({u"…"_s})).tables.isEmpty());
}

void TestWarehousePlan::differentAnonymousIdsOfTheLastDaysAreCounted()
{
    const QTemporaryDir folder;
    const auto running = context(folder);
    const ConnectionId own = ConnectionId::create();
    const std::int64_t now = running->clock().now();
    const std::int64_t day = std::int64_t{24} * 60 * 60 * 1'000;
    std::vector<NewEntry> entries;
    const auto add = [&](const ConnectionId &connection, IdKind kind, const char *identity, std::int64_t received) {
        NewEntry entry = trackEntry("m-" + std::to_string(entries.size()), connection.key());
        entry.fields.idKind = kind;
        entry.fields.identity = identity;
        entry.fields.received = received;
        entries.push_back(entry);
    };
    add(own, IdKind::AnonymousId, "too-old", now - 31 * day);
    add(own, IdKind::AnonymousId, "device-1", now - 29 * day);
    add(own, IdKind::AnonymousId, "device-1", now - day);
    add(own, IdKind::AnonymousId, "device-2", now);
    add(own, IdKind::UserId, "user", now);
    add(ConnectionId::create(), IdKind::AnonymousId, "of-another", now);
    QVERIFY(JournalCalls(running->journal()).append(entries).ok());
    TrackedIds ids(running->log(), running->clock());
    QSignalSpy changed(&ids, &TrackedIds::changed);
    ids.count(own);
    QVERIFY(!ids.isKnown());
    QVERIFY(ids.sentence().isEmpty());
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(ids.isKnown());
    QCOMPARE(ids.anonymousIds(), 2);
    QVERIFY(!ids.isCut());
    QVERIFY2(ids.sentence().contains(u"estimate"_s), "it is what Segue has seen");
}

void TestWarehousePlan::manyAreReadInPieces()
{
    const QTemporaryDir folder;
    const auto running = context(folder);
    const ConnectionId own = ConnectionId::create();
    const std::int64_t now = running->clock().now();
    std::vector<NewEntry> entries;
    const int count = static_cast<int>(TrackedIds::kPiece) + 500;
    for (int i = 0; i < count; ++i) {
        NewEntry entry = trackEntry("m-" + std::to_string(i), own.key());
        entry.fields.idKind = IdKind::AnonymousId;
        entry.fields.identity = "device-" + std::to_string(i % 300);
        entry.fields.received = now;
        entries.push_back(entry);
    }
    QVERIFY(JournalCalls(running->journal()).append(entries).ok());
    TrackedIds ids(running->log(), running->clock());
    ids.count(own);
    QTRY_VERIFY(ids.isKnown());
    QCOMPARE(ids.anonymousIds(), 300);
}

void TestWarehousePlan::anEmptyJournalHasNone()
{
    const QTemporaryDir folder;
    const auto running = context(folder);
    TrackedIds ids(running->log(), running->clock());
    ids.count(ConnectionId::create());
    QTRY_VERIFY(ids.isKnown());
    QCOMPARE(ids.anonymousIds(), 0);
}

QTEST_GUILESS_MAIN(TestWarehousePlan)
#include "tst_warehouseplan.moc"
