// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/HttpServer.h"

namespace segue {

//! Unpacks a body as its `Content-Encoding` says: none, `identity` or gzip, up to `limit` bytes. What is answered when
//! it cannot be; nothing when the body is plain now.
std::optional<HttpReply> unpackBody(std::string_view encoding, std::size_t limit, std::string &body);

} // namespace segue
