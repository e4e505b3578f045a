// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/WebExchange.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslError>

#include <algorithm>
#include <cstring>
#include <utility>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::WebExchange)
};

constexpr qsizetype kKeptHead = 8192;

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

QByteArray requestLine(const WebRequest &request)
{
    const QByteArray query = request.url.query(QUrl::FullyEncoded).toLatin1();
    return request.method + ' ' + request.url.path(QUrl::FullyEncoded).toLatin1() +
           (query.isEmpty() ? QByteArray() : '?' + query) +
           " HTTP/1.1\r\nHost: " + request.url.authority(QUrl::FullyEncoded).toLatin1() + "\r\n";
}

} // namespace

// A body that can be read once. Qt resends a request in silence when its connection drops before the answer; it asks
// the body to start over first, and gives up when that fails.
class WebExchange::OneTimeBody : public QIODevice
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

WebExchange::WebExchange(const Clock &clock, const Redactor &redactor, Done done, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_done(std::move(done))
{
}

WebExchange::~WebExchange()
{
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply;
    }
}

void WebExchange::begin(const WebRequest &request)
{
    m_url = request.url;
    m_timeoutMs = request.timeoutMs;
    m_maxAnswerBytes = request.maxAnswerBytes;
    m_startedAt = m_clock.now();
    m_startedMonotonic = m_clock.monotonic();
}

QNetworkRequest WebExchange::prepare(const WebRequest &request)
{
    QNetworkRequest prepared(request.url);
    const QByteArray agent = QByteArrayLiteral("Segue/" SEGUE_VERSION);
    m_requestHead = requestLine(request);
    for (const auto &[name, value] : request.headers) {
        prepared.setRawHeader(name, value);
        m_requestHead += name + ": " + value + "\r\n";
    }
    if (m_body != nullptr) {
        prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        m_requestHead += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    }
    prepared.setHeader(QNetworkRequest::UserAgentHeader, agent);
    prepared.setRawHeader("Accept-Encoding",
                          "identity"); // lengths can be compared, and nothing unpacks without a bound
    m_requestHead += "User-Agent: " + agent + "\r\n";
    if (!request.authorization.scheme.isEmpty()) {
        m_requestHead += "Authorization: [redacted]\r\n";
        request.authorization.secret.use([&](QByteArrayView secret) {
            QByteArray value = request.authorization.scheme + ' ' + secret.toByteArray();
            prepared.setRawHeader("Authorization", value); // Qt keeps a handle to the same bytes
        });
    }
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return prepared;
}

void WebExchange::start(std::shared_ptr<QNetworkAccessManager> network, const WebRequest &request,
                        std::function<void()> ask)
{
    begin(request);
    m_network = std::move(network);
    m_ask = std::move(ask);
    m_method = request.method;
    if (request.method != "GET") {
        m_body = new OneTimeBody(request.body, this);
    }
    m_prepared = prepare(request);
    connect(&m_timer, &QTimer::timeout, this, &WebExchange::timedOut);
    m_timer.setSingleShot(true);
    m_timer.start(std::chrono::milliseconds(m_timeoutMs));
    send();
}

void WebExchange::send()
{
    if (m_body == nullptr) {
        m_reply = m_network->get(m_prepared);
    } else if (m_method == "POST") {
        m_reply = m_network->post(m_prepared, m_body);
    } else {
        m_reply = m_network->sendCustomRequest(m_prepared, m_method, m_body);
    }
    m_reply->setReadBufferSize(m_maxAnswerBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &WebExchange::read);
    connect(m_reply, &QNetworkReply::finished, this, &WebExchange::finish);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty() && m_certificateProblem.isEmpty()) {
            m_certificateProblem = errors.first().errorString();
        }
    });
}

void WebExchange::resume(std::shared_ptr<QNetworkAccessManager> network)
{
    m_isWaiting = false;
    if (network == nullptr) {
        finish();
        return;
    }
    delete std::exchange(m_reply, nullptr);
    m_network = std::move(network);
    send();
}

void WebExchange::timedOut()
{
    if (m_isWaiting) {
        resume(nullptr); // nobody had a login in time
    } else {
        end(End::TimedOut);
    }
}

//! A way for the request has not been opened, so nothing of it has gone out.
bool WebExchange::waitsForLogin()
{
    if (!m_ask || m_end != End::ByItself || m_reply->error() != QNetworkReply::ProxyAuthenticationRequiredError ||
        m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 0 ||
        (m_body != nullptr && m_body->wasRead())) {
        return false;
    }
    m_isWaiting = true;
    std::exchange(m_ask, nullptr)();
    return true;
}

void WebExchange::refuse(const WebRequest &request)
{
    begin(request);
    m_finished = true;
    WebAnswer refused;
    refused.failure = WebFailure::NotAllowed;
    refused.detail = QStringLiteral("neither https nor loopback");
    refused.sentence = Text::tr("%1 is not asked: the address is not https, and everybody on the way could read along. "
                                "Nothing was sent.")
                           .arg(m_url.host());
    answer(std::move(refused));
}

void WebExchange::read()
{
    if (m_answer.isEmpty()) {
        // One piece of memory, that can be wiped by whoever gets a secret in it.
        m_answer.reserve(std::clamp<qint64>(m_reply->rawHeader("Content-Length").toLongLong(), 0, m_maxAnswerBytes));
    }
    m_answer += m_reply->read(m_maxAnswerBytes + 1 - m_answer.size());
    if (m_answer.size() > m_maxAnswerBytes) {
        end(End::TooLong);
    }
}

