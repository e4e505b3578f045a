// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Result.h"

#include <QString>

namespace segue {

//! What kind of failure it was; the program decides by this, never by a text.
enum class ErrorCode {
    InvalidInput,  //!< what a person or a file gave cannot be used
    Absent,        //!< the thing asked for is not there
    Denied,        //!< a person or a rule said no
    Locked,        //!< there, but locked, and not unlocked
    NoService,     //!< the service needed does not exist on this machine
    TimedOut,      //!< no answer within our own limit
    Payload,       //!< what was stored or answered cannot be read
    NewerVersion,  //!< written by a newer program; left untouched
    Damaged,       //!< a file of ours cannot be read; left untouched
    Disk,          //!< the file system refused
    Busy,          //!< somebody else holds it
    Network,       //!< the other side could not be reached, or broke off
    Cancelled,     //!< given up on request
    Internal,      //!< a fault of the program
};

//! Why a call failed: for the program, for a developer's log, and for the person.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    //! For logs, not translated, without secrets.
    QString detail;
    //! For people, translated: what happened, what was kept, what to do.
    QString userText;

    bool operator==(const Error &) const = default;
};

} // namespace segue
