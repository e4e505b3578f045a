// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace segue {

//! A place in a JSON text as a person types it: `properties.campaign_code`, `context.app.version`, `items.0.id`. Names
//! are parted by dots; a name with a dot or a blank in it stands in double quotes (`properties."a.b"`, with `\"` and
//! `\\` inside). A number means an item of an array, or the member of that name of an object. A value; safe on every
//! thread.
class JsonPath
{
public:
    //! So that no path is deeper than anybody reads.
    static constexpr int kMostNames = 16;
    static constexpr qsizetype kLongest = 200; //!< characters of the whole path

    //! Fails (InvalidInput) with a sentence that says what to change.
    static Result<JsonPath> parse(const QString &text);

    //! As it was typed, without blanks around it.
    const QString &text() const { return m_text; }
    const QList<QByteArray> &names() const { return m_names; }
    bool operator==(const JsonPath &other) const { return m_names == other.m_names; }

private:
    QString m_text;
    QList<QByteArray> m_names;
};

//! What stands at each of the paths: a string's text without its quotes, of every other value exactly its bytes (a
//! number keeps all digits, `null` is `null`). Nothing where the path leads nowhere, and for a text that is not JSON.
std::vector<std::optional<QByteArray>> valuesAt(const QByteArray &json, const QList<JsonPath> &paths);

} // namespace segue
