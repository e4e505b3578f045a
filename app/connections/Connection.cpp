// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connections/Connection.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::Connection)
};

constexpr int kLongestName = 100;
constexpr int kWriteKeyLength = 32;
// Reference 2.1 says "about 22": the source ids seen there are 21 to 23 long.
constexpr int kShortestSourceId = 21;
constexpr int kLongestSourceId = 23;

const std::array<std::pair<Environment, QString>, 4> &words()
{
    static const std::array<std::pair<Environment, QString>, 4> all{{
        {Environment::Prod, u"prod"_s},
        {Environment::Staging, u"staging"_s},
        {Environment::Dev, u"dev"_s},
        {Environment::Sandbox, u"sandbox"_s},
    }};
    return all;
}

Error invalid(const QString &detail, const QString &sentence)
{
    return {ErrorCode::InvalidInput, detail, sentence};
}

std::optional<Error> checkName(const Connection &connection, const QList<Connection> &others)
{
    const QString &name = connection.name;
    if (name.trimmed().isEmpty()) {
        return invalid(u"empty name"_s, Text::tr("A connection needs a name."));
    }
    if (name.size() > kLongestName) {
        return invalid(u"name too long"_s, Text::tr("The name is %1 characters long; %2 is the most.")
                                               .arg(QString::number(name.size()), QString::number(kLongestName)));
    }
    if (name != name.trimmed()) {
        return invalid(u"blank around the name"_s, Text::tr("The name must not begin or end with a blank."));
    }
    if (std::any_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; })) {
        return invalid(u"control character in the name"_s,
                       Text::tr("The name holds a line break or another character that cannot be shown."));
    }
    const auto twin = std::find_if(others.begin(), others.end(), [&](const Connection &other) {
        return other.id != connection.id && other.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (twin != others.end()) {
        return invalid(u"name taken"_s,
                       Text::tr("There is already a connection named “%1”. Choose another name.").arg(twin->name));
    }
    return std::nullopt;
}

} // namespace

QString environmentWord(Environment environment)
{
    for (const auto &[each, word] : words()) {
        if (each == environment) {
            return word;
        }
    }
    return {};
}

std::optional<Environment> environmentFromWord(const QString &word)
{
    for (const auto &[each, known] : words()) {
        if (known == word) {
            return each;
        }
    }
    return std::nullopt;
}

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Prod:
        return Text::tr("PROD", "environment of a connection");
    case Environment::Staging:
        return Text::tr("STAGING", "environment of a connection");
    case Environment::Dev:
        return Text::tr("DEV", "environment of a connection");
    case Environment::Sandbox:
        return Text::tr("SANDBOX", "environment of a connection");
    }
    return {};
}

QString relayGroundsWord(RelayChoice::Grounds grounds)
{
    switch (grounds) {
    case RelayChoice::Grounds::BuiltInIsOff:
        return u"built-in-is-off"_s;
    case RelayChoice::Grounds::OtherSource:
        return u"other-source"_s;
    case RelayChoice::Grounds::None:
        break;
    }
    return {};
}

std::optional<RelayChoice::Grounds> relayGroundsFromWord(const QString &word)
{
    for (const auto grounds :
         {RelayChoice::Grounds::BuiltInIsOff, RelayChoice::Grounds::OtherSource, RelayChoice::Grounds::None}) {
        if (relayGroundsWord(grounds) == word) {
            return grounds;
        }
    }
    return std::nullopt;
}

ConnectionId sandboxId()
{
    return ConnectionId(QUuid(u"5e60e5a4-db0c-4000-8000-000000000001"_s));
}

QByteArray sandboxWriteKey()
{
    // Public by design: it opens nothing but the program's own listener on this machine.
    return QByteArrayLiteral("SegueSandboxPublicWriteKey000001");
}

Connection sandboxConnection()
{
    Connection sandbox;
    sandbox.id = sandboxId();
    sandbox.name = u"Sandbox"_s;
    sandbox.environment = Environment::Sandbox;
    sandbox.endpoint = Endpoint();
    return sandbox;
}

