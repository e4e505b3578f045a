// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include <QFrame>
#include <QVBoxLayout>

namespace segue {

QFrame *cardAround(QWidget *content)
{
    auto *card = new QFrame(content->parentWidget());
    card->setObjectName(QStringLiteral("card"));
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(content);
    return card;
}

} // namespace segue
