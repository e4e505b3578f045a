// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/MessageIdReader.h"

#include <simdjson.h>

namespace segue {

struct MessageIdReader::Private
{
    simdjson::ondemand::parser parser;
    std::string padded;
};

MessageIdReader::MessageIdReader()
    : d(std::make_unique<Private>())
{
}

MessageIdReader::~MessageIdReader() = default;

std::string MessageIdReader::read(std::string_view payload)
{
    d->padded.reserve(payload.size() + simdjson::SIMDJSON_PADDING);
    d->padded.assign(payload);
    simdjson::ondemand::document document;
    if (d->parser.iterate(d->padded.data(), d->padded.size(), d->padded.capacity()).get(document) !=
        simdjson::SUCCESS) {
        return {};
    }
    simdjson::ondemand::object object;
    if (document.get_object().get(object) != simdjson::SUCCESS) {
        return {};
    }
    std::string_view text;
    for (auto member : object) {
        std::string_view name;
        if (member.unescaped_key().get(name) != simdjson::SUCCESS) {
            return {};
        }
        // Of two members of one name the last counts, as for all other readers of JSON here.
        if (name == "messageId" && member.value().get_string().get(text) != simdjson::SUCCESS) {
            text = {};
        }
    }
    return std::string(text);
}

} // namespace segue
