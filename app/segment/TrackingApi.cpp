// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/TrackingApi.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimeZone>
#include <QTimer>

#include <algorithm>
#include <cstring>
#include <utility>

namespace segue {

namespace {

constexpr qsizetype kKeptBody = 4096;
constexpr qsizetype kKeptHead = 8192;
constexpr qsizetype kLongestSecret = 4096; // beyond what is kept, so that no secret is cut in two before it is seen
constexpr qsizetype kQuotedMessage = 200;
constexpr std::int64_t kShortestWait = 1'000;
constexpr std::int64_t kLongestWait = 300'000;

// A body that can be read once. Qt resends a POST in silence when its connection drops before the answer; it asks the
// body to start over first, and gives up when that fails.
class OneTimeBody : public QIODevice
{
public:
    OneTimeBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return !m_wasRead; }
    // Whether any of it was handed over to a connection.
    bool wasRead() const { return m_wasRead; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min(maxSize, size() - pos());
        if (count <= 0) {
            return -1;
        }
        std::memcpy(data, m_bytes.constData() + pos(), static_cast<std::size_t>(count));
        m_wasRead = true;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    bool m_wasRead = false;
};

class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

// Whether Qt reports this error although the whole answer came: it makes one of every status from 400 on, and rewinds
// the body for 307 and 308 even where redirects are not followed.
bool isOfStatus(QNetworkReply::NetworkError error, int status)
{
    switch (error) {
    case QNetworkReply::NoError:
    case QNetworkReply::ProtocolInvalidOperationError:    // 400
    case QNetworkReply::ProxyAuthenticationRequiredError: // 407
        return true;
    case QNetworkReply::ContentReSendError:
        return status == 307 || status == 308;
    default:
        return (error > 200 && error < 300) || (error > 400 && error < 500);
    }
}

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

QString seconds(std::int64_t ms)
{
    return QLocale().toString(static_cast<double>(ms) / 1000, 'g', 6);
}

QByteArray requestLine(const QUrl &url)
{
    return "POST " + url.path(QUrl::FullyEncoded).toLatin1() +
           " HTTP/1.1\r\nHost: " + url.authority(QUrl::FullyEncoded).toLatin1() + "\r\n";
}

} // namespace

//! One request and what comes of it. Deletes itself after it has answered.
class TrackingApi::Exchange : public QObject
{
public:
    Exchange(TrackingApi &api, bool segmentOwn, Callback callback)
        : QObject(&api)
        , m_api(api)
        , m_segmentOwn(segmentOwn)
        , m_callback(std::move(callback))
    {
        m_api.m_exchanges.append(this);
    }
    ~Exchange() override
    {
        m_api.m_exchanges.removeOne(this);
        if (m_reply != nullptr) {
            m_reply->disconnect(this);
            m_reply->abort();
            delete m_reply;
        }
    }
    Q_DISABLE_COPY_MOVE(Exchange)

    void start(QNetworkAccessManager &network, const QUrl &url, const Secret &writeKey, const QByteArray &body);
    void abort() { end(End::Aborted); }

private:
    enum class End { ByItself, Aborted, TimedOut, TooLong };

    void read();
    void end(End how);
    void finish();
    void judge(DeliveryAnswer &answer) const;
    void judgeWhole(DeliveryAnswer &answer) const;
    void judgeBroken(DeliveryAnswer &answer) const;
    QString wholeSentence(const DeliveryAnswer &answer) const;
    QString brokenSentence(const DeliveryAnswer &answer) const;
    QByteArray responseHead(int status) const;

