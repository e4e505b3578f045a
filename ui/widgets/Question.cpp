// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Question.h"

#include "ui/widgets/Icons.h"

#include <QPushButton>

namespace segue {

namespace {
constexpr int kIconSize = 32;
}

void dress(QMessageBox &box, Tone tone)
{
    box.setTextFormat(Qt::PlainText);
    box.setAttribute(Qt::WA_DeleteOnClose);
    box.setIconPixmap(Icons::pixmap(QStringLiteral("warning"), toneColor(box.palette(), tone), kIconSize,
                                    box.devicePixelRatioF()));
}

QPushButton *ask(const Question &question, QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, question.title, question.text, QMessageBox::Cancel, window);
    dress(*box, question.tone);
    box->setObjectName(question.objectName);
    box->setInformativeText(question.details);
    QPushButton *confirm = box->addButton(question.confirm, question.role);
    confirm->setObjectName(question.objectName + QStringLiteral("Confirm"));
    box->setDefaultButton(QMessageBox::Cancel);
    box->open();
    return confirm;
}

} // namespace segue
