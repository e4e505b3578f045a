// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalog/Selection.h"
#include "app/core/ConnectionId.h"
#include "app/segment/Endpoint.h"

#include <QMetaType>

#include <optional>

namespace segue {

enum class Environment { Prod, Staging, Dev, Sandbox };

//! `prod`, `staging`, `dev`, `sandbox`: as files and commands spell it.
QString environmentWord(Environment environment);
std::optional<Environment> environmentFromWord(const QString &word);
//! What a person reads, translated.
QString environmentName(Environment environment);

//! What becomes of the events that Pushwoosh's webhook brings for a connection. Relayed events beside the stream that
//! is built into Pushwoosh arrive twice, so a person has to say first why they will not.
struct RelayChoice
{
    enum class Grounds {
        None,
        BuiltInIsOff, //!< the Segment integration built into Pushwoosh is off for this application
        OtherSource,  //!< it goes to another source than this one
    };

    bool on = false; //!< new ones are sent; else they are kept as Received
    Grounds grounds = Grounds::None;
    std::int64_t confirmedAt = 0; //!< when a person said so, ms since 1970 UTC
    bool countRepeats = true;     //!< the same event within 24 h is counted at the first one, not sent again

    bool isConfirmed() const { return grounds != Grounds::None && confirmedAt != 0; }
    bool operator==(const RelayChoice &) const = default;
};

//! `built-in-is-off`, `other-source`: as files and commands spell it; empty for None.
QString relayGroundsWord(RelayChoice::Grounds grounds);
std::optional<RelayChoice::Grounds> relayGroundsFromWord(const QString &word);

//! The token of one route as the connections file knows it: by its digest (see RouteToken). Empty: there is none.
struct TokenRecord
{
    QByteArray digest;
    QByteArray previous;            //!< the one before
    std::int64_t previousUntil = 0; //!< how long that one is good for, ms since 1970 UTC

    bool operator==(const TokenRecord &) const = default;
};

//! One Segment source as Segue knows it; never holds a secret. Its secrets' names follow from its id.
struct Connection
{
    ConnectionId id;
    QString name;
    Environment environment = Environment::Dev;
    Endpoint endpoint = Endpoint::us();  //!< null for the sandbox: its listener's port changes with each start
    QString applicationCode;             //!< Pushwoosh application; may be empty
    Selection selection;
    bool paused = false;                 //!< by a person
    bool keyExpected = false;            //!< a key was stored for it; a missing one is "not on this machine", never forgotten

    //! When its key was replaced, ms since 1970 UTC, while the one before is still kept beside it; 0: none is.
    std::int64_t keyReplacedAt = 0;

    RelayChoice relay;
    TokenRecord webhookToken; //!< for Pushwoosh's webhook
    TokenRecord echoToken;    //!< for Segment's echo
    //! A shared secret was stored for the echo: an echo whose signature cannot be checked is then not believed.
    bool echoSecretExpected = false;

    bool isSandbox() const { return environment == Environment::Sandbox; }
    bool operator==(const Connection &) const = default;
};

//! The sandbox's fixed id and fixed public write key.
ConnectionId sandboxId();
QByteArray sandboxWriteKey();
Connection sandboxConnection();

//! What is wrong with a connection as given, first fault first; `others` are those that stand beside it.
//! Nothing when it can be saved. Names are 1 to 100 characters and stand once.
std::optional<Error> checkConnection(const Connection &connection, const QList<Connection> &others);

//! Trims and upper-cases a typed application code; the remark says what looks odd (Pushwoosh reference 6.2), empty when
//! nothing does.
struct ApplicationCode
{
    QString code;
    QString remark;
};
ApplicationCode readApplicationCode(const QString &typed);

//! What looks odd about a pasted write key (Segment reference 2.1), translated; empty when nothing does. Never an error.
//! `anyShape`: another endpoint's keys have no shape to hold them to.
QString writeKeyRemark(const QString &key, bool anyShape);

} // namespace segue

Q_DECLARE_METATYPE(segue::Connection)