    TrackingApi &m_api;
    bool m_segmentOwn;
    Callback m_callback;
    QUrl m_url;
    OneTimeBody *m_body = nullptr;
    QNetworkReply *m_reply = nullptr;
    QTimer m_timer;
    QByteArray m_requestHead;
    QByteArray m_answer;
    QString m_certificateProblem;
    End m_end = End::ByItself;
    bool m_finished = false;
    std::int64_t m_startedAt = 0;
    std::int64_t m_startedMonotonic = 0;
};

void TrackingApi::Exchange::start(QNetworkAccessManager &network, const QUrl &url, const Secret &writeKey,
                                  const QByteArray &body)
{
    m_url = url;
    m_startedAt = m_api.m_clock.now();
    m_startedMonotonic = m_api.m_clock.monotonic();

    QNetworkRequest request(url);
    const QByteArray agent = QByteArrayLiteral("Segue/" SEGUE_VERSION);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    request.setHeader(QNetworkRequest::UserAgentHeader, agent);
    request.setRawHeader("Accept-Encoding", "identity"); // lengths can be compared, and nothing unpacks without a bound
    m_requestHead = requestLine(url) +
                    "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                    "\r\nUser-Agent: " + agent + "\r\nAuthorization: [redacted]\r\n";
    writeKey.use([&request](QByteArrayView key) {
        QByteArray pair = key.toByteArray() + ':';
        QByteArray header = "Basic " + pair.toBase64();
        request.setRawHeader("Authorization", header);
        wipe(pair);
    });
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);

    m_body = new OneTimeBody(body, this);
    m_reply = network.post(request, m_body);
    m_reply->setReadBufferSize(m_api.m_limits.maxAnswerBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::read);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty() && m_certificateProblem.isEmpty()) {
            m_certificateProblem = errors.first().errorString();
        }
    });
    connect(&m_timer, &QTimer::timeout, this, [this] { end(End::TimedOut); });
    m_timer.setSingleShot(true);
    m_timer.start(std::chrono::milliseconds(m_api.m_limits.timeoutMs));
}

void TrackingApi::Exchange::read()
{
    const qint64 limit = m_api.m_limits.maxAnswerBytes;
    m_answer += m_reply->read(limit + 1 - m_answer.size());
    if (m_answer.size() > limit) {
        end(End::TooLong);
    }
}

void TrackingApi::Exchange::end(End how)
{
    if (m_finished || m_end != End::ByItself) {
        return;
    }
    m_end = how;
    m_reply->abort(); // tells that it has finished
    finish();
    if (how != End::TooLong) {
        // Qt 6.4 begins a request after all that was aborted before its turn came. Not from within a signal of the
        // reply.
        delete std::exchange(m_reply, nullptr);
    }
}

void TrackingApi::Exchange::finish()
{
    if (m_finished) {
        return;
    }
    m_timer.stop();
    if (m_end == End::ByItself) {
        read(); // may end it after all, and then comes here by itself
        if (m_end != End::ByItself && m_finished) {
            return;
        }
    }
    m_finished = true;

    DeliveryAnswer answer;
    answer.startedAt = m_startedAt;
    answer.duration = m_api.m_clock.monotonic() - m_startedMonotonic;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.retryAfter = TrackingApi::readRetryAfter(m_reply->rawHeader("Retry-After"), m_api.m_clock.now());
    judge(answer);
    const Redactor &redactor = m_api.m_redactor;
    answer.requestHead = redactor.redact(m_requestHead);
    answer.responseHead = redactor.redact(responseHead(answer.status)).left(kKeptHead);
    answer.responseBody = redactor.redact(m_answer.left(kKeptBody + kLongestSecret)).left(kKeptBody);
    answer.detail = redactor.redact(answer.detail);
    answer.sentence = redactor.redact(answer.sentence);

    // Later, so that whoever hears of it may do as they like with this object's owner.
    QMetaObject::invokeMethod(
        &m_api, [callback = std::move(m_callback), answer] { callback(answer); }, Qt::QueuedConnection);
    m_api.m_exchanges.removeOne(this);
    deleteLater();
}

