// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/EntryWriter.h"

#include "app/core/Redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kKey = "wK0123456789abcdefABCDEF";
constexpr auto kUser = "jane.doe@example.com";

//! An event that holds a secret in every place that Segue knows of, and a person in most.
StoredEntry fullOfSecrets()
{
    const std::string user = kUser;
    StoredEntry stored;
    EntryFields &fields = stored.entry.fields;
    stored.entry.id = {7};
    stored.entry.attempts = 1;
    fields.connection = "5e60e5a4-db0c-4000-8000-000000000001";
    fields.event = "Email Sent to " + user;
    fields.idKind = IdKind::UserId;
    fields.identity = user;
    fields.messageId = "m-1";
    fields.campaign = kKey;
    fields.error = "rejected: " + user + " and sgp_abcdefgh12345 are not known";
    stored.payload = R"({"userId":")" + user + R"(","writeKey":"secret-in-payload","properties":{"k":")" + kKey +
                     R"(","auth":"secret-auth","owner":")" + user + R"("}})";
    stored.secondPart = R"({"user_id":")" + user + R"(","auth":"secret-auth","k":")" + kKey + R"("})";
    Attempt attempt;
    attempt.status = 400;
    attempt.requestHead = "POST /v1/track HTTP/1.1\r\nHost: a.example\r\nAuthorization: Basic c2VjcmV0\r\n"
                          "Cookie: secret-cookie\r\nX-Signature: secret-signature\r\n";
    attempt.responseHead = "HTTP/1.1 400 Bad\r\nSet-Cookie: secret-set\r\nX-Who: " + user + "\r\n";
    attempt.responseBody = R"({"message":"/segment/secret-token-0123456789 )" + user + R"("})";
    attempt.error = "Refused: " + user;
    stored.attempts = {attempt};
    return stored;
}

QByteArray written(ExportFormat format, bool hide)
{
    Redactor redactor;
    redactor.learn(Secret::fromBytes(kKey));
    EntryWriter writer({format, hide, {{u"5e60e5a4-db0c-4000-8000-000000000001"_s, u"Acme"_s}}}, redactor);
    QByteArray out = writer.begin();
    out += writer.entry(fullOfSecrets());
    out += writer.entry(fullOfSecrets());
    out += writer.end();
    return out;
}

} // namespace

Q_DECLARE_METATYPE(segue::ExportFormat)

class TestEntryWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSecretLeaves_data();
    void noSecretLeaves();
    void identitiesLeaveOnlyWhenTheyMay_data() { noSecretLeaves_data(); }
    void identitiesLeaveOnlyWhenTheyMay();
    void whatIsRedactedIsStillWhatItWas();
    void eachFormatReadsWhatItHolds();
};

void TestEntryWriter::noSecretLeaves_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("NDJSON") << ExportFormat::Ndjson;
    QTest::newRow("CSV") << ExportFormat::Csv;
    QTest::newRow("HAR") << ExportFormat::Har;
}

void TestEntryWriter::noSecretLeaves()
{
    QFETCH(ExportFormat, format);
    for (const bool hide : {false, true}) {
        const QByteArray out = written(format, hide);
        for (const char *secret : {kKey, "secret-", "c2VjcmV0", "sgp_abc"}) {
            QVERIFY2(!out.contains(secret), out.constData());
        }
    }
}

void TestEntryWriter::identitiesLeaveOnlyWhenTheyMay()
{
    QFETCH(ExportFormat, format);
    QVERIFY(written(format, false).contains(kUser));
    const QByteArray hidden = written(format, true);
    QVERIFY2(!hidden.contains("jane"), hidden.constData());
    QVERIFY2(!hidden.contains("doe@"), hidden.constData());
    QVERIFY2(hidden.contains("j••••••"), hidden.constData());
}

void TestEntryWriter::whatIsRedactedIsStillWhatItWas()
{
    for (const bool hide : {false, true}) {
        const QList<QByteArray> lines = written(ExportFormat::Ndjson, hide).split('\n');
        QCOMPARE(lines.size(), 3);
        for (const QByteArray &line : {lines[0], lines[1]}) {
            const QJsonDocument document = QJsonDocument::fromJson(line);
            QVERIFY2(document.isObject(), line.constData());
            QVERIFY2(document[u"payload"].isObject(), line.constData());
            QVERIFY2(document[u"sharedByBatch"].isObject(), line.constData());
        }
        const QJsonDocument archive = QJsonDocument::fromJson(written(ExportFormat::Har, hide));
        QCOMPARE(archive[u"log"][u"entries"].toArray().size(), 2);
        QCOMPARE(archive[u"log"][u"entries"][0][u"_segue"][u"connectionName"].toString(), u"Acme"_s);
        QCOMPARE(written(ExportFormat::Csv, hide).count("\r\n"), 3);
    }
}

void TestEntryWriter::eachFormatReadsWhatItHolds()
{
    const Redactor redactor;
    QVERIFY(EntryWriter({ExportFormat::Har, false, {}}, redactor).parts() == BulkReader::Parts::PayloadsAndAttempts);
    QVERIFY(EntryWriter({ExportFormat::Ndjson, false, {}}, redactor).parts() ==
            BulkReader::Parts::PayloadsAndSecondParts);
    QVERIFY(EntryWriter({ExportFormat::Csv, false, {}}, redactor).parts() == BulkReader::Parts::Payloads);
}

QTEST_GUILESS_MAIN(TestEntryWriter)
#include "tst_entrywriter.moc"
