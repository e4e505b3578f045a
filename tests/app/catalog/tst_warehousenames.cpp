// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/EventCatalog.h"
#include "app/catalog/WarehouseNames.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class tst_WarehouseNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void snakeCase_data();
    void snakeCase();
    void aSnakeCaseNameStaysAsItIs();
    void theSevenTablesAreThoseOfTheReference();
    void schema_data();
    void schema();
    void column_data();
    void column();
};

//! The pairs of Segment reference 5.1, and the edges of its three steps.
void tst_WarehouseNames::snakeCase_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("snake");
    const std::pair<QString, QString> pairs[] = {
        {u"samPLE text"_s, u"sam_ple_text"_s},
        {u"SAMPLE 2 TEXT"_s, u"sample_2_text"_s},
        {u"sample___text"_s, u"sample_text"_s},
        {u"CStringRef"_s, u"cstring_ref"_s},
        {u"5TEst"_s, u"5test"_s},
        {u"_5TEst"_s, u"5test"_s},
        {u"THE5r"_s, u"the5r"_s},
        {u"edf_6N"_s, u"edf_6n"_s},
        {u"f_pX9"_s, u"f_p_x9"_s},
        {u"p_z9Rg"_s, u"p_z9_rg"_s},
        {u"2FA Enabled"_s, u"2fa_enabled"_s},
        {u"FOO:BAR$BAZ"_s, u"foo_bar_baz"_s},
        {u"lk0B@bFmjrLQ_Z6YL"_s, u"lk0_b_b_fmjr_lq_z6yl"_s},
        {u"SMS Sent"_s, u"sms_sent"_s},
        {u"HWID"_s, u"hwid"_s},
        {u"userID"_s, u"user_id"_s},
        {u"iOS Push"_s, u"i_os_push"_s},
        {u"In-App Message Clicked"_s, u"in_app_message_clicked"_s},
        {u"already_snake_2"_s, u"already_snake_2"_s},
        {u"trailing_"_s, u"trailing"_s},
        {u"_leading"_s, u"leading"_s},
        {u"  blanks  "_s, u"blanks"_s},
        {u"\u00e9t\u00e9 Sent"_s, u"t_sent"_s},
        {u"\u9001\u4fe1"_s, QString()},
        {u"---"_s, QString()},
        {u"_"_s, QString()},
        {QString(), QString()},
    };
    for (const auto &[text, snake] : pairs) {
        QTest::newRow(qPrintable(text.isEmpty() ? u"(empty)"_s : text)) << text << snake;
    }
}

void tst_WarehouseNames::snakeCase()
{
    QFETCH(QString, text);
    QTEST(WarehouseNames::snakeCase(text), "snake");
}

void tst_WarehouseNames::aSnakeCaseNameStaysAsItIs()
{
    for (const QString &text : {u"samPLE text"_s, u"CStringRef"_s, u"lk0B@bFmjrLQ_Z6YL"_s, u"2FA Enabled"_s}) {
        const QString once = WarehouseNames::snakeCase(text);
        QCOMPARE(WarehouseNames::snakeCase(once), once);
    }
}

void tst_WarehouseNames::theSevenTablesAreThoseOfTheReference()
{
    QStringList tables;
    for (const CatalogEvent &event : EventCatalog::events()) {
        tables.append(WarehouseNames::table(event.name));
    }
    QCOMPARE(tables.join(u","_s),
             u"email_sent,email_delivered,email_bounced,push_sent,push_delivered,sms_sent,sms_delivered"_s);
}

void tst_WarehouseNames::schema_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("environment") << u"Pushwoosh_Prod"_s << u"pushwoosh_prod"_s;
    QTest::newRow("dot dropped") << u"Customer.io"_s << u"customerio"_s;
    QTest::newRow("leading digit") << u"3doctors"_s << u"_3doctors"_s;
    QTest::newRow("digit leads once the rest is dropped") << u"(3)doctors"_s << u"_3doctors"_s;
    QTest::newRow("other scripts dropped") << u"Push\u00e4woosh"_s << u"pushwoosh"_s;
    QTest::newRow("letter that folds into ASCII dropped") << u"\u212aelvin"_s << u"elvin"_s;
    QTest::newRow("nothing left") << u"\u9001\u4fe1"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void tst_WarehouseNames::schema()
{
    QFETCH(QString, name);
    QTEST(WarehouseNames::schema(name), "expected");
}

void tst_WarehouseNames::column_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    QTest::newRow("property") << u"message_type"_s << u"message_type"_s;
    QTest::newRow("camel case") << u"campaignCode"_s << u"campaign_code"_s;
    QTest::newRow("nested") << u"user.ID"_s << u"user_id"_s;
    QTest::newRow("context") << u"context.device.advertisingId"_s << u"context_device_advertising_id"_s;
    QTest::newRow("context of ours") << u"context.segue.test"_s << u"context_segue_test"_s;
    QTest::newRow("empty part") << u"a..b"_s << u"a_b"_s;
    QTest::newRow("empty") << QString() << QString();
}

void tst_WarehouseNames::column()
{
    QFETCH(QString, path);
    QTEST(WarehouseNames::column(path), "expected");
}

QTEST_GUILESS_MAIN(tst_WarehouseNames)
#include "tst_warehousenames.moc"
