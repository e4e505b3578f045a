// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/PublicAddressCheck.h"

#include "app/receiver/HttpServer.h"

#include <algorithm>
#include <array>

namespace segue {

namespace {

constexpr std::int64_t kTimeoutMs = 10'000;
// Of proxies and tunnels whose other end is away; 52x and 530 are Cloudflare's own.
constexpr std::array kNobody{502, 503, 504, 521, 522, 523, 530};

//! The receiver has a form of its own for what it refuses.
bool isOurs(const WebAnswer &answer, int status, std::string_view message)
{
    return answer.status == status && answer.body.toStdString() == HttpReply::fault(status, message).body;
}

PublicAddressCheck::Finding answered(const WebAnswer &answer)
{
    using Outcome = PublicAddressCheck::Outcome;
    if (isOurs(answer, 405, "Another method is needed")) {
        return {Outcome::Reached,
                PublicAddressCheck::tr(
                    "Reached: the call came back to this receiver through the public address, and the token is right. "
                    "Whether the other service comes through as well shows with its first event.")};
    }
    if (isOurs(answer, 404, "There is nothing at this address")) {
        return {Outcome::OtherToken,
                PublicAddressCheck::tr(
                    "A receiver answered, but it does not know the token: it is another Segue, or another data folder. "
                    "Look where the tunnel leads to.")};
    }
    if (isOurs(answer, 421, "This server has another name")) {
        return {Outcome::OtherName,
                PublicAddressCheck::tr(
                    "A receiver answered, but was called by another name than its public address. Give it this address "
                    "in its settings, or let the tunnel pass the name on.")};
    }
    if (std::ranges::find(kNobody, answer.status) != kNobody.end()) {
        return {Outcome::NobodyThere,
                PublicAddressCheck::tr(
                    "The tunnel or proxy answered with %1: behind it nobody listens. Turn the receiver on, and let the "
                    "tunnel lead to its port.")
                    .arg(answer.status)};
    }
    if (answer.status == 401 || answer.status == 403 || answer.status == 407) {
        return {Outcome::LogIn,
                PublicAddressCheck::tr(
                    "Something on the way asks for a log-in (%1). Pushwoosh and Segment would be turned away as well.")
                    .arg(answer.status)};
    }
    if (answer.status >= 300 && answer.status < 400) {
        return {
            Outcome::OtherServer,
            PublicAddressCheck::tr(
                "The address leads elsewhere (%1), which the services may not follow. Give the address that answers "
                "itself.")
                .arg(answer.status)};
    }
    return {Outcome::OtherServer,
            PublicAddressCheck::tr("Another server answered (%1), not this receiver. Look where the tunnel leads to.")
                .arg(answer.status)};
}

} // namespace

PublicAddressCheck::PublicAddressCheck(const Clock &clock, const Redactor &redactor, QObject *parent,
                                       ProxyLogins *logins)
    : QObject(parent)
    , m_web(clock, redactor, nullptr, logins)
{
}

void PublicAddressCheck::ask(const Secret &address)
{
    stop();
    WebRequest request;
    request.url =
        address.use([](QByteArrayView bytes) { return QUrl::fromEncoded(bytes.toByteArray(), QUrl::StrictMode); });
    request.timeoutMs = kTimeoutMs;
    m_id = m_web.send(request, [this](const WebAnswer &answer) {
        m_id = 0;
        if (answer.failure != WebFailure::Aborted) {
            Q_EMIT found(judge(answer));
        }
    });
}

void PublicAddressCheck::stop()
{
    if (m_id != 0) {
        m_web.abort(m_id);
    }
}

PublicAddressCheck::Finding PublicAddressCheck::judge(const WebAnswer &answer)
{
    switch (answer.failure) {
    case WebFailure::None:
    case WebFailure::TooLong:
        return answered(answer);
    case WebFailure::Untrusted:
        return {Outcome::NoAnswer,
                tr("The certificate of the public address is not trusted, and the services would refuse it too. %1")
                    .arg(answer.sentence)};
    default:
        return {Outcome::NoAnswer, tr("The public address gave no answer. %1").arg(answer.sentence)};
    }
}

} // namespace segue
