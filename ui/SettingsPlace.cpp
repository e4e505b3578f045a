// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SettingsPlace.h"

#include "ui/settings/SettingsPage.h"
#include "ui/shell/ReceiverPlace.h"

#include <QAction>
#include <QStackedWidget>

namespace segue {

SettingsPlace::SettingsPlace(AppContext &context, QStackedWidget &stack, ReceiverPlace &receiver, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_stack(stack)
    , m_receiver(receiver)
    , m_action(new QAction(tr("Settings"), this))
{
    m_action->setObjectName(QStringLiteral("openSettings"));
    m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    // Of the window as well: a shortcut that only a closed menu has is not heard.
    window->addAction(m_action);
    connect(m_action, &QAction::triggered, this, &SettingsPlace::open);
    connect(&receiver, &ReceiverPlace::settingsRequested, this, &SettingsPlace::open);
}

SettingsPage &SettingsPlace::page()
{
    if (m_page == nullptr) {
        m_page = new SettingsPage(m_context, &m_stack);
        m_stack.addWidget(m_page);
        connect(m_page, &SettingsPage::closed, this, &SettingsPlace::left);
        connect(m_page, &SettingsPage::receiverWanted, &m_receiver, &ReceiverPlace::setOn);
    }
    return *m_page;
}

void SettingsPlace::open()
{
    SettingsPage &shownPage = page();
    if (!isShown()) {
        shownPage.load();
        m_stack.setCurrentWidget(&shownPage);
        Q_EMIT shown();
    }
    shownPage.focusFirst();
}

void SettingsPlace::openProxy()
{
    open();
    page().focusProxy();
}

bool SettingsPlace::isShown() const
{
    return m_page != nullptr && m_stack.currentWidget() == m_page;
}

} // namespace segue
