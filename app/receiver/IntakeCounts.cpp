// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/IntakeCounts.h"

#include "app/receiver/ReceiverDirectory.h"

namespace segue {

namespace {
constexpr qsizetype kInstallationDigits = 32;
} // namespace

std::string IntakeCounts::installation(const QByteArray &salt)
{
    // No key has a line break.
    return ReceiverDirectory::keyDigest(salt, "\ninstallation").first(kInstallationDigits).toStdString();
}

HttpServer::Answer IntakeCounts::counting(const std::shared_ptr<IntakeCounts> &counts, Kind kind, std::size_t events,
                                          HttpServer::Answer answer)
{
    return [counts, kind, events, answer = std::move(answer)](HttpReply reply) {
        const bool kept = reply.status != HttpReply::kNotKept;
        counts->m_counts[kept ? kind : NotKept] += events;
        answer(std::move(reply));
    };
}

std::string IntakeCounts::json(const QByteArray &salt) const
{
    const auto number = [this](Kind kind) { return std::to_string(m_counts[kind].load()); };
    return R"({"status":"ok","installation":")" + installation(salt) + R"(","captured":)" + number(Captured) +
           R"(,"webhook":)" + number(Webhook) + R"(,"echoes":)" + number(Echoed) + R"(,"echoesRefused":)" +
           number(EchoesRefused) + R"(,"notKept":)" + number(NotKept) + '}';
}

} // namespace segue
