// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/TabOrder.h"

#include <QLayout>
#include <QRadioButton>
#include <QShortcut>
#include <QWidget>

namespace segue {

namespace {

void collect(const QLayout *layout, QList<QWidget *> &found)
{
    for (int i = 0; layout != nullptr && i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (QWidget *widget = item->widget()) {
            // One that gives the focus to a part of itself goes as a whole: Tab stops at it too, wherever it was left. Of a
            // row of radio buttons, Tab stops at one; which, changes.
            const bool isCompound = widget->focusProxy() != nullptr && widget->isAncestorOf(widget->focusProxy());
            const bool stops =
                (widget->focusPolicy() & Qt::TabFocus) != 0 || qobject_cast<QRadioButton *>(widget) != nullptr;
            if (isCompound || (stops && widget->focusProxy() == nullptr)) {
                found.append(widget);
            }
            if (!isCompound) {
                collect(widget->layout(), found);
            }
        } else {
            collect(item->layout(), found);
        }
    }
}

} // namespace

void pressBy(const QKeySequence &keys, QAbstractButton *button, QWidget *page)
{
    auto *shortcut = new QShortcut(keys, page, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, button, &QAbstractButton::click);
}

void tabThrough(QWidget *first, const QWidget *page, const QList<QWidget *> &after)
{
    QList<QWidget *> order{first};
    collect(page->layout(), order);
    order.append(after);
    for (qsizetype i = 1; i < order.size(); ++i) {
        QWidget::setTabOrder(order.at(i - 1), order.at(i));
    }
}

} // namespace segue
