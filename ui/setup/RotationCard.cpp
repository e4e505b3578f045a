// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/RotationCard.h"

#include "app/AppContext.h"
#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Question.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

RotationCard::RotationCard(AppContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_text(new ToneLabel(Tone::Plain, this))
    , m_probe(new ToneLabel(Tone::Muted, this))
    , m_prove(new QPushButton(Icons::get(QStringLiteral("play")), tr("Prove the new key…"), this))
    , m_back(new QPushButton(tr("Use the old key again"), this))
    , m_remove(new QPushButton(tr("Remove the old key…"), this))
{
    setObjectName(QStringLiteral("card"));
    setFocusProxy(m_prove);
    m_text->setObjectName(QStringLiteral("rotationText"));
    m_text->setWordWrap(true);
    m_probe->setObjectName(QStringLiteral("rotationProbe"));
    m_probe->setWordWrap(true);
    m_prove->setObjectName(QStringLiteral("proveNewKey"));
    m_back->setObjectName(QStringLiteral("useOldKey"));
    m_remove->setObjectName(QStringLiteral("removeOldKey"));
    auto *icon = new IconLabel(16, this);
    icon->setIcon(QStringLiteral("key"), Tone::Accent);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addWidget(m_text, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_prove);
    row->addWidget(m_back);
    row->addWidget(m_remove);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_probe);
    column->addLayout(row);

    connect(m_prove, &QPushButton::clicked, this, [this] { Q_EMIT proveRequested(m_id); });
    connect(m_back, &QPushButton::clicked, this, [this] { settle(true); });
    connect(m_remove, &QPushButton::clicked, this, &RotationCard::askToRemove);
    connect(&context.rotation(), &KeyRotation::changed, this, &RotationCard::refresh);
    connect(&context.keyAnswers(), &KeyAnswers::changed, this, &RotationCard::refresh);
    hide();
}

void RotationCard::setConnection(const ConnectionId &id)
{
    if (id != m_id) {
        m_outcome.clear();
    }
    m_id = id;
    refresh();
}

void RotationCard::setOutcome(const QString &sentence)
{
    m_outcome = sentence;
    refresh();
}

void RotationCard::refresh()
{
    const auto connection = m_context.connections().find(m_id);
    const bool isUnderWay = connection && m_context.rotation().isUnderWay(m_id);
    setVisible(isUnderWay);
    if (!isUnderWay) {
        m_outcome.clear();
        return;
    }
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(connection->keyReplacedAt).toLocalTime();
    m_text->setText(!m_outcome.isEmpty() ? m_outcome
                    : connection->keyReplacedAt != 0
                        ? tr("The key was replaced on %1. The old one is kept until a test is proven.")
                              .arg(QLocale().toString(when, QLocale::ShortFormat))
                        : tr("The key was replaced. The old one is kept until a test is proven."));
    m_prove->setAccessibleDescription(m_text->text()); // it takes the focus when the card comes up
    const auto answer = m_context.keyAnswers().find(m_id);
    const bool known = answer && answer->verdict == KeyVerdict::Known;
    m_probe->setVisible(known);
    m_probe->setText(
        known ? tr("Segment knows the new key. Whether it is the key of this very source, only a test shows; if "
                   "you are sure, remove the old one now.")
              : QString());
}

void RotationCard::askToRemove()
{
    const auto connection = m_context.connections().find(m_id);
    QPushButton *confirm =
        ask({QStringLiteral("removeOldKeyQuestion"), tr("Remove the old key?"),
             tr("The new key of “%1” has not been proven by a test.")
                 .arg(connection ? plainText(connection->name) : QString()),
             tr("The old one leaves this computer, and cannot be brought back here. Nothing changes in Segment."),
             tr("Remove the old key"), QMessageBox::DestructiveRole},
            this);
    connect(confirm, &QPushButton::clicked, this, [this] { settle(false); });
}

void RotationCard::settle(bool useOld)
{
    const auto future = useOld ? m_context.rotation().back(m_id) : m_context.rotation().end(m_id);
    whenAnswered(future, this, [this, useOld, id = m_id](const Status &status) { settled(id, useOld, status); });
}

void RotationCard::settled(const ConnectionId &id, bool useOld, const Status &status)
{
    if (id != m_id) {
        return;
    }
    if (!status) {
        Q_EMIT told(status.error().userText, true);
    } else {
        Q_EMIT told(useOld ? KeyRotation::sentence(KeyRotation::Replacement::TakenBack, 0)
                           : tr("The old key was removed."),
                    false);
    }
}

} // namespace segue
