// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ClearAction.h"

#include "ui/widgets/Icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace segue {

QAction *addClearAction(QLineEdit &field)
{
    QAction *action = field.addAction(Icons::get(QStringLiteral("close"), Tone::Muted), QLineEdit::TrailingPosition);
    action->setObjectName(QStringLiteral("clearField"));
    action->setText(QCoreApplication::translate("segue::ClearAction", "Clear the field"));
    action->setVisible(!field.text().isEmpty());
    QObject::connect(&field, &QLineEdit::textChanged, action, [action](const QString &text) { action->setVisible(!text.isEmpty()); });
    QObject::connect(action, &QAction::triggered, &field, &QLineEdit::clear);
    return action;
}

} // namespace segue