std::optional<Error> checkConnection(const Connection &connection, const QList<Connection> &others)
{
    if (connection.id.isNull()) {
        return Error{ErrorCode::Internal, u"connection without an id"_s,
                     Text::tr("The connection could not be saved: it has no id.")};
    }
    if (auto error = checkName(connection, others)) {
        return error;
    }
    if (connection.isSandbox() != (connection.id == sandboxId())) {
        return invalid(u"second sandbox"_s,
                       Text::tr("There is one sandbox, and it is always there. Choose PROD, STAGING or DEV."));
    }
    if (connection.endpoint.isNull() && !connection.isSandbox()) {
        return invalid(u"no endpoint"_s, Text::tr("Choose where the events go: US, EU or another endpoint."));
    }
    if (!connection.selection.isValid()) {
        return invalid(u"empty selection"_s,
                       Text::tr("No event is selected. Select at least one, or choose all events."));
    }
    if (connection.relay.on && !connection.relay.isConfirmed()) {
        return invalid(
            u"relay not confirmed"_s,
            Text::tr("Relaying was not switched on: first confirm that Pushwoosh's built-in Segment "
                     "integration is off for this application, or that it goes to another source. With both, "
                     "every event arrives twice."));
    }
    return std::nullopt;
}

ApplicationCode readApplicationCode(const QString &typed)
{
    static const QRegularExpression shape(u"^[0-9A-Z]{5}-[0-9A-Z]{5}$"_s);
    static const QRegularExpression hex(u"^[0-9A-F]{5}-[0-9A-F]{5}$"_s);
    ApplicationCode result{typed.trimmed().toUpper(), {}};
    if (result.code.isEmpty() || hex.match(result.code).hasMatch()) {
        return result;
    }
    if (shape.match(result.code).hasMatch()) {
        result.remark =
            Text::tr("Application codes seen so far hold only the digits 0–9 and the letters A–F. Compare it "
                     "with the one under the application's name in Pushwoosh.");
    } else if (result.code.contains(u'.')) {
        result.remark = Text::tr("This looks like an old-style application code. New ones look like 1A2B3-C4D5E.");
    } else {
        result.remark = Text::tr("An application code looks like 1A2B3-C4D5E: two groups of five letters or digits. It "
                                 "stands under the application's name in Pushwoosh.");
    }
    return result;
}

QString writeKeyRemark(const QString &key, bool anyShape)
{
    static const QRegularExpression odd(uR"([\s"'`“”‘’„«»])"_s);
    static const QRegularExpression applicationCode(u"^[0-9A-Za-z]{5}-[0-9A-Za-z]{5}$"_s);
    static const QRegularExpression lettersAndDigits(u"^[A-Za-z0-9]*$"_s);
    if (key.isEmpty()) {
        return {};
    }
    if (key.contains(odd)) {
        return Text::tr("The key holds blanks, line breaks or quotation marks, which do not belong to it.");
    }
    if (key.startsWith("sgp_"_L1)) {
        return Text::tr(
            "This looks like a Public API token. The write key stands in the source's settings, under API Keys.");
    }
    if (anyShape) {
        return {};
    }
    if (applicationCode.match(key).hasMatch()) {
        return Text::tr(
            "This looks like a Pushwoosh code. The write key stands in Segment, in the source's settings, under "
            "API Keys.");
    }
    const bool plain = lettersAndDigits.match(key).hasMatch();
    if (plain && key.size() >= kShortestSourceId && key.size() <= kLongestSourceId) {
        return Text::tr("This looks like a source id. The write key stands in the source's settings, under API Keys.");
    }
    if (!plain) {
        return Text::tr("Write keys seen so far hold letters and digits only; this one holds something else.");
    }
    if (key.size() != kWriteKeyLength) {
        return Text::tr("Write keys seen so far are %1 characters long; this one has %2.")
            .arg(QString::number(kWriteKeyLength), QString::number(key.size()));
    }
    return {};
}

} // namespace segue
