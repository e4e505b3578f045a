// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <cstdint>

namespace segue {

using WebHeaders = QList<QPair<QByteArray, QByteArray>>;

//! `Authorization: <scheme> <secret>`; none while the scheme is empty.
struct WebAuthorization
{
    QByteArray scheme;
    Secret secret;

    //! The secret as the user of Basic authentication, with no password.
    static WebAuthorization basic(const Secret &user);
    static WebAuthorization bearer(const Secret &token);
};

//! One HTTP request and its limits.
struct WebRequest
{
    QByteArray method = "GET"; //!< a GET has no body
    QUrl url;                  //!< https, or http on loopback
    WebHeaders headers; //!< beside those of the transport (Content-Length, User-Agent, Accept-Encoding, Authorization)
    QByteArray body;
    WebAuthorization authorization;
    std::int64_t timeoutMs = 10'000;            //!< for the whole exchange
    qint64 maxAnswerBytes = qint64{256} * 1024; //!< beyond it the exchange is ended
};

//! Why there is no whole answer.
enum class WebFailure {
    None,         //!< there is one, of whatever status
    TooLong,      //!< ended by us: longer than the limit; status, headers and the begin of the body are there
    Aborted,      //!< given up by us
    TimedOut,     //!< by our own limit
    NotAllowed,   //!< never begun: plain http to another machine
    Untrusted,    //!< the certificate
    NoTls,        //!< no secure connection could be made
    Refused,      //!< nobody listens there
    HostNotFound, //!< no such name
    ProxyAsks,    //!< 407 of a proxy for a tunnel
    NoProxy,      //!< the proxy cannot be used
    BrokenOff,    //!< in the middle of its answer; the status is there
    Unreachable,  //!< anything else: reset, closed, no route
};

//! What came of one request. Heads, detail and sentence are redacted; the body is as it came.
struct WebAnswer
{
    WebFailure failure = WebFailure::Unreachable;
    int status = 0;               //!< HTTP status; 0 when there was none
    WebHeaders headers;           //!< as they came
    QByteArray body;              //!< as it came, up to the limit: for the program, not for logs
    bool mayHaveArrived = false;  //!< the request may have reached the other side although no whole answer came
    std::int64_t retryAfter = -1; //!< ms from the answer on, as its Retry-After says; -1: it says nothing
    std::int64_t startedAt = 0;   //!< ms since 1970 UTC
    std::int64_t duration = 0;    //!< ms
    QByteArray requestHead;
    QByteArray responseHead;
    QString detail;   //!< for logs
    QString sentence; //!< for people, translated: why there is no whole answer; empty when there is one

    //! The value of the first header of this name, in any case.
    QByteArray header(QByteArrayView name) const;
};

//! Reads Retry-After: whole seconds or an HTTP date (RFC 7231, IMF-fixdate). ms from now, none below 0, at most a year;
//! -1 when absent or unreadable.
std::int64_t readRetryAfter(const QByteArray &value, std::int64_t nowMs);

//! A length of time for a sentence: `1.5` for 1500 ms, in the person's notation.
QString secondsText(std::int64_t ms);

} // namespace segue
