// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/ReceiverJournal.h"

namespace segue {

ReceiverJournal::ReceiverJournal(Journal &journal, const Clock &clock, const ReceiverDirectory &directory,
                                 std::function<void()> queued,
                                 std::function<void(const std::string &connection)> refused)
    : m_directory(directory)
    , m_refused(std::move(refused))
    , m_captures(journal, clock, directory, m_counts)
    , m_webhooks(journal, clock, directory, m_counts, std::move(queued))
    , m_echoes(journal, clock, m_counts)
{
}

void ReceiverJournal::takeCalls(CapturedCalls calls, HttpServer::Answer answer)
{
    m_captures.take(std::move(calls), std::move(answer));
}

void ReceiverJournal::takeUnreadable(UnreadableCall call, HttpReply refusal, HttpServer::Answer answer)
{
    m_captures.takeUnreadable(std::move(call), std::move(refusal), std::move(answer));
}

void ReceiverJournal::takeWebhook(WebhookBody webhook, HttpServer::Answer answer)
{
    const auto bytes = static_cast<std::size_t>(webhook.body.size());
    const std::string connection = webhook.connection;
    m_worker.take(
        connection, bytes,
        [this, webhook = std::move(webhook)](HttpServer::Answer reply) { m_webhooks.take(webhook, std::move(reply)); },
        std::move(answer));
}

void ReceiverJournal::takeEcho(EchoBody echo, HttpServer::Answer answer)
{
    const auto bytes = static_cast<std::size_t>(echo.body.size());
    const std::string connection = echo.connection;
    m_worker.take(
        connection, bytes,
        [this, echo = std::move(echo)](HttpServer::Answer reply) { m_echoes.take(echo, std::move(reply)); },
        std::move(answer));
}

void ReceiverJournal::echoRefused(const std::string &connection)
{
    m_counts->count(IntakeCounts::EchoesRefused);
    if (m_refused) {
        m_refused(connection);
    }
}

std::string ReceiverJournal::health()
{
    return m_counts->json(m_directory.content()->salt);
}

} // namespace segue
