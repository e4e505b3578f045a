// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/EventState.h"

#include <QTest>

#include <set>
#include <string>

using namespace segue;

namespace {
EventState stateAt(int number)
{
    return static_cast<EventState>(number);
}
} // namespace

class TestEventState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAndNumbersNeverChange();
    void everyWordLeadsBackToItsState();
    void anUnknownWordIsNoState();
    void onlyTheCouriersOwnStatesAreUndelivered();
    void confirmedAndObservedStay();
    void acceptedOnlyBecomesConfirmed();
    void cancelledLeavesOnlyThroughQueuedOrConfirmed();
    void sendingIsNeverWritten();
    void waitingCanBecomeQueuedAndRetryingCanGiveUp();
    void originsHaveTheirWords();
};

void TestEventState::wordsAndNumbersNeverChange()
{
    const char *const words[] = {"queued",    "sending", "retrying",   "waiting",  "refused",   "blocked",  "gave-up",
                                 "cancelled", "skipped", "unreadable", "accepted", "confirmed", "observed", "received"};
    for (int i = 0; i < kEventStateCount; ++i) {
        QCOMPARE(std::string(stateWord(stateAt(i))), std::string(words[i]));
    }
}

void TestEventState::everyWordLeadsBackToItsState()
{
    std::set<std::string_view> seen;
    for (int i = 0; i < kEventStateCount; ++i) {
        QVERIFY(stateFromWord(stateWord(stateAt(i))) == stateAt(i));
        seen.insert(stateWord(stateAt(i)));
    }
    QCOMPARE(seen.size(), std::size_t(kEventStateCount));
}

void TestEventState::anUnknownWordIsNoState()
{
    for (const char *word : {"", "delivered", "Queued", "queued ", "gave up"}) {
        QVERIFY(!stateFromWord(word));
    }
    QVERIFY(!originFromWord("somewhere"));
}

void TestEventState::onlyTheCouriersOwnStatesAreUndelivered()
{
    const std::set<EventState> undelivered = {EventState::Queued, EventState::Sending, EventState::Retrying,
                                              EventState::Waiting};
    for (int i = 0; i < kEventStateCount; ++i) {
        QCOMPARE(isUndelivered(stateAt(i)), undelivered.contains(stateAt(i)));
        QCOMPARE(isEndState(stateAt(i)), !undelivered.contains(stateAt(i)));
    }
}

void TestEventState::confirmedAndObservedStay()
{
    for (int to = 0; to < kEventStateCount; ++to) {
        QVERIFY(!mayBecome(EventState::Confirmed, stateAt(to)));
        QVERIFY(!mayBecome(EventState::Observed, stateAt(to)));
    }
}

void TestEventState::acceptedOnlyBecomesConfirmed()
{
    for (int to = 0; to < kEventStateCount; ++to) {
        QCOMPARE(mayBecome(EventState::Accepted, stateAt(to)), stateAt(to) == EventState::Confirmed);
    }
}

void TestEventState::cancelledLeavesOnlyThroughQueuedOrConfirmed()
{
    for (int to = 0; to < kEventStateCount; ++to) {
        const bool allowed = stateAt(to) == EventState::Queued || stateAt(to) == EventState::Confirmed;
        QCOMPARE(mayBecome(EventState::Cancelled, stateAt(to)), allowed);
    }
}

void TestEventState::sendingIsNeverWritten()
{
    for (int from = 0; from < kEventStateCount; ++from) {
        QVERIFY(!mayBecome(stateAt(from), EventState::Sending));
    }
}

void TestEventState::waitingCanBecomeQueuedAndRetryingCanGiveUp()
{
    QVERIFY(mayBecome(EventState::Waiting, EventState::Queued));
    QVERIFY(mayBecome(EventState::Retrying, EventState::GaveUp));
    QVERIFY(mayBecome(EventState::Retrying, EventState::Retrying));
    QVERIFY(mayBecome(EventState::Queued, EventState::Accepted));
    QVERIFY(mayBecome(EventState::GaveUp, EventState::Queued));
}

void TestEventState::originsHaveTheirWords()
{
    const char *const words[] = {"composer", "webhook", "capture", "echo", "import"};
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(std::string(originWord(static_cast<Origin>(i))), std::string(words[i]));
        QVERIFY(originFromWord(words[i]) == static_cast<Origin>(i));
    }
}

QTEST_GUILESS_MAIN(TestEventState)
#include "tst_eventstate.moc"
