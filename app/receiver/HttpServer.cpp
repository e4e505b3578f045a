// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/HttpServer.h"

#include "app/receiver/HttpSession.h"

#include <thread>

namespace segue {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr std::chrono::milliseconds kAcceptPause{100};

constexpr std::string_view kFull = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\n"
                                   "Connection: close\r\n\r\n";

} // namespace

class HttpServer::Private
{
public:
    Private(const Options &options, Screen screen, Handler handler)
        : m_acceptor(m_context, tcp::endpoint(asio::ip::address_v4::loopback(), options.port))
        , m_pause(m_context)
        , m_port(m_acceptor.local_endpoint().port())
    {
        const std::string port = ":" + std::to_string(m_port);
        m_shared->hosts = {"127.0.0.1" + port, "localhost" + port, "[::1]" + port};
        m_shared->options = options;
        m_shared->screen = std::move(screen);
        m_shared->handler = std::move(handler);
        m_shared->late = std::make_shared<LateAnswers>(m_context);
        accept();
        m_thread = std::thread([this] { m_context.run(); });
    }
    ~Private()
    {
        m_shared->late->end();
        // Who has an answer gets it: what was kept would otherwise be sent once more.
        asio::post(m_context, [this] {
            m_shared->late->giveAll();
            m_context.stop();
        });
        m_thread.join();
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    std::uint16_t port() const { return m_port; }

private:
    void accept()
    {
        m_acceptor.async_accept([this](const error_code &error, tcp::socket socket) {
            if (error) {
                // Mostly a lack of file descriptors: it passes, but asking again at once would spin.
                m_pause.expires_after(kAcceptPause);
                m_pause.async_wait([this](const error_code &) { accept(); });
                return;
            }
            welcome(std::move(socket));
            accept();
        });
    }
    void welcome(tcp::socket socket)
    {
        error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        socket.non_blocking(true, ignored);
        if (m_shared->connections < m_shared->options.maxConnections || madeRoom()) {
            std::make_shared<HttpSession>(std::move(socket), m_shared)->waitForRequest();
            return;
        }
        socket.send(asio::buffer(kFull.data(), kFull.size()), 0, ignored);
    }

    // Idle and slow ones give way, so that they cannot keep everybody else out.
    bool madeRoom()
    {
        if (m_shared->strangers.empty()) {
            return false;
        }
        m_shared->strangers.front()->close();
        return true;
    }

    // Before the context: it is destroyed after the sessions, which the context's queues own.
    std::shared_ptr<HttpSessions> m_shared = std::make_shared<HttpSessions>();
    asio::io_context m_context{1};
    tcp::acceptor m_acceptor;
    asio::steady_timer m_pause;
    std::uint16_t m_port;
    std::thread m_thread;
};

Result<std::unique_ptr<HttpServer>, std::string> HttpServer::start(const Options &options, Screen screen,
                                                                   Handler handler)
{
    try {
        return std::unique_ptr<HttpServer>(
            new HttpServer(std::make_unique<Private>(options, std::move(screen), std::move(handler))));
    } catch (const std::exception &error) {
        return std::string(error.what());
    }
}

HttpServer::HttpServer(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const
{
    return d->port();
}

} // namespace segue
