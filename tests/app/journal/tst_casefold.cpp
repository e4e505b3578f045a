// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/journal/CaseFold.h"

#include <algorithm>

using namespace segue;

class TestCaseFold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foldingIsUnicodesOwn();
    void variantsAreAllThatFoldAlike();
    void textsOfEitherCaseAreEqual();
    void whatIsNoUtf8StandsForItself();
};

void TestCaseFold::foldingIsUnicodesOwn()
{
    int folded = 0;
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        const bool known = QChar::unicodeVersion(code) != QChar::Unicode_Unassigned &&
                           QChar::unicodeVersion(code) <= QChar::Unicode_14_0;
        if (!known || QChar::isSurrogate(code)) {
            continue;
        }
        const char32_t wanted = QChar::toCaseFolded(code);
        folded += wanted == code ? 0 : 1;
        if (caseFolded(code) != wanted) {
            QFAIL(qPrintable(QStringLiteral("%1 folds to %2, not to %3")
                                 .arg(uint(code), 0, 16)
                                 .arg(uint(wanted), 0, 16)
                                 .arg(uint(caseFolded(code)), 0, 16)));
        }
    }
    QVERIFY(folded > 1'000);
}

void TestCaseFold::variantsAreAllThatFoldAlike()
{
    QVERIFY(caseVariants(U'1') == std::vector<char32_t>{U'1'});
    QVERIFY((caseVariants(U'a') == std::vector<char32_t>{U'a', U'A'}));
    QVERIFY((caseVariants(U'É') == std::vector<char32_t>{U'é', U'É'}));
    std::vector<char32_t> sigmas = caseVariants(U'ς');
    std::ranges::sort(sigmas);
    QVERIFY((sigmas == std::vector<char32_t>{U'Σ', U'ς', U'σ'}));
    QVERIFY((caseVariants(U'K') == std::vector<char32_t>{U'k', U'K', U'\u212A'}));
}

void TestCaseFold::textsOfEitherCaseAreEqual()
{
    QVERIFY(equalIgnoringCase("", ""));
    QVERIFY(equalIgnoringCase("Push Sent", "pUSH sENT"));
    QVERIFY(equalIgnoringCase("ZOË ЖУК Ⱥ", "zoë жук ⱥ"));
    QVERIFY(!equalIgnoringCase("a", "ab"));
    QVERIFY(!equalIgnoringCase("ab", "a"));
    QVERIFY(!equalIgnoringCase("a[", "a{"));
    QVERIFY(!equalIgnoringCase("e", "é"));
    QVERIFY(!equalIgnoringCase("\xff", "\xfe"));
}

void TestCaseFold::whatIsNoUtf8StandsForItself()
{
    const std::string mixed = "a\xC3\xA9\xff\xE2\x82\xF0\x9F\x98\x80\xC0\x80\xED\xA0\x80z\xC3";
    std::string copy;
    int strays = 0;
    for (std::size_t at = 0; at < mixed.size();) {
        const Utf8Character character = utf8At(mixed, at);
        QVERIFY(character.length > 0 && at + character.length <= mixed.size());
        strays += character.code >= Utf8Character::kStrayByte ? 1 : 0;
        appendUtf8(copy, character.code);
        at += character.length;
    }
    QVERIFY(copy == mixed);
    QCOMPARE(strays, 9);
}

QTEST_GUILESS_MAIN(TestCaseFold)
#include "tst_casefold.moc"
