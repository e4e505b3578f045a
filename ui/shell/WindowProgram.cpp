// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WindowProgram.h"

#include "app/core/PrivateFiles.h"
#include "app/core/Translations.h"
#include "ui/MainWindow.h"
#include "ui/shell/SingleInstance.h"
#include "ui/shell/Theme.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/ScrollAreaAccess.h"

#include <QCommandLineParser>
#include <QIcon>
#include <QLocale>
#include <QMessageBox>

#include <algorithm>
#include <cstdio>

namespace segue {

namespace {

constexpr int kUsageError = 2;
constexpr int kEnvironmentError = 3;

} // namespace

bool WindowProgram::hasDisplay(const QStringList &arguments)
{
#ifdef Q_OS_LINUX
    const bool isNamed = std::ranges::any_of(arguments, [](const QString &each) {
        const QString option = each.section(u'=', 0, 0);
        return option == QStringLiteral("-platform") || option == QStringLiteral("--platform") ||
               option == QStringLiteral("-display") || option == QStringLiteral("--display");
    });
    return isNamed || !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

int WindowProgram::sayNoDisplay()
{
    std::fprintf(stderr, "segue: There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened. "
                         "“segue demo” and the other commands work in the terminal; “segue --help” lists them.\n");
    return kEnvironmentError;
}

WindowProgram::WindowProgram(int &argc, char **argv)
    : m_application(argc, argv)
{
    QApplication::setApplicationName(QStringLiteral("segue"));
    QApplication::setApplicationDisplayName(QStringLiteral("Segue"));
    QApplication::setApplicationVersion(QStringLiteral(SEGUE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("segue"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/segue.svg")));
    speakLanguageOf(m_application, QLocale());
    installScrollAreaAccess();
    m_dataFolder = AppContext::defaultDataFolder();
}

WindowProgram::~WindowProgram() = default;

bool WindowProgram::readOptions()
{
    QCommandLineParser parser;
    const QCommandLineOption dataDir(QStringLiteral("data-dir"), {}, QStringLiteral("DIR"));
    const QCommandLineOption theme(QStringLiteral("theme"), {}, QStringLiteral("THEME"));
    parser.addOptions({dataDir, theme});
    const bool understood = parser.parse(QApplication::arguments());
    const QString themeWord = parser.value(theme);
    const bool themeFits = themeWord.isEmpty() || themeWord == QStringLiteral("light") || themeWord == QStringLiteral("dark")
                           || themeWord == QStringLiteral("system");
    if (!understood || !themeFits || !parser.positionalArguments().isEmpty()) {
        const QString fault = understood ? QStringLiteral("--theme takes light, dark or system.") : parser.errorText();
        std::fprintf(stderr, "segue: %s\nTry 'segue --help'.\n", qUtf8Printable(fault));
        return false;
    }
    if (parser.isSet(dataDir)) {
        m_dataFolder = parser.value(dataDir);
    }
    if (!themeWord.isEmpty()) {
        m_theme = themeWord == QStringLiteral("dark")    ? ThemeChoice::Dark
                  : themeWord == QStringLiteral("light") ? ThemeChoice::Light
                                                         : ThemeChoice::System;
    }
    return true;
}

bool WindowProgram::start()
{
    if (!readOptions()) {
        m_exitStatus = kUsageError;
        return false;
    }
    QObject::connect(&m_stopSignals, &StopSignals::stopRequested, &m_application, &QApplication::quit);
    keepFilesAndMemoryPrivate();
    if (const Status folder = makePrivateFolder(m_dataFolder); !folder) {
        showFailure(folder.error());
        return true;
    }
    m_instance = std::make_unique<SingleInstance>(m_dataFolder);
    if (!m_instance->acquire()) {
        raiseFirst();
        return true;
    }
    Result<std::unique_ptr<AppContext>> context = AppContext::create({.dataFolder = m_dataFolder});
    if (!context) {
        showFailure(context.error());
        return true;
    }
    m_context = std::move(context).value();
    m_look = std::make_unique<Theme>(m_context->settings());
    if (m_theme) {
        m_look->force(*m_theme);
    }
    m_window = std::make_unique<MainWindow>(*m_context);
    QObject::connect(m_instance.get(), &SingleInstance::raiseRequested, m_window.get(), &MainWindow::comeForward);
    m_window->show();
    return true;
}

void WindowProgram::raiseFirst()
{
    m_instance->raiseFirst([this](bool reached) {
        if (!reached) {
            std::fprintf(stderr, "segue: Segue is running already for this data folder, but its window does not answer.\n");
            m_exitStatus = kEnvironmentError;
        }
        QApplication::quit();
    });
}

void WindowProgram::showFailure(const Error &error)
{
    std::fprintf(stderr, "segue: %s\n", qUtf8Printable(error.userText));
    m_exitStatus = kEnvironmentError;
    auto *box = new QMessageBox(QMessageBox::NoIcon, QStringLiteral("Segue"), error.userText, QMessageBox::Close);
    dress(*box, Tone::Bad);
    box->setObjectName(QStringLiteral("startFailure"));
    box->open();
}

} // namespace segue
