// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/RouteTokens.h"

#include "app/core/Futures.h"

#include <QPromise>

#include <memory>

namespace segue {

namespace {

SecretName nameOf(const ConnectionId &id, TokenRoute route)
{
    return route == TokenRoute::Webhook ? SecretName::webhookToken(id) : SecretName::echoToken(id);
}

TokenRecord &recordOf(Connection &connection, TokenRoute route)
{
    return route == TokenRoute::Webhook ? connection.webhookToken : connection.echoToken;
}

Error noConnection()
{
    return {ErrorCode::Absent, QStringLiteral("no such connection"),
            RouteTokens::tr("This connection has no address: it has been removed, or is the sandbox.")};
}

Error notOnThisMachine()
{
    return {
        ErrorCode::Absent, QStringLiteral("token is not in the keychain"),
        RouteTokens::tr("The address of this connection was made on another computer, or its token was taken out of "
                        "the keychain, so it cannot be shown here. It goes on working. Make a new one to see it; the "
                        "old one is then good for 24 hours more.")};
}

//! A promise that is answered once.
template <class T> class Answering
{
public:
    Answering() { m_promise->start(); }
    QFuture<T> future() const { return m_promise->future(); }
    void operator()(const T &answer) const
    {
        m_promise->addResult(answer);
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<T>> m_promise = std::make_shared<QPromise<T>>();
};

template <class T> QFuture<T> ready(const T &answer)
{
    const Answering<T> answering;
    answering(answer);
    return answering.future();
}

} // namespace

RouteTokens::RouteTokens(ConnectionStore &connections, SecretAccess &secrets, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_secrets(secrets)
    , m_clock(clock)
{
}

std::optional<Error> RouteTokens::take(const ConnectionId &id)
{
    const auto connection = m_connections.find(id);
    if (!connection || connection->isSandbox()) {
        return noConnection();
    }
    if (m_busy.contains(id)) {
        return Error{ErrorCode::Busy, QStringLiteral("address is being changed"),
                     tr("The address of this connection is being changed already. Wait a moment, then try again.")};
    }
    m_busy.insert(id);
    return std::nullopt;
}

Status RouteTokens::change(const ConnectionId &id, const std::function<void(Connection &)> &change)
{
    auto connection = m_connections.find(id);
    if (!connection) {
        return noConnection();
    }
    change(*connection);
    return m_connections.update(*connection);
}

Status RouteTokens::note(const ConnectionId &id, TokenRoute route, const Secret &token)
{
    return change(id, [&](Connection &connection) {
        TokenRecord &record = recordOf(connection, route);
        record.previous = record.digest;
        record.previousUntil = record.digest.isEmpty() ? 0 : m_clock.now() + kPreviousMs;
        record.digest = RouteToken::digest(token);
    });
}

QFuture<Result<Secret>> RouteTokens::token(const ConnectionId &id, TokenRoute route)
{
    auto connection = m_connections.find(id);
    if (!connection) {
        return ready<Result<Secret>>(noConnection());
    }
    const QByteArray digest = recordOf(*connection, route).digest;
    if (digest.isEmpty()) {
        return renew(id, route);
    }
    const Answering<Result<Secret>> answer;
    whenAnswered(m_secrets.read(nameOf(id, route)), this, [answer, digest](const Result<Secret> &read) {
        const bool isAnother =
            read.ok() ? RouteToken::digest(read.value()) != digest : read.error().code == ErrorCode::Absent;
        answer(isAnother ? Result<Secret>(notOnThisMachine()) : read);
    });
    return answer.future();
}

QFuture<Result<Secret>> RouteTokens::renew(const ConnectionId &id, TokenRoute route)
{
    if (const auto error = take(id)) {
        return ready<Result<Secret>>(*error);
    }
    return replace(id, route);
}

QFuture<Result<Secret>> RouteTokens::replace(const ConnectionId &id, TokenRoute route)
{
    const Answering<Result<Secret>> answer;
    const SecretName name = nameOf(id, route);
    // The old text, so that it can be put back if the file cannot be written.
    whenAnswered(m_secrets.read(name), this, [this, answer, id, route, name](const Result<Secret> &old) {
        const Secret fresh = RouteToken::create();
        const auto write = m_secrets.write(name, fresh, SecretPlace::Keychain);
        whenAnswered(write, this, [this, answer, id, route, name, old, fresh](const Status &written) {
            m_busy.remove(id);
            if (!written && written.error().code != ErrorCode::NoService) {
                answer(written.error());
                return;
            }
            if (!written) {
                // The receiver needs the digest alone; whoever asked can still copy the text.
                m_secrets.write(name, fresh, SecretPlace::SessionOnly);
            }
            answer(noted(id, route, fresh, old));
        });
    });
    return answer.future();
}

Result<Secret> RouteTokens::noted(const ConnectionId &id, TokenRoute route, const Secret &fresh,
                                  const Result<Secret> &old)
{
    if (const Status noted = note(id, route, fresh); !noted) {
        const SecretName name = nameOf(id, route);
        if (old) {
            m_secrets.write(name, old.value(), SecretPlace::Keychain);
        } else {
            m_secrets.remove(name);
        }
        return noted.error();
    }
    return fresh;
}

QFuture<Status> RouteTokens::remove(const ConnectionId &id, TokenRoute route)
{
    if (const auto error = take(id)) {
        return ready<Status>(*error);
    }
    // The file first: from then on the address is nobody's.
    const Status changed = change(id, [route](Connection &connection) { recordOf(connection, route) = {}; });
    if (!changed) {
        m_busy.remove(id);
        return ready<Status>(changed);
    }
    const Answering<Status> answer;
    whenAnswered(m_secrets.remove(nameOf(id, route)), this, [this, answer, id](const Status &removed) {
        m_busy.remove(id);
        answer(removed);
    });
    return answer.future();
}

QFuture<Status> RouteTokens::setEchoSecret(const ConnectionId &id, const Secret &secret)
{
    if (secret.isEmpty()) {
        return ready<Status>(Error{ErrorCode::InvalidInput, QStringLiteral("empty secret"),
                                   tr("An empty secret would let every echo pass. Nothing was changed.")});
    }
    if (const auto error = take(id)) {
        return ready<Status>(*error);
    }
    const Answering<Status> answer;
    const auto write = m_secrets.write(SecretName::echoSecret(id), secret, SecretPlace::Keychain);
    whenAnswered(write, this, [this, answer, id](const Status &written) {
        m_busy.remove(id);
        answer(written ? change(id, [](Connection &connection) { connection.echoSecretExpected = true; }) : written);
    });
    return answer.future();
}

QFuture<Status> RouteTokens::clearEchoSecret(const ConnectionId &id)
{
    if (const auto error = take(id)) {
        return ready<Status>(*error);
    }
    const Answering<Status> answer;
    // The keychain first: while it cannot be asked, echoes are still refused that are not signed.
    whenAnswered(m_secrets.remove(SecretName::echoSecret(id)), this, [this, answer, id](const Status &removed) {
        m_busy.remove(id);
        answer(removed ? change(id, [](Connection &connection) { connection.echoSecretExpected = false; }) : removed);
    });
    return answer.future();
}

} // namespace segue
