// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/PublicAddress.h"

#include "app/core/WebClient.h"

#include <QHostAddress>

namespace segue {

namespace {

const QString kHttps = QStringLiteral("https");
constexpr qsizetype kLongest = 300;

Error wrong(const QString &sentence)
{
    return {ErrorCode::InvalidInput, QStringLiteral("public address"), sentence};
}

bool hasMore(const QUrl &url)
{
    return url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty();
}

//! A number, or two or three with points between, that would be read as an address of four bytes: “80” as 0.0.0.80.
bool isShortenedAddress(const QUrl &url, const QString &typed)
{
    const bool isFourBytes = QHostAddress(url.host()).protocol() == QAbstractSocket::IPv4Protocol;
    return isFourBytes && !typed.contains(url.host());
}

} // namespace

Result<QUrl> PublicAddress::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return QUrl();
    }
    QUrl url(trimmed.contains(QStringLiteral("://")) ? trimmed : QStringLiteral("https://") + trimmed,
             QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || isShortenedAddress(url, trimmed) || trimmed.size() > kLongest) {
        return wrong(tr("This is no address. It looks like https://segue.example.com."));
    }
    if (url.scheme() != kHttps) {
        return wrong(tr("It must be an https address: the token in it would be readable on the way."));
    }
    if (hasMore(url)) {
        return wrong(tr("It must be without a user, a question mark and a #: Segue puts the path behind it."));
    }
    if (WebClient::isLoopback(url.host())) {
        return wrong(tr("This is the name of this computer itself, which Pushwoosh and Segment cannot reach. Give the "
                        "address of the tunnel or proxy."));
    }
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path);
    return url;
}

Result<QString> PublicAddress::parseOrigin(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == kHttps || url.scheme() == QStringLiteral("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || text.size() > kLongest) {
        return wrong(tr("“%1” is no origin. It looks like https://shop.example.").arg(text.trimmed()));
    }
    if (hasMore(url) || !(url.path().isEmpty() || url.path() == QStringLiteral("/"))) {
        return wrong(tr("“%1” has more than scheme, name and port.").arg(text.trimmed()));
    }
    const int usual = url.scheme() == kHttps ? 443 : 80;
    QString origin = url.scheme() + QStringLiteral("://") + url.host(QUrl::FullyEncoded);
    if (url.port(usual) != usual) {
        origin += QStringLiteral(":%1").arg(url.port());
    }
    return origin;
}

std::vector<std::string> PublicAddress::hosts(const QUrl &address)
{
    if (address.isEmpty()) {
        return {};
    }
    const std::string host = address.host(QUrl::FullyEncoded).toStdString();
    return {host, host + ':' + std::to_string(address.port(443))};
}

Secret PublicAddress::withToken(const QUrl &address, std::string_view pathBefore, const Secret &token)
{
    const QByteArray before =
        address.toEncoded() + QByteArray(pathBefore.data(), static_cast<qsizetype>(pathBefore.size()));
    return token.use([&before](QByteArrayView bytes) {
        QByteArray whole = before + bytes;
        Secret secret = Secret::fromBytes(whole);
        wipe(whole);
        return secret;
    });
}

} // namespace segue
