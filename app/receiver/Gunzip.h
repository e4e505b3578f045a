// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace segue {

//! What became of a gzip body.
enum class GunzipResult { Done, Damaged, TooLarge };

//! Unpacks gzip (RFC 1952, several members included) until `limit` bytes have come out; a body that wants to be larger
//! is TooLarge before it has taken more memory than that. `into` is only to be used when Done.
GunzipResult gunzip(std::string_view packed, std::size_t limit, std::string &into);

} // namespace segue
