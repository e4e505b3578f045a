// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"

#include <string_view>

class QByteArray;

namespace segue {

//! Whether a body of Segment's Webhooks destination was signed with the shared secret: `X-Signature` holds HMAC-SHA1 in
//! hexadecimal over the body's raw bytes; of an array, over its first element (Segment reference 4.1). Compares in a time
//! that does not depend on where the two differ. Safe on every thread.
bool isSignedWith(const Secret &sharedSecret, const QByteArray &body, std::string_view signature);

} // namespace segue
