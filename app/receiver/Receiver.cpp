// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/Receiver.h"

#include "app/receiver/EchoSignature.h"
#include "app/receiver/FaultPlan.h"
#include "app/receiver/LateCalls.h"
#include "app/receiver/RouteToken.h"
#include "app/receiver/SegmentRoutes.h"

namespace segue {

namespace {

constexpr std::size_t kMostOfSegment = std::size_t{4} * 1024 * 1024;
constexpr std::size_t kMostOfToken = std::size_t{16} * 1024 * 1024;
constexpr std::string_view kHealth = "/healthz";
constexpr std::size_t kLongestClient = 100;

//! An address that holds a token.
struct TokenAddress
{
    TokenRoute route = TokenRoute::Webhook;
    std::string_view token;
};

std::optional<TokenAddress> tokenAddress(std::string_view path)
{
    for (const TokenRoute route : {TokenRoute::Webhook, TokenRoute::Echo}) {
        const std::string_view before = RouteToken::pathBefore(route);
        if (path.starts_with(before) && path.size() == before.size() + RouteToken::kDigits) {
            return TokenAddress{route, path.substr(before.size())};
        }
    }
    return std::nullopt;
}

HttpReply nothingHere()
{
    return HttpReply::fault(404, "There is nothing at this address");
}

std::optional<HttpReply> onlyPost(std::string_view method)
{
    return method == "POST" ? std::nullopt : std::optional(HttpReply::wrongMethod("POST"));
}

HttpReply strictRefusal(const std::string &reason)
{
    return HttpReply::fault(400, reason);
}

//! The digest of the key that came last: clients send the same one with each request.
class KeyDigests
{
public:
    QByteArray of(const QByteArray &salt, std::string_view key)
    {
        const bool isLast = m_salt == salt && m_key.use([key](QByteArrayView last) {
            return std::string_view(last.data(), static_cast<std::size_t>(last.size())) == key;
        });
        if (!isLast) {
            m_salt = salt;
            m_key = Secret::fromBytes({key.data(), static_cast<qsizetype>(key.size())});
            m_digest = ReceiverDirectory::keyDigest(salt, key);
        }
        return m_digest;
    }

private:
    QByteArray m_salt;
    Secret m_key;
    QByteArray m_digest;
};

//! The routes of one receiver; on its thread.
class Routes
{
public:
    Routes(const Receiver::Options &options, const Clock &clock, const ReceiverDirectory &directory,
           ReceiverIntake &intake)
        : m_clock(clock)
        , m_directory(directory)
        , m_intake(intake)
        , m_faults(options.faultSeed)
        , m_late(std::make_shared<LateCalls>(std::chrono::milliseconds(options.requestSeconds * 500)))
    {
    }

    HttpServer::Screening screen(std::string_view method, std::string_view path) const
    {
        if (path == kHealth) {
            return {.reply = onlyToRead(method)};
        }
        if (settingsKey(path)) {
            return {.reply = onlyToRead(method)};
        }
        if (const std::optional<TokenAddress> address = tokenAddress(path)) {
            // Known before the body is read, so that nobody else makes the server take 16 MB.
            const bool known = callerOf(*address).has_value();
            return {.reply = known ? onlyPost(method) : std::optional(nothingHere()),
                    .maxBodyBytes = kMostOfToken,
                    .isPublic = true};
        }
        return {.reply = screenSegmentCall(method, path), .maxBodyBytes = kMostOfSegment};
    }

    void serve(HttpRequest request, HttpServer::Answer answer)
    {
        if (request.path == kHealth) {
            HttpReply reply;
            reply.body = m_intake.health();
            answer(std::move(reply));
        } else if (const std::optional<std::string_view> key = settingsKey(request.path)) {
            const auto content = m_directory.content();
            answer(segmentSettings(*key, !connectionOf(*content, *key).empty()));
        } else if (const std::optional<TokenAddress> address = tokenAddress(request.path)) {
            serveCaller(*address, request, std::move(answer));
        } else {
            const FaultPlan::Fault fault = m_faults.next(m_directory.content()->faults);
            if (std::optional<HttpReply> instead = fault.instead()) {
                answer(std::move(*instead));
            } else {
                serveCalls(std::move(request), fault.after(std::move(answer)), fault.isLate());
            }
        }
    }

private:
    std::optional<ReceiverDirectory::Caller> callerOf(const TokenAddress &address) const
    {
        const auto content = m_directory.content();
        const auto caller = content->tokens.constFind(RouteToken::digest(address.token));
        if (caller == content->tokens.constEnd() || caller->route != address.route ||
            (caller->until != 0 && caller->until < m_clock.now())) {
            return std::nullopt;
        }
        return *caller;
    }

    static std::string connectionOf(const ReceiverDirectory::Content &content, std::string_view key)
    {
        return content.keys.value(ReceiverDirectory::keyDigest(content.salt, key));
    }

