// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "app/core/Redactor.h"
#include "app/core/Secret.h"
#include "app/core/WebClient.h"
#include "app/segment/Endpoint.h"

#include <QByteArray>
#include <QObject>

#include <functional>

namespace segue {

//! What an answer of a tracking endpoint means for the events that were sent (ARCHITECTURE, The courier).
enum class DeliveryOutcome {
    Accepted,      //!< 2xx of Segment's own form
    SomethingElse, //!< 3xx, a 2xx that is HTML or not Segment's form, an unexpected 4xx, 501, 505: the connection
                   //!< pauses
    Unauthorised,  //!< 401, 403, 404, 407: the connection pauses
    Rejected,      //!< 400, 413: this content; a batch is halved
    TryLater,      //!< 408, 410, 429, 460, 5xx but 501 and 505
    Unreachable,   //!< no whole answer: refused, reset, timed out, TLS, half an answer, a body without end
    Aborted,       //!< given up by us; nothing is known
};

//! One answer, with what is worth keeping beside the event.
struct DeliveryAnswer
{
    DeliveryOutcome outcome = DeliveryOutcome::Unreachable;
    int status = 0;               //!< HTTP status; 0 when there was none
    std::int64_t retryAfter = -1; //!< ms from now as the answer asked (reference 1.10: 1 s to 300 s); -1: it did not
    std::int64_t startedAt = 0;   //!< ms since 1970 UTC
    std::int64_t duration = 0;    //!< ms
    bool mayHaveArrived = false;  //!< the request may have reached the other side although no answer came
    bool proxyAsks = false;       //!< for a name and a password, before anything of the request went out
    QByteArray requestHead;       //!< redacted
    QByteArray responseHead;      //!< redacted
    QByteArray responseBody;      //!< redacted, its first 4 KB
    QString detail;               //!< for logs
    QString sentence; //!< for people, translated: what happened. Not: what comes next, which the courier knows
};

//! Speaks Segment's HTTP tracking API (reference 1) by way of a WebClient, whose rules hold. Lives on one thread, that
//! of its first post.
class TrackingApi : public QObject
{
    Q_OBJECT
public:
    struct Limits
    {
        std::int64_t timeoutMs = 10'000;            //!< for the whole exchange
        qint64 maxAnswerBytes = qint64{256} * 1024; //!< beyond it the exchange is ended
    };
    using Callback = std::function<void(const DeliveryAnswer &)>;

    TrackingApi(const Clock &clock, const Redactor &redactor, Limits limits, QObject *parent = nullptr,
                ProxyLogins *logins = nullptr);

    //! Posts the body to /track or /batch with the key in the Authorization header. The callback comes once, on this
    //! object's thread, later, unless the object goes first. One call is at most one request on the wire; a drop
    //! before the answer is Unreachable with mayHaveArrived.
    void postTrack(const Endpoint &endpoint, const Secret &writeKey, const QByteArray &body, Callback callback);
    void postBatch(const Endpoint &endpoint, const Secret &writeKey, const QByteArray &body, Callback callback);
    //! Ends what is under way; each callback gets Aborted.
    void abortAll();

    //! Sorts a whole answer by the table of ARCHITECTURE; pure. `contentType` and `body` decide Segment's form for a
    //! 2xx: a JSON object with `"success": true` (Segment reference 1.6). Other gateways (`segmentOwn` false) also
    //! answer with `OK`, with another JSON text or with nothing; JSON that says `false` to `success` or `ok`, or HTML,
    //! never is accepted.
    static DeliveryOutcome sortAnswer(int status, const QByteArray &contentType, const QByteArray &body,
                                      bool segmentOwn = true);
    //! Reads Retry-After: whole seconds or an HTTP date (RFC 7231, IMF-fixdate), clamped to 1 s … 300 s; -1 when absent
    //! or unreadable.
    static std::int64_t readRetryAfter(const QByteArray &value, std::int64_t nowMs);

private:
    void post(const Endpoint &endpoint, const QUrl &url, const Secret &writeKey, const QByteArray &body,
              Callback callback);

    const Redactor &m_redactor;
    Limits m_limits;
    WebClient m_web;
};

} // namespace segue
