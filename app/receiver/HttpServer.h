// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Executor.h"
#include "app/core/Result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace segue {

//! A request as a route sees it: whole, unpacked, from this machine and not from a web page.
struct HttpRequest
{
    std::string method;
    std::string path; //!< the target up to its `?`
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::shared_ptr<Executor> thread; //!< the server's, for what leads to the answer and comes from another

    //! The value of the first header of this name, in any case; empty when there is none.
    std::string_view header(std::string_view name) const;
};

//! What a route answers. The body is JSON.
struct HttpReply
{
    int status = 200;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    int delayMs = 0;      //!< it goes out so late
    bool isReset = false; //!< nothing goes out, the connection is cut

    //! An error in the form that Segment gives its own.
    static HttpReply fault(int status, std::string_view message);
    //! 405 with the methods that are allowed.
    static HttpReply wrongMethod(std::string_view allowed);
    //! 204: a page of an allowed origin may ask.
    static HttpReply mayAsk();
    static constexpr int kNotKept = 503;
    //! kNotKept: what came could not be kept, and may be sent again.
    static HttpReply notKept();
};

//! A time as HTTP writes it (RFC 9110, 5.6.7): `Thu, 26 Nov 2026 06:02:50 GMT`.
std::string httpDate(std::chrono::sys_seconds time);

//! A small HTTP/1.1 server on 127.0.0.1, in a thread of its own. Strict and bounded: what is ambiguous, too large, too
//! slow, addressed to another name or sent by a web page is answered and closed before a route hears of it. Free of Qt.
class HttpServer
{
public:
    struct Options
    {
        std::uint16_t port = 0;                                  //!< 0: the system's choice
        std::uint32_t maxHeaderBytes = 16 * 1024;                //!< above: 431
        std::size_t maxBodyBytes = std::size_t{4} * 1024 * 1024; //!< packed and unpacked; above: 413
        int requestSeconds = 10; //!< to send a whole request (408), and for its route to answer (503)
        int idleSeconds = 30;    //!< between requests
        //! Above it the oldest that has not sent a whole request yet, or waits with the rest of one, gives way; without
        //! one, further ones: 503.
        int maxConnections = 256;
        //! What has come of all bodies that are being read. Above it the one of whom nothing has come for the longest
        //! gives way: 503.
        std::size_t maxBufferedBytes = std::size_t{128} * 1024 * 1024;
        std::vector<std::string> publicHosts = {}; //!< further names, for what a screening calls public
        std::vector<std::string> origins = {};     //!< of web pages that may ask (CORS); without them all are refused
    };

    //! What is known by the head alone.
    struct Screening
    {
        std::optional<HttpReply> reply; //!< given before the body is read
        std::size_t maxBodyBytes = 0;   //!< of this route; 0: as the options say
        bool isPublic = false;          //!< may be asked under the public names as well
    };
    //! Called on the server's thread.
    using Screen = std::function<Screening(std::string_view method, std::string_view path)>;
    //! Answers one request; callable from any thread, also after the connection or the server has gone. Only the first
    //! call counts.
    using Answer = std::function<void(HttpReply)>;
    //! Called on the server's thread with each whole request. Must not throw, must not wait.
    using Handler = std::function<void(HttpRequest, Answer)>;

    //! Listens at once. The error names the reason.
    static Result<std::unique_ptr<HttpServer>, std::string> start(const Options &options, Screen screen,
                                                                  Handler handler);
    //! Closes the listener and every connection, ends the thread. Not to be called on the server's own thread.
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    std::uint16_t port() const;

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace segue
