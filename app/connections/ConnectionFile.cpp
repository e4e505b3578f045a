// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/ConnectionFile.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

Error damaged(const QString &place)
{
    return {ErrorCode::Damaged, place, {}};
}

QString endpointWord(const Endpoint &endpoint)
{
    switch (endpoint.region()) {
    case Endpoint::Region::Us:
        return u"us"_s;
    case Endpoint::Region::Eu:
        return u"eu"_s;
    case Endpoint::Region::Other:
        break;
    }
    return endpoint.base().toString(QUrl::FullyEncoded);
}

//! A member that must be a text, true or false, or may be absent.
struct Reader
{
    const QJsonObject &object;
    QString place;
    std::optional<Error> fault = {};

    QString text(QLatin1StringView name, bool required)
    {
        const QJsonValue value = object.value(name);
        if (value.isString()) {
            return value.toString();
        }
        if (required || !value.isUndefined()) {
            fail(name);
        }
        return {};
    }

    bool flag(QLatin1StringView name)
    {
        const QJsonValue value = object.value(name);
        if (!value.isBool() && !value.isUndefined()) {
            fail(name);
        }
        return value.toBool();
    }

    Selection selection(QLatin1StringView name)
    {
        const QJsonValue value = object.value(name);
        if (value.isUndefined() || value.toString() == "all"_L1) {
            return Selection::all();
        }
        QStringList names;
        const QJsonArray items = value.toArray();
        for (const auto &each : items) {
            if (!each.isString()) {
                fail(name);
            }
            names.append(each.toString());
        }
        Selection list = Selection::list(names);
        if (!value.isArray() || !list.isValid()) {
            fail(name);
        }
        return list;
    }

    //! In ms since 1970 UTC; 0 when absent.
    std::int64_t time(QLatin1StringView name)
    {
        const QString written = text(name, false);
        const QDateTime read = QDateTime::fromString(written, Qt::ISODateWithMs);
        if (!read.isValid() && !written.isEmpty()) {
            fail(name);
        }
        return read.isValid() ? read.toMSecsSinceEpoch() : 0;
    }

    void fail(QLatin1StringView name)
    {
        if (!fault) {
            fault = damaged(place + u'.' + name);
        }
    }
};

QString timeText(std::int64_t time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue selectionValue(const Selection &selection)
{
    return selection.isAll() ? QJsonValue("all"_L1) : QJsonValue(QJsonArray::fromStringList(selection.names()));
}

RelayChoice readRelay(const QJsonObject &connection, const QString &place, std::optional<Error> &fault)
{
    RelayChoice relay;
    const QJsonValue value = connection.value("relay"_L1);
    if (value.isUndefined()) {
        return relay;
    }
    const QJsonObject object = value.toObject();
    Reader reader{object, place + u".relay"_s};
    relay.on = reader.flag("on"_L1);
    const auto grounds = relayGroundsFromWord(reader.text("grounds"_L1, false));
    relay.grounds = grounds.value_or(RelayChoice::Grounds::None);
    relay.confirmedAt = reader.time("confirmedAt"_L1);
    relay.countRepeats = !reader.flag("everyRepeat"_L1);
    if (!value.isObject() || !grounds || (relay.on && !relay.isConfirmed())) {
        reader.fail("grounds"_L1);
    }
    fault = fault ? fault : reader.fault;
    return relay;
}

TokenRecord readToken(const QJsonObject &connection, QLatin1StringView name, const QString &place,
                      std::optional<Error> &fault)
{
    TokenRecord token;
    const QJsonValue value = connection.value(name);
    if (value.isUndefined()) {
        return token;
    }
    const QJsonObject object = value.toObject();
    Reader reader{object, place + u'.' + name};
    token.digest = reader.text("sha256"_L1, true).toLatin1();
    token.previous = reader.text("previousSha256"_L1, false).toLatin1();
    token.previousUntil = reader.time("previousUntil"_L1);
    fault = fault ? fault : reader.fault;
    return token;
}

void writeToken(QJsonObject &connection, QLatin1StringView name, const TokenRecord &token)
{
    if (token.digest.isEmpty()) {
        connection.remove(name);
        return;
    }
    QJsonObject object{{"sha256"_L1, QString::fromLatin1(token.digest)}};
    if (!token.previous.isEmpty()) {
        object.insert("previousSha256"_L1, QString::fromLatin1(token.previous));
        object.insert("previousUntil"_L1, timeText(token.previousUntil));
    }
    connection.insert(name, object);
}

void writeRelay(QJsonObject &connection, const RelayChoice &relay)
{
    if (relay == RelayChoice()) {
        connection.remove("relay"_L1);
        return;
    }
    QJsonObject object{{"on"_L1, relay.on}, {"everyRepeat"_L1, !relay.countRepeats}};
    if (relay.isConfirmed()) {
        object.insert("grounds"_L1, relayGroundsWord(relay.grounds));
        object.insert("confirmedAt"_L1, timeText(relay.confirmedAt));
    }
    connection.insert("relay"_L1, object);
}

Result<Connection> readConnection(const QJsonValue &value, const QString &place)
{
    if (!value.isObject()) {
        return damaged(place);
    }
    const QJsonObject object = value.toObject();
    Reader reader{object, place};
    Connection connection;
    connection.id = ConnectionId::fromText(reader.text("id"_L1, true));
    if (connection.id.isNull() || connection.id == sandboxId()) {
        reader.fail("id"_L1);
    }
    connection.name = reader.text("name"_L1, true);
    const auto environment = environmentFromWord(reader.text("environment"_L1, true));
    if (!environment || *environment == Environment::Sandbox) {
        reader.fail("environment"_L1);
    }
    connection.environment = environment.value_or(Environment::Dev);
    const QString endpoint = reader.text("endpoint"_L1, true);
    if (endpoint == "us"_L1) {
        connection.endpoint = Endpoint::us();
    } else if (endpoint == "eu"_L1) {
        connection.endpoint = Endpoint::eu();
    } else if (const Result<Endpoint> other = Endpoint::parse(endpoint)) {
        connection.endpoint = other.value();
    } else {
        reader.fail("endpoint"_L1);
    }
    connection.applicationCode = reader.text("application"_L1, false);
    connection.selection = reader.selection("events"_L1);
    connection.paused = reader.flag("paused"_L1);
    connection.keyExpected = reader.flag("keyExpected"_L1);
    connection.keyReplacedAt = reader.time("keyReplacedAt"_L1);
    connection.relay = readRelay(object, place, reader.fault);
    connection.webhookToken = readToken(object, "webhookToken"_L1, place, reader.fault);
    connection.echoToken = readToken(object, "echoToken"_L1, place, reader.fault);
    connection.echoSecretExpected = reader.flag("echoSecretExpected"_L1);
    if (reader.fault) {
        return *reader.fault;
    }
    return connection;
}

QJsonObject written(const ConnectionFile::Record &record)
{
    QJsonObject object = record.members;
    const Connection &connection = record.connection;
    object.insert("id"_L1, connection.id.text());
    object.insert("name"_L1, connection.name);
    object.insert("environment"_L1, environmentWord(connection.environment));
    object.insert("endpoint"_L1, endpointWord(connection.endpoint));
    object.insert("application"_L1, connection.applicationCode);
    object.insert("events"_L1, selectionValue(connection.selection));
    object.insert("paused"_L1, connection.paused);
    object.insert("keyExpected"_L1, connection.keyExpected);
    if (connection.keyReplacedAt != 0) {
        object.insert("keyReplacedAt"_L1, timeText(connection.keyReplacedAt));
    } else {
        object.remove("keyReplacedAt"_L1);
    }
    writeRelay(object, connection.relay);
    writeToken(object, "webhookToken"_L1, connection.webhookToken);
    writeToken(object, "echoToken"_L1, connection.echoToken);
    if (connection.echoSecretExpected) {
        object.insert("echoSecretExpected"_L1, true);
    } else {
        object.remove("echoSecretExpected"_L1);
    }
    return object;
}

} // namespace

