// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/PersonMatcher.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace segue {

namespace {

namespace ondemand = simdjson::ondemand;

//! Deeper texts are taken for bytes that are no JSON, so that none can exhaust the stack.
constexpr int kDeepest = 500;

constexpr std::array<std::string_view, 4> kNames = {"userid", "anonymousid", "previousid", "hwid"};

bool isIdentityName(std::string_view name)
{
    std::array<char, 16> folded{};
    std::size_t length = 0;
    for (const char c : name) {
        if (c == '_' || c == '-') {
            continue;
        }
        if (length == folded.size()) {
            return false;
        }
        folded[length++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return std::ranges::find(kNames, std::string_view(folded.data(), length)) != kNames.end();
}

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view trimmed(std::string_view token)
{
    const std::size_t end = token.find_last_not_of(" \t\r\n");
    return end == std::string_view::npos ? std::string_view() : token.substr(0, end + 1);
}

} // namespace

struct PersonMatcher::Private
{
    std::string value;
    ondemand::parser parser;
    std::string padded;
    bool found = false;

    //! Walks the whole text, so that a fault anywhere is seen; true when it is JSON.
    bool read(std::string_view payload);
    template <class Value> simdjson::error_code walk(Value &&json, bool isIdentity, int depth);
    bool standsAsWord(std::string_view payload) const;
};

template <class Value>
// NOLINTNEXTLINE(misc-no-recursion): bounded by kDeepest
simdjson::error_code PersonMatcher::Private::walk(Value &&json, bool isIdentity, int depth)
{
    if (depth > kDeepest) {
        return simdjson::DEPTH_ERROR;
    }
    ondemand::json_type type{};
    if (const auto error = json.type().get(type)) {
        return error;
    }
    switch (type) {
    case ondemand::json_type::object: {
        ondemand::object object;
        if (const auto error = json.get_object().get(object)) {
            return error;
        }
        for (auto member : object) {
            std::string_view name;
            if (const auto error = member.unescaped_key().get(name)) {
                return error;
            }
            const bool identity = isIdentityName(name);
            ondemand::value inner;
            if (const auto error = member.value().get(inner)) {
                return error;
            }
            if (const auto error = walk(inner, identity, depth + 1)) {
                return error;
            }
        }
        return simdjson::SUCCESS;
    }
    case ondemand::json_type::array: {
        ondemand::array array;
        if (const auto error = json.get_array().get(array)) {
            return error;
        }
        for (auto item : array) {
            ondemand::value inner;
            if (const auto error = item.get(inner)) {
                return error;
            }
            if (const auto error = walk(inner, isIdentity, depth + 1)) {
                return error;
            }
        }
        return simdjson::SUCCESS;
    }
    case ondemand::json_type::string: {
        std::string_view text;
        if (const auto error = json.get_string().get(text)) {
            return error;
        }
        found = found || (isIdentity && text == value);
        return simdjson::SUCCESS;
    }
    default: {
        found = found || (isIdentity && trimmed(json.raw_json_token()) == value);
        return simdjson::SUCCESS;
    }
    }
}

bool PersonMatcher::Private::read(std::string_view payload)
{
    padded.reserve(payload.size() + simdjson::SIMDJSON_PADDING);
    padded.assign(payload);
    ondemand::document document;
    if (parser.iterate(padded.data(), padded.size(), padded.capacity()).get(document) != simdjson::SUCCESS) {
        return false;
    }
    ondemand::value root;
    return document.get_value().get(root) == simdjson::SUCCESS && walk(root, false, 0) == simdjson::SUCCESS &&
           document.current_location().error() == simdjson::OUT_OF_BOUNDS; // nothing follows
}

bool PersonMatcher::Private::standsAsWord(std::string_view payload) const
{
    for (std::size_t at = payload.find(value); at != std::string_view::npos; at = payload.find(value, at + 1)) {
        const std::size_t end = at + value.size();
        if ((at == 0 || !isWordByte(payload[at - 1])) && (end == payload.size() || !isWordByte(payload[end]))) {
            return true;
        }
    }
    return false;
}

PersonMatcher::PersonMatcher(std::string value)
    : d(std::make_unique<Private>())
{
    d->value = std::move(value);
}

PersonMatcher::~PersonMatcher() = default;

const std::string &PersonMatcher::value() const
{
    return d->value;
}

bool PersonMatcher::matches(std::string_view payload)
{
    // Without the value's bytes, and without an escape that might stand for some of them, there is nothing to read.
    if (payload.find(d->value) == std::string_view::npos && payload.find('\\') == std::string_view::npos) {
        return false;
    }
    d->found = false;
    return d->read(payload) ? d->found : d->found || d->standsAsWord(payload);
}

} // namespace segue
