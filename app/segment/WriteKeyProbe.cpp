// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/WriteKeyProbe.h"

#include "app/core/Futures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

constexpr qint64 kLongestAnswer = qint64{4} * 1024 * 1024; // settings of browser sources list every destination

// Overwrites each occurrence in place: what reads the rest has no need of it.
void blank(QByteArray &bytes, const Secret &secret)
{
    secret.use([&bytes](QByteArrayView view) {
        for (qsizetype at = bytes.indexOf(view); at >= 0; at = bytes.indexOf(view, at)) {
            std::fill_n(bytes.begin() + at, view.size(), 'x');
            at += view.size();
        }
    });
}

QUrl settingsUrl(const QUrl &base, const Secret &writeKey)
{
    QUrl url = base;
    writeKey.use([&](QByteArrayView key) {
        const QByteArray encoded = key.toByteArray().toPercentEncoding();
        url.setPath(base.path(QUrl::FullyEncoded) + u"/projects/"_s + QString::fromLatin1(encoded) + u"/settings"_s,
                    QUrl::StrictMode);
    });
    return url;
}

// `apiHost` is a host, most often with a path: `events.eu1.segmentapis.com/v1`.
std::optional<Endpoint::Region> regionIn(const QJsonObject &integrations)
{
    const QString host = integrations.value("Segment.io"_L1).toObject().value("apiHost"_L1).toString();
    const Result<Endpoint> named = Endpoint::parse(host);
    if (!named || !named.value().isSegment()) {
        return {};
    }
    return named.value().region();
}

KeyProbeAnswer couldNotAsk(const QString &why, const QString &detail)
{
    KeyProbeAnswer answer;
    answer.sentence = WriteKeyProbe::tr("Segment could not be asked about this write key. %1").arg(why);
    answer.detail = detail;
    return answer;
}

void judgeFound(KeyProbeAnswer &answer, const QByteArray &body)
{
    const QJsonValue integrations = QJsonDocument::fromJson(body).object().value("integrations"_L1);
    if (!integrations.isObject()) {
        answer.sentence =
            WriteKeyProbe::tr("Segment could not be asked about this write key: something else answers at "
                              "its address, such as the sign-in page of a network. Try again later, or "
                              "go on without this check.");
        return;
    }
    answer.verdict = KeyVerdict::Known;
    answer.region = regionIn(integrations.toObject());
    answer.sentence = WriteKeyProbe::tr("Segment knows this write key.");
}

KeyProbeAnswer judge(WebAnswer &&web, const Secret &writeKey)
{
    KeyProbeAnswer answer;
    answer.status = web.status;
    answer.askedAt = web.startedAt;
    answer.detail = web.detail;
    if (web.failure != WebFailure::None) {
        answer.sentence = WriteKeyProbe::tr("Segment could not be asked about this write key. %1").arg(web.sentence);
        return answer;
    }
    if (web.status >= 200 && web.status < 300) {
        blank(web.body, writeKey);
        judgeFound(answer, web.body);
    } else if (web.status == 404) {
        answer.verdict = KeyVerdict::NotConfirmed;
        answer.sentence = WriteKeyProbe::tr("Segment has published nothing for this write key (404). The key may still "
                                            "be right: keys of partner sources "
                                            "may not be published, and changes take up to a day. Compare it with the "
                                            "source's page in Segment, then send "
                                            "a sample and look for it there.");
    } else {
        answer.sentence =
            WriteKeyProbe::tr("Segment could not be asked about this write key: it answered %1. Try again "
                              "later, or go on without this check.")
                .arg(web.status);
    }
    return answer;
}

} // namespace

WriteKeyProbe::WriteKeyProbe(const Clock &clock, const Redactor &redactor, const QUrl &cdn, QObject *parent,
                             ProxyLogins *logins)
    : QObject(parent)
    , m_web(clock, redactor, this, logins)
    , m_cdn(cdn)
{
}

QUrl WriteKeyProbe::segmentCdn()
{
    return QUrl(u"https://cdn.segment.com/v1"_s);
}

QFuture<KeyProbeAnswer> WriteKeyProbe::ask(const Endpoint &endpoint, const Secret &writeKey)
{
    const auto promise = std::make_shared<QPromise<KeyProbeAnswer>>();
    promise->start();
    QFuture<KeyProbeAnswer> future = promise->future();
    const auto give = [promise](const KeyProbeAnswer &answer) {
        promise->addResult(answer);
        promise->finish();
    };
    if (writeKey.isEmpty()) {
        give(couldNotAsk(tr("There is no key."), u"no key"_s));
        return future;
    }
    if (!endpoint.isSegment() && !endpoint.isLoopback()) {
        give(couldNotAsk(tr("The endpoint is not Segment's, and its keys are not shown to Segment."),
                         u"not Segment's endpoint"_s));
        return future;
    }
    WebRequest request;
    request.url = settingsUrl(endpoint.isSegment() ? m_cdn : endpoint.base(), writeKey);
    request.headers = {{"Accept", "application/json"}};
    request.maxAnswerBytes = kLongestAnswer;
    const WebClient::Id id =
        m_web.send(request, [give, writeKey](WebAnswer &&web) { give(judge(std::move(web), writeKey)); });
    whenCancelled(future, this, [this, id] { m_web.abort(id); });
    return future;
}

} // namespace segue
