// SPDX-License-Identifier: GPL-3.0-or-later
// Arbitrary bytes over a socket to the HTTP server: nothing crashes, every answer is one that the server gives, a route
// hears only of whole requests within the limits, and a client with manners is served all the while.
#include "app/receiver/HttpServer.h"
#include "app/receiver/SegmentRoutes.h"
#include "tests/fuzz/Expect.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

using namespace segue;

namespace {

constexpr std::size_t kMostBody = 4096;

class Client
{
public:
    explicit Client(std::uint16_t port)
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        expect(::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0,
               "the server takes connections");
    }
    ~Client()
    {
        // With a reset: thousands of closed connections would use up the ports.
        const linger now{1, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        ::close(m_socket);
    }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    void send(std::string_view bytes) const
    {
        static_cast<void>(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    }
    void end() const { ::shutdown(m_socket, SHUT_WR); }
    std::string readAll() const
    {
        std::string all;
        std::array<char, 4096> part{};
        for (;;) {
            const ssize_t got = ::recv(m_socket, part.data(), part.size(), 0);
            if (got <= 0) {
                return all;
            }
            all.append(part.data(), static_cast<std::size_t>(got));
        }
    }

private:
    int m_socket;
};

std::unique_ptr<HttpServer> makeServer()
{
    HttpServer::Options options;
    options.maxBodyBytes = kMostBody;
    options.requestSeconds = 1;
    options.idleSeconds = 1;
    auto started = HttpServer::start(
        options,
        [](std::string_view method, std::string_view path) {
            HttpServer::Screening screening;
            screening.reply = screenSegmentCall(method, path);
            screening.isPublic = path.size() % 2 == 1;
            return screening;
        },
        [](const HttpRequest &request, const HttpServer::Answer &answer) {
            expect(request.body.size() <= kMostBody, "a body is within the limit");
            expect(!request.method.empty() && request.path.starts_with('/'), "a request is whole");
            static_cast<void>(basicKey(request.header("Authorization")));
            static_cast<void>(settingsKey(request.path));
            answer(segmentAccepted());
        });
    expect(started.ok(), "the server listens");
    return std::move(started).value();
}

void answersAreKnown(const std::string &answers)
{
    if (answers.empty()) {
        return;
    }
    expect(answers.starts_with("HTTP/1."), "an answer is HTTP");
    const std::string status = answers.substr(9, 3);
    for (const char *known :
         {"100", "200", "400", "403", "404", "405", "408", "413", "415", "417", "421", "431", "501", "503", "505"}) {
        if (status == known) {
            return;
        }
    }
    expect(false, "a status is one that the server gives");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::unique_ptr<HttpServer> server = makeServer();
    {
        const Client stranger(server->port());
        stranger.send({reinterpret_cast<const char *>(data), size});
        stranger.end();
        answersAreKnown(stranger.readAll());
    }
    static unsigned turn = 0;
    if (++turn % 64 == 0) {
        const Client good(server->port());
        good.send("POST /v1/track HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server->port()) +
                  "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        expect(good.readAll().starts_with("HTTP/1.1 200"), "a client with manners is served");
    }
    return 0;
}
