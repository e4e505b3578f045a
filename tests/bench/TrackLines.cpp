// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/TrackLines.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <string_view>

namespace segue::bench {

namespace {

struct Kind
{
    const char *event;
    const char *type;
    unsigned share; //!< of 100
};
constexpr std::array kKinds = {Kind{"Push Sent", "Push", 30},       Kind{"Push Delivered", "Push", 25},
                               Kind{"Email Sent", "Email", 15},     Kind{"Email Delivered", "Email", 14},
                               Kind{"Email Bounced", "Email", 1},   Kind{"SMS Sent", "SMS", 8},
                               Kind{"SMS Delivered", "SMS", 7}};
constexpr std::array kDevices = {"iOS", "Android", "Chrome", "Safari", "Huawei"};

std::string isoTime(std::int64_t ms)
{
    const std::time_t seconds = ms / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::array<char, 8> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%03dZ", static_cast<int>(ms % 1000));
    return std::string(text.data(), size) + fraction.data();
}

template <class... Values> std::string printed(const char *format, Values... values)
{
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
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
    fields.identity = printed("user-%06u", static_cast<unsigned>(roll(200'000)));
    fields.messageType = kind->type;
    fields.campaign = printed("C%05u-%04X", static_cast<unsigned>(roll(300)), static_cast<unsigned>(roll(65'536)));
    fields.device = kDevices[roll(kDevices.size())];
    fields.messageId = printed("%08x-%04x-4%03x-%04x-%012llx", static_cast<unsigned>(high >> 32U),
                               static_cast<unsigned>(high >> 16U & 0xffffU), static_cast<unsigned>(high & 0xfffU),
                               static_cast<unsigned>((low >> 48U & 0x3fffU) | 0x8000U),
                               static_cast<unsigned long long>(low & 0xffffffffffffU));
    const std::uint64_t luck = roll(1'000);
    fields.state = luck < 10   ? EventState::Refused
                   : luck < 15 ? EventState::GaveUp
                   : luck < 30 ? EventState::Skipped
                               : EventState::Accepted;
    const std::string hwid = printed("%016llx%016llx", static_cast<unsigned long long>(m_random()),
                                     static_cast<unsigned long long>(m_random()));
    const std::string app =
        printed("AB%03u-%05u", static_cast<unsigned>(roll(40)), static_cast<unsigned>(roll(40)));
    entry.payload = R"({"type":"track","messageId":")" + fields.messageId + R"(","timestamp":")" + isoTime(m_time) +
                    R"(","event":")" + fields.event + R"(","userId":")" + fields.identity +
                    R"(","properties":{"message_type":")" + fields.messageType + R"(","campaign_code":")" +
                    fields.campaign + R"(","device_type":")" + fields.device + R"(","hwid":")" + hwid +
                    R"("},"context":{"library":{"name":"pushwoosh","version":"1.0"},"app":{"code":")" + app + "\"}}}";
    return entry;
}

} // namespace segue::bench
