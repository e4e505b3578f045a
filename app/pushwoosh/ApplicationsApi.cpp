// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pushwoosh/ApplicationsApi.h"

#include <QHash>
#include <QPromise>
#include <QTimer>

#include <algorithm>

namespace segue {

namespace {

const QString kMethod = QStringLiteral("/json/1.3/getApplications");

//! A JSON string of the token; what was made on the way is wiped.
QByteArray requestBody(const Secret &token, int page)
{
    QByteArray body = R"({"request":{"auth":")";
    token.use([&body](QByteArrayView bytes) {
        constexpr char kDigits[] = "0123456789abcdef";
        for (const char each : bytes) {
            const auto byte = static_cast<unsigned char>(each);
            if (each == '"' || each == '\\') {
                body += '\\';
                body += each;
            } else if (byte < 0x20) {
                body += "\\u00";
                body += kDigits[byte >> 4U];
                body += kDigits[byte & 0xFU];
            } else {
                body += each;
            }
        }
    });
    body += R"(","page":)" + QByteArray::number(page) + "}}";
    return body;
}

} // namespace

//! One list that is being made.
struct ApplicationsApi::Listing
{
    QPromise<Result<ApplicationList>> promise;
    QUrl url;
    Secret token;
    WebClient::Id request = 0;
    int page = 0;
    int waits = 0;
    bool isLast = false;
    QHash<QString, QString> found;
    QString otherBase;
};

ApplicationsApi::ApplicationsApi(const Clock &clock, const Redactor &redactor, Limits limits, QObject *parent,
                                 ProxyLogins *logins)
    : QObject(parent)
    , m_redactor(redactor)
    , m_limits(limits)
    , m_web(clock, redactor, nullptr, logins)
{
}

ApplicationsApi::~ApplicationsApi()
{
    abort();
}

QUrl ApplicationsApi::defaultBase()
{
    return QUrl(QStringLiteral("https://api.pushwoosh.com"));
}

Result<QUrl> ApplicationsApi::readBase(const QString &text)
{
    const QString trimmed = text.trimmed();
    QUrl url(trimmed.contains(u"://") ? trimmed : QStringLiteral("https://") + trimmed, QUrl::StrictMode);
    const auto wrong = [](const QString &sentence) {
        return Error{ErrorCode::InvalidInput, QStringLiteral("address of the Pushwoosh API"), sentence};
    };
    if (trimmed.isEmpty() || !url.isValid() || url.host().isEmpty()) {
        return wrong(
            tr("This is not an address. The Pushwoosh API is at %1 unless your account has a place of its own.")
                .arg(defaultBase().toString()));
    }
    const bool isPlain = url.scheme() == QStringLiteral("http") && WebClient::isLoopback(url.host());
    if (url.scheme() != QStringLiteral("https") && !isPlain) {
        return wrong(tr("The address must begin with https://, because a token is sent there."));
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return wrong(tr("Only the address itself is needed: no user, no “?” and no “#” in it."));
    }
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    const qsizetype method = path.indexOf(QStringLiteral("/json/"));
    url.setPath(method < 0 ? path : path.left(method));
    return url;
}

QFuture<Result<ApplicationList>> ApplicationsApi::list(const QUrl &base, const Secret &token)
{
    auto listing = std::make_unique<Listing>();
    listing->url = base;
    listing->url.setPath(base.path() + kMethod);
    listing->token = token;
    listing->promise.start();
    QFuture<Result<ApplicationList>> future = listing->promise.future();
    const quint64 number = ++m_lastNumber;
    m_listings.emplace(number, std::move(listing));
    ask(number);
    return future;
}

void ApplicationsApi::abort()
{
    while (!m_listings.empty()) {
        const auto &[number, listing] = *m_listings.begin();
        m_web.abort(listing->request);
        finish(number, Error{ErrorCode::Cancelled, QStringLiteral("getApplications: given up"),
                             tr("The request was given up.")});
    }
}

void ApplicationsApi::ask(quint64 number)
{
    const auto found = m_listings.find(number);
    if (found == m_listings.end()) {
        return;
    }
    Listing &listing = *found->second;
    WebRequest request;
    request.method = "POST";
    request.url = listing.url;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = requestBody(listing.token, listing.page);
    request.timeoutMs = m_limits.timeoutMs;
    request.maxAnswerBytes = m_limits.maxAnswerBytes;
    listing.request = m_web.send(request, [this, number](WebAnswer &&answer) { answered(number, answer); });
    wipe(request.body);
}

void ApplicationsApi::answered(quint64 number, const WebAnswer &answer)
{
    const auto found = m_listings.find(number);
    if (found == m_listings.end()) {
        return; // given up meanwhile
    }
    Listing &listing = *found->second;
    if (answer.failure != WebFailure::None) {
        const ErrorCode code = answer.failure == WebFailure::TimedOut ? ErrorCode::TimedOut : ErrorCode::Network;
        finish(number, Error{code, QStringLiteral("getApplications: ") + answer.detail, answer.sentence});
        return;
    }
    if (answer.status == 429 && listing.waits < m_limits.waits && answer.retryAfter >= 0 &&
        answer.retryAfter <= m_limits.longestWaitMs) {
        ++listing.waits;
        QTimer::singleShot(std::chrono::milliseconds(answer.retryAfter), this, [this, number] { ask(number); });
        return;
    }
    const Result<ApplicationsPage> page =
        readApplicationsPage(answer.status, answer.header("Content-Type"), answer.body);
    if (!page) {
        // It quotes what was answered.
        const Error &error = page.error();
        finish(number, Error{error.code, m_redactor.redact(error.detail), m_redactor.redact(error.userText)});
        return;
    }
    take(listing, page.value());
    if (!listing.isLast && listing.page < m_limits.pages) {
        ask(number);
        return;
    }
    ApplicationList list{{}, listing.isLast, listing.otherBase};
    for (auto each = listing.found.cbegin(); each != listing.found.cend(); ++each) {
        list.applications.append({each.key(), each.value()});
    }
    std::ranges::sort(list.applications, [](const PushwooshApplication &a, const PushwooshApplication &b) {
        const int names = QString::localeAwareCompare(a.name, b.name);
        return names != 0 ? names < 0 : a.code < b.code;
    });
    finish(number, list);
}

//! It is not documented whether `total` counts pages or names the last one; so one page too many may be asked for,
//! which adds nothing (reference 2.1).
void ApplicationsApi::take(Listing &listing, const ApplicationsPage &page)
{
    const qsizetype before = listing.found.size();
    for (const PushwooshApplication &application : page.applications) {
        listing.found.insert(application.code, application.name);
    }
    listing.otherBase = page.otherBase;
    const bool addsNothing = listing.found.size() == before;
    listing.isLast = addsNothing || (page.total >= 0 && listing.page >= page.total);
    ++listing.page;
}

void ApplicationsApi::finish(quint64 number, Result<ApplicationList> result)
{
    const auto found = m_listings.find(number);
    if (found == m_listings.end()) {
        return;
    }
    const std::unique_ptr<Listing> listing = std::move(found->second);
    m_listings.erase(found);
    listing->promise.addResult(std::move(result));
    listing->promise.finish();
}

} // namespace segue
