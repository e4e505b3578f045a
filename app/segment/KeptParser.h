// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <cstddef>

namespace segue {

//! A parser that is kept from one text to the next, since making its tables takes longer than reading a small text. For
//! one thread, and for one text at a time.
class KeptParser
{
public:
    //! For the next text; what came of the one before is no longer valid.
    simdjson::ondemand::parser &next()
    {
        // Its memory is in the size of the largest text that it has read.
        if (m_parser.capacity() > kMostKept) {
            m_parser = simdjson::ondemand::parser();
        }
        return m_parser;
    }

private:
    static constexpr std::size_t kMostKept = std::size_t{1} * 1024 * 1024;
    simdjson::ondemand::parser m_parser;
};

} // namespace segue
