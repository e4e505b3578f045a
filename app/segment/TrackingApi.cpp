// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/TrackingApi.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace segue {

namespace {

constexpr qsizetype kKeptBody = 4096;
constexpr qsizetype kLongestSecret = 4096; // beyond what is kept, so that no secret is cut in two before it is seen
constexpr qsizetype kQuotedMessage = 200;
constexpr std::int64_t kShortestWait = 1'000;
constexpr std::int64_t kLongestWait = 300'000;

bool isHtml(const QByteArray &contentType, const QByteArray &trimmedBody)
{
    return contentType.trimmed().toLower().startsWith("text/html") ||
           contentType.trimmed().toLower().startsWith("application/xhtml") || trimmedBody.startsWith('<');
}

bool isAccepted(const QByteArray &contentType, const QByteArray &body, bool segmentOwn)
{
    const QByteArray text = body.trimmed();
    if (isHtml(contentType, text)) {
        return false;
    }
    const QJsonDocument document = QJsonDocument::fromJson(text);
    const QJsonObject object = document.object();
    const auto success = object.value(QLatin1String("success"));
    if (success.isBool()) {
        return success.toBool();
    }
    if (segmentOwn) {
        return false;
    }
    // RudderStack answers `OK`, Jitsu `{"ok":true}`.
    return object.value(QLatin1String("ok")).toBool(true) &&
           (!document.isNull() || text.isEmpty() || text.compare("ok", Qt::CaseInsensitive) == 0 ||
            text.compare("\"ok\"", Qt::CaseInsensitive) == 0);
}

// What an answer says itself, in one line; Segment's `message`.
QString messageIn(const QByteArray &body)
{
    const QString message =
        QJsonDocument::fromJson(body).object().value(QLatin1String("message")).toString().simplified();
    return message.size() <= kQuotedMessage ? message : message.left(kQuotedMessage) + u'\u2026';
}

QString wholeSentence(const WebAnswer &web, const DeliveryAnswer &answer)
{
    const int status = answer.status;
    switch (status) {
    case 401:
        return TrackingApi::tr("The endpoint answered 401 (not signed in).");
    case 403:
        return TrackingApi::tr("The endpoint answered 403 (forbidden).");
    case 404:
        return TrackingApi::tr("The endpoint answered 404 (there is nothing at this address).");
    case 407:
        return TrackingApi::tr("The proxy asks for a name and a password (407).");
    case 413:
        return TrackingApi::tr("The endpoint answered 413 (too large).");
    case 429:
        return answer.retryAfter < 0
                   ? TrackingApi::tr("The endpoint answered 429 (too many requests).")
                   : TrackingApi::tr("The endpoint answered 429 (too many requests) and asks to wait for %1 s.")
                         .arg(secondsText(answer.retryAfter));
    default:
        break;
    }
    if (answer.outcome == DeliveryOutcome::Accepted) {
        return TrackingApi::tr("The endpoint accepted the request (%1).").arg(status);
    }
    if (status >= 300 && status < 400) {
        return TrackingApi::tr("The endpoint answered %1 (moved to another address); Segue follows no redirects.")
            .arg(status);
    }
    if (status >= 200 && status < 300) {
        return isHtml(web.header("Content-Type"), web.body.trimmed())
                   ? TrackingApi::tr(
                         "The endpoint answered %1 with a web page. Something other than Segment answers there.")
                         .arg(status)
                   : TrackingApi::tr("The endpoint answered %1, but not in the form in which Segment accepts events.")
                         .arg(status);
    }
    const QString message = messageIn(web.body);
    if (answer.outcome == DeliveryOutcome::Rejected) {
        return message.isEmpty()
                   ? TrackingApi::tr("The endpoint refused the content (%1).").arg(status)
                   : TrackingApi::tr("The endpoint refused the content (%1): %2").arg(status).arg(message);
    }
    if (status >= 500) {
        return answer.outcome == DeliveryOutcome::TryLater
                   ? TrackingApi::tr("The endpoint answered %1 (a fault on its side).").arg(status)
                   : TrackingApi::tr("The endpoint answered %1 (it cannot do what was asked).").arg(status);
    }
    return TrackingApi::tr("The endpoint answered %1.").arg(status);
}

// An answer that came, whole or without end.
void judgeWhole(DeliveryAnswer &answer, const WebAnswer &web, bool segmentOwn)
{
    answer.outcome = TrackingApi::sortAnswer(answer.status, web.header("Content-Type"), web.body, segmentOwn);
    if (web.failure == WebFailure::TooLong && answer.status < 300) {
        answer.outcome = DeliveryOutcome::SomethingElse;
        answer.sentence =
            TrackingApi::tr("The endpoint answered %1 with a text that does not end, which Segment never does.")
                .arg(answer.status);
        return;
    }
    answer.sentence = wholeSentence(web, answer);
}

void judgeBroken(DeliveryAnswer &answer, const WebAnswer &web)
{
    answer.outcome = DeliveryOutcome::Unreachable;
    if (web.failure == WebFailure::Aborted) {
        answer.outcome = DeliveryOutcome::Aborted;
    } else if (web.failure == WebFailure::ProxyAsks) {
        answer.outcome = DeliveryOutcome::Unauthorised;
        answer.status = 407;
        answer.proxyAsks = true;
    }
    answer.sentence = web.sentence;
}

} // namespace

