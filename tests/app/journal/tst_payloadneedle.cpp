// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/journal/PayloadNeedle.h"

#include <QRegularExpression>

#include <random>

using namespace segue;
using namespace Qt::StringLiterals;
using Case = PayloadNeedle::Case;

namespace {

//! What a needle means, said plainly and slowly: case folding of single characters, and a comparison at each place.
qsizetype slowFind(const QString &text, const QString &word, Case letters)
{
    const QList<uint> all = text.toUcs4();
    const QList<uint> wanted = word.toUcs4();
    const auto same = [letters](uint a, uint b) {
        return letters == Case::Exact ? a == b : QChar::toCaseFolded(a) == QChar::toCaseFolded(b);
    };
    for (qsizetype begin = 0; begin + wanted.size() <= all.size(); ++begin) {
        if (std::equal(wanted.begin(), wanted.end(), all.begin() + begin, same)) {
            return QString::fromUcs4(reinterpret_cast<const char32_t *>(all.constData()), begin).toUtf8().size();
        }
    }
    return -1;
}

bool holds(std::string_view payload, std::string_view word, Case letters = Case::Ignored)
{
    return PayloadNeedle(word, letters).in(payload);
}

std::string unescaped(std::string_view payload)
{
    std::string plain;
    return PayloadNeedle::unescape(payload, plain) ? plain : std::string(payload);
}

} // namespace

class TestPayloadNeedle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWordIsFoundWhateverItsCase();
    void aPhraseIsFoundExactly();
    void escapesHideNothing();
    void escapesBecomeWhatTheyStandFor_data();
    void escapesBecomeWhatTheyStandFor();
    void anEmptyTextIsFoundEverywhere();
    void searchAgreesWithThePlainDefinition();
    void theWholeNeedleIsCompared();
    void missesAreQuick();
};

void TestPayloadNeedle::aWordIsFoundWhateverItsCase()
{
    QVERIFY(holds("Push Opened", "OPEN"));
    QVERIFY(holds("push opened", "Push Opened"));
    QVERIFY(!holds("push", "pushed"));
    // Only letters have two cases: '[' and '{' differ by the same bit.
    QVERIFY(!holds("a[b", "a{b"));
    QVERIFY(!holds("@", "`"));
    QVERIFY(holds("{\"n\":\"ZOË\"}", "zoë"));
    QVERIFY(holds("мосКВА", "Москва"));
    QVERIFY(holds("ΟΔΟΣ", "οδος"));
    QVERIFY(holds("a Ⱥ b", "ⱥ"));
    QVERIFY(holds("mas\xE2\x84\xAA", "MASK")); // the sign for kelvin
    QVERIFY(holds("\xC5\xBFk\xC5\xBF", "sks"));
    QVERIFY(!holds("e", "é"));
}

void TestPayloadNeedle::aPhraseIsFoundExactly()
{
    QVERIFY(holds("Push Opened", "Push O", Case::Exact));
    QVERIFY(!holds("Push Opened", "push o", Case::Exact));
    QVERIFY(!holds("ZOË", "zoë", Case::Exact));
    QVERIFY(holds("a\xff\xfe!", "\xff\xfe", Case::Exact));
}

void TestPayloadNeedle::escapesHideNothing()
{
    QVERIFY(holds(R"({"n":"Zo\u00eb"})", "zoë"));
    QVERIFY(holds(R"({"n":"Zo\u00CB"})", "zoë"));
    QVERIFY(holds(R"({"n":"say \"hi\""})", "SAY \"hi\""));
    QVERIFY(holds(R"({"n":"say \"hi\""})", R"(\"hi\")")); // the bytes as they are
    QVERIFY(holds(R"({"n":"a\/b"})", "a/b"));
    QVERIFY(holds(R"({"n":"\ud83d\ude00"})", "😀", Case::Exact));
    QVERIFY(!holds(R"({"n":"\\u00e9"})", "é"));
    QVERIFY(holds(R"({"n":"\\u00e9"})", "\\u00e9"));
}

