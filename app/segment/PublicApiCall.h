// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Result.h"
#include "app/core/WebClient.h"
#include "app/segment/PublicApiQuery.h"
#include "app/segment/PublicApiReader.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace segue {

struct PublicApiLimits
{
    std::int64_t timeoutMs = 20'000;                  //!< for each request
    qint64 maxAnswerBytes = qint64{32} * 1024 * 1024; //!< of each answer
    std::int64_t longestWaitMs = 60'000;              //!< a 429 that asks for longer is an error
    int mostWaits = 5;                                //!< in one call
    int pageSize = 200;                               //!< older copies of the reference allow no more
    int mostPages = 500;                              //!< of one list
};

//! What all calls of one client share.
struct PublicApiSession
{
    WebClient &web;
    const Redactor &redactor;
    QUrl base;
    Secret token;
    PublicApiLimits limits;
    QHash<QString, QuerySpelling> spellings;           //!< those that a route has taken, by operation
    QHash<QString, QuerySpelling> remembered = {};     //!< taken at an earlier time: tried first, and no more than that
    QuerySpelling preferred = QuerySpelling::Brackets; //!< for the other routes
    std::function<void(const QString &operation)> learned = {}; //!< the second spelling of an operation was taken
};

struct PublicApiRequest
{
    QString operation; //!< its name in Segment's reference
    QByteArray method = "GET";
    QString route; //!< below the base, percent-encoded, with its first slash
    PublicApiQuery query;
    bool isPaged = false;
    QByteArray body;
    QByteArray version = "v1"; //!< or v1beta, v1alpha
};

//! One call as its caller sees it: every page of a list, with what a 429 asks to wait, and the other spelling of the
//! query when the first is not taken. Answers once, then deletes itself.
class PublicApiCall : public QObject
{
public:
    using Done = std::function<void(Result<QList<PublicApiPage>> &&)>;

    //! The session outlives the call.
    PublicApiCall(PublicApiSession &session, PublicApiRequest request, Done whenDone, QObject *parent);

    void start();
    //! Answers Cancelled at once and ends the request.
    void abort();

private:
    void send();
    void take(WebAnswer &&answer);
    void takePage(WebAnswer &&answer);
    void waitAndRepeat(const WebAnswer &answer);
    bool trySecondSpelling();
    void end(Result<QList<PublicApiPage>> &&result);

    PublicApiSession &m_session;
    PublicApiRequest m_request;
    Done m_done;
    QTimer m_wait;
    WebClient::Id m_underWay = 0; //!< an answer to another one is late
    QuerySpelling m_spelling = QuerySpelling::Brackets;
    bool m_hasTriedBoth = false;
    int m_waits = 0;
    QString m_cursor;
    QSet<QString> m_cursors; //!< those asked for
    QList<PublicApiPage> m_pages;
};

} // namespace segue
