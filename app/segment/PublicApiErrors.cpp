// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/PublicApiErrors.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::PublicApiErrors)
};

constexpr qsizetype kQuotedMessage = 300;

QJsonArray errorsIn(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value("errors"_L1).toArray();
}

// What Segment says itself, in one line: each message once, with its field.
QString messageIn(const QByteArray &body)
{
    QStringList messages;
    const QJsonArray values = errorsIn(body);
    for (const auto &value : values) {
        const QString message = value.toObject().value("message"_L1).toString().simplified();
        if (!message.isEmpty() && !messages.contains(message)) {
            messages.append(message);
        }
    }
    const QString all = messages.join(u"; "_s);
    return all.size() <= kQuotedMessage ? all : QString(all.left(kQuotedMessage) + u'\u2026');
}

// For logs: the kinds of the errors and the fields they are about.
QString kindsIn(const QByteArray &body)
{
    QString kinds;
    const QJsonArray values = errorsIn(body);
    for (const auto &value : values) {
        const QJsonObject error = value.toObject();
        kinds += u' ' + error.value("type"_L1).toString();
        const QString field = error.value("field"_L1).toString();
        if (!field.isEmpty()) {
            kinds += u'(' + field + u')';
        }
    }
    return kinds;
}

ErrorCode codeOf(int status)
{
    switch (status) {
    case 401:
    case 403:
    case 407:
        return ErrorCode::Denied;
    case 404:
        return ErrorCode::Absent;
    case 408:
        return ErrorCode::TimedOut;
    case 429:
        return ErrorCode::Busy;
    default:
        break;
    }
    return status >= 500 ? ErrorCode::Network : status >= 400 ? ErrorCode::InvalidInput : ErrorCode::Payload;
}

QString refusedToken(int status)
{
    return Text::tr(
               "Segment did not accept the token (%1). It may be mistyped or revoked, belong to the other region or "
               "to a workspace without the Team or Business plan, or lack the right for this. Make a Public API "
               "token in Segment, under Settings > Workspace settings > Access Management > Tokens; making sources "
               "and seeing write keys needs the role Workspace Owner.")
        .arg(status);
}

// The sentence alone, for a status that Segment explains with a message; `quoted` is empty or begins with a colon.
QString sentenceOf(int status, const QString &quoted)
{
    switch (status) {
    case 401:
    case 403:
        return refusedToken(status);
    case 404:
        return Text::tr(
            "Segment has nothing by that name or id (404). It was removed, or it belongs to another workspace "
            "or region. Refresh the list and choose again.");
    case 407:
        return Text::tr("The proxy asks for a name and a password (407). Sign in to it, then try again.");
    case 409:
        return Text::tr("Segment says that this is there already (409)%1. Choose another name, or use what is there.")
            .arg(quoted);
    case 413:
        return Text::tr("Segment says that this is too much at once (413)%1. Ask for less.").arg(quoted);
    case 422:
        return Text::tr("Segment did not accept what was asked for (422)%1. Correct it, then try again.").arg(quoted);
    case 429:
        return Text::tr("Segment was asked too often (429). Try again in a minute.");
    default:
        break;
    }
    if (status >= 500) {
        return Text::tr("Segment has a fault on its side (%1). Try again in a few minutes; status.segment.com tells of "
                        "known faults.")
            .arg(status);
    }
    if (status >= 300 && status < 400) {
        return Text::tr("The Public API's address answered %1 (moved to another address); Segue follows no redirects. "
                        "Check whether the network asks to sign in first.")
            .arg(status);
    }
    return Text::tr("Segment answered %1%2. Try again; if it stays so, do this step in Segment by hand.")
        .arg(status)
        .arg(quoted);
}

} // namespace

Error PublicApiErrors::ofStatus(const WebAnswer &answer, const Redactor &redactor)
{
    const QString message = redactor.redact(messageIn(answer.body));
    const QString quoted = message.isEmpty() ? QString() : QString(u": "_s + message);
    const QString detail = u"Public API: %1%2%3"_s.arg(answer.detail, kindsIn(answer.body), quoted);
    return {codeOf(answer.status), redactor.redact(detail), sentenceOf(answer.status, quoted)};
}

Error PublicApiErrors::tooBusy(std::int64_t wait)
{
    return {ErrorCode::Busy, u"Public API: HTTP 429, asks to wait %1 ms"_s.arg(wait),
            Text::tr("Segment was asked too often (429) and asks to wait for %1 s. Try again then.")
                .arg(secondsText(wait))};
}

Error PublicApiErrors::ofFailure(const WebAnswer &answer)
{
    ErrorCode code = ErrorCode::Network;
    switch (answer.failure) {
    case WebFailure::Aborted:
        return cancelled();
    case WebFailure::TimedOut:
        code = ErrorCode::TimedOut;
        break;
    case WebFailure::NotAllowed:
        code = ErrorCode::InvalidInput;
        break;
    case WebFailure::TooLong:
        code = ErrorCode::Payload;
        break;
    default:
        break;
    }
    const QString remedy = answer.mayHaveArrived ? Text::tr("Look in Segment whether it was done before you try again.")
                                                 : Text::tr("Check the network connection, then try again.");
    return {code, QString(u"Public API: "_s + answer.detail), QString(answer.sentence + u' ' + remedy)};
}

Error PublicApiErrors::unreadable(const QString &detail)
{
    return {ErrorCode::Payload, QString(u"Public API: "_s + detail),
            Text::tr("The answer is not in the form of Segment's Public API. Something else may answer at its address, "
                     "such as the sign-in page of a network: open a web page, then try again.")};
}

Error PublicApiErrors::noToken()
{
    return {ErrorCode::InvalidInput, u"Public API: no token"_s,
            Text::tr("There is no token for Segment's Public API. Nothing was sent. Enter one, or go on by hand.")};
}

Error PublicApiErrors::cancelled()
{
    return {ErrorCode::Cancelled, u"Public API: given up"_s, Text::tr("The request to Segment was given up.")};
}

std::int64_t PublicApiErrors::askedWait(const WebAnswer &answer)
{
    const QJsonObject data = errorsIn(answer.body).first().toObject().value("data"_L1).toObject();
    const double asked = data.value("msBeforeNext"_L1).toDouble(-1);
    if (asked >= 0) {
        return static_cast<std::int64_t>(std::min(asked, 1e12));
    }
    return answer.retryAfter;
}

} // namespace segue
