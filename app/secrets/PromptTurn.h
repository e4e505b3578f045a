// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace segue {

//! The right to make the keychain ask a person for its password. One process of a person's has it at a time, so that
//! two never ask at once: a lock on `$XDG_RUNTIME_DIR/segue-keychain.lock` that goes with its holder. Without a runtime
//! folder, or when it cannot be written, everybody gets a turn.
class PromptTurn
{
public:
    //! The turn, or nothing when somebody else has it. Never waits.
    static std::shared_ptr<const PromptTurn> take();

    ~PromptTurn();
    PromptTurn(const PromptTurn &) = delete;
    PromptTurn &operator=(const PromptTurn &) = delete;

private:
    explicit PromptTurn(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
};

} // namespace segue
