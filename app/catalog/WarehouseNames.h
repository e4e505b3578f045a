// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace segue::WarehouseNames {

//! The snake-case rule by which Segment makes table and column names (Segment reference 5.1; ASCII only). Empty when the
//! text holds no ASCII letter or digit.
QString snakeCase(const QString &text);

//! The schema made from a source's name: lower case, letters, digits and `_`; other characters dropped, a leading digit
//! gets `_` in front. The exact rule is unverified (reference 5): shown as a preview, never as a fact.
QString schema(const QString &sourceName);
//! The table of an event.
QString table(const QString &eventName);
//! The column of a property; for something below `context`, `path` starts with `context.` and dots become `_`.
QString column(const QString &propertyPath);
//! A standard column of `tracks` and of each event's table (Segment reference 5): a property whose column has that name
//! is dropped.
bool isStandardColumn(const QString &column);

} // namespace segue::WarehouseNames