void TrackingApi::Exchange::judge(DeliveryAnswer &answer) const
{
    const bool isShort = m_reply->hasRawHeader("Content-Length") && answer.status != 304 &&
                         m_answer.size() < m_reply->rawHeader("Content-Length").trimmed().toLongLong();
    const bool isWhole = m_end == End::ByItself && isOfStatus(m_reply->error(), answer.status) && !isShort;
    const bool isEnough = isWhole || m_end == End::TooLong;
    if (answer.status >= 200 && isEnough) {
        judgeWhole(answer);
    } else {
        judgeBroken(answer);
    }
}

void TrackingApi::Exchange::judgeWhole(DeliveryAnswer &answer) const
{
    answer.detail = QStringLiteral("HTTP %1").arg(answer.status);
    answer.outcome = TrackingApi::sortAnswer(answer.status, m_reply->rawHeader("Content-Type"), m_answer, m_segmentOwn);
    if (m_end == End::TooLong) {
        answer.detail += QStringLiteral(", answer ended by us after %1 bytes").arg(m_answer.size());
        if (answer.status < 300) {
            answer.outcome = DeliveryOutcome::SomethingElse;
            answer.sentence = tr("The endpoint answered %1 with a text that does not end, which Segment never does.")
                                  .arg(answer.status);
            return;
        }
    }
    answer.sentence = wholeSentence(answer);
}

void TrackingApi::Exchange::judgeBroken(DeliveryAnswer &answer) const
{
    answer.detail = m_reply->errorString();
    answer.outcome = DeliveryOutcome::Unreachable;
    answer.mayHaveArrived = m_body->wasRead();
    if (m_end == End::Aborted) {
        answer.outcome = DeliveryOutcome::Aborted;
    } else if (m_end == End::TimedOut) {
        answer.detail = QStringLiteral("timed out after %1 ms").arg(m_api.m_limits.timeoutMs);
    } else if (m_reply->error() == QNetworkReply::ProxyAuthenticationRequiredError) {
        answer.outcome = DeliveryOutcome::Unauthorised;
        answer.status = 407;
    }
    answer.sentence =
        brokenSentence(answer) + u' ' +
        (answer.mayHaveArrived ? tr("It is not known whether the request arrived.") : tr("Nothing was sent."));
}

QString TrackingApi::Exchange::wholeSentence(const DeliveryAnswer &answer) const
{
    const int status = answer.status;
    switch (status) {
    case 401:
        return tr("The endpoint answered 401 (not signed in).");
    case 403:
        return tr("The endpoint answered 403 (forbidden).");
    case 404:
        return tr("The endpoint answered 404 (there is nothing at this address).");
    case 407:
        return tr("The proxy asks for a name and a password (407).");
    case 413:
        return tr("The endpoint answered 413 (too large).");
    case 429:
        return answer.retryAfter < 0 ? tr("The endpoint answered 429 (too many requests).")
                                     : tr("The endpoint answered 429 (too many requests) and asks to wait for %1 s.")
                                           .arg(seconds(answer.retryAfter));
    default:
        break;
    }
    if (answer.outcome == DeliveryOutcome::Accepted) {
        return tr("The endpoint accepted the request (%1).").arg(status);
    }
    if (status >= 300 && status < 400) {
        return tr("The endpoint answered %1 (moved to another address); Segue follows no redirects.").arg(status);
    }
    if (status >= 200 && status < 300) {
        return isHtml(m_reply->rawHeader("Content-Type"), m_answer.trimmed())
                   ? tr("The endpoint answered %1 with a web page. Something other than Segment answers there.")
                         .arg(status)
                   : tr("The endpoint answered %1, but not in the form in which Segment accepts events.").arg(status);
    }
    const QString message = messageIn(m_answer);
    if (answer.outcome == DeliveryOutcome::Rejected) {
        return message.isEmpty() ? tr("The endpoint refused the content (%1).").arg(status)
                                 : tr("The endpoint refused the content (%1): %2").arg(status).arg(message);
    }
    if (status >= 500) {
        return answer.outcome == DeliveryOutcome::TryLater
                   ? tr("The endpoint answered %1 (a fault on its side).").arg(status)
                   : tr("The endpoint answered %1 (it cannot do what was asked).").arg(status);
    }
    return tr("The endpoint answered %1.").arg(status);
}

