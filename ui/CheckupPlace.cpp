// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CheckupPlace.h"

#include "ui/checkup/CheckupPage.h"
#include "ui/widgets/MessageBar.h"

#include <QAction>
#include <QStackedWidget>

namespace segue {

namespace {
const QString kSubject = QStringLiteral("checkup");
constexpr int kToldMs = 20'000; // long enough to read where a file is
} // namespace

CheckupPlace::CheckupPlace(AppContext &context, QStackedWidget &stack, MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_stack(stack)
    , m_messages(messages)
    , m_action(new QAction(tr("Checkup"), this))
{
    m_action->setObjectName(QStringLiteral("openCheckup"));
    m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    // Of the window as well: a shortcut that only a closed menu has is not heard.
    window->addAction(m_action);
    connect(m_action, &QAction::triggered, this, [this] {
        Q_EMIT openRequested();
        focusFirst();
    });
}

CheckupPage &CheckupPlace::page()
{
    if (m_page == nullptr) {
        m_page = new CheckupPage(m_context, &m_stack);
        m_stack.addWidget(m_page);
        connect(m_page, &CheckupPage::setupRequested, this, &CheckupPlace::setupRequested);
        connect(m_page, &CheckupPage::tryNowRequested, this, [this](const ConnectionId &id) {
            if (Courier *courier = m_context.courier()) {
                courier->tryNow(id);
            }
        });
        connect(m_page, &CheckupPage::problem, this, [this](const QString &text) {
            m_messages.show({kSubject, Tone::Warning, text, {}, {}});
        });
        connect(m_page, &CheckupPage::told, this, [this](const QString &text) {
            m_messages.show({kSubject, Tone::Good, text, {}, {}, kToldMs});
        });
    }
    return *m_page;
}

bool CheckupPlace::open(const ConnectionId &id)
{
    const auto connection = m_context.connections().find(id);
    if (!connection) {
        return false;
    }
    if (CheckupPage &shown = page(); m_stack.currentWidget() != &shown) {
        shown.show(*connection);
        m_stack.setCurrentWidget(&shown);
        Q_EMIT this->shown();
    }
    return true;
}

void CheckupPlace::focusFirst()
{
    if (m_page != nullptr && m_stack.currentWidget() == m_page) {
        m_page->focusFirst();
    }
}

} // namespace segue
