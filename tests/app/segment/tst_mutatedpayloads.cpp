// SPDX-License-Identifier: GPL-3.0-or-later
// Payloads from outside are arbitrary bytes. Broken ones must be told from good ones, and nothing may crash. With
// SEGUE_TEST_SEED in the environment a run is repeated.
#include "app/segment/TrackCall.h"
#include "app/segment/TrackCheck.h"

#include <QRandomGenerator>
#include <QTest>

#include <simdjson.h>

using namespace segue;

class tst_MutatedPayloads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingCrashesAndTheVerdictIsThatOfAnotherParser();
};

namespace {

constexpr int kMutations = 10'000;

const QList<QByteArray> kGood{
    R"({"type":"track","event":"Push Sent","userId":"u1","messageId":"m","timestamp":"2026-01-02T03:04:05.678Z",)"
    R"("properties":{"message_type":"Push","campaign_code":"12345-67890","device_type":1},"context":{"device":{"advertisingId":"a"}}})",
    R"({"writeKey":"k","sentAt":"x","batch":[{"a":[1,2.50,-3e+7,true,false,null]},{"b":"\u00e4\ud83d\ude00\\\"\n"}]})",
    "[ {\"a\" : \"\xc3\xa4\xf0\x9f\x98\x80\"} ,\n {\"type\":\"group\",\"groupId\":12345678901234567890}\t]",
    R"({"anonymousId":"ann@example.com","event":"email sent","properties":{"user":{"id":{"x":[[[[{}]]]]}}}})",
};

const QList<QByteArray> kPieces{
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "\\udc00",
    "null",
    "true",
    "1e999",
    "-",
    "0",
    "\"a\":",
    "{\"a\"",
    "\xed\xa0\x80",
    "\xff",
    "\xef\xbb\xbf",
    "\n",
    " ",
    "\t",
    "\x01",
    "\"type\":",
    "\"userId\":1",
    "\"writeKey\":\"k\",",
    "[[[[[[[[",
    "}}}}",
    "\"\"",
    "12345678901234567890123",
};

class Mutator
{
public:
    explicit Mutator(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray next()
    {
        QByteArray text = kGood[m_random.bounded(static_cast<int>(kGood.size()))];
        for (int i = 0, count = 1 + static_cast<int>(m_random.bounded(4)); i < count; ++i) {
            mutate(text);
        }
        return text;
    }

private:
    qsizetype place(const QByteArray &text) { return m_random.bounded(static_cast<int>(text.size()) + 1); }

    void mutate(QByteArray &text)
    {
        const qsizetype at = place(text);
        switch (m_random.bounded(7)) {
        case 0:
            text.truncate(at);
            break;
        case 1:
            text.remove(0, at);
            break;
        case 2:
            text.remove(at, 1 + m_random.bounded(6));
            break;
        case 3:
            if (at < text.size()) {
                text[at] = static_cast<char>(m_random.bounded(256));
            }
            break;
        case 4: {
            const qsizetype from = place(text);
            text.insert(at, text.mid(from, m_random.bounded(40)));
            break;
        }
        default:
            text.insert(at, kPieces[m_random.bounded(static_cast<int>(kPieces.size()))]);
        }
    }

    QRandomGenerator m_random;
};

enum class Verdict { Object, Other, Broken, NotSaid };

//! What simdjson's whole-document parser says. It refuses numbers that no 64 bits and no double hold, which are JSON.
Verdict verdictOf(simdjson::dom::parser &parser, const QByteArray &text)
{
    simdjson::dom::element element;
    const auto error = parser.parse(text.constData(), static_cast<std::size_t>(text.size())).get(element);
    if (error == simdjson::NUMBER_ERROR || error == simdjson::TAPE_ERROR) {
        return error == simdjson::TAPE_ERROR ? Verdict::Broken : Verdict::NotSaid;
    }
    if (error) {
        return Verdict::Broken;
    }
    return element.is_object() ? Verdict::Object : Verdict::Other;
}

} // namespace

void tst_MutatedPayloads::nothingCrashesAndTheVerdictIsThatOfAnotherParser()
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue("SEGUE_TEST_SEED", &given);
    const quint32 seed = given ? static_cast<quint32>(value) : QRandomGenerator::system()->generate() >> 1;
    qInfo("SEGUE_TEST_SEED=%u", seed);

    Mutator mutator(seed);
    simdjson::dom::parser parser;
    int good = 0;
    int broken = 0;
    for (int i = 0; i < kMutations; ++i) {
        const QByteArray text = mutator.next();
        const QByteArray shown = QByteArray::number(seed) + ": " + text.toPercentEncoding("{}[]\":,\\ ");
        const bool object = !TrackCheck::of(text).has(Finding::MalformedJson);
        const auto prepared = Payload::prepared(text, QStringLiteral("m-1"), 0);
        QVERIFY2(prepared.ok() == object, shown.constData());
        QVERIFY2(Payload::fields(text).ok() == object, shown.constData());
        const auto calls = Payload::splitFile(text);
        Payload::trackBody(text, 0);

        switch (verdictOf(parser, text)) {
        case Verdict::Object:
            QVERIFY2(object, shown.constData());
            break;
        case Verdict::Other:
        case Verdict::Broken:
            QVERIFY2(!object, shown.constData());
            break;
        case Verdict::NotSaid:
            break;
        }
        if (object) {
            ++good;
            const auto fields = Payload::fields(prepared.value());
            QVERIFY2(fields, shown.constData());
            QCOMPARE(fields.value().messageId, QStringLiteral("m-1"));
            QVERIFY2(!TrackCheck::of(Payload::trackBody(prepared.value(), 0)).has(Finding::MalformedJson),
                     shown.constData());
            QVERIFY2(calls.ok() && calls.value().size() == 1, shown.constData());
        } else {
            ++broken;
        }
        if (calls) {
            for (const QByteArray &call : calls.value()) {
                QVERIFY2(Payload::fields(call), shown.constData());
            }
        }
    }
    // Both kinds must have been met, or the mutations test nothing.
    QVERIFY2(good > kMutations / 100, qPrintable(QString::number(good)));
    QVERIFY2(broken > kMutations / 10, qPrintable(QString::number(broken)));
}

QTEST_GUILESS_MAIN(tst_MutatedPayloads)
#include "tst_mutatedpayloads.moc"