QString TrackingApi::Exchange::brokenSentence(const DeliveryAnswer &answer) const
{
    const QString host = m_url.authority(QUrl::PrettyDecoded);
    if (m_end == End::Aborted) {
        return tr("The request was given up.");
    }
    if (m_end == End::TimedOut) {
        return tr("No whole answer came from %1: timed out after %2 s.").arg(host, seconds(m_api.m_limits.timeoutMs));
    }
    if (!m_certificateProblem.isEmpty()) {
        return tr("The certificate of %1 cannot be trusted: %2.").arg(host, m_certificateProblem);
    }
    switch (m_reply->error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return tr("No secure connection to %1 could be made: %2.").arg(host, m_reply->errorString());
    case QNetworkReply::ConnectionRefusedError:
        return tr("Nobody answers at %1: the connection was refused.").arg(host);
    case QNetworkReply::HostNotFoundError:
        return tr("The address %1 was not found. Is this computer online?").arg(m_url.host());
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return tr("The proxy asks for a name and a password (407).");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return tr("The proxy of this computer could not be used: %1.").arg(m_reply->errorString());
    default:
        break;
    }
    if (answer.status > 0) {
        return tr("%1 broke off in the middle of its answer (%2).").arg(host).arg(answer.status);
    }
    return answer.mayHaveArrived ? tr("%1 closed the connection without an answer.").arg(host)
                                 : tr("%1 could not be reached: %2.").arg(host, m_reply->errorString());
}

QByteArray TrackingApi::Exchange::responseHead(int status) const
{
    if (m_reply->rawHeaderPairs().isEmpty() && status == 0) {
        return {};
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' +
                      m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray() + "\r\n";
    for (const auto &[name, value] : m_reply->rawHeaderPairs()) {
        head += name + ": " + value + "\r\n";
    }
    return head;
}

TrackingApi::TrackingApi(const Clock &clock, const Redactor &redactor, Limits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_limits(limits)
{
}

TrackingApi::~TrackingApi()
{
    // Those that have answered wait for their deletion as children; all of them go before the managers.
    const QList<QObject *> all = children();
    qDeleteAll(all);
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
    auto *exchange = new Exchange(*this, endpoint.isSegment(), std::move(callback));
    exchange->start(networkFor(endpoint), url, writeKey, body);
}

void TrackingApi::abortAll()
{
    const QList<Exchange *> underWay = m_exchanges;
    for (Exchange *exchange : underWay) {
        exchange->abort();
    }
}

// Made on first use: a manager starts a thread and loads the TLS library.
QNetworkAccessManager &TrackingApi::networkFor(const Endpoint &endpoint)
{
    if (endpoint.isLoopback()) {
        if (!m_direct) {
            m_direct = std::make_unique<QNetworkAccessManager>();
            m_direct->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        }
        return *m_direct;
    }
    if (!m_proxied) {
        m_proxied = std::make_unique<QNetworkAccessManager>();
        m_proxied->setProxyFactory(new SystemProxies);
    }
    return *m_proxied;
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
    const QByteArray text = value.trimmed();
    if (text.isEmpty()) {
        return -1;
    }
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool ok = false;
        const qlonglong asked = text.toLongLong(&ok);
        return ok && asked < kLongestWait / 1000 ? std::max<std::int64_t>(asked * 1000, kShortestWait) : kLongestWait;
    }
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid()) {
        return -1;
    }
    date.setTimeSpec(Qt::UTC);
    return std::clamp<std::int64_t>(date.toMSecsSinceEpoch() - nowMs, kShortestWait, kLongestWait);
}

} // namespace segue
