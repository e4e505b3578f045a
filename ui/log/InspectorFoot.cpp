// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/InspectorFoot.h"

#include "ui/widgets/FlowLayout.h"

#include <QMenu>
#include <QPushButton>

namespace segue {

InspectorFoot::InspectorFoot(QWidget *parent)
    : QWidget(parent)
    , m_copyJson(new QPushButton(tr("Copy JSON"), this))
    , m_copyCurl(new QPushButton(tr("Copy as cURL"), this))
    , m_sendAgain(new QPushButton(tr("Send again"), this))
{
    setObjectName(QStringLiteral("panelFoot"));
    setAttribute(Qt::WA_StyledBackground);
    m_copyJson->setObjectName(QStringLiteral("copyJson"));
    m_copyCurl->setObjectName(QStringLiteral("copyCurl"));
    m_sendAgain->setObjectName(QStringLiteral("sendAgain"));
    m_sendAgain->setProperty("hasMenu", true);
    auto *menu = new QMenu(m_sendAgain);
    menu->setToolTipsVisible(true);
    QAction *newId = menu->addAction(tr("Under a new message id"), this, [this] { Q_EMIT sendAgainRequested(false); });
    newId->setObjectName(QStringLiteral("sendNewId"));
    newId->setToolTip(tr("Segment takes it for another event"));
    m_sameId = menu->addAction(tr("Under the same message id (shown once within 24 h)"), this,
                               [this] { Q_EMIT sendAgainRequested(true); });
    m_sameId->setObjectName(QStringLiteral("sendSameId"));
    m_sameId->setToolTip(
        tr("Segment keeps the ids of at least 24 h, of all its sources, and drops what comes a second time: it will not be shown twice"));
    m_sendAgain->setMenu(menu);
    auto *row = new FlowLayout(8, this);
    row->setContentsMargins(12, 8, 12, 8);
    for (QPushButton *button : {m_copyJson, m_copyCurl, m_sendAgain}) {
        row->addWidget(button);
    }
    connect(m_copyJson, &QPushButton::clicked, this, &InspectorFoot::copyJsonRequested);
    connect(m_copyCurl, &QPushButton::clicked, this, &InspectorFoot::copyCurlRequested);
}

void InspectorFoot::show(const ShownEvent &event)
{
    const QString why = event.hidden ? tr("Not while identities are hidden: it would show them") : QString();
    for (QPushButton *button : {m_copyJson, m_copyCurl, m_sendAgain}) {
        button->setEnabled(!event.hidden);
        button->setToolTip(why);
    }
    if (!event.hidden) {
        m_copyCurl->setToolTip(tr("A command line for sh; it reads the key from $SEGMENT_WRITE_KEY"));
        m_sendAgain->setToolTip(tr("Open this event in the composer"));
    }
    m_sameId->setEnabled(!event.entry.fields.messageId.empty());
}

} // namespace segue
