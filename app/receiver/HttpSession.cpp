// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/HttpSession.h"

#include "app/receiver/BodyPacking.h"

#include <algorithm>

namespace segue {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr std::size_t kReadBuffer = 65'536;
// How long what a refused client still sends is taken and thrown away, so that it gets to read the answer.
constexpr std::chrono::seconds kLinger{2};
constexpr std::chrono::milliseconds kCancelAgain{50};

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

// What broke while a request was read, as an answer; nothing when there is nobody to answer.
std::optional<HttpReply> replyTo(const error_code &error)
{
    if (error == http::error::end_of_stream || error == http::error::partial_message ||
        error.category() != http::make_error_code(http::error::end_of_stream).category()) {
        return std::nullopt;
    }
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        return HttpReply::fault(431, "The header is too large");
    }
    if (error == http::error::body_limit) {
        return HttpReply::fault(413, "The body is too large");
    }
    return HttpReply::fault(400, "The request is not HTTP: " + error.message());
}

} // namespace

const std::string &HttpSessions::date()
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (now != m_dated) {
        m_dated = now;
        m_date = httpDate(now);
    }
    return m_date;
}

HttpSession::HttpSession(tcp::socket socket, std::shared_ptr<HttpSessions> shared)
    : m_socket(std::move(socket))
    , m_timer(m_socket.get_executor())
    , m_shared(std::move(shared))
    , m_buffer(kReadBuffer)
{
    ++m_shared->connections;
    isUnknown();
}

HttpSession::~HttpSession()
{
    isKnown();
    release();
    --m_shared->connections;
}

void HttpSession::enter(Phase phase, std::chrono::steady_clock::duration limit)
{
    m_phase = phase;
    m_deadline = std::chrono::steady_clock::now() + limit;
    // A timer that ends earlier looks again by then: most requests end long before, and need none of their own.
    if (!m_watched || m_timer.expiry() > m_deadline) {
        watchDeadline();
    }
}

void HttpSession::watchDeadline()
{
    m_watched = true;
    m_timer.expires_at(m_deadline);
    m_timer.async_wait([self = shared_from_this(), number = ++m_watch](const error_code &error) {
        // A wait that was replaced in the moment it ended still reports success.
        if (error || number != self->m_watch) {
            return;
        }
        self->m_watched = false;
        if (self->m_deadline > std::chrono::steady_clock::now()) {
            self->watchDeadline();
        } else {
            self->onDeadline();
        }
    });
}

void HttpSession::onDeadline()
{
    switch (m_phase) {
    case Phase::Reading:
        endReading(HttpReply::fault(408, "The request did not come in time"));
        break;
    case Phase::Answering:
        send(HttpReply::notKept(), m_keepAlive);
        break;
    case Phase::Holding:
        send(std::exchange(m_held, {}), m_keepAlive);
        break;
    case Phase::Idle:
    case Phase::Writing:
    case Phase::Lingering:
        close();
        break;
    }
}

// What is answered once the read that is under way has ended.
void HttpSession::endReading(HttpReply instead)
{
    if (!m_instead) {
        m_instead = std::move(instead);
    }
    error_code ignored;
    m_socket.cancel(ignored);
    // A read that had just ended is not cancelled, and reading would go on.
    enter(Phase::Reading, kCancelAgain);
}

void HttpSession::waitForRequest()
{
    if (m_buffer.size() > 0) {
        // In a turn of its own: requests sent without waiting for answers neither pile up on the stack nor keep others
        // waiting.
        asio::post(m_socket.get_executor(), [self = shared_from_this()] {
            if (self->m_socket.is_open()) {
                self->readRequest();
            }
        });
        return;
    }
    readFirst();
}

void HttpSession::readFirst()
{
    enter(Phase::Idle, std::chrono::seconds(m_shared->options.idleSeconds));
    m_socket.async_read_some(m_buffer.prepare(4096),
                             [self = shared_from_this()](const error_code &error, std::size_t bytes) {
                                 if (error) {
                                     self->close();
                                     return;
                                 }
                                 self->m_buffer.commit(bytes);
                                 self->readRequest();
                             });
}