TrackingApi::TrackingApi(const Clock &clock, const Redactor &redactor, Limits limits, QObject *parent,
                         ProxyLogins *logins)
    : QObject(parent)
    , m_redactor(redactor)
    , m_limits(limits)
    , m_web(clock, redactor, this, logins)
{
}

void TrackingApi::postTrack(const Endpoint &endpoint, const Secret &writeKey, const QByteArray &body, Callback callback)
{
    post(endpoint, endpoint.trackUrl(), writeKey, body, std::move(callback));
}

void TrackingApi::postBatch(const Endpoint &endpoint, const Secret &writeKey, const QByteArray &body, Callback callback)
{
    post(endpoint, endpoint.batchUrl(), writeKey, body, std::move(callback));
}

void TrackingApi::post(const Endpoint &endpoint, const QUrl &url, const Secret &writeKey, const QByteArray &body,
                       Callback callback)
{
    WebRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = body;
    request.authorization = WebAuthorization::basic(writeKey);
    request.timeoutMs = m_limits.timeoutMs;
    request.maxAnswerBytes = m_limits.maxAnswerBytes;
    const bool segmentOwn = endpoint.isSegment();
    m_web.send(request, [&redactor = m_redactor, segmentOwn, callback = std::move(callback)](WebAnswer &&web) {
        DeliveryAnswer answer;
        answer.startedAt = web.startedAt;
        answer.duration = web.duration;
        answer.status = web.status;
        answer.retryAfter =
            web.retryAfter < 0 ? -1 : std::clamp<std::int64_t>(web.retryAfter, kShortestWait, kLongestWait);
        answer.mayHaveArrived = web.mayHaveArrived;
        answer.requestHead = web.requestHead;
        answer.responseHead = web.responseHead;
        answer.responseBody = redactor.redact(web.body.left(kKeptBody + kLongestSecret)).left(kKeptBody);
        answer.detail = web.detail;
        if (web.failure == WebFailure::None || web.failure == WebFailure::TooLong) {
            judgeWhole(answer, web, segmentOwn);
        } else {
            judgeBroken(answer, web);
        }
        answer.sentence = redactor.redact(answer.sentence);
        callback(answer);
    });
}

void TrackingApi::abortAll()
{
    m_web.abortAll();
}

DeliveryOutcome TrackingApi::sortAnswer(int status, const QByteArray &contentType, const QByteArray &body,
                                        bool segmentOwn)
{
    if (status == 0) {
        return DeliveryOutcome::Unreachable;
    }
    if (status >= 200 && status < 300) {
        return isAccepted(contentType, body, segmentOwn) ? DeliveryOutcome::Accepted : DeliveryOutcome::SomethingElse;
    }
    switch (status) {
    case 400:
    case 413:
        return DeliveryOutcome::Rejected;
    case 401:
    case 403:
    case 404:
    case 407:
        return DeliveryOutcome::Unauthorised;
    case 408:
    case 410:
    case 429:
    case 460:
        return DeliveryOutcome::TryLater;
    case 501:
    case 505:
        return DeliveryOutcome::SomethingElse;
    default:
        return status >= 500 && status < 600 ? DeliveryOutcome::TryLater : DeliveryOutcome::SomethingElse;
    }
}

std::int64_t TrackingApi::readRetryAfter(const QByteArray &value, std::int64_t nowMs)
{
    const std::int64_t asked = segue::readRetryAfter(value, nowMs);
    return asked < 0 ? -1 : std::clamp<std::int64_t>(asked, kShortestWait, kLongestWait);
}

} // namespace segue
