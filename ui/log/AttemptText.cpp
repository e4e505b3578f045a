// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/AttemptText.h"

#include "app/segment/JsonText.h"
#include "app/segment/TrackCall.h"
#include "ui/widgets/EventWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace segue::AttemptText {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::AttemptText)
};

constexpr qsizetype kKeptAnswer = 4096; // of an answer's body the journal keeps that much

QString textOf(const std::string &part)
{
    return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size())).remove(u'\r').trimmed();
}

//! The path in `POST /v1/batch HTTP/1.1`.
bool wasBatch(const Attempt &attempt)
{
    const QString line = textOf(attempt.requestHead).section(u'\n', 0, 0);
    return line.section(u' ', 1, 1).section(u'?', 0, 0).endsWith(QStringLiteral("/batch"));
}

QString requestBody(const ShownEvent &event, const Attempt &attempt)
{
    if (wasBatch(attempt)) {
        return Text::tr(
            "One of several in a batch: this event's payload stood in “batch”, as it is shown under Payload, "
            "beside the others and “sentAt”.");
    }
    return Text::tr("The payload as it is shown under Payload (%1 bytes), with “sentAt” in front.")
        .arg(QLocale().toString(event.storedBytes));
}

QString answerBody(const Attempt &attempt)
{
    const QString text = textOf(attempt.responseBody);
    const QByteArray bytes = QByteArray::fromStdString(attempt.responseBody);
    if (bytes.size() >= kKeptAnswer) {
        return text + u'\n' + Text::tr("… The first 4 KB of the answer are kept.");
    }
    const JsonText json = JsonText::of(bytes, kKeptAnswer);
    return json.isJson() ? json.text() : text;
}

QString summary(const Attempt &attempt, const Outcome &outcome)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(attempt.started);
    QStringList lines{Text::tr("%1 (UTC %2)", "local time, time in UTC")
                          .arg(QLocale().toString(time.date(), QLocale::ShortFormat) + u' ' +
                                   time.toString(QStringLiteral("HH:mm:ss.zzz")),
                               Payload::isoTime(attempt.started))};
    lines.append(attempt.status > 0
                     ? Text::tr("Answered %1 after %2", "HTTP status, duration")
                           .arg(QString::number(attempt.status), EventWords::duration(attempt.duration))
                     : Text::tr("No answer; ended after %1").arg(EventWords::duration(attempt.duration)));
    lines.append(outcome.meaning);
    if (attempt.mayHaveArrived) {
        lines.append(
            Text::tr("It may have arrived all the same: the request had left before the answer failed to come. "
                     "The same message id lets Segment drop a double for at least 24 h."));
    }
    if (const QString error = textOf(attempt.error); !error.isEmpty()) {
        lines.append(EventWords::storedSentence(error));
    }
    return lines.join(u'\n');
}

} // namespace

Outcome outcome(const Attempt &attempt)
{
    const std::string &word = attempt.outcome;
    if (word == "accepted") {
        return {Text::tr("Accepted"),
                Text::tr("Taken for processing. This does not prove that the key is right or that it was delivered."),
                QStringLiteral("check"), Tone::Good};
    }
    if (word == "rejected") {
        return {Text::tr("Refused"), Text::tr("The endpoint refused the content of the request."),
                QStringLiteral("cross"), Tone::Bad};
    }
    if (word == "unauthorised" && attempt.status == 407) {
        return {Text::tr("Not let through"), Text::tr("The proxy asked for a name and a password."),
                QStringLiteral("key"), Tone::Warning};
    }
    if (word == "unauthorised") {
        return {Text::tr("Not let in"), Text::tr("The endpoint did not accept the write key or the address."),
                QStringLiteral("key"), Tone::Bad};
    }
    if (word == "something-else") {
        return {Text::tr("Something else answered"), Text::tr("The answer does not have Segment's form."),
                QStringLiteral("warning"), Tone::Warning};
    }
    if (word == "try-later") {
        return {Text::tr("Asked to try later"), Text::tr("The endpoint could not take it at the moment."),
                QStringLiteral("retry"), Tone::Warning};
    }
    if (word == "unreachable") {
        return {attempt.mayHaveArrived ? Text::tr("No answer, may have arrived") : Text::tr("Not reached"),
                Text::tr("No whole answer came from the endpoint."), QStringLiteral("warning"), Tone::Warning};
    }
    if (word == "aborted") {
        return {Text::tr("Broken off"), Text::tr("Segue gave the request up before an answer came."),
                QStringLiteral("close"), Tone::Muted};
    }
    return {textOf(word), textOf(word), QStringLiteral("dot"), Tone::Muted};
}

QList<Section> sections(const ShownEvent &event, int index)
{
    const Attempt &attempt = event.attempts.at(index);
    const QString none = Text::tr("(nothing)", "an empty part of a request or an answer");
    const auto orNone = [&](const QString &text) { return text.isEmpty() ? none : text; };
    QList<Section> result{
        {Text::tr("Try %1").arg(QLocale().toString(index + 1)), summary(attempt, outcome(attempt)), true}};
    if (!attempt.requestHead.empty()) {
        result.append({Text::tr("Request"), textOf(attempt.requestHead), false});
        result.append({Text::tr("Request body"), requestBody(event, attempt), true});
    }
    if (attempt.status > 0) {
        result.append({Text::tr("Answer"), orNone(textOf(attempt.responseHead)), false});
        result.append({Text::tr("Answer body"), orNone(answerBody(attempt)), false});
    }
    return result;
}

} // namespace segue::AttemptText