// RFC 9112, 2.2: one may stand before a request. True when nothing but (a part of) it has come.
bool HttpSession::passEmptyLine()
{
    const asio::const_buffer bytes = m_buffer.data();
    const std::string_view begun(static_cast<const char *>(bytes.data()), bytes.size());
    if (m_linePassed || !std::string_view("\r\n").starts_with(begun.substr(0, 2))) {
        return begun.empty();
    }
    if (begun.size() >= 2) {
        m_buffer.consume(2);
        m_linePassed = true;
    }
    return begun.size() <= 2;
}

void HttpSession::readRequest()
{
    if (passEmptyLine()) {
        readFirst();
        return;
    }
    m_linePassed = false;
    ++m_request;
    m_headOnly = false;
    m_origin.clear();
    m_version = 11;
    m_parser.emplace();
    m_parser->header_limit(m_shared->options.maxHeaderBytes);
    m_parser->body_limit(m_shared->options.maxBodyBytes);
    enter(Phase::Reading, requestLimit());
    error_code error;
    if (takeBuffered(error)) {
        onHead(error);
        return;
    }
    isUnknown();
    http::async_read_header(
        m_socket, m_buffer, *m_parser,
        [self = shared_from_this()](const error_code &failed, std::size_t) { self->onHead(failed); });
}

// Most requests come in one piece: what has been read is parsed at once, without a turn of the event loop. True when
// the parser has what it was asked for, or found a fault.
bool HttpSession::takeBuffered(error_code &error)
{
    if (m_buffer.size() == 0) {
        return false;
    }
    m_buffer.consume(m_parser->put(m_buffer.data(), error));
    if (error == http::error::need_more) {
        error = {};
        return false;
    }
    return error || (m_parser->eager() ? m_parser->is_done() : m_parser->is_header_done());
}

void HttpSession::onHead(const error_code &error)
{
    if (m_instead) {
        send(*std::exchange(m_instead, std::nullopt), false);
        return;
    }
    if (error) {
        if (std::optional<HttpReply> reply = replyTo(error)) {
            send(*reply, false);
        } else {
            close();
        }
        return;
    }
    m_keepAlive = request().keep_alive();
    m_version = request().version();
    m_headOnly = request().method() == http::verb::head;
    m_origin = isAllowedOrigin() ? std::string(view(request()[http::field::origin])) : std::string();
    if (std::optional<HttpReply> reply = screened()) {
        send(*reply, m_keepAlive && m_parser->is_done());
        return;
    }
    if (m_parser->is_done() || request().count(http::field::expect) == 0) {
        readBody();
        return;
    }
    if (!beast::iequals(request()[http::field::expect], "100-continue")) {
        send(HttpReply::fault(417, "Only 100-continue can be expected"), false);
        return;
    }
    asio::async_write(m_socket, asio::buffer(kContinue.data(), kContinue.size()),
                      [self = shared_from_this()](const error_code &failed, std::size_t) {
                          if (failed && !self->m_instead) {
                              self->close();
                          } else {
                              self->readBody();
                          }
                      });
}

void HttpSession::readBody()
{
    if (m_parser->is_done() || m_instead) {
        onBody({});
        return;
    }
    m_parser->eager(true);
    error_code error;
    if (takeBuffered(error)) {
        onBody(error);
        return;
    }
    readMore();
}

// In steps: what has come is what counts.
void HttpSession::readMore()
{
    if (!reserve(request().body().size())) {
        send(HttpReply::notKept(), false);
        return;
    }
    isUnknown();
    http::async_read_some(m_socket, m_buffer, *m_parser,
                          [self = shared_from_this()](const error_code &failed, std::size_t) {
                              if (failed || self->m_instead || self->m_parser->is_done()) {
                                  self->onBody(failed);
                              } else {
                                  self->readMore();
                              }
                          });
}

// What can be said before the body is read.
std::optional<HttpReply> HttpSession::screened()
{
    if (std::optional<HttpReply> reply = ambiguous()) {
        return reply;
    }
    const std::string_view target = view(request().target());
    const HttpServer::Screening screening =
        m_shared->screen(view(request().method_string()), target.substr(0, target.find('?')));
    if (std::optional<HttpReply> reply = strange(screening.isPublic)) {
        return reply;
    }
    if (std::optional<HttpReply> reply = preflight()) {
        return reply;
    }
    if (screening.reply) {
        return screening.reply;
    }
    const std::size_t most = m_shared->options.maxBodyBytes;
    return bounded(screening.maxBodyBytes == 0 ? most : std::min(most, screening.maxBodyBytes));
}

