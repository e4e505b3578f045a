// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace segue {

struct Connection;

//! The checks of a connection, in the order in which they are shown.
enum class CheckId {
    KeychainEntry,
    KeyShape,
    KeyShared,
    KeyKnown,
    Region,
    Endpoint,
    Source,
    Destinations,
    Loop,
    Schema,
    Delivery24h,
    Application,
    Selection,
    UserIsHwid,
    ContactHwid,
    Anonymous,
    ExpectedEvents,
    DoubleSending,
    Queue,
};

const QList<CheckId> &allChecks();
//! Those that mean something for the connection: the sandbox has no source, no workspace and no application.
QList<CheckId> checksOf(const Connection &connection);

//! `keychain-entry` …: as files and commands spell it. Never changed.
QString checkWord(CheckId id);
std::optional<CheckId> checkFromWord(const QString &word);
//! What the check is about, for people, translated.
QString checkName(CheckId id);

} // namespace segue
