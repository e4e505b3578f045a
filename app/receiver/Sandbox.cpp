// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/Sandbox.h"

#include "app/receiver/HttpServer.h"
#include "app/receiver/SegmentCalls.h"

#include <algorithm>
#include <array>

namespace segue {

namespace {

constexpr std::string_view kSettingsBefore = "/v1/projects/";
constexpr std::string_view kSettingsAfter = "/settings";

// Segment reference 1.1; the short forms are what client libraries call.
constexpr std::array<std::string_view, 12> kSingleRoutes{
    "/v1/track", "/v1/identify", "/v1/page", "/v1/screen", "/v1/group", "/v1/alias",
    "/v1/t",     "/v1/i",        "/v1/p",    "/v1/s",      "/v1/g",     "/v1/a",
};
constexpr std::array<std::string_view, 3> kBatchRoutes{"/v1/batch", "/v1/b", "/v1/import"};

bool isBatch(std::string_view path)
{
    return std::find(kBatchRoutes.begin(), kBatchRoutes.end(), path) != kBatchRoutes.end();
}

bool isCall(std::string_view path)
{
    return isBatch(path) || std::find(kSingleRoutes.begin(), kSingleRoutes.end(), path) != kSingleRoutes.end();
}

// The key in the path of the settings route; nothing for another path.
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

HttpReply accepted()
{
    HttpReply reply;
    reply.body = R"({"success":true})";
    return reply;
}

HttpReply notKept()
{
    HttpReply reply = HttpReply::fault(503, "The event could not be kept");
    reply.headers.emplace_back("Retry-After", "1");
    return reply;
}

HttpReply wrongMethod(std::string_view allowed)
{
    HttpReply reply = HttpReply::fault(405, "Another method is needed");
    reply.headers.emplace_back("Allow", allowed);
    return reply;
}

std::optional<HttpReply> screen(std::string_view method, std::string_view path)
{
    if (settingsKey(path)) {
        return method == "GET" ? std::nullopt : std::optional(wrongMethod("GET"));
    }
    if (!isCall(path)) {
        return HttpReply::fault(404, "There is nothing at this address");
    }
    if (method == "GET") {
        return HttpReply::fault(400, "malformed JSON"); // as Segment does, rather than 405
    }
    return method == "POST" ? std::nullopt : std::optional(wrongMethod("POST"));
}

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

// The key of `Authorization: Basic base64("<key>:")`; empty when it is another header.
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

HttpServer::Options serverOptions(const Sandbox::Options &options)
{
    HttpServer::Options result;
    result.maxBodyBytes = options.maxReadBytes;
    result.requestSeconds = options.requestSeconds;
    result.idleSeconds = options.idleSeconds;
    result.maxConnections = options.maxConnections;
    return result;
}

// The routes of one sandbox.
class Routes
{
public:
    Routes(Sandbox::Options options, Sandbox::Handler handler)
        : m_options(std::move(options))
        , m_handler(std::move(handler))
    {
    }

    void serve(HttpRequest request, const HttpServer::Answer &answer) const
    {
        if (const std::optional<std::string_view> key = settingsKey(request.path)) {
            answer(settings(*key));
            return;
        }
        const SegmentCallLimits limits{m_options.maxEventBytes, m_options.maxRequestBytes};
        const std::string key = basicKey(request.header("Authorization"));
        SegmentCalls taken =
            takeSegmentCalls(std::move(request.body), isBatch(request.path) ? CallForm::Batch : CallForm::Single, key,
                             m_options.writeKey, limits);
        switch (taken.verdict) {
        case SegmentCalls::Verdict::MalformedJson:
            answer(HttpReply::fault(400, "malformed JSON"));
            return;
        case SegmentCalls::Verdict::PayloadLimit:
            answer(HttpReply::fault(400, "Exceed payload limit"));
            return;
        case SegmentCalls::Verdict::NoWriteKey:
            answer(HttpReply::fault(400, "An invalid write key was provided"));
            return;
        case SegmentCalls::Verdict::Taken:
            break;
        }
        if (taken.calls.empty()) {
            answer(accepted());
            return;
        }
        const bool ownKey = taken.writeKey == m_options.writeKey;
        std::vector<SandboxEvent> events;
        events.reserve(taken.calls.size());
        for (SegmentCall &call : taken.calls) {
            events.push_back({std::move(call.messageId), std::move(call.payload), ownKey});
        }
        m_handler(std::move(events), [answer](bool kept) { answer(kept ? accepted() : notKept()); });
    }

private:
    HttpReply settings(std::string_view key) const
    {
        if (key != m_options.writeKey) {
            return HttpReply::fault(404, "There is no source with this write key");
        }
        HttpReply reply;
        reply.body.append(R"({"integrations":{"Segment.io":{"apiKey":")").append(key).append(R"("}}})");
        return reply;
    }

    Sandbox::Options m_options;
    Sandbox::Handler m_handler;
};

} // namespace

class Sandbox::Private
{
public:
    std::unique_ptr<HttpServer> server;
};

Result<std::unique_ptr<Sandbox>, std::string> Sandbox::start(Options options, Handler handler)
{
    const HttpServer::Options server = serverOptions(options);
    const auto routes = std::make_shared<const Routes>(std::move(options), std::move(handler));
    auto started = HttpServer::start(server, screen, [routes](HttpRequest request, const HttpServer::Answer &answer) {
        routes->serve(std::move(request), answer);
    });
    if (!started) {
        return started.error();
    }
    auto d = std::make_unique<Private>();
    d->server = std::move(started).value();
    return std::unique_ptr<Sandbox>(new Sandbox(std::move(d)));
}

Sandbox::Sandbox(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Sandbox::~Sandbox() = default;

std::uint16_t Sandbox::port() const
{
    return d->server->port();
}

} // namespace segue
