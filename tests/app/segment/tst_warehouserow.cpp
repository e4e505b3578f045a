// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/WarehouseRow.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;
using Reason = WarehouseOmission::Reason;

class TestWarehouseRow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTrackCallBecomesARowOfItsEvent();
    void nestedObjectsAreFlattenedInSnakeCase();
    void numbersKeepEveryDigit();
    void typesAreThoseOfTheFirstValue();
    void longTextIsCutAt512();
    void aPropertyWithAReservedNameIsLeftOut();
    void nullMakesNoColumn();
    void theLastOfSeveralWithOneNameCounts();
    void twoPathsOfOneColumnAreSaid();
    void otherCallsHaveTablesOfTheirOwn();
    void whatHasNoTableIsNoRow();
    void theQueryIsQuoted_data();
    void theQueryIsQuoted();
    void bigQueryAsksTheView();
};

namespace {

WarehouseRow rowOf(const QByteArray &payload)
{
    return WarehouseRow::of(payload, u"Pushwoosh_Prod"_s).value_or(WarehouseRow{});
}

QString valueOf(const WarehouseRow &row, const QString &column)
{
    for (const WarehouseColumn &each : row.columns) {
        if (each.name == column) {
            return each.type + u' ' + each.value;
        }
    }
    return u"none"_s;
}

QByteArray track(const QByteArray &properties)
{
    return R"({"event":"Email Sent","messageId":"m1","userId":"4711","properties":)" + properties + '}';
}

bool omits(const WarehouseRow &row, Reason reason, const QString &path)
{
    return std::any_of(row.omissions.cbegin(), row.omissions.cend(),
                       [&](const WarehouseOmission &each) { return each.reason == reason && each.path == path; });
}

} // namespace

void TestWarehouseRow::aTrackCallBecomesARowOfItsEvent()
{
    const WarehouseRow row = rowOf(R"({"type":"track","event":"Email Sent","userId":"4711","messageId":"m1",
        "timestamp":"2026-01-02T03:04:05.678Z","properties":{"message_type":"Email"},"context":{"channel":"server"}})");
    QCOMPARE(row.place(), u"pushwoosh_prod.email_sent"_s);
    QCOMPARE(valueOf(row, u"id"_s), u"varchar m1"_s);
    QCOMPARE(valueOf(row, u"user_id"_s), u"varchar 4711"_s);
    QCOMPARE(valueOf(row, u"anonymous_id"_s), u"none"_s);
    QCOMPARE(valueOf(row, u"event"_s), u"varchar email_sent"_s);
    QCOMPARE(valueOf(row, u"event_text"_s), u"varchar Email Sent"_s);
    QCOMPARE(valueOf(row, u"original_timestamp"_s), u"timestamp 2026-01-02T03:04:05.678Z"_s);
    QCOMPARE(valueOf(row, u"message_type"_s), u"varchar Email"_s);
    QCOMPARE(valueOf(row, u"context_channel"_s), u"varchar server"_s);
    QVERIFY(row.omissions.isEmpty());
}

void TestWarehouseRow::nestedObjectsAreFlattenedInSnakeCase()
{
    const WarehouseRow row = rowOf(track(R"({"someThing":{"SubPart":{"x y":1}},"list":[ 1, {"a":2}],"e":{}})"));
    QCOMPARE(valueOf(row, u"some_thing_sub_part_x_y"_s), u"integer 1"_s);
    QCOMPARE(valueOf(row, u"list"_s), u"varchar [ 1, {\"a\":2}]"_s);
    QCOMPARE(valueOf(row, u"e"_s), u"none"_s);
}

void TestWarehouseRow::numbersKeepEveryDigit()
{
    const WarehouseRow row = rowOf(track(R"({"big":9007199254740993,"price":1.10})"));
    QCOMPARE(valueOf(row, u"big"_s), u"integer 9007199254740993"_s);
    QCOMPARE(valueOf(row, u"price"_s), u"float 1.10"_s);
}

void TestWarehouseRow::typesAreThoseOfTheFirstValue()
{
    const WarehouseRow row =
        rowOf(track(R"({"i":-3,"f":1e3,"b":true,"s":"1","t":"2026-01-02T03:04:05+01:00","d":"2026-01-02"})"));
    QCOMPARE(valueOf(row, u"i"_s), u"integer -3"_s);
    QCOMPARE(valueOf(row, u"f"_s), u"float 1e3"_s);
    QCOMPARE(valueOf(row, u"b"_s), u"boolean true"_s);
    QCOMPARE(valueOf(row, u"s"_s), u"varchar 1"_s);
    QCOMPARE(valueOf(row, u"t"_s), u"timestamp 2026-01-02T03:04:05+01:00"_s);
    QCOMPARE(valueOf(row, u"d"_s), u"varchar 2026-01-02"_s);
}

void TestWarehouseRow::longTextIsCutAt512()
{
    const WarehouseRow row =
        rowOf(track("{\"a\":\"" + QByteArray(512, 'x') + "\",\"b\":\"" + QByteArray(513, 'x') + "\"}"));
    for (const WarehouseColumn &column : row.columns) {
        QCOMPARE(column.cut, column.name == u"b");
        QVERIFY(column.value.size() <= WarehouseRow::kWidth);
    }
}

