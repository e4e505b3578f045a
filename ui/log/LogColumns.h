// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLogModel.h"

#include <QByteArray>
#include <QFontMetrics>
#include <QList>

#include <optional>

namespace segue {

//! A column of the log as a person has left it.
struct LogColumn
{
    EventLogModel::ColumnSpec spec;
    int width = 0; //!< logical pixels; 0: by itself, as the room allows

    bool operator==(const LogColumn &) const = default;
};

//! Which columns there are, how they are kept, and how wide they become. Pure.
namespace LogColumns {

inline constexpr int kMost = 32;
inline constexpr qsizetype kLongestPath = 200;
inline constexpr std::size_t kDeepestPath = 16;
inline constexpr int kNarrowest = 40;
inline constexpr int kWidest = 2'000;

QList<LogColumn> defaults();
//! A place in the payload as a person types it; nothing when it names none, or is longer than anybody reads.
std::optional<JsonPath> readPath(const QString &text);
QList<EventLogModel::ColumnSpec> specs(const QList<LogColumn> &columns);
//! Every column but those of the payload, in the order of a menu.
QList<EventLogModel::Column> builtIn();

//! As it stands in the settings: JSON with words of our own, which later versions can read.
QByteArray write(const QList<LogColumn> &columns);
//! Unknown and repeated columns are left out, widths kept in bounds; the defaults when none is left.
QList<LogColumn> read(const QByteArray &text);

//! How a column wants to stand.
struct Fit
{
    int width = 0; //!< set by a person; 0: by itself
    int ideal = 0;
    int least = 0;    //!< how narrow it may become by itself
    int appetite = 0; //!< what is left over goes to the column with the greatest
    bool firm = false; //!< stays readable where the rest has no room for its least
};
Fit fitOf(const LogColumn &column, const QFontMetrics &metrics, bool datesInTime);
//! Widths for so much room: what is left over goes to the column with the greatest appetite, what is missing is taken
//! from those that have no width of their own: down to their least, then, but for firm ones, to kNarrowest. Where that
//! is not enough they are wider than the room together.
QList<int> fit(const QList<Fit> &columns, int room);

} // namespace LogColumns

} // namespace segue
