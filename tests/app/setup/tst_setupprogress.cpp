// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/setup/PushwooshSteps.h"
#include "app/setup/SetupProgress.h"
#include "app/setup/TokenRemark.h"

using namespace segue;
using namespace Qt::StringLiterals;
using SetupProgress::Standing;

namespace {

SetupDraft wholeDraft()
{
    SetupDraft draft;
    draft.id = ConnectionId::create();
    draft.name = u"Pushwoosh_Dev"_s;
    draft.applicationText = u"1A2B3-C4D5E"_s;
    draft.ticks = PushwooshSteps::words();
    draft.furthest = SetupStep::Done;
    ProofRecord proof;
    proof.runId = u"r"_s;
    proof.proven = true;
    draft.proof = proof;
    return draft;
}

Standing standingOf(SetupStep step, const SetupDraft &draft, bool hasKey = true)
{
    return SetupProgress::of(draft, hasKey).at(static_cast<std::size_t>(step));
}

QString leftOf(const SetupDraft &draft, bool hasKey = true, bool connected = false)
{
    return SetupProgress::leftToDo(draft, hasKey, u"accepted only"_s, connected).join(u'\n');
}

} // namespace

class TestSetupProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsThereIsDone();
    void whatWasPassedByIsNotDone();
    void whatWasPassedByIsLeftToDo();
    void whatIsConnectedIsNotLeftToDo();
    void anotherEndpointHearsNothingOfSegmentsRules();
    void aTokenOfAnotherServiceIsRemarked_data();
    void aTokenOfAnotherServiceIsRemarked();
};

void TestSetupProgress::whatIsThereIsDone()
{
    SetupDraft draft = wholeDraft();
    for (int i = 0; i < kSetupSteps - 1; ++i) {
        QCOMPARE(standingOf(static_cast<SetupStep>(i), draft), Standing::Done);
    }
    QCOMPARE(standingOf(SetupStep::Done, draft), Standing::Ahead);
    draft.furthest = SetupStep::Segment;
    QCOMPARE(standingOf(SetupStep::Name, draft), Standing::Done);
    QCOMPARE(standingOf(SetupStep::Application, draft), Standing::Ahead);
}

void TestSetupProgress::whatWasPassedByIsNotDone()
{
    const SetupDraft whole = wholeDraft();
    QCOMPARE(standingOf(SetupStep::Segment, whole, false), Standing::Open);
    SetupDraft draft = whole;
    draft.applicationText.clear();
    QCOMPARE(standingOf(SetupStep::Application, draft), Standing::Open);
    draft.applicationText = u"not a code"_s;
    QCOMPARE(standingOf(SetupStep::Application, draft), Standing::Open);
    draft = whole;
    draft.ticks.removeLast();
    QCOMPARE(standingOf(SetupStep::Apply, draft), Standing::Open);
    draft = whole;
    draft.proof->proven = false;
    QCOMPARE(standingOf(SetupStep::Prove, draft), Standing::Open);
    draft.proof->seenByPerson = 1;
    QCOMPARE(standingOf(SetupStep::Prove, draft), Standing::Done);
}

void TestSetupProgress::whatWasPassedByIsLeftToDo()
{
    const SetupDraft whole = wholeDraft();
    const QString nothing = leftOf(whole);
    QVERIFY(!nothing.contains(u"ticked"_s) && !nothing.contains(u"application code"_s) &&
            !nothing.contains(u"Prove"_s));
    QVERIFY(nothing.contains(u"14 days"_s));
    SetupDraft draft = whole;
    draft.ticks = {u"open"_s, u"configure"_s, u"key"_s};
    const QString unticked = leftOf(draft);
    QVERIFY2(unticked.contains(PushwooshSteps::text(u"apply"_s)), qPrintable(unticked));
    QVERIFY(!unticked.contains(PushwooshSteps::text(u"open"_s)));
    draft = whole;
    draft.applicationText = u"not a code"_s;
    QVERIFY(leftOf(draft).contains(u"NOT A CODE"_s));
    draft.proof.reset();
    QVERIFY(leftOf(draft).contains(u"accepted only"_s));
    QVERIFY(leftOf(whole, false).contains(u"write key"_s));
}

void TestSetupProgress::whatIsConnectedIsNotLeftToDo()
{
    const SetupDraft draft = wholeDraft();
    QVERIFY(leftOf(draft).contains(u"Connect destinations"));
    QVERIFY(!leftOf(draft, true, true).contains(u"Connect destinations"));
    QVERIFY(leftOf(draft, true, true).contains(u"Look into each downstream tool"));
}

void TestSetupProgress::anotherEndpointHearsNothingOfSegmentsRules()
{
    SetupDraft draft = wholeDraft();
    draft.region = Endpoint::Region::Other;
    draft.endpointText = u"https://gateway.example.com"_s;
    draft.environment = Environment::Prod;
    draft.ticks.clear();
    const QString left = leftOf(draft);
    QVERIFY2(!left.contains(u"14 days"_s) && !left.contains(u"tracked user"_s) && !left.contains(u"ticked"_s),
             qPrintable(left));
}

void TestSetupProgress::aTokenOfAnotherServiceIsRemarked_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("segment");
    QTest::addColumn<QString>("pushwoosh");
    QTest::newRow("Segment's") << u"sgp_abcDEF123"_s << QString() << u"Segment's Public API"_s;
    QTest::newRow("Pushwoosh's") << u"AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMn"_s << u"Pushwoosh"_s
                                 << QString();
    QTest::newRow("a write key") << u"Zq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"_s << u"write key"_s << u"write key"_s;
    QTest::newRow("an application") << u"1A2B3-C4D5E"_s << u"application"_s << u"application"_s;
    QTest::newRow("with a blank") << u"sgp_a b"_s << u"blanks"_s << u"Segment's Public API"_s;
    QTest::newRow("nothing") << QString() << QString() << QString();
}

void TestSetupProgress::aTokenOfAnotherServiceIsRemarked()
{
    QFETCH(QString, token);
    QFETCH(QString, segment);
    QFETCH(QString, pushwoosh);
    const QString ofSegment = TokenRemark::ofSegment(token);
    const QString ofPushwoosh = TokenRemark::ofPushwoosh(token);
    QCOMPARE(ofSegment.isEmpty(), segment.isEmpty());
    QVERIFY2(ofSegment.contains(segment), qPrintable(ofSegment));
    QCOMPARE(ofPushwoosh.isEmpty(), pushwoosh.isEmpty());
    QVERIFY2(ofPushwoosh.contains(pushwoosh), qPrintable(ofPushwoosh));
    QVERIFY2(token.isEmpty() || !ofSegment.contains(token), "it is never repeated");
}

QTEST_GUILESS_MAIN(TestSetupProgress)
#include "tst_setupprogress.moc"
