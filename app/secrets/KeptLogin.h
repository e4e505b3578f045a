// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ProxyLogins.h"

namespace segue {

//! A proxy's login as the keychain holds it.
struct KeptLogin
{
    ProxyLogin login;
    bool isRefused = false; //!< the proxy said no to it

    //! Empty when the text is none of ours.
    static std::optional<KeptLogin> read(const Secret &kept);
    Secret written() const;
};

} // namespace segue
