// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/core/StopSignals.h"

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
    //! Whether a window can be hoped for; without one Qt would end the program with a memory image.
    static bool hasDisplay(const QStringList &arguments);
    //! Says that there is none, and what works without; gives the exit status.
    static int sayNoDisplay();

    WindowProgram(int &argc, char **argv);
    ~WindowProgram();

    //! Whether the event loop has something to do: a window, a failure to show, or a first window to call.
    bool start();
    int exitStatus() const { return m_exitStatus; }

private:
    bool readOptions();
    void raiseFirst();
    void showFailure(const Error &error);

    QApplication m_application;
    QString m_dataFolder;
    std::optional<ThemeChoice> m_theme;
    int m_exitStatus = 0;
    StopSignals m_stopSignals;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<Theme> m_look;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace segue
