// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/HttpServer.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace segue {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

constexpr std::array<const char *, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char *, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

} // namespace

std::string httpDate(std::chrono::sys_seconds time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    std::array<char, 40> text{};
    const int size = std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                                   kDays.at(std::chrono::weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
                                   kMonths.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                                   static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                                   static_cast<int>(clock.seconds().count()));
    return {text.data(), static_cast<std::size_t>(size)};
}

std::string_view HttpRequest::header(std::string_view name) const
{
    const auto found = std::ranges::find_if(
        headers, [name](const auto &header) { return std::ranges::equal(header.first, name, {}, lower, lower); });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

HttpReply HttpReply::fault(int status, std::string_view message)
{
    HttpReply reply;
    reply.status = status;
    reply.body.append(R"({"success":false,"message":")").append(message).append(R"(","code":"invalid_request"})");
    return reply;
}

HttpReply HttpReply::wrongMethod(std::string_view allowed)
{
    HttpReply reply = fault(405, "Another method is needed");
    reply.headers.emplace_back("Allow", allowed);
    return reply;
}

HttpReply HttpReply::mayAsk()
{
    HttpReply reply;
    reply.status = 204;
    reply.headers = {{"Access-Control-Allow-Methods", "GET, POST"},
                     {"Access-Control-Allow-Headers", "Authorization, Content-Type"},
                     {"Access-Control-Max-Age", "600"}};
    return reply;
}

HttpReply HttpReply::notKept()
{
    HttpReply reply = fault(kNotKept, "The request could not be kept");
    reply.headers.emplace_back("Retry-After", "1");
    return reply;
}

} // namespace segue
