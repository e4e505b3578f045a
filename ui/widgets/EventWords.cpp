// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EventWords.h"

#include "app/catalog/EventCatalog.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace segue::EventWords {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::EventWords)
};

} // namespace

Look state(EventState state)
{
    switch (state) {
    case EventState::Queued:
        return {Text::tr("Queued"), QStringLiteral("clock"), Tone::Muted};
    case EventState::Sending:
        return {Text::tr("Sending"), QStringLiteral("send"), Tone::Accent};
    case EventState::Retrying:
        return {Text::tr("Retrying"), QStringLiteral("retry"), Tone::Warning};
    case EventState::Waiting:
        return {Text::tr("Waiting"), QStringLiteral("pause"), Tone::Warning};
    case EventState::Refused:
        return {Text::tr("Refused"), QStringLiteral("cross"), Tone::Bad};
    case EventState::Blocked:
        return {Text::tr("Blocked"), QStringLiteral("shield"), Tone::Bad};
    case EventState::GaveUp:
        return {Text::tr("Gave up"), QStringLiteral("cross"), Tone::Bad};
    case EventState::Cancelled:
        return {Text::tr("Cancelled"), QStringLiteral("close"), Tone::Muted};
    case EventState::Skipped:
        return {Text::tr("Skipped"), QStringLiteral("ring"), Tone::Muted};
    case EventState::Unreadable:
        return {Text::tr("Unreadable"), QStringLiteral("warning"), Tone::Bad};
    case EventState::Accepted:
        return {Text::tr("Accepted"), QStringLiteral("check"), Tone::Good};
    case EventState::Confirmed:
        return {Text::tr("Confirmed"), QStringLiteral("check-double"), Tone::Good};
    case EventState::Observed:
        return {Text::tr("Observed"), QStringLiteral("eye"), Tone::Good};
    case EventState::Received:
        return {Text::tr("Received"), QStringLiteral("arrow-down"), Tone::Muted};
    }
    return {};
}

QString stateMeaning(EventState state)
{
    switch (state) {
    case EventState::Queued:
        return Text::tr("Kept on disk; it is sent as soon as its turn comes.");
    case EventState::Sending:
        return Text::tr("Under way; no answer yet.");
    case EventState::Retrying:
        return Text::tr("The last try brought no answer that settles it; it is tried again by itself.");
    case EventState::Waiting:
        return Text::tr("Kept on disk; it is sent when the reason has gone.");
    case EventState::Refused:
        return Text::tr("The endpoint refused this very event. It is kept; nothing more is sent by itself.");
    case EventState::Blocked:
        return Text::tr("Not sent: Segment would drop it.");
    case EventState::GaveUp:
        return Text::tr("Tried for 7 days without success. It is kept; nothing more is sent by itself.");
    case EventState::Cancelled:
        return Text::tr("Taken back by a person before it was delivered.");
    case EventState::Skipped:
        return Text::tr("Not among the events that are selected for this connection. Only the seven events of the "
                        "Pushwoosh source can be.");
    case EventState::Unreadable:
        return Text::tr("Its bytes are kept, but they are no event.");
    case EventState::Accepted:
        return Text::tr("Taken for processing. This does not prove that the key is right or that it was delivered.");
    case EventState::Confirmed:
        return Text::tr("Seen at the other side.");
    case EventState::Observed:
        return Text::tr("Came back from Segment without having been sent by Segue.");
    case EventState::Received:
        return Text::tr("Kept here; not sent on.");
    }
    return {};
}

QString origin(Origin origin)
{
    switch (origin) {
    case Origin::Composer:
        return Text::tr("Test event");
    case Origin::Webhook:
        return Text::tr("Webhook");
    case Origin::Capture:
        return Text::tr("Capture");
    case Origin::Echo:
        return Text::tr("Echo");
    case Origin::Import:
        return Text::tr("Import");
    }
    return {};
}

QString eventIcon(const QString &event)
{
    const auto known = EventCatalog::find(event);
    if (!known) {
        return QStringLiteral("dot");
    }
    switch (known->channel) {
    case Channel::Email:
        return QStringLiteral("envelope");
    case Channel::Push:
        return QStringLiteral("bell");
    case Channel::Sms:
        return QStringLiteral("message");
    }
    return QStringLiteral("dot");
}

QString identityIcon(IdKind kind)
{
    switch (kind) {
    case IdKind::UserId:
        return QStringLiteral("person");
    case IdKind::AnonymousId:
        return QStringLiteral("phone");
    case IdKind::Nobody:
        break;
    }
    return {};
}

QString stateWithTime(EventState state, std::int64_t nextAttempt, std::int64_t now)
{
    QString word = EventWords::state(state).word;
    if (nextAttempt < 0 || (state != EventState::Retrying && state != EventState::Queued)) {
        return word;
    }
    const std::int64_t seconds = (std::max<std::int64_t>(0, nextAttempt - now) + 999) / 1000;
    if (state == EventState::Queued && seconds == 0) {
        return word;
    }
    if (seconds >= 120) {
        return Text::tr("%1 in %2 min", "state, minutes").arg(word, QLocale().toString(seconds / 60));
    }
    return Text::tr("%1 in %2 s", "state, seconds").arg(word, QLocale().toString(seconds));
}

QString withTimes(const QString &event, std::int64_t repeats)
{
    return Text::tr("%1 ×%2", "an event's name, how many times the same event came")
        .arg(event, QLocale().toString(static_cast<qlonglong>(repeats) + 1));
}

QString storedSentence(const QString &stored)
{
    const qsizetype colon = stored.indexOf(QStringLiteral(": "));
    const QString sentence = colon < 0 ? stored : stored.mid(colon + 2);
    return stored.startsWith(QStringLiteral("unknown-key: "))
               ? Text::tr("unknown key %1", "its fingerprint").arg(sentence)
               : sentence;
}

QString duration(std::int64_t milliseconds)
{
    if (milliseconds < 1000) {
        return Text::tr("%1 ms").arg(QLocale().toString(milliseconds));
    }
    return Text::tr("%1 s").arg(QLocale().toString(static_cast<double>(milliseconds) / 1000.0, 'f', 1));
}

QString summary(const Entry &entry)
{
    QStringList parts;
    if (entry.fields.state == EventState::Confirmed) {
        parts.append(entry.fields.error == "sandbox" ? Text::tr("seen by the sandbox")
                     : entry.fields.error == "echo-unsigned"
                         ? Text::tr("seen at the other side, says an echo that nobody signed")
                         : Text::tr("seen at the other side"));
    } else if (!entry.fields.error.empty()) {
        parts.append(storedSentence(QString::fromStdString(entry.fields.error)));
    }
    if (entry.lastDuration >= 0) {
        parts.append(duration(entry.lastDuration));
    }
    if (entry.attempts > 0) {
        parts.append(Text::tr("try %1").arg(QLocale().toString(entry.attempts)));
    }
    if (entry.repeats > 0) {
        parts.append(Text::tr("came %n time(s) within 24 hours", nullptr, static_cast<int>(entry.repeats) + 1));
    }
    if (entry.mayArriveTwice) {
        parts.append(Text::tr("may arrive twice"));
    }
    return parts.isEmpty() ? stateMeaning(entry.fields.state) : parts.join(QStringLiteral(" · "));
}

Tone environmentTone(Environment environment)
{
    return environment == Environment::Prod ? Tone::Prod : Tone::Muted;
}

} // namespace segue::EventWords
