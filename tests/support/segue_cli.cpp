// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a terminal sees it: what `segue` does with a command, without the window's libraries.
#include "app/cli/CommandLine.h"

int main(int argc, char **argv)
{
    return segue::cli::run(argc, argv);
}