void TestPayloadNeedle::escapesBecomeWhatTheyStandFor_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("plain");
    const auto row = [](const char *name, const char *payload, const char *plain) {
        QTest::newRow(name) << QByteArray(payload) << QByteArray(plain);
    };
    row("none", "abc", "abc");
    row("letters", R"(\"\\\/\b\f\n\r\t)", "\"\\/\b\f\n\r\t");
    row("latin", R"(\u00e9\u00E9)", "éé");
    row("a pair", R"(\uD83D\uDE00!)", "😀!");
    row("half a pair", R"(\uD83D!)", "\uFFFD!");
    row("two first halves", R"(\uD83D\uD83D\uDE00)", "\uFFFD😀");
    row("the second half alone", R"(\uDE00)", "\uFFFD");
    row("half a pair, then another", R"(\uD83D\u0041)", "\uFFFDA");
    row("no digits", R"(\u12G4)", R"(\u12G4)");
    row("broken off", R"(a\u00)", R"(a\u00)");
    row("a last backslash", R"(a\)", R"(a\)");
    row("unknown", R"(\q\x)", R"(\q\x)");
    row("an escaped backslash", R"(\\n)", R"(\n)");
}

void TestPayloadNeedle::escapesBecomeWhatTheyStandFor()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, plain);
    QCOMPARE(QByteArray::fromStdString(unescaped(payload.toStdString())), plain);
}

void TestPayloadNeedle::anEmptyTextIsFoundEverywhere()
{
    QVERIFY(holds("", ""));
    QCOMPARE(PayloadNeedle("", Case::Exact).find("abc", 2), std::size_t(2));
    QVERIFY(!holds("", "a"));
}

void TestPayloadNeedle::searchAgreesWithThePlainDefinition()
{
    const QString letters = u"aAbBkKsS{\néÉжЖȺⱥſK😀"_s;
    const QList<uint> pool = letters.toUcs4();
    std::mt19937 random(11);
    const auto text = [&](int most) {
        QString made;
        // Mostly few different ones, so that something is found.
        const unsigned kinds = random() % 3 == 0 ? static_cast<unsigned>(pool.size()) : 4;
        const unsigned first = static_cast<unsigned>(random()) % (static_cast<unsigned>(pool.size()) - kinds + 1);
        for (unsigned i = static_cast<unsigned>(random()) % static_cast<unsigned>(most + 1); i > 0; --i) {
            const char32_t code = pool.at(static_cast<qsizetype>(first + random() % kinds));
            made += QString::fromUcs4(&code, 1);
        }
        return made;
    };
    int found = 0;
    constexpr int kRounds = 60'000;
    for (int round = 0; round < kRounds; ++round) {
        const QString payload = text(round % 10 == 0 ? 200 : 14);
        const QString word = text(4);
        const Case each = random() % 2 == 0 ? Case::Ignored : Case::Exact;
        const qsizetype expected = slowFind(payload, word, each);
        found += expected >= 0 ? 1 : 0;
        const std::size_t place = PayloadNeedle(word.toStdString(), each).find(payload.toStdString());
        const qsizetype given = place == PayloadNeedle::kNotFound ? -1 : static_cast<qsizetype>(place);
        QVERIFY2(given == expected, qPrintable(u"round %1: '%2' in '%3'"_s.arg(round).arg(word, payload)));
    }
    QVERIFY(found > kRounds / 10 && found < kRounds * 9 / 10);
}

void TestPayloadNeedle::theWholeNeedleIsCompared()
{
    // At every distance from the end and with every length, so that no width of a register is special.
    for (std::size_t length = 1; length < 40; ++length) {
        std::string word(length, 'q');
        word.back() = 'Z';
        for (std::size_t before = 0; before < 100; ++before) {
            const std::string text = std::string(before, 'q') + word;
            const std::size_t expected = text.find(word);
            QCOMPARE(PayloadNeedle(word, Case::Exact).find(text), expected);
            QCOMPARE(PayloadNeedle(word, Case::Ignored).find(text), expected);
            std::string other = text;
            other[other.size() - length] = 'x';
            QCOMPARE(PayloadNeedle(word, Case::Exact).find(other), other.find(word));
        }
    }
}

void TestPayloadNeedle::missesAreQuick()
{
    std::string block;
    while (block.size() < 100'000) {
        block += R"({"type":"track","event":"Push Notification Sent","userId":"user-4711","messageId":"8f14e45f"},)";
    }
    const PayloadNeedle needle("Nowhere@example.com", Case::Ignored);
    QBENCHMARK
    {
        for (int i = 0; i < 100; ++i) {
            QVERIFY(needle.find(block) == PayloadNeedle::kNotFound);
        }
    }
}

QTEST_GUILESS_MAIN(TestPayloadNeedle)
#include "tst_payloadneedle.moc"
