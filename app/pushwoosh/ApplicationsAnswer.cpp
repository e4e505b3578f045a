// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pushwoosh/ApplicationsAnswer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::ApplicationsApi)
};

constexpr qsizetype kLongestCode = 64;
constexpr qsizetype kLongestName = 300;
constexpr qsizetype kLongestQuote = 200;
constexpr int kDone = 200;
constexpr int kWrongArgument = 210;

//! A number, or a text that is one; -1 otherwise. Counters come in both forms (reference 8).
int number(const QJsonValue &value)
{
    if (value.isString()) {
        bool ok = false;
        const int read = value.toString().toInt(&ok);
        return ok ? read : -1;
    }
    return value.toInt(-1);
}

//! What the answer says itself, in one line, whichever form it has.
QString messageIn(const QJsonObject &answer)
{
    const QJsonValue error = answer.value(QLatin1String("error"));
    for (const QJsonValue &each : {answer.value(QLatin1String("status_message")), error,
                                   error.toObject().value(QLatin1String("message")),
                                   answer.value(QLatin1String("message"))}) {
        const QString text = each.toString().simplified();
        if (!text.isEmpty()) {
            return text.size() <= kLongestQuote ? text : text.left(kLongestQuote) + u'…';
        }
    }
    return {};
}

//! `401`, or `401: what was said`.
QString quoted(int status, const QString &message)
{
    return message.isEmpty() ? QString::number(status) : QStringLiteral("%1: %2").arg(status).arg(message);
}

Error refusal(int status, const QString &message)
{
    const QString detail = QStringLiteral("getApplications: %1").arg(quoted(status, message));
    const QString said = quoted(status, message);
    if (status == 401) {
        return {ErrorCode::Denied, detail,
                Text::tr("Pushwoosh did not accept the token (%1). It takes a token of the kind Server, from Settings > "
                         "API Access in the Control Panel; one of the kind Device does not do.")
                    .arg(said)};
    }
    if (status == 403 || status == 402) {
        return {ErrorCode::Denied, detail,
                Text::tr("Pushwoosh does not show this token its applications (%1). In Settings > API Access of the "
                         "Control Panel a token is given the applications it may see. Some plans do not have this "
                         "call at all: then type the application code, it stands under the name of the application.")
                    .arg(said)};
    }
    if (status == kWrongArgument || status == 400) {
        return {ErrorCode::InvalidInput, detail, Text::tr("Pushwoosh found the request wrong (%1).").arg(said)};
    }
    if (status == 429) {
        return {ErrorCode::Network, detail,
                Text::tr("Pushwoosh asks to slow down (%1). Try again in a minute.").arg(said)};
    }
    if (status >= 500) {
        return {ErrorCode::Network, detail,
                Text::tr("Pushwoosh has a fault on its side (%1). Try again later, or type the application code.").arg(said)};
    }
    if (status >= 300 && status < 400) {
        return {ErrorCode::Payload, detail,
                Text::tr("The address points to another one (%1). Segue does not follow it, because the token would go "
                         "along. If your account lives at another address, set that one.")
                    .arg(said)};
    }
    if (status == 404 || status == 405) {
        return {ErrorCode::Payload, detail,
                Text::tr("There is no Pushwoosh at this address (%1). Check the address of the Pushwoosh API.").arg(said)};
    }
    return {ErrorCode::Payload, detail, Text::tr("Pushwoosh answered something unexpected (%1).").arg(said)};
}

Error unreadable(const QString &why)
{
    return {ErrorCode::Payload, QStringLiteral("getApplications: ") + why,
            Text::tr("What answered is not the Pushwoosh API: its text is not in the form of an answer. Check the address "
                     "of the Pushwoosh API, and whether a proxy stands in between.")};
}

Result<ApplicationsPage> readApplications(const QJsonObject &answer)
{
    const QJsonObject response = answer.value(QLatin1String("response")).toObject();
    const QJsonValue list = response.value(QLatin1String("applications"));
    if (!list.isObject() && !(list.isArray() && list.toArray().isEmpty())) {
        return unreadable(QStringLiteral("no list of applications"));
    }
    ApplicationsPage page;
    page.total = number(response.value(QLatin1String("total")));
    page.otherBase = answer.value(QLatin1String("base_url")).toString().left(kLongestName);
    const QJsonObject applications = list.toObject();
    for (auto each = applications.begin(); each != applications.end(); ++each) {
        const QString code = each.key().trimmed();
        if (!code.isEmpty() && code.size() <= kLongestCode) {
            page.applications.append({code, each.value().toString().left(kLongestName)});
        }
    }
    return page;
}

} // namespace

Result<ApplicationsPage> readApplicationsPage(int httpStatus, const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    const bool isPage = contentType.trimmed().toLower().startsWith("text/html") || text.startsWith('<');
    const QJsonDocument document = isPage ? QJsonDocument() : QJsonDocument::fromJson(text);
    const QJsonObject answer = document.object();
    const bool isSuccess = httpStatus >= 200 && httpStatus < 300;
    if (!isSuccess) {
        return refusal(httpStatus, messageIn(answer));
    }
    if (!document.isObject()) {
        return unreadable(isPage ? QStringLiteral("a web page") : QStringLiteral("no JSON object"));
    }
    // HTTP 200 alone is no success (reference 1.2).
    const int status = number(answer.value(QLatin1String("status_code")));
    if (status != kDone) {
        return status < 0 && messageIn(answer).isEmpty() ? unreadable(QStringLiteral("no status_code"))
                                                         : refusal(status < 0 ? httpStatus : status, messageIn(answer));
    }
    return readApplications(answer);
}

} // namespace segue
