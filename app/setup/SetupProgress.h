// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SetupDraft.h"

#include <array>

//! How far a setup has come, and what it still lacks. Pure.
namespace segue::SetupProgress {

enum class Standing {
    Ahead, //!< not come to yet
    Open,  //!< passed by; what it asks for is not there, or not all of it
    Done,
};
using Standings = std::array<Standing, kSetupSteps>;

//! @param hasKey a key is kept for it, in the keychain or for this session
Standings of(const SetupDraft &draft, bool hasKey);

//! What is left to do after the last page, a sentence each, translated: first what was passed by, then what nobody but
//! a person can do.
//! @param proof what came of the proof, in a word
//! @param connected Segment has named a destination or a warehouse of the source that is on
QStringList leftToDo(const SetupDraft &draft, bool hasKey, const QString &proof, bool connected);

} // namespace segue::SetupProgress
