// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/SegmentRoutes.h"

#include <algorithm>
#include <array>

namespace segue {

namespace {

constexpr std::string_view kSettingsBefore = "/v1/projects/";
constexpr std::string_view kSettingsAfter = "/settings";

// Segment reference 1.1; the short forms, in the same order, are what client libraries call.
constexpr std::array<std::string_view, 12> kSingleRoutes{
    "/v1/track", "/v1/identify", "/v1/page", "/v1/screen", "/v1/group", "/v1/alias",
    "/v1/t",     "/v1/i",        "/v1/p",    "/v1/s",      "/v1/g",     "/v1/a",
};
constexpr std::array<std::string_view, 3> kBatchRoutes{"/v1/batch", "/v1/b", "/v1/import"};

// RFC 4648, 4; padding may be left out. Nothing when it is not base64.
std::optional<std::string> fromBase64(std::string_view text)
{
    while (text.ends_with('=')) {
        text.remove_suffix(1);
    }
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        bits = (bits << 6) | static_cast<unsigned>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<char>((bits >> count) & 0xffU));
        }
    }
    return bytes;
}

} // namespace

bool isSegmentBatch(std::string_view path)
{
    return std::find(kBatchRoutes.begin(), kBatchRoutes.end(), path) != kBatchRoutes.end();
}

bool isSegmentCall(std::string_view path)
{
    return isSegmentBatch(path) || std::find(kSingleRoutes.begin(), kSingleRoutes.end(), path) != kSingleRoutes.end();
}

std::string_view segmentCallType(std::string_view path)
{
    constexpr std::size_t kinds = kSingleRoutes.size() / 2;
    const auto found = std::find(kSingleRoutes.begin(), kSingleRoutes.end(), path);
    if (found == kSingleRoutes.end()) {
        return {};
    }
    const auto place = static_cast<std::size_t>(found - kSingleRoutes.begin());
    return kSingleRoutes.at(place % kinds).substr(std::string_view("/v1/").size());
}

std::optional<std::string_view> settingsKey(std::string_view path)
{
    if (path.size() <= kSettingsBefore.size() + kSettingsAfter.size() || !path.starts_with(kSettingsBefore) ||
        !path.ends_with(kSettingsAfter)) {
        return std::nullopt;
    }
    path.remove_prefix(kSettingsBefore.size());
    path.remove_suffix(kSettingsAfter.size());
    return path.find('/') == std::string_view::npos ? std::optional(path) : std::nullopt;
}

std::string basicKey(std::string_view authorization)
{
    const std::size_t blank = authorization.find(' ');
    constexpr std::string_view scheme = "basic";
    const bool isBasic = blank == scheme.size() && std::equal(scheme.begin(), scheme.end(), authorization.begin(),
                                                              [](char wanted, char c) { return wanted == (c | 0x20); });
    if (!isBasic) {
        return {};
    }
    authorization.remove_prefix(authorization.find_first_not_of(' ', blank) == std::string_view::npos
                                    ? authorization.size()
                                    : authorization.find_first_not_of(' ', blank));
    const std::string pair = fromBase64(authorization).value_or(std::string());
    const std::size_t colon = pair.find(':');
    return colon == std::string::npos ? std::string() : pair.substr(0, colon);
}

std::optional<HttpReply> onlyToRead(std::string_view method)
{
    return method == "GET" || method == "HEAD" ? std::nullopt : std::optional(HttpReply::wrongMethod("GET, HEAD"));
}

std::optional<HttpReply> screenSegmentCall(std::string_view method, std::string_view path)
{
    if (!isSegmentCall(path)) {
        return HttpReply::fault(404, "There is nothing at this address");
    }
    if (method == "GET") {
        return HttpReply::fault(400, "malformed JSON"); // as Segment does, rather than 405
    }
    return method == "POST" ? std::nullopt : std::optional(HttpReply::wrongMethod("POST"));
}

HttpReply segmentAccepted()
{
    HttpReply reply;
    reply.body = R"({"success":true})";
    return reply;
}

std::optional<HttpReply> segmentRefusal(SegmentCalls::Verdict verdict)
{
    switch (verdict) {
    case SegmentCalls::Verdict::MalformedJson:
        return HttpReply::fault(400, "malformed JSON");
    case SegmentCalls::Verdict::PayloadLimit:
        return HttpReply::fault(400, "Exceed payload limit");
    case SegmentCalls::Verdict::NoWriteKey:
        return HttpReply::fault(400, "An invalid write key was provided");
    case SegmentCalls::Verdict::Taken:
        break;
    }
    return std::nullopt;
}

HttpReply segmentSettings(std::string_view writeKey, bool known)
{
    if (!known) {
        return HttpReply::fault(404, "There is no source with this write key");
    }
    HttpReply reply;
    // The key came in an address; a quote or a backslash in it would break out of the text.
    const bool plain = writeKey.find_first_of("\"\\") == std::string_view::npos;
    reply.body.append(R"({"integrations":{"Segment.io":{"apiKey":")").append(plain ? writeKey : "").append(R"("}}})");
    return reply;
}

} // namespace segue
