// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/DeliverySentences.h"

#include <QCoreApplication>

namespace segue::DeliverySentences {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::Courier)
};

constexpr std::int64_t kSecondMs = 1000;
constexpr std::int64_t kMinuteMs = 60 * kSecondMs;
constexpr std::int64_t kDayMs = std::int64_t{24} * 60 * kMinuteMs;

HoldReason hold(const QString &word, const QString &sentence)
{
    return {word, word, sentence};
}

QString orNoAnswer(const QString &sentence)
{
    return sentence.isEmpty() ? Text::tr("No usable answer came.") : sentence;
}

QString happened(const DeliveryAnswer &answer)
{
    return orNoAnswer(answer.sentence);
}

QString duration(std::int64_t ms)
{
    if (ms < kSecondMs) {
        return Text::tr("less than 1 s");
    }
    if (ms < 2 * kMinuteMs) {
        return Text::tr("%1 s", "seconds").arg((ms + kSecondMs / 2) / kSecondMs);
    }
    return Text::tr("%1 min", "minutes").arg((ms + kMinuteMs / 2) / kMinuteMs);
}

} // namespace

HoldReason pausedByPerson(const QString &connectionName)
{
    return {u"paused"_s, u"by-person"_s,
            Text::tr("“%1” is paused. Its events are kept and wait; resume it to send them.").arg(connectionName)};
}

HoldReason noConnection()
{
    return hold(u"no-connection"_s,
                Text::tr("The connection of this event is not there any more. The event is kept and "
                         "waits; put the connection back, or cancel the event."));
}

HoldReason sandboxOff()
{
    return hold(u"sandbox-off"_s,
                Text::tr("The sandbox is not listening on this machine. Its events are kept and wait; "
                         "start Segue again to send them."));
}

HoldReason keyProblem(ErrorCode code, const QString &connectionName)
{
    switch (code) {
    case ErrorCode::Absent:
        return hold(u"key-absent"_s, Text::tr("There is no write key for “%1” on this machine. Its events are kept and "
                                              "wait; enter the key to send them.")
                                         .arg(connectionName));
    case ErrorCode::Locked:
        return hold(u"key-locked"_s,
                    Text::tr("The keychain is locked, so the write key of “%1” cannot be read. Its events "
                             "are kept and wait; unlock the keychain, and delivery goes on by itself.")
                        .arg(connectionName));
    case ErrorCode::NoService:
        return hold(
            u"key-no-service"_s,
            Text::tr("No keychain is running on this machine, so the write key of “%1” cannot be read. Its events "
                     "are kept and wait; start a keychain, or enter the key for this session.")
                .arg(connectionName));
    case ErrorCode::TimedOut:
        return hold(
            u"key-timed-out"_s,
            Text::tr("The keychain did not answer, so the write key of “%1” could not be read. Its events are kept "
                     "and wait; it is asked again by itself.")
                .arg(connectionName));
    case ErrorCode::Denied:
        return hold(u"key-denied"_s, Text::tr("Reading the write key of “%1” was denied. Its events are kept and wait; "
                                              "choose Try now and allow it.")
                                         .arg(connectionName));
    default:
        return hold(u"key-unreadable"_s,
                    Text::tr("The write key of “%1” could not be read from the keychain. Its events "
                             "are kept and wait; enter the key anew.")
                        .arg(connectionName));
    }
}

HoldReason keyBeingAsked(const QString &connectionName)
{
    return hold(u"key-asked"_s,
                Text::tr("The keychain has been asked for the write key of “%1” and has not answered yet. "
                         "Its events are kept; look for a question of the keychain.")
                    .arg(connectionName));
}

HoldReason afterAnswer(const DeliveryAnswer &answer, DeliveryOutcome outcome)
{
    if (answer.proxyAsks) {
        return hold(proxyWord(), Text::tr("%1 The events are kept and wait; give the proxy's name and password in the "
                                          "settings, and delivery goes on by itself.")
                                     .arg(happened(answer)));
    }
    if (outcome == DeliveryOutcome::Unauthorised) {
        return hold(outcomeWord(outcome),
                    Text::tr("%1 The events are kept and wait; check the write key and the endpoint, "
                             "then choose Try now.")
                        .arg(happened(answer)));
    }
    return hold(outcomeWord(outcome),
                Text::tr("%1 The events are kept and wait; check the endpoint and the network, then "
                         "choose Try now.")
                    .arg(happened(answer)));
}

QString proxyWord()
{
    return u"proxy-asks"_s;
}

QString retrying(const DeliveryAnswer &answer, std::int64_t delayMs)
{
    return Text::tr("%1 The event is queued and will be tried again in %2.").arg(happened(answer), duration(delayMs));
}

QString refused(const DeliveryAnswer &answer)
{
    return Text::tr("%1 The event is kept and is not sent again by itself; correct it and send it anew.")
        .arg(happened(answer));
}

QString gaveUp(const QString &lastFailure, std::int64_t budgetMs)
{
    return Text::tr(
               "%1 It was tried for %n day(s) without success and is not tried again by itself; the event is kept, "
               "and can be queued again by hand.",
               nullptr, static_cast<int>(budgetMs / kDayMs))
        .arg(orNoAnswer(lastFailure));
}

QString tooLarge(qsizetype bytes, qsizetype limit)
{
    return Text::tr(
               "The event has %1 bytes and Segment takes %2. It was not sent and is kept; make it smaller and send it "
               "anew.")
        .arg(QString::number(bytes), QString::number(limit));
}

QString journalFailed(const JournalError &error)
{
    const QString detail = QString::fromStdString(error.detail);
    if (error.kind == JournalError::Kind::DiskFull) {
        return Text::tr("The disk is full, so what became of the last events cannot be written. It is remembered, and "
                        "nothing more is sent until it is written; make room on the disk.");
    }
    return Text::tr(
               "The event log cannot be used (%1). What became of the last events is remembered, and nothing more is "
               "sent until it is written; check the disk and the data folder.")
        .arg(detail);
}

QString cannotRead(const JournalError &error)
{
    return Text::tr(
               "The event log cannot be read (%1). Nothing is sent until it can; the events are kept. Check the disk "
               "and the data folder.")
        .arg(QString::fromStdString(error.detail));
}

QString cannotLock(const Error &error)
{
    return Text::tr("%1 Nothing is sent meanwhile; the events are kept.").arg(error.userText);
}

QString outcomeWord(DeliveryOutcome outcome)
{
    switch (outcome) {
    case DeliveryOutcome::Accepted:
        return u"accepted"_s;
    case DeliveryOutcome::SomethingElse:
        return u"something-else"_s;
    case DeliveryOutcome::Unauthorised:
        return u"unauthorised"_s;
    case DeliveryOutcome::Rejected:
        return u"rejected"_s;
    case DeliveryOutcome::TryLater:
        return u"try-later"_s;
    case DeliveryOutcome::Unreachable:
        return u"unreachable"_s;
    case DeliveryOutcome::Aborted:
        return u"aborted"_s;
    }
    return {};
}

std::string entryError(const QString &word, const QString &sentence)
{
    return QString(word + u": "_s + sentence).toStdString();
}

} // namespace segue::DeliverySentences
