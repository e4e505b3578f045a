// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ConnectionText.h"

#include "app/cli/Await.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::ConnectionText)
};

constexpr int kProbeMs = 10'000;

KeychainState keychainState(Session &session, const Stop &stop)
{
    KeychainSecretStore &keychain = session->keychain();
    if (keychain.state() == KeychainState::NotAsked) {
        keychain.probe();
        awaitSignal(
            &keychain, &KeychainSecretStore::stateChanged, [&] { return keychain.state() != KeychainState::NotAsked; },
            kProbeMs, stop);
    }
    return keychain.state();
}

bool mustAsk(const Connection &connection)
{
    return !connection.isSandbox() && connection.keyExpected;
}

KeyStanding ask(Session &session, const Connection &connection, const Stop &stop)
{
    const auto answer = awaitFuture(session->secrets().read(SecretName::writeKey(connection.id)), stop);
    if (!answer) {
        return {KeyStanding::Kind::Unreadable, Text::tr("stopped")};
    }
    if (*answer) {
        return {KeyStanding::Kind::Stored, {}};
    }
    if (answer->error().code == ErrorCode::Absent) {
        return {KeyStanding::Kind::NotHere, {}};
    }
    return {KeyStanding::Kind::Unreadable, answer->error().userText};
}

QString regionWord(const Connection &connection)
{
    if (connection.isSandbox()) {
        return QStringLiteral("sandbox");
    }
    switch (connection.endpoint.region()) {
    case Endpoint::Region::Us:
        return QStringLiteral("us");
    case Endpoint::Region::Eu:
        return QStringLiteral("eu");
    case Endpoint::Region::Other:
        break;
    }
    return QStringLiteral("other");
}

QString isoTime(std::int64_t time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString environmentShown(const Connection &connection)
{
    return environmentName(connection.environment);
}

//! What comes in for it, and what becomes of it.
QJsonObject receivingJson(const Connection &connection)
{
    return {
        {QStringLiteral("relay"), connection.relay.on},
        {QStringLiteral("relayGrounds"), relayGroundsWord(connection.relay.grounds)},
        {QStringLiteral("countRepeats"), connection.relay.countRepeats},
        {QStringLiteral("webhookAddress"), !connection.webhookToken.digest.isEmpty()},
        {QStringLiteral("echoAddress"), !connection.echoToken.digest.isEmpty()},
        {QStringLiteral("echoSecret"), connection.echoSecretExpected},
    };
}

QString receivingText(const Connection &connection)
{
    QStringList parts{connection.relay.on ? Text::tr("relayed") : Text::tr("kept, not relayed")};
    if (connection.webhookToken.digest.isEmpty()) {
        parts.append(Text::tr("no address yet"));
    }
    if (!connection.relay.countRepeats) {
        parts.append(Text::tr("repeats count as events of their own"));
    }
    return parts.join(u", ");
}

QString echoText(const Connection &connection)
{
    if (connection.echoToken.digest.isEmpty()) {
        return Text::tr("no address yet");
    }
    return connection.echoSecretExpected ? Text::tr("signatures are verified") : Text::tr("signatures are not verified");
}

} // namespace

QString KeyStanding::word() const
{
    switch (kind) {
    case Kind::Fixed:
        return QStringLiteral("fixed");
    case Kind::Stored:
        return QStringLiteral("stored");
    case Kind::None:
        return QStringLiteral("none");
    case Kind::NotHere:
        return QStringLiteral("not-on-this-machine");
    case Kind::Unreadable:
        break;
    }
    return QStringLiteral("unreadable");
}

QString KeyStanding::text() const
{
    switch (kind) {
    case Kind::Fixed:
        return Text::tr("public, fixed");
    case Kind::Stored:
        return Text::tr("in the keychain");
    case Kind::None:
        return Text::tr("none yet");
    case Kind::NotHere:
        return Text::tr("key not on this machine");
    case Kind::Unreadable:
        break;
    }
    return Text::tr("not readable now");
}

