// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/segment/JsonOutline.h"

#include <QString>

namespace segue::JsonPlace {

//! One more step of a path, as the log's search and its columns read it: names joined by dots
//! (`properties.campaign_code`), an item of an array by its number from 0 (`products.0.sku`). In a name a backslash
//! stands before whatever could be taken for something else (dots, blanks, quotes). A name of nothing has no such form.
QString withName(const QString &parent, QByteArrayView name);
QString withItem(const QString &parent, int item);

//! The path of every node of an outline, in its order; the whole text has an empty one.
QStringList all(const JsonOutline &outline);

} // namespace segue::JsonPlace
