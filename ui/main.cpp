// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "ui/shell/WindowProgram.h"

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    if (segue::cli::isCommand(arguments)) {
        return segue::cli::run(argc, argv);
    }
    if (!segue::WindowProgram::hasDisplay(arguments)) {
        return segue::WindowProgram::sayNoDisplay();
    }
    segue::WindowProgram program(argc, argv);
    if (program.start()) {
        QApplication::exec();
    }
    return program.exitStatus();
}