    void serveCaller(const TokenAddress &address, const HttpRequest &request, HttpServer::Answer answer) const
    {
        const std::optional<ReceiverDirectory::Caller> caller = callerOf(address);
        if (!caller) {
            answer(nothingHere());
        } else if (address.route == TokenRoute::Webhook) {
            m_intake.takeWebhook({caller->connection, QByteArray::fromStdString(request.body)}, std::move(answer));
        } else {
            serveEcho(caller->connection, request, std::move(answer));
        }
    }

    void serveEcho(const std::string &connection, const HttpRequest &request, HttpServer::Answer answer) const
    {
        EchoBody echo{connection, QByteArray::fromStdString(request.body), false};
        const auto content = m_directory.content();
        const ReceiverDirectory::Listening listening = ReceiverDirectory::listeningOf(*content, connection);
        if (!listening.echoSecret.isEmpty()) {
            echo.isSigned = isSignedWith(listening.echoSecret, echo.body, request.header("X-Signature"));
            if (!echo.isSigned) {
                m_intake.echoRefused(connection);
                answer(HttpReply::fault(401, "The signature does not fit the body"));
                return;
            }
        } else if (listening.echoSecretExpected) {
            // Taken as unsigned it would let whoever knows the address confirm events while the keychain is locked,
            // which is what the secret was set against. Segment repeats what was answered 503 for four hours: nothing
            // is lost when the keychain is unlocked by then.
            answer(HttpReply::notKept());
            return;
        }
        m_intake.takeEcho(std::move(echo), std::move(answer));
    }

    void serveCalls(HttpRequest request, HttpServer::Answer answer, bool isLate)
    {
        const auto content = m_directory.content();
        const std::string key = basicKey(request.header("Authorization"));
        const CallForm form = isSegmentBatch(request.path) ? CallForm::Batch : CallForm::Single;
        std::string client(request.header("User-Agent").substr(0, kLongestClient));
        SegmentCalls taken = takeSegmentCalls(std::move(request.body), form, key, {}, {});
        if (std::optional<HttpReply> refused = segmentRefusal(taken.verdict)) {
            if (taken.verdict == SegmentCalls::Verdict::MalformedJson) {
                refuseUnreadable(std::move(taken.unreadable), key, std::move(*refused), std::move(answer));
            } else {
                answer(std::move(*refused));
            }
            return;
        }
        if (taken.calls.empty()) {
            answer(content->strict ? strictRefusal("empty_batch") : segmentAccepted());
            return;
        }
        const QByteArray digest = m_digests.of(content->salt, taken.writeKey);
        if (!m_late->dropKept(digest, taken.calls)) {
            answer(HttpReply::notKept()); // the client asks again, when it is known
            return;
        }
        if (taken.calls.empty()) {
            answer(segmentAccepted());
            return;
        }
        answer = LateCalls::noting(m_late, digest, taken.calls, isLate, std::move(answer));
        CapturedCalls captured{content->keys.value(digest), {},
                               std::move(client),           std::move(taken.calls),
                               std::move(taken.shared),     segmentCallType(request.path),
                               std::move(request.thread)};
        if (captured.connection.empty()) {
            captured.fingerprint = ReceiverDirectory::fingerprint(digest);
        }
        m_intake.takeCalls(std::move(captured), std::move(answer));
    }

    void refuseUnreadable(std::string body, const std::string &key, HttpReply refusal, HttpServer::Answer answer)
    {
        UnreadableCall call{{}, {}, std::move(body)};
        if (!key.empty()) {
            const auto content = m_directory.content();
            const QByteArray digest = m_digests.of(content->salt, key);
            call.connection = content->keys.value(digest);
            call.fingerprint = call.connection.empty() ? ReceiverDirectory::fingerprint(digest) : std::string();
        }
        m_intake.takeUnreadable(std::move(call), std::move(refusal), std::move(answer));
    }

    const Clock &m_clock;
    const ReceiverDirectory &m_directory;
    ReceiverIntake &m_intake;
    FaultPlan m_faults;
    KeyDigests m_digests;
    std::shared_ptr<LateCalls> m_late; // answers may outlive the server
};

} // namespace

Result<std::unique_ptr<Receiver>, std::string>
Receiver::start(const Options &options, const Clock &clock, const ReceiverDirectory &directory, ReceiverIntake &intake)
{
    HttpServer::Options server;
    server.port = options.port;
    server.maxBodyBytes = kMostOfToken;
    server.requestSeconds = options.requestSeconds;
    server.idleSeconds = options.idleSeconds;
    server.maxConnections = options.maxConnections;
    server.publicHosts = options.publicHosts;
    server.origins = options.origins;
    const auto routes = std::make_shared<Routes>(options, clock, directory, intake);
    auto started = HttpServer::start(
        server, [routes](std::string_view method, std::string_view path) { return routes->screen(method, path); },
        [routes](HttpRequest request, HttpServer::Answer answer) {
            routes->serve(std::move(request), std::move(answer));
        });
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