QList<KeyStanding> keyStandings(Session &session, const QList<Connection> &connections, const Stop &stop)
{
    const bool needed = std::any_of(connections.begin(), connections.end(), mustAsk);
    const KeychainState state = needed ? keychainState(session, stop) : KeychainState::NotAsked;
    QList<KeyStanding> standings;
    for (const Connection &connection : connections) {
        if (connection.isSandbox()) {
            standings.append({KeyStanding::Kind::Fixed, {}});
        } else if (!mustAsk(connection)) {
            standings.append({KeyStanding::Kind::None, {}});
        } else if (state != KeychainState::Ready) {
            standings.append({KeyStanding::Kind::Unreadable, KeychainSecretStore::describe(state)});
        } else {
            standings.append(ask(session, connection, stop));
        }
    }
    return standings;
}

QJsonObject connectionJson(const Connection &connection, const KeyStanding &key)
{
    const QJsonValue events =
        connection.selection.isAll() ? QJsonValue() : QJsonArray::fromStringList(connection.selection.names());
    const QJsonValue endpoint =
        connection.endpoint.isNull() ? QJsonValue() : QJsonValue(connection.endpoint.base().toString());
    QJsonObject object{
        {QStringLiteral("id"), connection.id.text()},
        {QStringLiteral("name"), connection.name},
        {QStringLiteral("environment"), environmentWord(connection.environment)},
        {QStringLiteral("region"), regionWord(connection)},
        {QStringLiteral("endpoint"), endpoint},
        {QStringLiteral("application"), connection.applicationCode},
        {QStringLiteral("events"), events},
        {QStringLiteral("paused"), connection.paused},
        {QStringLiteral("key"), key.word()},
    };
    if (connection.keyReplacedAt != 0) {
        object.insert(QStringLiteral("keyReplacedAt"), isoTime(connection.keyReplacedAt));
    }
    if (!key.reason.isEmpty()) {
        object.insert(QStringLiteral("keyReason"), key.reason);
    }
    if (!connection.isSandbox()) {
        object.insert(QStringLiteral("receiving"), receivingJson(connection));
    }
    return object;
}

QString endpointText(const Connection &connection)
{
    if (connection.isSandbox()) {
        return Text::tr("this machine");
    }
    return connection.endpoint.displayText();
}

QStringList connectionLines(const Connection &connection, const KeyStanding &key)
{
    QStringList lines;
    const auto add = [&](const QString &title, const QString &value) {
        lines.append(title.leftJustified(14) + plainText(value));
    };
    add(Text::tr("Name"), connection.name);
    add(Text::tr("Id"), connection.id.text());
    add(Text::tr("Environment"), environmentShown(connection));
    add(Text::tr("Endpoint"),
        connection.endpoint.isNull() ? endpointText(connection) : connection.endpoint.base().toString());
    add(Text::tr("Application"),
        connection.applicationCode.isEmpty() ? Text::tr("none", "no application code") : connection.applicationCode);
    add(Text::tr("Events"), connection.selection.isAll()
                                ? Text::tr("all (%1)").arg(connection.selection.names().join(u", "))
                                : connection.selection.names().join(u", "));
    add(Text::tr("Paused"), connection.paused ? Text::tr("yes") : Text::tr("no"));
    add(Text::tr("Write key"),
        key.reason.isEmpty() ? key.text() : QString(key.text() + QStringLiteral(": ") + key.reason));
    if (connection.keyReplacedAt != 0) {
        add(Text::tr("Previous key"), Text::tr("kept until a test is proven; the key was replaced at %1")
                                          .arg(isoTime(connection.keyReplacedAt)));
    }
    if (!connection.isSandbox()) {
        add(Text::tr("Webhook"), receivingText(connection));
        add(Text::tr("Echo"), echoText(connection));
    }
    return lines;
}

} // namespace segue::cli
