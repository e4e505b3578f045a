// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PreviewDoor.h"

#include "ui/log/PreviewPage.h"

#include <QDropEvent>
#include <QStackedWidget>

namespace segue {

PreviewDoor::PreviewDoor(AppContext &context, QStackedWidget &stack, QWidget &target, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_stack(stack)
{
    takeDropsOn(target);
}

void PreviewDoor::takeDropsOn(QWidget &widget)
{
    widget.setAcceptDrops(true);
    widget.installEventFilter(this);
}

PreviewPage &PreviewDoor::page()
{
    if (m_page == nullptr) {
        m_page = new PreviewPage(m_context, &m_stack);
        m_stack.addWidget(m_page);
        m_page->setConnection(m_connection);
        takeDropsOn(*m_page);
        connect(m_page, &PreviewPage::closed, this, &PreviewDoor::left);
    }
    return *m_page;
}

void PreviewDoor::setConnection(const std::optional<Connection> &connection)
{
    m_connection = connection;
    if (m_page != nullptr) {
        m_page->setConnection(connection);
    }
}

void PreviewDoor::open()
{
    m_stack.setCurrentWidget(&page());
    Q_EMIT shown();
    page().focusFirst();
}

bool PreviewDoor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        if (!PreviewPage::canTake(*drop->mimeData())) {
            return QObject::eventFilter(watched, event);
        }
        // A copy: whoever dragged it keeps it.
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        if (event->type() == QEvent::Drop) {
            open();
            page().take(*drop->mimeData());
        }
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace segue
