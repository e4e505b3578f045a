// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WindowMenu.h"

#include "ui/widgets/Icons.h"

#include <QActionGroup>
#include <QMessageBox>
#include <QToolButton>

namespace segue {

WindowMenu::WindowMenu(Settings &settings, QToolButton *button, QWidget *window)
    : QMenu(window)
{
    setObjectName(QStringLiteral("mainMenu"));
    QAction *preview = addAction(tr("What would Segment get?"), Qt::CTRL | Qt::Key_J, this, &WindowMenu::previewRequested);
    preview->setObjectName(QStringLiteral("openPreview"));
    window->addAction(preview);
    addSeparator();
    addThemes(settings);
    addSeparator();
    QAction *hide = addAction(tr("Hide identities"));
    hide->setObjectName(QStringLiteral("hideIdentities"));
    hide->setCheckable(true);
    hide->setChecked(settings.hideIdentities());
    hide->setToolTip(tr("Masks User IDs and HWIDs in log and inspector, for screen sharing"));
    connect(hide, &QAction::toggled, &settings, &Settings::setHideIdentities);
    addSeparator();
    addAction(Icons::get(QStringLiteral("info")), tr("About Segue"), this, [this, window] { showAbout(window); });
    // Of the window as well: a shortcut that only a closed menu has is not heard.
    window->addAction(addAction(tr("Quit"), Qt::CTRL | Qt::Key_Q, window, &QWidget::close));
    button->setMenu(this);
}

void WindowMenu::addThemes(Settings &settings)
{
    struct Choice
    {
        ThemeChoice theme;
        QString text;
    };
    auto *group = new QActionGroup(this);
    for (const Choice &choice : {Choice{ThemeChoice::System, tr("Like the system")},
                                 Choice{ThemeChoice::Light, tr("Light")},
                                 Choice{ThemeChoice::Dark, tr("Dark")}}) {
        QAction *action = addAction(choice.text);
        action->setCheckable(true);
        action->setChecked(settings.theme() == choice.theme);
        group->addAction(action);
        connect(action, &QAction::triggered, &settings, [&settings, theme = choice.theme] { settings.setTheme(theme); });
    }
}

void WindowMenu::showAbout(QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Segue"),
                                tr("Segue %1").arg(QStringLiteral(SEGUE_VERSION)), QMessageBox::Close, window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Sets up, tests and watches the Pushwoosh source of Twilio Segment.\n\n"
                               "Free software under the GNU General Public License, version 3 or later."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace segue
