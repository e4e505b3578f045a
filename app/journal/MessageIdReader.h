// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace segue {

//! Reads the top-level `messageId` of a payload. Keeps its buffers, so that many can be read in a row. One thread at a
//! time.
class MessageIdReader
{
public:
    MessageIdReader();
    ~MessageIdReader();
    MessageIdReader(const MessageIdReader &) = delete;
    MessageIdReader &operator=(const MessageIdReader &) = delete;

    //! Empty when the payload is no JSON object or has no text of that name.
    std::string read(std::string_view payload);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace segue
