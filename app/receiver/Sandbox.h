// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace segue {

//! A call that the sandbox took, one per item of a batch.
struct SandboxEvent
{
    std::string messageId;   //!< empty when it had none
    std::string payload;     //!< the item's own bytes, `writeKey` cut out
    bool ownKey = false;     //!< came under the sandbox's public key
};

//! Segue's own Segment-compatible endpoint: its own listener on 127.0.0.1, in a thread of
//! its own (Boost.Beast). Answers as Segment does (reference 1.6), so a bad event is answered 200 as well. Free of Qt.
class Sandbox
{
public:
    struct Options
    {
        std::string writeKey;             //!< the public key that it knows
        std::uint16_t port = 0;           //!< 0: the system's choice
        std::size_t maxEventBytes = std::size_t{32} * 1024;
        std::size_t maxRequestBytes = std::size_t{500} * 1024;  //!< above: 400 Exceed payload limit
        std::size_t maxReadBytes = std::size_t{4} * 1024 * 1024; //!< above: 413 and close
        int requestSeconds = 10;          //!< to send a whole request
        int idleSeconds = 30;
        int maxConnections = 256;
    };
    //! Called on the sandbox's thread for each request that brought an event and is to be answered 200 (not for an empty
    //! batch, nor for more than 2,500 items, which Segment answers 200 and drops). The answer goes out when `answer(true)` is
    //! called (any thread, also after the sandbox has gone; only the first call counts); `answer(false)`: 503 with
    //! Retry-After, nothing was kept. Without a call 503 goes out after requestSeconds.
    using Handler = std::function<void(std::vector<SandboxEvent> events, std::function<void(bool)> answer)>;

    //! Listens at once. The error names the reason.
    static Result<std::unique_ptr<Sandbox>, std::string> start(Options options, Handler handler);
    //! Closes the listener and every connection, ends the thread.
    ~Sandbox();
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    std::uint16_t port() const;

private:
    class Private;
    explicit Sandbox(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace segue
