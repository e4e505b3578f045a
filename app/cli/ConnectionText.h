// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Session.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace segue::cli {

//! What is known of a connection's write key on this machine.
struct KeyStanding
{
    enum class Kind {
        Fixed, //!< the sandbox's public one
        Stored,
        None,       //!< none was ever given
        NotHere,    //!< one was given, but this machine's keychain does not hold it
        Unreadable, //!< the keychain cannot be asked now
    };
    Kind kind = Kind::None;
    QString reason; //!< for Unreadable, translated

    //! `fixed`, `stored`, `none`, `not-on-this-machine`, `unreadable`
    QString word() const;
    //! For people, translated.
    QString text() const;
};

//! Asks the keychain for those connections that a key was stored for; it is not asked when it is locked or absent, so
//! that a list never makes a window pop up. In the order of the connections.
QList<KeyStanding> keyStandings(Session &session, const QList<Connection> &connections, const Stop &stop);

//! A connection for machines: id, name, environment, region, endpoint, application, events (null: all), paused, key;
//! keyReplacedAt while an old key is kept.
QJsonObject connectionJson(const Connection &connection, const KeyStanding &key);
//! A connection for people, one line for each of its parts.
QStringList connectionLines(const Connection &connection, const KeyStanding &key);
//! Where its events go, in one cell.
QString endpointText(const Connection &connection);

} // namespace segue::cli
