// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/VariedEvents.h"

#include "app/journal/CaseFold.h"

#include <algorithm>
#include <cstdio>

namespace segue::test {

VariedEvents::VariedEvents(std::uint32_t seed, std::int64_t firstReceived)
    : m_random(seed)
    , m_firstReceived(firstReceived)
{
}

const std::vector<std::string> &VariedEvents::connections()
{
    static const std::vector<std::string> all = {"11111111-1111-4111-8111-111111111111",
                                                 "22222222-2222-4222-8222-222222222222",
                                                 "33333333-3333-4333-8333-333333333333"};
    return all;
}

const std::vector<std::string> &VariedEvents::names()
{
    static const std::vector<std::string> all = {"Push Sent",  "Push Delivered", "push sent",  "Email Sent",
                                                 "SMS Sent",   "Évènement",      "ÉVÈNEMENT",  "イベント",
                                                 "Say \"hi\"", "a:b, c",         "Открытие 😀", "it's"};
    return all;
}

const std::vector<std::string> &VariedEvents::identities()
{
    static const std::vector<std::string> all = {"ann@example.com", "BOB",       "bob", "Zoë", "18446744073709551615",
                                                 "+49 170 1",       "9F3C-42",   "ß",   "a,b", "user:7",
                                                 "back\\slash",     "O'Connor's"};
    return all;
}

const std::vector<std::string> &VariedEvents::values()
{
    static const std::vector<std::string> all = {"spring",
                                                 "Spring Sale",
                                                 "SPRING",
                                                 "été",
                                                 "ÉTÉ",
                                                 "Москва",
                                                 "москва",
                                                 "ΣΊΣΥΦΟΣ",
                                                 "σίσυφος",
                                                 "x/y",
                                                 "a\"b",
                                                 "back\\slash",
                                                 "😀",
                                                 "1",
                                                 "1.0",
                                                 "true",
                                                 "null",
                                                 "",
                                                 "\t",
                                                 "Straße",
                                                 "ſmall",
                                                 "Kelvin K",
                                                 "tab\tinside",
                                                 "a.b",
                                                 "18446744073709551615",
                                                 "-5"};
    return all;
}

const std::vector<std::string> &VariedEvents::devices()
{
    static const std::vector<std::string> all = {"iOS", "Android", "ios", "Huawei", "Größe"};
    return all;
}

const std::vector<std::string> &VariedEvents::campaigns()
{
    static const std::vector<std::string> all = {"C00048-BB3B", "c00048-bb3b", "Spring", "Été 2026"};
    return all;
}

//! The text as a JSON string, in one of the ways in which writers of JSON do it.
std::string VariedEvents::json(const std::string &text)
{
    const std::size_t way = roll(4); // 0: as few escapes as may be … 3: everything escaped that is not ASCII, and more
    std::string made = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character character = utf8At(text, at);
        const char32_t code = character.code;
        char escape[16] = "";
        const auto unit = [&](char32_t value) {
            std::snprintf(escape, sizeof escape, roll(2) == 0 ? "\\u%04x" : "\\u%04X", static_cast<unsigned>(value));
            made += escape;
        };
        if (code == U'"' || code == U'\\') {
            made += '\\';
            made += static_cast<char>(code);
        } else if (code == U'/' && way > 1) {
            made += "\\/";
        } else if (code == U'\t' && way > 0) {
            made += "\\t";
        } else if (code < 0x20 || (code >= 0x80 && way > 1 && code < 0x10000) ||
                   (way == 3 && roll(8) == 0 && code < 0x10000)) {
            unit(code);
        } else if (code >= 0x10000 && way > 1) {
            unit(0xD800 + ((code - 0x10000) >> 10U));
            unit(0xDC00 + ((code - 0x10000) & 0x3FFU));
        } else {
            made += text.substr(at, character.length);
        }
        at += character.length;
    }
    return made + "\"";
}

std::string VariedEvents::number()
{
    static const std::vector<std::string> all = {"0",
                                                 "1",
                                                 "1.0",
                                                 "10e-1",
                                                 "-5",
                                                 "2.50",
                                                 "1E+2",
                                                 "100",
                                                 "-0.0",
                                                 "18446744073709551615",
                                                 "18446744073709551616",
                                                 "9007199254740993",
                                                 "0.1"};
    return oneOf(all);
}

std::string VariedEvents::anyValue(int depth)
{
    switch (roll(depth > 0 ? 9 : 6)) {
    case 0:
        return number();
    case 1:
        return oneOf({"true", "false", "null"});
    case 6:
        return object({{"x", anyValue(depth - 1)}, {oneOf({"y", "a.b", "größe"}), anyValue(depth - 1)}});
    case 7:
    case 8: {
        std::string made = "[";
        for (std::size_t i = roll(3); i > 0; --i) {
            made += anyValue(depth - 1) + (i > 1 ? "," : "");
        }
        return made + "]";
    }
    default:
        return json(oneOf(values()));
    }
}

