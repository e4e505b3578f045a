// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/Endpoint.h"

#include "app/core/WebClient.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::Endpoint)
};

constexpr int kHighestPort = 65535;

// Segment reference 1.1.
constexpr QStringView kUsHost = u"api.segment.io";
constexpr QStringView kEuHost = u"events.eu1.segmentapis.com";

//! Never names what was typed: it may hold a password.
Error refused(const QString &detail, const QString &userText)
{
    return {ErrorCode::InvalidInput, u"endpoint: "_s + detail, userText};
}

Error unreadable(const QString &detail)
{
    return refused(detail, Text::tr("This is not an address that can be read. An endpoint looks like "
                                    "events.example.com or https://events.example.com/v1."));
}

//! The text in its parts, before QUrl has looked at it.
struct Parts
{
    QString scheme; //!< lower case; empty when none was given
    QString authority;
    QString rest; //!< from the first of `/ ? # \` on
};

Parts takenApart(const QString &text)
{
    Parts parts;
    qsizetype begin = 0;
    if (const qsizetype mark = text.indexOf(u"://"_s); mark >= 0 && !QStringView(text).left(mark).contains(u'/')) {
        parts.scheme = text.left(mark).toLower();
        begin = mark + 3;
    }
    qsizetype end = begin;
    while (end < text.size() && !QStringView(u"/?#\\").contains(text[end])) {
        ++end;
    }
    parts.authority = text.mid(begin, end - begin);
    parts.rest = text.mid(end);
    QHostAddress address;
    if (parts.authority.count(u':') > 1 && address.setAddress(parts.authority)) {
        parts.authority = u'[' + parts.authority + u']'; // an IPv6 address without its brackets
    }
    return parts;
}

std::optional<Error> checkPort(const QString &authority)
{
    const qsizetype colon = authority.indexOf(u':', std::max<qsizetype>(authority.lastIndexOf(u']'), 0));
    if (colon < 0) {
        return {};
    }
    const QString port = authority.mid(colon + 1);
    const bool digits = std::all_of(port.begin(), port.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool number = false;
    const int value = port.toInt(&number);
    if (!digits || !number || value < 1 || value > kHighestPort) {
        return refused(
            u"port"_s,
            Text::tr("What follows the colon is not a port. A port is a number from 1 to %1.").arg(kHighestPort));
    }
    return {};
}

//! What can be said of the text before it is read as a URL.
std::optional<Error> checkText(const QString &text, const Parts &parts)
{
    if (text.isEmpty()) {
        return refused(u"empty"_s, Text::tr("The endpoint is empty. Enter its host, such as events.example.com."));
    }
    if (std::any_of(text.begin(), text.end(), [](QChar c) {
            return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        })) {
        return refused(u"blank inside"_s, Text::tr("The endpoint has a blank or an invisible character inside. "
                                                   "Take it out, or type the address."));
    }
    if (text.startsWith(u"://")) {
        return unreadable(u"empty scheme"_s);
    }
    if (!parts.scheme.isEmpty() && parts.scheme != u"https" && parts.scheme != u"http") {
        return refused(u"scheme"_s, Text::tr("Only https:// addresses can be used, and http:// on this computer."));
    }
    if (parts.authority.contains(u'@')) {
        return refused(
            u"user info"_s,
            Text::tr("The endpoint has a user name or a password in it. Leave them out: events are sent with "
                     "the write key, which is kept in the keychain."));
    }
    if (parts.rest.contains(u'?')) {
        return refused(u"query"_s, Text::tr("The endpoint has a query (?…) in it. Leave it out."));
    }
    if (parts.rest.contains(u'#')) {
        return refused(u"fragment"_s, Text::tr("The endpoint has a fragment (#…) in it. Leave it out."));
    }
    if (parts.authority.isEmpty()) {
        return refused(u"no host"_s, Text::tr("The endpoint has no host. Enter one, such as events.example.com."));
    }
    return checkPort(parts.authority);
}

//! The tracking API's routes, their short forms included (Segment reference 1.1): what may follow `/v1` in a pasted
//! URL.
bool isRoute(const QString &segment)
{
    static const QStringList all{u"track"_s, u"identify"_s, u"page"_s,   u"screen"_s, u"group"_s,
                                 u"alias"_s, u"batch"_s,    u"import"_s, u"t"_s,      u"i"_s,
                                 u"p"_s,     u"s"_s,        u"g"_s,      u"a"_s,      u"b"_s};
    return all.contains(segment);
}

//! The path of the base, `/v1` at its end; nothing when something else follows `/v1`.
std::optional<QString> basePath(const QUrl &url)
{
    QStringList segments =
        url.adjusted(QUrl::NormalizePathSegments).path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    if (segments.size() >= 2 && segments[segments.size() - 2] == u"v1") {
        if (!isRoute(segments.last())) {
            return {};
        }
        segments.removeLast();
    }
    if (segments.isEmpty() || segments.last() != u"v1") {
        segments.append(u"v1"_s);
    }
    return u'/' + segments.join(u'/');
}

//! Host, port and scheme in the form in which two spellings of one endpoint are equal.
QUrl plainForm(const QUrl &url)
{
    QUrl plain = url;
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.endsWith(u'.')) {
        host.chop(1);
    }
    plain.setHost(host);
    if (plain.port() == (plain.scheme() == u"https" ? 443 : 80)) {
        plain.setPort(-1);
    }
    return plain;
}

