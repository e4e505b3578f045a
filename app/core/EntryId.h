// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 does not understand this header
#include <compare>
#endif
#include <cstdint>
#include <functional>

namespace segue {

//! The number of an entry of the journal: grows with the order of arrival, is never used twice. Free of Qt.
struct EntryId
{
    std::int64_t value = 0;

    auto operator<=>(const EntryId &) const = default; // NOLINT(modernize-use-nullptr): not a null pointer
};

//! Every entry from `first` to `last`, both included; none when the last is below the first.
struct IdRange
{
    EntryId first;
    EntryId last;

    auto operator<=>(const IdRange &) const = default; // NOLINT(modernize-use-nullptr): as above
};

} // namespace segue

template <>
struct std::hash<segue::EntryId>
{
    std::size_t operator()(segue::EntryId id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
