// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/HttpServer.h"
#include "app/receiver/LateAnswers.h"

#if defined(__SANITIZE_THREAD__)
#define BOOST_ASIO_DISABLE_FENCED_BLOCK // the thread sanitizer knows no fences
#endif
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <array>
#include <chrono>
#include <list>
#include <mutex>

namespace segue {

class HttpSession;

//! What all sessions of a server share. Used on the server's thread only.
struct HttpSessions
{
    HttpServer::Options options;
    HttpServer::Screen screen;
    HttpServer::Handler handler;
    std::shared_ptr<LateAnswers> late;
    std::array<std::string, 3> hosts;
    int connections = 0;
    std::list<HttpSession *>
        strangers;                    //!< who send their first request, or wait with the rest of one; the oldest first
    std::list<HttpSession *> readers; //!< whose bodies have come in part, who has sent nothing for the longest first
    std::size_t buffered = 0;         //!< what has come of these bodies

    //! For the head of an answer that goes out now.
    const std::string &date();

private:
    std::chrono::sys_seconds m_dated{};
    std::string m_date;
};

//! One connection of a client, from its first request to its end. On the server's thread.
class HttpSession : public std::enable_shared_from_this<HttpSession>
{
public:
    HttpSession(boost::asio::ip::tcp::socket socket, std::shared_ptr<HttpSessions> shared);
    ~HttpSession();
    HttpSession(const HttpSession &) = delete;
    HttpSession &operator=(const HttpSession &) = delete;

    void waitForRequest();
    //! The answer to the request of that number; ignored when another was given before.
    void answer(std::uint64_t request, HttpReply reply);
    void close();

private:
    enum class Phase { Idle, Reading, Answering, Holding, Writing, Lingering };
    using Error = boost::system::error_code;
    using Request = boost::beast::http::request<boost::beast::http::string_body>;

    void enter(Phase phase, std::chrono::steady_clock::duration limit);
    void watchDeadline();
    void onDeadline();
    void endReading(HttpReply instead);
    void readFirst();
    bool passEmptyLine();
    void readRequest();
    bool takeBuffered(Error &error);
    void onHead(const Error &error);
    void readBody();
    void readMore();
    void onBody(const Error &error);
    std::optional<HttpReply> screened();
    std::optional<HttpReply> ambiguous() const;
    std::optional<HttpReply> strange(bool isPublic) const;
    std::optional<HttpReply> preflight() const;
    std::optional<HttpReply> bounded(std::size_t maxBytes);
    bool isAllowedOrigin() const;
    bool reserve(std::size_t bytes);
    void release();
    void giveWay();
    void hand(Request request);
    void send(const HttpReply &reply, bool keepAlive);
    void write(const HttpReply &reply);
    void onSent(const Error &error);
    void linger();
    void discard();
    void isUnknown();
    void isKnown();

    std::chrono::seconds requestLimit() const { return std::chrono::seconds(m_shared->options.requestSeconds); }
    const Request &request() const { return m_parser->get(); }

    boost::asio::ip::tcp::socket m_socket;
    boost::asio::steady_timer m_timer;
    std::chrono::steady_clock::time_point m_deadline; // of the phase
    bool m_watched = false;                           // the timer runs
    std::uint64_t m_watch = 0;                        // a wait that was replaced is known by its number
    std::shared_ptr<HttpSessions> m_shared;
    boost::beast::flat_buffer m_buffer;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> m_parser;
    std::string m_answer; // that goes out
    HttpReply m_held;     // while Holding
    Phase m_phase = Phase::Idle;
    std::optional<HttpReply> m_instead; // the reading was ended
    bool m_linePassed = false;          // before the request that is awaited
    bool m_keepAlive = false;
    bool m_headOnly = false; // HEAD: the answer has no body
    unsigned m_version = 11;
    std::size_t m_reserved = 0;
    std::optional<std::list<HttpSession *>::iterator> m_stranger;
    std::optional<std::list<HttpSession *>::iterator> m_reader;
    std::string m_origin;        // of the web page that asks and may
    std::uint64_t m_request = 0; // a late answer to an earlier request is known by its number
};

} // namespace segue