std::optional<Error> checkHost(const QUrl &url)
{
    const QString host = url.host();
    if (host == u"api.segmentapis.com" || host == u"eu1.api.segmentapis.com") {
        return refused(
            u"Public API host"_s,
            Text::tr("%1 is the host of Segment's Public API; it takes no events. Events go to %2 (US) or %3 "
                     "(EU).")
                .arg(host, kUsHost.toString(), kEuHost.toString()));
    }
    if (url.scheme() == u"http" && !WebClient::isLoopback(host)) {
        return refused(u"plain http"_s,
                       Text::tr("Plain http would show the write key to everybody on the way. Use https://; http:// is "
                                "for this computer alone (localhost, 127.0.0.1, ::1)."));
    }
    return {};
}

} // namespace

Endpoint Endpoint::us()
{
    Endpoint endpoint;
    endpoint.m_region = Region::Us;
    endpoint.m_base = QUrl(u"https://%1/v1"_s.arg(kUsHost));
    return endpoint;
}

Endpoint Endpoint::eu()
{
    Endpoint endpoint;
    endpoint.m_region = Region::Eu;
    endpoint.m_base = QUrl(u"https://%1/v1"_s.arg(kEuHost));
    return endpoint;
}

Result<Endpoint> Endpoint::parse(const QString &text)
{
    const QString given = text.trimmed();
    const Parts parts = takenApart(given);
    if (const auto error = checkText(given, parts)) {
        return *error;
    }
    const QString scheme = parts.scheme.isEmpty() ? u"https"_s : parts.scheme;
    QUrl url(scheme + u"://" + parts.authority + parts.rest, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return unreadable(u"no URL"_s);
    }
    url = plainForm(url);
    if (!url.isValid() || url.host().isEmpty()) {
        return unreadable(u"no host"_s);
    }
    if (parts.scheme.isEmpty() && WebClient::isLoopback(url.host())) {
        url.setScheme(u"http"_s);
        url = plainForm(url);
    }
    if (const auto error = checkHost(url)) {
        return *error;
    }
    const auto path = basePath(url);
    if (!path) {
        return refused(u"path"_s,
                       Text::tr("What follows /v1 is no route of the tracking API. Give the address up to /v1."));
    }
    url.setPath(*path, QUrl::StrictMode);

    for (const Endpoint &segment : {us(), eu()}) {
        if (url.host() == segment.m_base.host()) {
            if (url != segment.m_base) {
                return refused(u"Segment's host with a port or path"_s,
                               Text::tr("%1 is Segment's own host. It is used without a port and without a path before "
                                        "/v1: choose the region instead.")
                                   .arg(url.host()));
            }
            return segment;
        }
    }
    Endpoint endpoint;
    endpoint.m_region = Region::Other;
    endpoint.m_base = url;
    return endpoint;
}

QUrl Endpoint::trackUrl() const
{
    QUrl url = m_base;
    if (!isNull()) {
        url.setPath(m_base.path(QUrl::FullyEncoded) + u"/track", QUrl::StrictMode);
    }
    return url;
}

QUrl Endpoint::batchUrl() const
{
    QUrl url = m_base;
    if (!isNull()) {
        url.setPath(m_base.path(QUrl::FullyEncoded) + u"/batch", QUrl::StrictMode);
    }
    return url;
}

bool Endpoint::isLoopback() const
{
    return WebClient::isLoopback(m_base.host());
}

QString Endpoint::displayText() const
{
    if (isNull()) {
        return {};
    }
    switch (m_region) {
    case Region::Us:
        return u"US"_s;
    case Region::Eu:
        return u"EU"_s;
    case Region::Other:
        break;
    }
    // The host's encoded form: letters of other scripts that look like Latin ones could pass for another host.
    return m_base.toString(QUrl::FullyEncoded);
}

} // namespace segue