void WebExchange::end(End how)
{
    if (m_finished || m_end != End::ByItself) {
        return;
    }
    m_end = how;
    m_isWaiting = false;
    m_reply->abort(); // tells that it has finished
    finish();
    if (how != End::TooLong) {
        // Qt 6.4 begins a request after all that was aborted before its turn came. Not from within a signal of the
        // reply.
        delete std::exchange(m_reply, nullptr);
    }
}

void WebExchange::finish()
{
    if (m_finished || m_isWaiting || waitsForLogin()) {
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

    WebAnswer result;
    result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.headers = m_reply->rawHeaderPairs();
    result.body = std::move(m_answer);
    result.retryAfter = readRetryAfter(m_reply->rawHeader("Retry-After"), m_clock.now());
    result.failure = failureOf(result);
    const bool isBroken = result.failure != WebFailure::None && result.failure != WebFailure::TooLong;
    result.mayHaveArrived = isBroken && m_body != nullptr && m_body->wasRead();
    result.detail = detailOf(result);
    result.responseHead = responseHead(result);
    result.sentence = sentenceOf(result);
    answer(std::move(result));
}

void WebExchange::answer(WebAnswer &&answer)
{
    answer.startedAt = m_startedAt;
    answer.duration = m_clock.monotonic() - m_startedMonotonic;
    answer.requestHead = m_redactor.redact(m_requestHead);
    answer.responseHead = m_redactor.redact(answer.responseHead).left(kKeptHead);
    answer.detail = m_redactor.redact(answer.detail);
    answer.sentence = m_redactor.redact(answer.sentence);
    deleteLater();
    std::exchange(m_done, nullptr)(std::move(answer));
}

WebFailure WebExchange::failureOf(const WebAnswer &answer) const
{
    switch (m_end) {
    case End::Aborted:
        return WebFailure::Aborted;
    case End::TimedOut:
        return WebFailure::TimedOut;
    case End::TooLong:
        return WebFailure::TooLong;
    case End::ByItself:
        break;
    }
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool isShort = m_reply->hasRawHeader("Content-Length") && answer.status != 204 && answer.status != 304 &&
                         answer.body.size() < m_reply->rawHeader("Content-Length").trimmed().toLongLong();
    if (answer.status >= 200 && isOfStatus(error, answer.status) && !isShort) {
        return WebFailure::None;
    }
    if (!m_certificateProblem.isEmpty()) {
        return WebFailure::Untrusted;
    }
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return WebFailure::NoTls;
    case QNetworkReply::ConnectionRefusedError:
        return WebFailure::Refused;
    case QNetworkReply::HostNotFoundError:
        return WebFailure::HostNotFound;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return WebFailure::ProxyAsks;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return WebFailure::NoProxy;
    default:
        return answer.status > 0 ? WebFailure::BrokenOff : WebFailure::Unreachable;
    }
}

QString WebExchange::detailOf(const WebAnswer &answer) const
{
    switch (answer.failure) {
    case WebFailure::None:
        return QStringLiteral("HTTP %1").arg(answer.status);
    case WebFailure::TooLong:
        return QStringLiteral("HTTP %1, answer ended by us after %2 bytes").arg(answer.status).arg(answer.body.size());
    case WebFailure::TimedOut:
        return QStringLiteral("timed out after %1 ms").arg(m_timeoutMs);
    default:
        return m_reply->errorString();
    }
}

QString WebExchange::sentenceOf(const WebAnswer &answer) const
{
    const QString host = m_url.authority(QUrl::PrettyDecoded);
    const auto why = [&]() -> QString {
        switch (answer.failure) {
        case WebFailure::None:
        case WebFailure::NotAllowed:
            break;
        case WebFailure::TooLong:
            return Text::tr("%1 answered %2 with a text that does not end.").arg(host).arg(answer.status);
        case WebFailure::Aborted:
            return Text::tr("The request was given up.");
        case WebFailure::TimedOut:
            return Text::tr("No whole answer came from %1: timed out after %2 s.").arg(host, secondsText(m_timeoutMs));
        case WebFailure::Untrusted:
            return Text::tr("The certificate of %1 cannot be trusted: %2.").arg(host, m_certificateProblem);
        case WebFailure::NoTls:
            return Text::tr("No secure connection to %1 could be made: %2.").arg(host, m_reply->errorString());
        case WebFailure::Refused:
            return Text::tr("Nobody answers at %1: the connection was refused.").arg(host);
        case WebFailure::HostNotFound:
            return Text::tr("The address %1 was not found. Is this computer online?").arg(m_url.host());
        case WebFailure::ProxyAsks:
            return Text::tr("The proxy asks for a name and a password (407).");
        case WebFailure::NoProxy:
            return Text::tr("The proxy of this computer could not be used: %1.").arg(m_reply->errorString());
        case WebFailure::BrokenOff:
            return Text::tr("%1 broke off in the middle of its answer (%2).").arg(host).arg(answer.status);
        case WebFailure::Unreachable:
            return answer.mayHaveArrived ||
                           (m_body == nullptr && m_reply->error() == QNetworkReply::RemoteHostClosedError)
                       ? Text::tr("%1 closed the connection without an answer.").arg(host)
                       : Text::tr("%1 could not be reached: %2.").arg(host, m_reply->errorString());
        }
        return {};
    };
    if (answer.failure == WebFailure::None || answer.failure == WebFailure::TooLong || m_body == nullptr) {
        return why();
    }
    return why() + u' ' +
           (answer.mayHaveArrived ? Text::tr("It is not known whether the request arrived.")
                                  : Text::tr("Nothing was sent."));
}

QByteArray WebExchange::responseHead(const WebAnswer &answer) const
{
    if (answer.headers.isEmpty() && answer.status == 0) {
        return {};
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' +
                      m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray() + "\r\n";
    for (const auto &[name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
    }
    return head;
}

} // namespace segue
