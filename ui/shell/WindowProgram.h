// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QApplication>

#include <memory>

namespace segue {

class MainWindow;
class SingleInstance;
class Theme;

//! The program with a window: reads its options, makes sure that it is the only one of its data folder, builds the
//! services and the window, ends cleanly on a signal.
class WindowProgram
{
public:
    WindowProgram(int &argc, char **argv);
    ~WindowProgram();

    //! The exit status.
    int run();

private:
    bool readOptions();
    int raiseFirst();
    int showFailure(const Error &error);

    QApplication m_application;
    QString m_dataFolder;
    std::optional<ThemeChoice> m_theme;
    std::unique_ptr<SingleInstance> m_instance;
};

} // namespace segue
