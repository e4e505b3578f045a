// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/BodyWorker.h"
#include "app/receiver/CaptureIntake.h"
#include "app/receiver/EchoIntake.h"
#include "app/receiver/WebhookIntake.h"

namespace segue {

//! Puts what the receiver takes into the journal, each route's by an intake of its own; large bodies of the webhook and
//! of the echo are taken apart beside the receiver's thread. To be gone before the journal.
class ReceiverJournal final : public ReceiverIntake
{
public:
    //! All are borrowed. `queued`: see WebhookIntake. `refused`, on the receiver's thread: an echo of this connection
    //! was refused.
    ReceiverJournal(Journal &journal, const Clock &clock, const ReceiverDirectory &directory,
                    std::function<void()> queued, std::function<void(const std::string &connection)> refused = {});

    void takeCalls(CapturedCalls calls, HttpServer::Answer answer) override;
    void takeUnreadable(UnreadableCall call, HttpReply refusal, HttpServer::Answer answer) override;
    void takeWebhook(WebhookBody webhook, HttpServer::Answer answer) override;
    void takeEcho(EchoBody echo, HttpServer::Answer answer) override;
    void echoRefused(const std::string &connection) override;
    std::string health() override;

private:
    std::shared_ptr<IntakeCounts> m_counts = std::make_shared<IntakeCounts>();
    const ReceiverDirectory &m_directory;
    std::function<void(const std::string &connection)> m_refused;
    CaptureIntake m_captures;
    WebhookIntake m_webhooks;
    EchoIntake m_echoes;
    BodyWorker m_worker; // the first to go: it works with the others
};

} // namespace segue
