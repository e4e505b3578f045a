// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QSslCertificate;

namespace segue::test {

//! A request as the server took it.
struct Request
{
    QByteArray method;
    QByteArray target;  //!< path and query as they came
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int connection = 0;  //!< which connection it came on, counted from 1
    int number = 0;      //!< which request of its connection it is, counted from 1

    //! The value of the first header of this name, in any case.
    QByteArray header(const QByteArray &name) const;
    int headerCount(const QByteArray &name) const;
};

//! One scripted answer. The default is Segment's own: 200 `{"success":true}`.
struct Answer
{
    enum class Fault {
        None,
        Hang,                //!< takes the request, never answers
        ResetBeforeReading,  //!< resets the connection before the request is read: it is not kept
        ResetAfterReading,   //!< takes the whole request, then resets
        CloseAfterReading,   //!< takes the whole request, then closes without a word
        HalfAnswer,          //!< promises twice the body that it sends, then closes
        EndlessBody,         //!< sends a body that never ends, as fast as it can
        DrippingBody,        //!< sends a body that never ends, one byte each 20 ms
    };

    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers = {{"Content-Type", "application/json"}};
    QByteArray body = "{\"success\":true}";
    Fault fault = Fault::None;
    std::chrono::milliseconds delay{0};
    bool closes = false;  //!< closes the connection after the answer

    static Answer success() { return {}; }
    //! Segment's form of an error (reference 1.6).
    static Answer error(int status, const QByteArray &message = "refused");
    //! A web page, as a captive portal or a wrong address gives it.
    static Answer html(int status = 200);
    static Answer redirect(const QByteArray &location, int status = 302);
    //! 429 or another status with Retry-After.
    static Answer retryAfter(const QByteArray &value, int status = 429);
    static Answer of(Fault fault);
    static Answer slow(std::chrono::milliseconds delay);
    //! The same answer with one header more.
    Answer withHeader(const QByteArray &name, const QByteArray &value) const;
    //! Reads one word of a script: a status (`200`, `503`), `429:7` (with Retry-After), `html`, `302`, `hang`,
    //! `reset-before`, `reset`, `close`, `half`, `endless`, `drip`, `slow:500` (ms).
    static std::optional<Answer> parse(const QString &word);
};

//! An HTTP server on 127.0.0.1 for tests, in a thread of its own, so that a test may block. It answers each request with
//! the next scripted answer, then with the responder's, then with the standing one, and keeps every request it took.
//! All functions may be called from any thread.
class FaultServer
{
public:
    enum class Transport { Plain, Tls };
    //! Called on the server's thread for each whole request that no scripted answer is left for; nothing: the standing
    //! answer is given.
    using Responder = std::function<std::optional<Answer>(const Request &)>;

    //! Listens at once; port 0: the system's choice.
    explicit FaultServer(Transport transport = Transport::Plain, quint16 port = 0);
    ~FaultServer();
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    bool isListening() const;
    quint16 port() const;
    //! `http://127.0.0.1:port` or, with TLS, `https://localhost:port` (the name in the certificate), and the path.
    QUrl url(const QString &path = {}) const;
    //! The self-signed certificate, for a test that wants it trusted.
    static QSslCertificate certificate();

    //! Adds to the script.
    void enqueue(const Answer &answer);
    void enqueue(const QList<Answer> &answers);
    //! What is answered when script and responder have nothing.
    void setStandingAnswer(const Answer &answer);
    void setResponder(Responder responder);
    //! How many scripted answers are left.
    int scriptLeft() const;

    QList<Request> requests() const;
    int requestCount() const;
    Request lastRequest() const;
    //! Connections taken so far.
    int connectionCount() const;
    //! Waits without an event loop until this many requests were taken.
    bool waitForRequests(int count, std::chrono::milliseconds timeout = std::chrono::seconds(10)) const;
    //! Forgets script, requests and counts; connections stay.
    void clear();

    //! Drops every connection and refuses new ones, until listenAgain() on the same port.
    void stopListening();
    bool listenAgain();
    //! Drops every connection and goes on listening.
    void dropConnections();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace segue::test
