// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace segue::cli {

//! Whether the line (without the program's name) is for the terminal: it holds a command, --help or --version, or
//! something that the window would not understand, which then is an error of usage. Options alone (--data-dir, --theme,
//! Qt's own) open the window.
bool isCommand(const QStringList &arguments);

//! What stands on a line that opens the window.
struct WindowOptions
{
    QString dataFolder; //!< empty: the default
    QString theme;      //!< empty: as set
};
WindowOptions windowOptions(const QStringList &arguments);

//! Runs the command of the line and gives the exit status: 0 done, 1 something was refused or failed, 2 wrong usage, 3
//! the environment failed. Makes its own QCoreApplication, so that no display is needed.
int run(int &argc, char **argv);

} // namespace segue::cli
