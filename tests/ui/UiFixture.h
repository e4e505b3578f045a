// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "tests/app/journal/JournalSupport.h"
#include "ui/shell/Theme.h"

#include <QTemporaryDir>

#include <memory>

namespace segue::test {

//! What a page of the window needs, in a folder of its own that goes with it: the services without a courier and without
//! the sandbox's listener, and the theme. Nothing here asks the keychain.
class UiFixture
{
public:
    explicit UiFixture(ThemeChoice theme = ThemeChoice::Light) { open(theme); }

    bool isOpen() const { return m_context != nullptr; }
    AppContext &context() { return *m_context; }
    Theme &theme() { return *m_theme; }
    QString folder() const { return m_folder.path(); }

    //! As when the program is started again on the same folder. Widgets must have gone before.
    void restart(ThemeChoice theme = ThemeChoice::Light)
    {
        m_theme.reset();
        m_context.reset();
        open(theme);
    }

    //! Writes entries and waits until they are on disk.
    std::vector<EntryId> append(std::vector<NewEntry> entries)
    {
        return JournalCalls(m_context->journal()).append(std::move(entries)).valueOr({});
    }

private:
    void open(ThemeChoice theme)
    {
        Result<std::unique_ptr<AppContext>> context =
            AppContext::create({.dataFolder = m_folder.path(), .deliver = false});
        if (!context) {
            qWarning("%s", qPrintable(context.error().detail));
            return;
        }
        m_context = std::move(context).value();
        m_theme = std::make_unique<Theme>(m_context->settings());
        m_theme->force(theme);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<Theme> m_theme;
};

} // namespace segue::test
