// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace segue {

//! Whether a payload is about a person, given by userId or HWID.
//!
//! It is when a member `userId`, `anonymousId`, `previousId` or `hwid` (in any letter case, with or without `_` or `-`)
//! holds exactly this value, as a text or as a number with these digits, or an array that contains it; at any depth,
//! since a capture may carry whole batches, and an event's properties may repeat the HWID. A User ID is often just the
//! device id (PRODUCT, truth 3), so the value is looked for under all of these names, whichever it was given as. Bytes
//! that are no JSON are about the person when the value stands in them as a word. One thread at a time. Free of Qt.
class PersonMatcher
{
public:
    //! The value as it would be typed; not empty.
    explicit PersonMatcher(std::string value);
    ~PersonMatcher();
    PersonMatcher(const PersonMatcher &) = delete;
    PersonMatcher &operator=(const PersonMatcher &) = delete;

    const std::string &value() const;
    bool matches(std::string_view payload);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace segue
