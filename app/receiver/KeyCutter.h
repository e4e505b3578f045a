// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace segue {

//! The text of a body that is no JSON, without what may be a write key: what stands behind the name of one, however it
//! is written, and every `headerKey`. Where letters are written as escapes, so that names cannot be told, all that is
//! as long as a key goes. Rather too much than a key on the disk. Free of Qt.
std::string withoutKeys(std::string text, std::string_view headerKey);

} // namespace segue
