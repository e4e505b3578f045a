// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventFilter.h"
#include "app/journal/PayloadBlocks.h"

#include <memory>

namespace segue {

//! The terms of one alternative of a search that look into the payload, made ready once for many payloads. Keeps
//! buffers: one thread at a time, so each searching thread makes its own. Free of Qt.
class PayloadTest
{
public:
    //! Terms that stand in the entry's fields are left out.
    explicit PayloadTest(const SearchTerms &terms);
    ~PayloadTest();
    PayloadTest(PayloadTest &&other) noexcept;
    PayloadTest &operator=(PayloadTest &&other) noexcept;
    PayloadTest(const PayloadTest &) = delete;
    PayloadTest &operator=(const PayloadTest &) = delete;

    //! No term looks into the payload, so that every payload passes.
    bool isEmpty() const;
    //! Whether all terms agree. A payload that cannot be read counts as an empty one.
    bool passes(std::string_view payload);
    //! The places in the block of the payloads that pass, ascending. Much quicker than one by one.
    void passing(const PayloadBlock &block, std::vector<std::size_t> &places);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace segue
