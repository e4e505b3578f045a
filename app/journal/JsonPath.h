// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace segue {

//! A place in payloads, such as `properties.message_type`, `context.app.version` or `items.0.sku`: names of members,
//! and numbers of items, joined by dots. A backslash takes the next character as it is, so that a name may hold a dot.
//! Free of Qt. A value; reading is safe on every thread.
class JsonPath
{
public:
    //! Nothing when the text names no place: empty, or with an empty name.
    static std::optional<JsonPath> parse(std::string_view text);
    //! Names in their order, none of them empty.
    static JsonPath of(std::vector<std::string> names);

    const std::vector<std::string> &names() const { return m_names; }
    //! What parse() reads back.
    std::string text() const;

    //! The value's own bytes, quotes included; of several members of one name the last, as readers of JSON do. Nothing
    //! when it is not there, or the payload breaks off before it is known. What is no JSON at all is not always
    //! noticed.
    std::optional<std::string_view> valueIn(std::string_view payload) const;

    bool operator==(const JsonPath &) const = default;

private:
    std::vector<std::string> m_names;
};

//! What a value's bytes say: a text without quotes and escapes, anything else as it stands.
std::string plainJsonValue(std::string_view value);
//! The items of an array's bytes; empty when it is none.
std::vector<std::string_view> jsonItems(std::string_view array);
//! Whether two texts are JSON numbers of the same worth, however many digits they have: 1, 1.0 and 10e-1 are.
bool sameJsonNumber(std::string_view a, std::string_view b);
//! Whether the text is a JSON number.
bool isJsonNumber(std::string_view text);

} // namespace segue
