// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ScrollAreaAccess.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QScrollArea>

namespace segue {

namespace {

QAccessibleInterface *scrollAreaAccess(const QString &className, QObject *object)
{
    // Views and text editors are scroll areas too, but have faces of their own, which are asked for first.
    if (className != QStringLiteral("QScrollArea") && className != QStringLiteral("QAbstractScrollArea")) {
        return nullptr;
    }
    auto *area = qobject_cast<QAbstractScrollArea *>(object);
    return area == nullptr ? nullptr : new QAccessibleWidget(area, QAccessible::Client);
}

} // namespace

void installScrollAreaAccess()
{
    QAccessible::installFactory(&scrollAreaAccess);
}

} // namespace segue
