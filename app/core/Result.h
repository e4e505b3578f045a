// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <variant>

namespace segue {

struct Error;

//! Nothing, for calls that can fail and have no value to give.
using Nothing = std::monostate;

//! A value or the reason why there is none. Free of Qt. Copyable when T is, so that a QFuture may carry it.
template <class T, class E = Error>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(E error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    //! The value. Only to be asked for when ok().
    const T &value() const & { return *std::get_if<0>(&m_state); }
    T &value() & { return *std::get_if<0>(&m_state); }
    T &&value() && { return std::move(*std::get_if<0>(&m_state)); }

    T valueOr(T fallback) const { return ok() ? value() : std::move(fallback); }

    //! The reason. Only to be asked for when not ok().
    const E &error() const { return *std::get_if<1>(&m_state); }

private:
    std::variant<T, E> m_state;
};

//! Done, or the reason why not.
using Status = Result<Nothing>;

inline constexpr Nothing done{};

} // namespace segue
