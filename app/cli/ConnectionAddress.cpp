// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Await.h"
#include "app/cli/ConnectionsCommand.h"
#include "app/cli/Options.h"
#include "app/cli/Terminal.h"
#include "app/exports/PlainText.h"
#include "app/receiver/PublicAddress.h"

#include <QCoreApplication>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::ConnectionAddress)
};

const QString kRenew = QStringLiteral("renew");
const QString kRemove = QStringLiteral("remove");
const QString kClear = QStringLiteral("clear");
const QString kConnectionWord = QStringLiteral("CONNECTION");

QString addressOf(Session &session, TokenRoute route, const Secret &token)
{
    const QUrl isPublic = session->settings().receiver().publicAddress;
    const std::uint16_t kept = session->settings().receiverPort();
    const QUrl local(QStringLiteral("http://127.0.0.1:%1").arg(kept != 0 ? kept : ReceiverService::kUsualPort));
    return PublicAddress::withToken(isPublic.isEmpty() ? local : isPublic, RouteToken::pathBefore(route), token)
        .use([](QByteArrayView bytes) { return QString::fromUtf8(bytes); });
}

//! The connection, and the session it was found in. Nothing: `status` says how to end.
std::unique_ptr<Session> openFor(const Options &options, const Invocation &call, std::optional<Connection> &connection,
                                 int &status)
{
    status = kEnvironment;
    auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return nullptr;
    }
    status = kFailed;
    connection = findConnection(*session, options.words().constFirst(), call.out, status);
    if (connection && connection->isSandbox()) {
        call.out.failure(Text::tr("The sandbox has no address for other services."));
        status = kFailed;
        connection.reset();
    }
    return connection ? std::move(session) : nullptr;
}

int endOf(const std::optional<Status> &status, const QString &sentence, const Invocation &call)
{
    if (!status) {
        call.out.failure(Text::tr("Stopped before the keychain answered."));
        return kFailed;
    }
    if (!*status) {
        call.out.failure(plainText(status->error().userText));
        return statusOf(status->error());
    }
    call.out.note(sentence);
    return kDone;
}

int removeAddress(Session &session, const Connection &connection, TokenRoute route, const Invocation &call)
{
    return endOf(awaitFuture(session->routeTokens().remove(connection.id, route), call.stop),
                 Text::tr("The address is nobody's any more: what comes to it is answered 404."), call);
}

int showAddress(const Invocation &call, TokenRoute route, const QString &command, const QString &summary,
                const QString &where)
{
    Options options(command, kConnectionWord, summary);
    options.addFlag(kRenew, Text::tr("make a new address; the one before goes on working for 24 hours"));
    options.addFlag(kRemove, Text::tr("show none; from now on no address of this connection works"));
    if (const auto status = options.read(call.common + call.arguments, 1, 1, call.out)) {
        return *status;
    }
    if (const auto sentence = options.conflict({kRenew, kRemove})) {
        return options.wrong(*sentence, call.out);
    }
    int status = kFailed;
    std::optional<Connection> connection;
    const auto session = openFor(options, call, connection, status);
    if (!session) {
        return status;
    }
    if (options.has(kRemove)) {
        return removeAddress(*session, *connection, route, call);
    }
    RouteTokens &tokens = (*session)->routeTokens();
    const auto token = awaitFuture(
        options.has(kRenew) ? tokens.renew(connection->id, route) : tokens.token(connection->id, route), call.stop);
    if (!token || !*token) {
        return endOf(token ? std::optional(Status(token->error())) : std::nullopt, {}, call);
    }
    const QString address = addressOf(*session, route, token->value());
    if (options.json()) {
        call.out.json(QJsonObject{{QStringLiteral("url"), address}});
    } else {
        call.out.result(address);
    }
    call.out.note(Text::tr("Whoever knows this address can send events: treat it as a secret."));
    if ((*session)->settings().receiver().publicAddress.isEmpty()) {
        call.out.note(where);
    }
    return kDone;
}

} // namespace

int showWebhookAddress(const Invocation &call)
{
    return showAddress(
        call, TokenRoute::Webhook, QStringLiteral("connections webhook-url"),
        Text::tr("Shows the address for Pushwoosh's webhook; makes one at the first time. It holds a secret "
                 "token."),
        Text::tr("Pushwoosh calls from the internet: put the https address of your tunnel or reverse proxy "
                 "in place of the first part."));
}

int showEchoAddress(const Invocation &call)
{
    return showAddress(
        call, TokenRoute::Echo, QStringLiteral("connections echo-url"),
        Text::tr("Shows the address for Segment's Webhooks destination, which sends back what arrived; "
                 "makes one at the first time. It holds a secret token."),
        Text::tr("Segment calls from the internet: put the https address of your tunnel or reverse proxy "
                 "in place of the first part."));
}

int setEchoSecret(const Invocation &call)
{
    Options options(
        QStringLiteral("connections echo-secret"), kConnectionWord,
        Text::tr("Reads the shared secret of Segment's Webhooks destination from standard input, one line, and "
                 "keeps\nit in the keychain. From then on an echo that is not signed with it is refused. A "
                 "secret is never an\nargument."));
    options.addFlag(kClear,
                    Text::tr("read none; take the secret out of the keychain, and believe unsigned echoes again"));
    if (const auto status = options.read(call.common + call.arguments, 1, 1, call.out)) {
        return *status;
    }
    int status = kFailed;
    std::optional<Connection> connection;
    const auto session = openFor(options, call, connection, status);
    if (!session) {
        return status;
    }
    RouteTokens &tokens = (*session)->routeTokens();
    if (options.has(kClear)) {
        return endOf(awaitFuture(tokens.clearEchoSecret(connection->id), call.stop),
                     Text::tr("Echoes are taken unsigned again, and shown so."), call);
    }
    const Result<Secret> secret = Terminal(call.out, call.stop).readKey();
    if (!secret) {
        call.out.failure(secret.error().userText);
        return secret.error().code == ErrorCode::InvalidInput ? kUsage : kFailed;
    }
    return endOf(
        awaitFuture(tokens.setEchoSecret(connection->id, secret.value()), call.stop),
        Text::tr("Echoes of “%1” must be signed with this secret from now on.").arg(plainText(connection->name)), call);
}

} // namespace segue::cli