ConnectionFile::ConnectionFile()
    : sandbox(sandboxConnection())
{
}

Result<ConnectionFile> ConnectionFile::read(const QByteArray &bytes, int supportedVersion)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (!document.isObject()) {
        return damaged(parseError.error == QJsonParseError::NoError
                           ? u"the file is not a JSON object"_s
                           : u"byte %1: %2"_s.arg(QString::number(parseError.offset), parseError.errorString()));
    }
    ConnectionFile file;
    file.m_root = document.object();
    const double version = file.m_root.value("version"_L1).toDouble(-1);
    if (version < 1 || version != std::floor(version)) {
        return damaged(u"version"_s);
    }
    if (version > supportedVersion) {
        return Error{ErrorCode::NewerVersion, u"version %1"_s.arg(version), {}};
    }
    const QJsonValue list = file.m_root.value("connections"_L1);
    if (!list.isArray()) {
        return damaged(u"connections"_s);
    }
    const QJsonArray records = list.toArray();
    for (const auto &value : records) {
        const QString place = u"connections[%1]"_s.arg(file.records.size());
        const Result<Connection> connection = readConnection(value, place);
        if (!connection) {
            return connection.error();
        }
        if (file.indexOf(connection.value().id) >= 0) {
            return damaged(place + u".id"_s);
        }
        // A second reading of the same rule as on saving: no name twice, no list of events with nothing in it.
        if (const auto error = checkConnection(connection.value(), file.connections())) {
            return damaged(place + u": "_s + error->detail);
        }
        file.records.append({connection.value(), value.toObject()});
    }
    const QJsonValue sandboxMembers = file.m_root.value("sandbox"_L1);
    file.m_sandboxMembers = sandboxMembers.toObject();
    Reader reader{file.m_sandboxMembers, u"sandbox"_s};
    file.sandbox.selection = reader.selection("events"_L1);
    file.sandbox.paused = reader.flag("paused"_L1);
    if (!sandboxMembers.isObject() && !sandboxMembers.isUndefined()) {
        return damaged(u"sandbox"_s);
    }
    if (reader.fault) {
        return *reader.fault;
    }
    return file;
}

QByteArray ConnectionFile::bytes(int version) const
{
    QJsonObject root = m_root;
    QJsonArray list;
    for (const Record &record : records) {
        list.append(written(record));
    }
    QJsonObject sandboxMembers = m_sandboxMembers;
    sandboxMembers.insert("events"_L1, selectionValue(sandbox.selection));
    sandboxMembers.insert("paused"_L1, sandbox.paused);
    root.insert("version"_L1, version);
    root.insert("connections"_L1, list);
    root.insert("sandbox"_L1, sandboxMembers);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QList<Connection> ConnectionFile::connections() const
{
    QList<Connection> all;
    all.reserve(records.size() + 1);
    for (const Record &record : records) {
        all.append(record.connection);
    }
    all.append(sandbox);
    return all;
}

qsizetype ConnectionFile::indexOf(const ConnectionId &id) const
{
    const auto found =
        std::find_if(records.begin(), records.end(), [&](const Record &record) { return record.connection.id == id; });
    return found == records.end() ? -1 : std::distance(records.begin(), found);
}

} // namespace segue