// RFC 7230 3.3.3 and 5.4.
std::optional<HttpReply> HttpSession::ambiguous() const
{
    const Request &head = request();
    const auto count = [&head](auto name) { return head.count(name); };
    if (count(http::field::content_length) > 1 ||
        (count(http::field::transfer_encoding) > 0 &&
         (count(http::field::transfer_encoding) > 1 || !m_parser->chunked() ||
          !beast::iequals(head[http::field::transfer_encoding], "chunked")))) {
        return HttpReply::fault(400, "The length of the body is ambiguous");
    }
    const std::string_view target = view(head.target());
    if (count(http::field::host) != 1 || target.empty() || target.front() != '/') {
        return HttpReply::fault(400, "One Host and a path are needed");
    }
    return std::nullopt;
}

// Host and Origin keep web pages out (DNS rebinding, cross-site requests).
std::optional<HttpReply> HttpSession::strange(bool isPublic) const
{
    const Request &head = request();
    const auto isNamed = [&head](const std::vector<std::string> &names) {
        return std::any_of(names.begin(), names.end(), [&head](const std::string &name) {
            return beast::iequals(head[http::field::host], beast::string_view(name.data(), name.size()));
        });
    };
    const bool own = std::any_of(m_shared->hosts.begin(), m_shared->hosts.end(), [&head](const std::string &host) {
        return beast::iequals(head[http::field::host], host);
    });
    if (!own && !(isPublic && isNamed(m_shared->options.publicHosts))) {
        return HttpReply::fault(421, "This server has another name");
    }
    const bool ofPage = head.count(http::field::origin) > 0 || beast::iequals(head["Sec-Fetch-Site"], "cross-site");
    if (ofPage && !isAllowedOrigin()) {
        return HttpReply::fault(403, "Requests of web pages are refused");
    }
    return std::nullopt;
}

bool HttpSession::isAllowedOrigin() const
{
    const Request &head = request();
    const std::vector<std::string> &allowed = m_shared->options.origins;
    return head.count(http::field::origin) == 1 &&
           std::find(allowed.begin(), allowed.end(), std::string(view(head[http::field::origin]))) != allowed.end();
}

// A page of an allowed origin asks whether it may (Fetch standard, CORS protocol).
std::optional<HttpReply> HttpSession::preflight() const
{
    const Request &head = request();
    if (head.method() != http::verb::options || !isAllowedOrigin() ||
        head.count(http::field::access_control_request_method) == 0) {
        return std::nullopt;
    }
    return HttpReply::mayAsk();
}

std::optional<HttpReply> HttpSession::bounded(std::size_t maxBytes)
{
    m_parser->body_limit(maxBytes);
    const auto length = m_parser->content_length();
    return length && *length > maxBytes ? std::optional(HttpReply::fault(413, "The body is too large")) : std::nullopt;
}

// Those that have sent nothing for the longest give way, so that slow ones cannot keep everybody else out.
bool HttpSession::reserve(std::size_t bytes)
{
    release();
    while (m_shared->buffered + bytes > m_shared->options.maxBufferedBytes) {
        if (m_shared->readers.empty()) {
            return false;
        }
        m_shared->readers.front()->giveWay();
    }
    if (bytes > 0) {
        m_shared->buffered += bytes;
        m_reserved = bytes;
        m_reader = m_shared->readers.insert(m_shared->readers.end(), this);
    }
    return true;
}

void HttpSession::release()
{
    m_shared->buffered -= std::exchange(m_reserved, 0);
    if (m_reader) {
        m_shared->readers.erase(*m_reader);
        m_reader.reset();
    }
}

void HttpSession::giveWay()
{
    release();
    std::string().swap(m_parser->get().body());
    endReading(HttpReply::notKept());
}

void HttpSession::onBody(const error_code &error)
{
    if (m_instead || error) {
        onHead(error);
        return;
    }
    Request whole = m_parser->release();
    const std::string_view encoding = view(whole[http::field::content_encoding]);
    if (std::optional<HttpReply> reply = unpackBody(encoding, m_shared->options.maxBodyBytes, whole.body())) {
        send(*reply, false);
        return;
    }
    hand(std::move(whole));
}