void TestWarehouseRow::aPropertyWithAReservedNameIsLeftOut()
{
    const WarehouseRow row = rowOf(track(R"({"id":"x","Event":"y","context":{"a":1},"fine":1})"));
    QVERIFY(omits(row, Reason::Reserved, u"properties.id"_s));
    QVERIFY(omits(row, Reason::Reserved, u"properties.Event"_s));
    QVERIFY(omits(row, Reason::Reserved, u"properties.context.a"_s));
    QCOMPARE(row.omissions.size(), 3);
    QCOMPARE(valueOf(row, u"id"_s), u"varchar m1"_s);
}

void TestWarehouseRow::nullMakesNoColumn()
{
    const WarehouseRow row = rowOf(track(R"({"a":null,"é":1})"));
    QVERIFY(omits(row, Reason::Null, u"properties.a"_s));
    QVERIFY(omits(row, Reason::NoName, u"properties.é"_s));
}

void TestWarehouseRow::theLastOfSeveralWithOneNameCounts()
{
    const WarehouseRow row = rowOf(track(R"({"a":1,"a":2})"));
    QCOMPARE(valueOf(row, u"a"_s), u"integer 2"_s);
    QVERIFY(row.omissions.isEmpty());
}

void TestWarehouseRow::twoPathsOfOneColumnAreSaid()
{
    const WarehouseRow row = rowOf(track(R"({"a_b":1,"a":{"b":2}})"));
    QCOMPARE(valueOf(row, u"a_b"_s), u"integer 1"_s);
    QVERIFY(omits(row, Reason::SameColumn, u"properties.a.b"_s));
}

void TestWarehouseRow::otherCallsHaveTablesOfTheirOwn()
{
    const WarehouseRow row = rowOf(R"({"type":"identify","userId":"1","traits":{"firstName":"A"}})");
    QCOMPARE(row.table, u"identifies"_s);
    QCOMPARE(valueOf(row, u"first_name"_s), u"varchar A"_s);
    QCOMPARE(valueOf(row, u"event"_s), u"none"_s);
    QCOMPARE(rowOf(R"({"type":"page","name":"Home"})").table, u"pages"_s);
}

void TestWarehouseRow::whatHasNoTableIsNoRow()
{
    QVERIFY(!WarehouseRow::of("[]", {}));
    QVERIFY(!WarehouseRow::of("{", {}));
    QVERIFY(!WarehouseRow::of(R"({"event":"é"})", {}));
    QVERIFY(!WarehouseRow::of("{}", {}));
}

void TestWarehouseRow::theQueryIsQuoted_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("query");
    QTest::newRow("plain") << QByteArray("Email Sent") << QByteArray("m-1")
                           << u"SELECT * FROM pushwoosh_prod.email_sent WHERE id = 'm-1'"_s;
    QTest::newRow("a quote") << QByteArray("Email Sent") << QByteArray("x' OR '1'='1")
                             << u"SELECT * FROM pushwoosh_prod.email_sent WHERE id = 'x'' OR ''1''=''1'"_s;
    QTest::newRow("places of arg()") << QByteArray("Email Sent") << QByteArray("%1%2")
                                     << u"SELECT * FROM pushwoosh_prod.email_sent WHERE id = '%1%2'"_s;
    QTest::newRow("a digit in front") << QByteArray("2FA Enabled") << QByteArray("m")
                                      << u"SELECT * FROM pushwoosh_prod.\"2fa_enabled\" WHERE id = 'm'"_s;
    QTest::newRow("hostile name") << QByteArray("x; DROP TABLE y--") << QByteArray("m")
                                  << u"SELECT * FROM pushwoosh_prod.x_drop_table_y WHERE id = 'm'"_s;
    QTest::newRow("a backslash") << QByteArray("Email Sent") << QByteArray(R"(a\\)") << QString();
    QTest::newRow("a line feed") << QByteArray("Email Sent") << QByteArray(R"(a\n)") << QString();
    QTest::newRow("no id") << QByteArray("Email Sent") << QByteArray() << QString();
}

void TestWarehouseRow::theQueryIsQuoted()
{
    QFETCH(const QByteArray, event);
    QFETCH(const QByteArray, id);
    QFETCH(const QString, query);
    const WarehouseRow row = rowOf("{\"event\":\"" + event + "\",\"messageId\":\"" + id + "\"}");
    QCOMPARE(row.query(WarehouseRow::Dialect::Common).value_or(QString()), query);
}

void TestWarehouseRow::bigQueryAsksTheView()
{
    const WarehouseRow row = rowOf(R"({"event":"Email Sent","messageId":"it's"})");
    QCOMPARE(row.query(WarehouseRow::Dialect::BigQuery).value_or(QString()),
             u"SELECT * FROM `pushwoosh_prod.email_sent_view` WHERE id = 'it\\'s'"_s);
}

QTEST_APPLESS_MAIN(TestWarehouseRow)
#include "tst_warehouserow.moc"