std::string VariedEvents::object(const Members &members)
{
    const std::string line = m_blanks ? "\n  " : "";
    std::string made = "{";
    for (const auto &[name, value] : members) {
        made += (made.size() > 1 ? "," : "") + line + json(name) + (m_blanks ? " : " : ":") + value;
    }
    return made + (m_blanks ? "\n}" : "}");
}

std::string VariedEvents::properties(EntryFields &fields)
{
    Members members;
    if (roll(4) != 0) {
        fields.messageType = oneOf({"Push", "Email", "SMS"});
        members.emplace_back("message_type", json(fields.messageType));
    }
    if (roll(3) != 0) {
        fields.campaign = oneOf(campaigns());
        members.emplace_back("campaign_code", json(fields.campaign));
    }
    if (const std::size_t kind = roll(4); kind == 0) {
        fields.device = "18"; // a number there
        members.emplace_back("device_type", "18");
    } else if (kind != 1) {
        fields.device = oneOf(devices());
        members.emplace_back("device_type", json(fields.device));
    }
    for (const char *name : {"x", "y", "message_id", "tags", "x"}) {
        if (roll(2) == 0) {
            members.emplace_back(name, anyValue(2));
        }
    }
    return object(members);
}

std::string VariedEvents::trackCall(EntryFields &fields)
{
    fields.messageId = "m-" + std::to_string(m_count) + (roll(5) == 0 ? "é" : "");
    Members members{{"type", json("track")}, {"messageId", json(fields.messageId)}};
    if (roll(15) == 0) {
        fields.messageId.clear();
        members.pop_back();
    }
    if (roll(20) != 0) {
        fields.event = oneOf(names());
        if (roll(10) == 0) { // there twice: the last counts
            members.emplace_back("event", json(oneOf(names())));
        }
        members.emplace_back("event", json(fields.event));
    }
    const std::size_t who = roll(7);
    if (who < 3) {
        fields.idKind = IdKind::UserId;
        fields.identity = oneOf(identities());
        members.emplace_back("userId", json(fields.identity));
    }
    if (who >= 2 && who < 6) {
        const std::string &hwid = oneOf(identities());
        if (fields.idKind == IdKind::Nobody) {
            fields.idKind = IdKind::AnonymousId;
            fields.identity = hwid;
        }
        members.emplace_back("anonymousId", json(hwid));
    }
    if (roll(8) != 0) {
        members.emplace_back("properties", properties(fields));
    }
    if (roll(2) == 0) {
        const std::string app = object({{"version", json(oneOf({"1.0", "segue-7"}))}, {"code", json("AB002-00005")}});
        members.emplace_back("context", object({{"app", app}, {"channel", json("server")}}));
    }
    if (roll(2) == 0) {
        std::shuffle(members.begin(), members.end(), m_random);
        // Two of one name must keep their order.
        const auto isEvent = [&](const auto &member) { return member.first == "event"; };
        const auto last = std::find_if(members.rbegin(), members.rend(), isEvent);
        if (last != members.rend()) {
            last->second = json(fields.event);
        }
    }
    return object(members);
}

std::string VariedEvents::noJson()
{
    static const std::vector<std::string> all = {
        "",
        "hello Spring Sale",
        R"({"note":"half a pair \ud83d Spring"})",
        R"({"properties":{"x":"spring"})",
        "\xff\xfe spring \xc3",
        R"(back\slash \u00c9T\u00c9 \u00g)",
        "<html>ÉTÉ</html>",
    };
    return oneOf(all);
}

void VariedEvents::becomes(Event &event)
{
    EntryFields &fields = event.entry.fields;
    if (roll(2) == 0) {
        do {
            fields.state = static_cast<EventState>(roll(kEventStateCount));
        } while (fields.state == EventState::Sending);
        return;
    }
    fields.state = EventState::Queued;
    static constexpr EventState kAfter[] = {EventState::Accepted, EventState::Refused, EventState::Retrying,
                                            EventState::GaveUp, EventState::Waiting};
    static constexpr int kStatuses[] = {0, 200, 200, 400, 401, 413, 429, 500, 503};
    Attempt attempt;
    attempt.started = fields.received + 10;
    attempt.duration = static_cast<std::int64_t>(roll(10)) * 100;
    attempt.status = kStatuses[roll(std::size(kStatuses))];
    StateChange change;
    change.state = kAfter[roll(std::size(kAfter))];
    change.attempt = attempt;
    event.change = change;
}

VariedEvents::Event VariedEvents::next()
{
    Event event;
    EntryFields &fields = event.entry.fields;
    ++m_count;
    m_blanks = roll(6) == 0;
    fields.connection = roll(8) == 0 ? std::string() : oneOf(connections());
    fields.origin = static_cast<Origin>(roll(5));
    fields.received = m_firstReceived + static_cast<std::int64_t>(roll(kTimeSpan));
    if (roll(12) == 0) {
        event.entry.payload = noJson();
        fields.state = EventState::Unreadable;
    } else {
        event.entry.payload = trackCall(fields);
        becomes(event);
    }
    return event;
}

} // namespace segue::test
