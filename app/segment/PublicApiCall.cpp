// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/PublicApiCall.h"

#include "app/segment/PublicApiErrors.h"

#include <QPointer>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

constexpr std::int64_t kUnsaidWait = 1'000; // for the first 429 that does not say, then twice as long each time

} // namespace

PublicApiCall::PublicApiCall(PublicApiSession &session, PublicApiRequest request, Done whenDone, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_request(std::move(request))
    , m_done(std::move(whenDone))
{
    const QString &operation = m_request.operation;
    m_spelling = m_session.spellings.value(operation, m_session.remembered.value(operation, m_session.preferred));
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PublicApiCall::send);
}

void PublicApiCall::start()
{
    if (m_session.token.isEmpty()) {
        // Later, as every other answer.
        QMetaObject::invokeMethod(
            this, [this] { end(PublicApiErrors::noToken()); }, Qt::QueuedConnection);
        return;
    }
    send();
}

void PublicApiCall::abort()
{
    end(PublicApiErrors::cancelled());
}

void PublicApiCall::send()
{
    PublicApiQuery query = m_request.query;
    if (m_request.isPaged) {
        query.addPage(m_session.limits.pageSize, m_cursor);
    }
    WebRequest web;
    web.method = m_request.method;
    web.url = m_session.base;
    QString path = m_session.base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    web.url.setPath(path + m_request.route, QUrl::StrictMode);
    if (const QString text = query.text(m_spelling); !text.isEmpty()) {
        web.url.setQuery(text, QUrl::StrictMode);
    }
    const QByteArray type = "application/vnd.segment." + m_request.version + "+json";
    web.headers = {{"Accept", type}};
    if (m_request.method != "GET") {
        web.headers.append({"Content-Type", type});
        web.body = m_request.body;
    }
    web.authorization = WebAuthorization::bearer(m_session.token);
    web.timeoutMs = m_session.limits.timeoutMs;
    web.maxAnswerBytes = m_session.limits.maxAnswerBytes;
    m_underWay = m_session.web.send(web, [call = QPointer(this)](WebAnswer &&answer) {
        if (call) {
            call->take(std::move(answer));
        }
    });
}

void PublicApiCall::take(WebAnswer &&answer)
{
    if (!m_done) {
        return;
    }
    m_underWay = 0;
    if (answer.failure != WebFailure::None) {
        end(PublicApiErrors::ofFailure(answer));
    } else if (answer.status >= 200 && answer.status < 300) {
        takePage(std::move(answer));
    } else if (answer.status == 429) {
        waitAndRepeat(answer);
    } else if (answer.status == 422 && trySecondSpelling()) {
        send();
    } else {
        PublicApiReader::takeWriteKeys(answer.body);
        end(PublicApiErrors::ofStatus(answer, m_session.redactor));
    }
}

void PublicApiCall::takePage(WebAnswer &&answer)
{
    std::optional<PublicApiPage> page = PublicApiReader::page(std::move(answer.body));
    if (!page) {
        end(PublicApiErrors::unreadable(answer.detail + u", not of Segment's form"));
        return;
    }
    m_session.spellings.insert(m_request.operation, m_spelling);
    if (std::exchange(m_hasTriedBoth, false)) {
        m_session.preferred = m_spelling;
        if (m_session.learned) {
            m_session.learned(m_request.operation);
        }
    }
    m_cursor = m_request.isPaged ? PublicApiReader::nextCursor(*page) : QString();
    m_pages.append(*std::move(page));
    if (m_cursor.isEmpty()) {
        end(std::move(m_pages));
    } else if (m_cursors.contains(m_cursor) || m_pages.size() >= m_session.limits.mostPages) {
        end(PublicApiErrors::unreadable(u"a list without end, after %1 pages"_s.arg(m_pages.size())));
    } else {
        m_cursors.insert(m_cursor);
        send();
    }
}

void PublicApiCall::waitAndRepeat(const WebAnswer &answer)
{
    const std::int64_t asked = PublicApiErrors::askedWait(answer);
    const std::int64_t wait = asked >= 0 ? asked : kUnsaidWait << m_waits;
    if (wait > m_session.limits.longestWaitMs || m_waits >= m_session.limits.mostWaits) {
        end(PublicApiErrors::tooBusy(wait));
        return;
    }
    ++m_waits;
    m_wait.start(std::chrono::milliseconds(wait));
}

// A 422 to a spelling that the route has taken before is about something else.
bool PublicApiCall::trySecondSpelling()
{
    if (m_hasTriedBoth || !(m_request.isPaged || m_request.query.hasParts()) ||
        m_session.spellings.contains(m_request.operation)) {
        return false;
    }
    m_hasTriedBoth = true;
    m_spelling = m_spelling == QuerySpelling::Brackets ? QuerySpelling::Dots : QuerySpelling::Brackets;
    return true;
}

void PublicApiCall::end(Result<QList<PublicApiPage>> &&result)
{
    if (!m_done) {
        return;
    }
    m_wait.stop();
    const Done tell = std::exchange(m_done, nullptr);
    if (const WebClient::Id id = std::exchange(m_underWay, 0)) {
        m_session.web.abort(id);
    }
    deleteLater();
    tell(std::move(result));
}

} // namespace segue
