// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/FaultPlan.h"

#include <array>

namespace segue {

namespace {

constexpr int kPercent = 100;
constexpr int kTooManyStatus = 429;
constexpr std::array kServerErrors{500, 502, 503, 504};

std::uint64_t seedOr(std::uint64_t seed)
{
    if (seed != 0) {
        return seed;
    }
    std::random_device device;
    return (std::uint64_t{device()} << 32U) | device();
}

} // namespace

std::optional<HttpReply> FaultPlan::Fault::instead() const
{
    switch (kind) {
    case Kind::TooMany: {
        HttpReply reply = HttpReply::fault(status, "Too many requests (a fault that Segue plays)");
        reply.headers.emplace_back("Retry-After", std::to_string(seconds));
        return reply;
    }
    case Kind::ServerError:
        return HttpReply::fault(status, "Server error (a fault that Segue plays)");
    case Kind::Reset: {
        HttpReply reply;
        reply.isReset = true;
        return reply;
    }
    case Kind::None:
    case Kind::Delay:
        break;
    }
    return std::nullopt;
}

HttpServer::Answer FaultPlan::Fault::after(HttpServer::Answer answer) const
{
    if (!isLate()) {
        return answer;
    }
    return [answer = std::move(answer), delayMs = seconds * 1'000](HttpReply reply) {
        reply.delayMs = delayMs;
        answer(std::move(reply));
    };
}

FaultPlan::FaultPlan(std::uint64_t seed)
    : m_random(seedOr(seed))
{
}

FaultPlan::Fault FaultPlan::next(const FaultChoice &choice)
{
    if (!choice.isOn()) {
        return {};
    }
    int drawn = std::uniform_int_distribution<int>(0, kPercent - 1)(m_random);
    const auto isIn = [&drawn](int share) {
        const bool fits = drawn < share;
        drawn -= share;
        return fits;
    };
    if (isIn(choice.tooMany)) {
        return {Fault::Kind::TooMany, kTooManyStatus, choice.retryAfterSeconds};
    }
    if (isIn(choice.serverError)) {
        const auto which = std::uniform_int_distribution<std::size_t>(0, kServerErrors.size() - 1)(m_random);
        return {Fault::Kind::ServerError, kServerErrors.at(which), 0};
    }
    if (isIn(choice.delay)) {
        return {Fault::Kind::Delay, 0, choice.delaySeconds};
    }
    if (isIn(choice.reset)) {
        return {Fault::Kind::Reset, 0, 0};
    }
    return {};
}

} // namespace segue
