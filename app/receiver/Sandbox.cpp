// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/Sandbox.h"

#include "app/receiver/HttpServer.h"
#include "app/receiver/SegmentCalls.h"
#include "app/receiver/SegmentRoutes.h"

namespace segue {

namespace {

HttpServer::Screening screen(std::string_view method, std::string_view path)
{
    if (settingsKey(path)) {
        return {.reply = onlyToRead(method)};
    }
    return {.reply = screenSegmentCall(method, path)};
}

HttpServer::Options serverOptions(const Sandbox::Options &options)
{
    HttpServer::Options result;
    result.port = options.port;
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
            answer(segmentSettings(*key, *key == m_options.writeKey));
            return;
        }
        const SegmentCallLimits limits{m_options.maxEventBytes, m_options.maxRequestBytes};
        const std::string key = basicKey(request.header("Authorization"));
        SegmentCalls taken =
            takeSegmentCalls(std::move(request.body), isSegmentBatch(request.path) ? CallForm::Batch : CallForm::Single,
                             key, m_options.writeKey, limits);
        if (std::optional<HttpReply> refused = segmentRefusal(taken.verdict)) {
            answer(std::move(*refused));
            return;
        }
        if (taken.calls.empty()) {
            answer(segmentAccepted());
            return;
        }
        const bool ownKey = taken.writeKey == m_options.writeKey;
        std::vector<SandboxEvent> events;
        events.reserve(taken.calls.size());
        for (SegmentCall &call : taken.calls) {
            events.push_back({std::move(call.messageId), std::move(call.payload), ownKey});
        }
        m_handler(std::move(events), [answer](bool kept) { answer(kept ? segmentAccepted() : HttpReply::notKept()); });
    }

private:
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
