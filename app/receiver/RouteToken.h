// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"

#include <QByteArray>

#include <cstdint>
#include <string_view>

namespace segue {

//! Who calls an address with a token.
enum class TokenRoute : std::uint8_t { Webhook, Echo };

//! The secret part of an address that another service calls: 128 random bits, 32 hexadecimal digits. Kept on disk only as
//! its digest, so that it is known again while the keychain is locked.
namespace RouteToken {

inline constexpr std::size_t kDigits = 32;

//! What stands in front of the token in the path of an address: `/pushwoosh/`, `/segment/`.
constexpr std::string_view pathBefore(TokenRoute route)
{
    return route == TokenRoute::Webhook ? "/pushwoosh/" : "/segment/";
}

Secret create();
//! SHA-256, hexadecimal.
QByteArray digest(std::string_view token);
QByteArray digest(const Secret &token);

} // namespace RouteToken

} // namespace segue
