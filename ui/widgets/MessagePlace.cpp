// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MessagePlace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCursor>
#include <QEvent>

namespace segue {

namespace {

//! Whether a click where the mouse is would do something: on a button, in a field, on a row.
bool takesClicks(const QWidget *widget)
{
    const QList<QWidget *> children = widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QWidget *child : children) {
        if (child->isVisible() && child->underMouse()) {
            return (child->focusPolicy() & Qt::ClickFocus) != 0 ||
                   qobject_cast<const QAbstractButton *>(child) != nullptr || takesClicks(child);
        }
    }
    return false;
}

} // namespace

MessagePlace::MessagePlace(MessageBar *bar, QWidget *below, QWidget *parent)
    : QWidget(parent)
    , m_bar(bar)
    , m_below(below)
{
    setFixedHeight(0);
    m_bar->installEventFilter(this);
    m_below->installEventFilter(this);
}

int MessagePlace::wanted() const
{
    if (m_bar->isHidden()) {
        return 0;
    }
    return m_bar->hasHeightForWidth() ? m_bar->heightForWidth(width()) : m_bar->sizeHint().height();
}

bool MessagePlace::isHeld() const
{
    if (m_byKey) {
        return false;
    }
    if (!m_bar->isHidden() && m_bar->underMouse()) {
        return m_bar->y() != y(); // else it stays where it is
    }
    if (!m_below->underMouse()) {
        return false;
    }
    return QGuiApplication::mouseButtons() != Qt::NoButton || takesClicks(m_below);
}

void MessagePlace::settle()
{
    m_isSettling = false;
    const int height = wanted();
    const bool held = height != this->height() && isHeld();
    m_byKey = false;
    watchMouse(held);
    if (!held) {
        setFixedHeight(height);
    }
    if (height == 0) {
        return;
    }
    QRect place(x(), y(), width(), height);
    const bool isInTheWay = held && place.contains(parentWidget()->mapFromGlobal(QCursor::pos()));
    if (isInTheWay && !m_bar->underMouse()) {
        place.moveBottom(m_below->geometry().bottom());
    } else if (held && m_bar->underMouse()) {
        place.moveTop(m_bar->y());
    }
    m_bar->setGeometry(place);
    m_bar->raise();
}

void MessagePlace::watchMouse(bool wanted)
{
    if (wanted == m_watchesMouse) {
        return;
    }
    m_watchesMouse = wanted;
    if (wanted) {
        qApp->installEventFilter(this);
    } else {
        qApp->removeEventFilter(this);
    }
}

// What comes at once, such as a new text and the layout that follows from it, is looked at once.
void MessagePlace::settleSoon()
{
    if (!m_isSettling) {
        m_isSettling = true;
        QMetaObject::invokeMethod(this, &MessagePlace::settle, Qt::QueuedConnection);
    }
}

bool MessagePlace::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOwn = watched == m_bar || watched == m_below;
    switch (event->type()) {
    case QEvent::KeyPress:
        m_byKey = m_watchesMouse;
        [[fallthrough]];
    case QEvent::Enter:
    case QEvent::Leave:
    case QEvent::MouseButtonRelease:
        if (m_watchesMouse) {
            settleSoon();
        }
        break;
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
    case QEvent::LayoutRequest:
    case QEvent::Resize:
        if (isOwn) {
            settleSoon();
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void MessagePlace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    settleSoon();
}

void MessagePlace::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    settleSoon();
}

} // namespace segue
