// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"

namespace segue {

enum class KeychainAction { Read, Write, Remove };

//! Why the keychain did not do what it was asked for; finer than the code that the program decides by.
enum class KeychainFault {
    NoService,
    Locked,
    AlreadyAsking, //!< locked, and another window already asks for its password
    NotAnswering,
    Refused,
    Absent,
    Unreadable, //!< what is stored is no text
    Unstorable, //!< the secret given is empty or no text
    GivenUp,    //!< the program closes
};

//! The error with its translated text: what happened, what was kept, what to do. Any thread.
Error keychainError(KeychainAction action, KeychainFault fault, const QString &detail = {});

} // namespace segue
