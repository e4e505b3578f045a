// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/BodyPacking.h"

#include "app/receiver/Gunzip.h"

#include <algorithm>
#include <cctype>

namespace segue {

namespace {

bool isSame(std::string_view given, std::string_view lower)
{
    return std::ranges::equal(given, lower, {}, [](char c) { return std::tolower(static_cast<unsigned char>(c)); });
}

} // namespace

std::optional<HttpReply> unpackBody(std::string_view encoding, std::size_t limit, std::string &body)
{
    if (encoding.empty() || isSame(encoding, "identity")) {
        return std::nullopt;
    }
    if (!isSame(encoding, "gzip") && !isSame(encoding, "x-gzip")) {
        return HttpReply::fault(415, "Only gzip is unpacked");
    }
    std::string unpacked;
    switch (gunzip(body, limit, unpacked)) {
    case GunzipResult::Damaged:
        return HttpReply::fault(400, "The gzip body is damaged");
    case GunzipResult::TooLarge:
        return HttpReply::fault(413, "The body is too large");
    case GunzipResult::Done:
        break;
    }
    body = std::move(unpacked);
    return std::nullopt;
}

} // namespace segue
