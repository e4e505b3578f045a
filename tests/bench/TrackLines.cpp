// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/TrackLines.h"

#include <array>
#include <ctime>

namespace segue::bench {

namespace {

struct Kind
{
    const char *event;
    const char *type;
    unsigned share; //!< of 100
};
constexpr std::array kKinds = {Kind{"Push Sent", "Push", 30},     Kind{"Push Delivered", "Push", 25},
                               Kind{"Email Sent", "Email", 15},   Kind{"Email Delivered", "Email", 14},
                               Kind{"Email Bounced", "Email", 1}, Kind{"SMS Sent", "SMS", 8},
                               Kind{"SMS Delivered", "SMS", 7}};
constexpr std::array kDevices = {"iOS", "Android", "Chrome", "Safari", "Huawei"};

//! The number with so many digits, leading zeros among them.
std::string digits(std::uint64_t value, std::size_t width, unsigned base = 10, const char *signs = "0123456789abcdef")
{
    std::string text(width, '0');
    for (std::size_t place = width; place > 0; value /= base) {
        text[--place] = signs[value % base];
    }
    return text;
}

std::string isoTime(std::int64_t ms)
{
    const std::time_t seconds = ms / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    return std::string(text.data(), size) + '.' + digits(static_cast<std::uint64_t>(ms % 1000), 3) + 'Z';
}

std::string uuid(std::uint64_t high, std::uint64_t low)
{
    const std::string front = digits(high, 16, 16);
    const std::string back = digits((low & 0x3fffffffffffffffU) | 0x8000000000000000U, 16, 16);
    return front.substr(0, 8) + '-' + front.substr(8, 4) + "-4" + front.substr(13) + '-' + back.substr(0, 4) + '-' +
           back.substr(4);
}

} // namespace

TrackLines::TrackLines(std::uint64_t seed, std::int64_t start)
    : m_random(seed)
    , m_time(start)
{
}

NewEntry TrackLines::next(const std::string &connection)
{
    m_time += 1 + static_cast<std::int64_t>(roll(79));
    const Kind *kind = kKinds.data();
    for (std::uint64_t left = roll(100); left >= kind->share; ++kind) {
        left -= kind->share;
    }
    const std::uint64_t high = m_random();
    const std::uint64_t low = m_random();
    NewEntry entry;
    EntryFields &fields = entry.fields;
    fields.connection = connection;
    fields.origin = Origin::Webhook;
    fields.received = m_time;
    fields.event = kind->event;
    fields.idKind = IdKind::UserId;
    fields.identity = "user-" + digits(roll(200'000), 6);
    fields.messageType = kind->type;
    fields.campaign = "C" + digits(roll(300), 5) + "-" + digits(roll(65'536), 4, 16, "0123456789ABCDEF");
    fields.device = kDevices[roll(kDevices.size())];
    fields.messageId = uuid(high, low);
    const std::uint64_t luck = roll(1'000);
    fields.state = luck < 10   ? EventState::Refused
                   : luck < 15 ? EventState::GaveUp
                   : luck < 30 ? EventState::Skipped
                               : EventState::Accepted;
    const std::string hwid = digits(m_random(), 16, 16) + digits(m_random(), 16, 16);
    const std::string app = "AB" + digits(roll(40), 3) + "-" + digits(roll(40), 5);
    entry.payload = R"({"type":"track","messageId":")" + fields.messageId + R"(","timestamp":")" + isoTime(m_time) +
                    R"(","event":")" + fields.event + R"(","userId":")" + fields.identity +
                    R"(","properties":{"message_type":")" + fields.messageType + R"(","campaign_code":")" +
                    fields.campaign + R"(","device_type":")" + fields.device + R"(","hwid":")" + hwid +
                    R"("},"context":{"library":{"name":"pushwoosh","version":"1.0"},"app":{"code":")" + app + "\"}}}";
    return entry;
}

} // namespace segue::bench