void HttpSession::hand(Request request)
{
    HttpRequest taken;
    taken.method = std::string(view(request.method_string()));
    const std::string_view target = view(request.target());
    taken.path = std::string(target.substr(0, target.find('?')));
    taken.headers.reserve(static_cast<std::size_t>(std::distance(request.begin(), request.end())));
    for (const auto &field : request) {
        taken.headers.emplace_back(view(field.name_string()), view(field.value()));
    }
    taken.body = std::move(request.body());
    taken.thread = m_shared->late;

    isKnown();
    release();
    enter(Phase::Answering, requestLimit());
    m_shared->handler(std::move(taken), [late = m_shared->late, self = weak_from_this(), number = m_request](
                                            HttpReply reply) { late->add(self, number, std::move(reply)); });
}

void HttpSession::answer(std::uint64_t request, HttpReply reply)
{
    if (m_request != request || m_phase != Phase::Answering) {
        return;
    }
    if (reply.isReset) {
        error_code ignored;
        m_socket.set_option(asio::socket_base::linger(true, 0), ignored);
        close();
    } else if (reply.delayMs > 0) {
        const std::chrono::milliseconds delay(reply.delayMs);
        m_held = std::move(reply);
        enter(Phase::Holding, delay);
    } else {
        send(reply, m_keepAlive);
    }
}

void HttpSession::send(const HttpReply &reply, bool keepAlive)
{
    m_keepAlive = keepAlive && !m_headOnly;
    release();
    write(reply);
    enter(Phase::Writing, requestLimit());
    // An answer fits into the system's buffer but for clients that do not read: it goes out at once.
    error_code error;
    const std::size_t sent = m_socket.write_some(asio::buffer(m_answer), error);
    if (error ? error != asio::error::would_block : sent == m_answer.size()) {
        onSent(error);
        return;
    }
    asio::async_write(m_socket, asio::buffer(m_answer) + sent,
                      [self = shared_from_this()](const error_code &failed, std::size_t) { self->onSent(failed); });
}

// In one piece: it goes to the system in one call.
void HttpSession::write(const HttpReply &reply)
{
    const auto field = [this](std::string_view name, std::string_view value) {
        m_answer.append(name).append(": ").append(value).append("\r\n");
    };
    const http::status status = http::int_to_status(static_cast<unsigned>(reply.status));
    m_answer = m_version == 10 ? "HTTP/1.0 " : "HTTP/1.1 ";
    m_answer.append(std::to_string(reply.status))
        .append(" ")
        .append(view(http::obsolete_reason(status)))
        .append("\r\n");
    field("Content-Type", "application/json");
    field("Date", m_shared->date());
    for (const auto &[name, value] : reply.headers) {
        field(name, value);
    }
    if (!m_origin.empty()) {
        field("Access-Control-Allow-Origin", m_origin);
        field("Vary", "Origin");
    }
    if (!m_keepAlive) {
        field("Connection", "close");
    } else if (m_version == 10) {
        field("Connection", "keep-alive");
    }
    if (status != http::status::no_content) {
        field("Content-Length", std::to_string(reply.body.size())); // to HEAD, too: what GET would have brought
    }
    m_answer.append("\r\n");
    if (!m_headOnly) {
        m_answer.append(reply.body);
    }
}

void HttpSession::onSent(const error_code &error)
{
    if (error) {
        close();
    } else if (m_keepAlive) {
        waitForRequest();
    } else {
        linger();
    }
}

// Closing while the client still sends would reset the connection, and the client could lose the answer.
void HttpSession::linger()
{
    error_code ignored;
    m_socket.shutdown(tcp::socket::shutdown_send, ignored);
    m_parser.reset();
    enter(Phase::Lingering, kLinger);
    discard();
}

void HttpSession::discard()
{
    m_buffer.clear();
    m_socket.async_read_some(m_buffer.prepare(kReadBuffer),
                             [self = shared_from_this()](const error_code &error, std::size_t) {
                                 if (error) {
                                     self->close();
                                 } else {
                                     self->discard();
                                 }
                             });
}

void HttpSession::isUnknown()
{
    if (!m_stranger) {
        m_stranger = m_shared->strangers.insert(m_shared->strangers.end(), this);
    }
}

void HttpSession::isKnown()
{
    if (m_stranger) {
        m_shared->strangers.erase(*m_stranger);
        m_stranger.reset();
    }
}

void HttpSession::close()
{
    error_code ignored;
    isKnown();
    ++m_watch;
    m_timer.cancel();
    m_socket.close(ignored);
}

} // namespace segue
