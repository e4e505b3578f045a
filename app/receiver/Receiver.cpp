// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/Receiver.h"

#include "app/receiver/EchoSignature.h"
#include "app/receiver/RouteToken.h"
#include "app/receiver/SegmentRoutes.h"

namespace segue {

namespace {

constexpr std::size_t kMostOfSegment = std::size_t{4} * 1024 * 1024;
constexpr std::size_t kMostOfToken = std::size_t{16} * 1024 * 1024;
constexpr std::string_view kEcho = "/segment/";
constexpr std::string_view kHealth = "/healthz";
constexpr std::size_t kLongestClient = 100;

//! The token of an echo's address; nothing for another path.
std::optional<std::string_view> echoToken(std::string_view path)
{
    if (!path.starts_with(kEcho) || path.size() != kEcho.size() + RouteToken::kDigits) {
        return std::nullopt;
    }
    return path.substr(kEcho.size());
}

HttpReply nothingHere()
{
    return HttpReply::fault(404, "There is nothing at this address");
}

std::optional<HttpReply> onlyWith(std::string_view wanted, std::string_view method)
{
    return method == wanted ? std::nullopt : std::optional(HttpReply::wrongMethod(wanted));
}

HttpReply strictRefusal(const std::string &reason)
{
    return HttpReply::fault(400, reason);
}

//! The routes of one receiver; on its thread.
class Routes
{
public:
    Routes(const Clock &clock, const ReceiverDirectory &directory, ReceiverIntake &intake)
        : m_clock(clock)
        , m_directory(directory)
        , m_intake(intake)
    {
    }

    HttpServer::Screening screen(std::string_view method, std::string_view path) const
    {
        if (path == kHealth) {
            return {.reply = onlyWith("GET", method)};
        }
        if (settingsKey(path)) {
            return {.reply = onlyWith("GET", method)};
        }
        if (const std::optional<std::string_view> token = echoToken(path)) {
            // Known before the body is read, so that nobody else makes the server take 16 MB.
            const bool known = callerOf(*token).has_value();
            return {.reply = known ? onlyWith("POST", method) : std::optional(nothingHere()),
                    .maxBodyBytes = kMostOfToken,
                    .isPublic = true};
        }
        return {.reply = screenSegmentCall(method, path), .maxBodyBytes = kMostOfSegment};
    }

    void serve(HttpRequest request, const HttpServer::Answer &answer) const
    {
        if (request.path == kHealth) {
            HttpReply reply;
            reply.body = m_intake.health();
            answer(std::move(reply));
        } else if (const std::optional<std::string_view> key = settingsKey(request.path)) {
            const auto content = m_directory.content();
            answer(segmentSettings(*key, !connectionOf(*content, *key).empty()));
        } else if (const std::optional<std::string_view> token = echoToken(request.path)) {
            serveEcho(*token, request, answer);
        } else {
            serveCalls(std::move(request), answer);
        }
    }

private:
    std::optional<ReceiverDirectory::Caller> callerOf(std::string_view token) const
    {
        const auto content = m_directory.content();
        const auto caller = content->tokens.constFind(RouteToken::digest(token));
        if (caller == content->tokens.constEnd() || (caller->until != 0 && caller->until < m_clock.now())) {
            return std::nullopt;
        }
        return *caller;
    }

    static std::string connectionOf(const ReceiverDirectory::Content &content, std::string_view key)
    {
        return content.keys.value(ReceiverDirectory::keyDigest(content.salt, key));
    }

    void serveEcho(std::string_view token, const HttpRequest &request, const HttpServer::Answer &answer) const
    {
        const std::optional<ReceiverDirectory::Caller> caller = callerOf(token);
        if (!caller) {
            answer(nothingHere());
            return;
        }
        EchoBody echo{caller->connection, QByteArray::fromStdString(request.body), false};
        const auto content = m_directory.content();
        const Secret secret = content->echoSecrets.value(QByteArray::fromStdString(caller->connection));
        if (!secret.isEmpty()) {
            echo.isSigned = isSignedWith(secret, echo.body, request.header("X-Signature"));
            if (!echo.isSigned) {
                answer(HttpReply::fault(401, "The signature does not fit the body"));
                return;
            }
        }
        m_intake.takeEcho(std::move(echo), answer);
    }

    void serveCalls(HttpRequest request, const HttpServer::Answer &answer) const
    {
        const auto content = m_directory.content();
        const std::string key = basicKey(request.header("Authorization"));
        const CallForm form = isSegmentBatch(request.path) ? CallForm::Batch : CallForm::Single;
        std::string client(request.header("User-Agent").substr(0, kLongestClient));
        SegmentCalls taken = takeSegmentCalls(std::move(request.body), form, key, {}, {});
        if (std::optional<HttpReply> refused = segmentRefusal(taken.verdict)) {
            answer(std::move(*refused));
            return;
        }
        if (taken.calls.empty()) {
            answer(content->strict ? strictRefusal("empty_batch") : segmentAccepted());
            return;
        }
        const QByteArray digest = ReceiverDirectory::keyDigest(content->salt, taken.writeKey);
        CapturedCalls captured{content->keys.value(digest), {}, std::move(client), std::move(taken.calls)};
        if (captured.connection.empty()) {
            captured.fingerprint = ReceiverDirectory::fingerprint(digest);
        }
        m_intake.takeCalls(std::move(captured), answer);
    }

    const Clock &m_clock;
    const ReceiverDirectory &m_directory;
    ReceiverIntake &m_intake;
};

} // namespace

Result<std::unique_ptr<Receiver>, std::string> Receiver::start(const Options &options, const Clock &clock,
                                                               const ReceiverDirectory &directory,
                                                               ReceiverIntake &intake)
{
    HttpServer::Options server;
    server.port = options.port;
    server.maxBodyBytes = kMostOfToken;
    server.requestSeconds = options.requestSeconds;
    server.idleSeconds = options.idleSeconds;
    server.maxConnections = options.maxConnections;
    server.publicHosts = options.publicHosts;
    server.origins = options.origins;
    const auto routes = std::make_shared<const Routes>(clock, directory, intake);
    auto started = HttpServer::start(
        server, [routes](std::string_view method, std::string_view path) { return routes->screen(method, path); },
        [routes](HttpRequest request, const HttpServer::Answer &answer) { routes->serve(std::move(request), answer); });
    if (!started) {
        return started.error();
    }
    return std::unique_ptr<Receiver>(new Receiver(std::move(started).value()));
}

Receiver::Receiver(std::unique_ptr<HttpServer> server)
    : m_server(std::move(server))
{
}

Receiver::~Receiver() = default;

} // namespace segue
