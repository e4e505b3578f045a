// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>

//! Ends the program, which libFuzzer reports with the input, when the rule does not hold.
inline void expect(bool holds, const char *rule)
{
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", rule);
        std::abort();
    }
}
