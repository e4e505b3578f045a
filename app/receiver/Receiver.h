// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "app/receiver/HttpServer.h"
#include "app/receiver/ReceiverDirectory.h"
#include "app/receiver/SegmentCalls.h"

#include <QByteArray>

namespace segue {

//! What a client of Segment sent: the calls of one request.
struct CapturedCalls
{
    std::string connection;  //!< whose key it was; empty: of none
    std::string fingerprint; //!< of an unknown key
    std::string client;      //!< what the request said of its sender; may be empty
    std::vector<SegmentCall> calls;
    std::string shared;               //!< what the envelope of a batch says for all of them
    std::string_view typeOfRoute;     //!< of a call that does not say its own
    std::shared_ptr<Executor> thread; //!< HttpRequest's
};

//! What came to a route of Segment's API and is no JSON.
struct UnreadableCall
{
    std::string connection;  //!< whose key the header held; empty: of none
    std::string fingerprint; //!< of an unknown key in the header; empty: there was none
    std::string body;        //!< without what looks like a key
};

//! What Pushwoosh's webhook sent.
struct WebhookBody
{
    std::string connection;
    QByteArray body;
};

//! What Segment's Webhooks destination sent.
struct EchoBody
{
    std::string connection;
    QByteArray body;
    bool isSigned = false; //!< and the signature was verified
};

//! What becomes of it. Called on the receiver's thread; answers may come from any thread, and go out as they come.
class ReceiverIntake
{
public:
    virtual ~ReceiverIntake() = default;
    virtual void takeCalls(CapturedCalls calls, HttpServer::Answer answer) = 0;
    //! Answered by `refusal` once it is kept.
    virtual void takeUnreadable(UnreadableCall call, HttpReply refusal, HttpServer::Answer answer) = 0;
    virtual void takeWebhook(WebhookBody webhook, HttpServer::Answer answer) = 0;
    virtual void takeEcho(EchoBody echo, HttpServer::Answer answer) = 0;
    //! An echo of the connection was answered 401: its signature does not fit the secret.
    virtual void echoRefused(const std::string &connection) = 0;
    //! The counters of `/healthz`, a JSON object.
    virtual std::string health() = 0;
};

//! The local HTTP server that other programs and services are pointed at (ARCHITECTURE, The receiver): Segment's
//! tracking API, Pushwoosh's webhook and Segment's echo, on 127.0.0.1, in a thread of its own.
class Receiver
{
public:
    struct Options
    {
        std::uint16_t port = 0;               //!< 0: the system's choice
        std::vector<std::string> publicHosts; //!< of the public address, for the token routes
        std::vector<std::string> origins;     //!< of web pages that may ask
        int requestSeconds = 10;
        int idleSeconds = 30;
        int maxConnections = 256;
        std::uint64_t faultSeed = 0; //!< of the faults that are played; 0: a new one each time
    };

    //! Listens at once. The error names the reason. Both are borrowed.
    static Result<std::unique_ptr<Receiver>, std::string>
    start(const Options &options, const Clock &clock, const ReceiverDirectory &directory, ReceiverIntake &intake);
    //! Closes the listener and every connection, ends the thread.
    ~Receiver();
    Receiver(const Receiver &) = delete;
    Receiver &operator=(const Receiver &) = delete;

    std::uint16_t port() const { return m_server->port(); }

private:
    explicit Receiver(std::unique_ptr<HttpServer> server);
    std::unique_ptr<HttpServer> m_server;
};

} // namespace segue
