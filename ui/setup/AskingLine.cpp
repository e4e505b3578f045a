// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AskingLine.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/Labels.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

namespace segue {

AskingLine::AskingLine(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_message(new ToneLabel(Tone::Muted, this))
    , m_cancel(new QPushButton(tr("Give up"), this))
    , m_again(new QPushButton(tr("Try again"), this))
{
    m_message->setObjectName(name + QStringLiteral("Message"));
    m_message->setWordWrap(true);
    m_cancel->setObjectName(name + QStringLiteral("Cancel"));
    m_again->setObjectName(name + QStringLiteral("Again"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_message, 1);
    row->addWidget(m_cancel, 0, Qt::AlignTop);
    row->addWidget(m_again, 0, Qt::AlignTop);
    connect(m_cancel, &QPushButton::clicked, this, &AskingLine::cancelled);
    connect(m_again, &QPushButton::clicked, this, &AskingLine::again);
    clear();
}

void AskingLine::asking(const QString &text)
{
    show(text, Tone::Muted, true, false);
}

void AskingLine::failed(const QString &text, bool canBeRepeated)
{
    show(text, Tone::Warning, false, canBeRepeated);
    QAccessibleEvent heard(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&heard);
}

void AskingLine::say(const QString &text, Tone tone)
{
    show(text, tone, false, false);
}

void AskingLine::show(const QString &text, Tone tone, bool canCancel, bool canRepeat)
{
    const bool hadFocus = hasButtonFocus();
    m_message->setTone(tone);
    m_message->setText(plainText(text, KeepLines::Yes));
    m_cancel->setVisible(canCancel);
    m_again->setVisible(canRepeat);
    setVisible(!text.isEmpty());
    if (hadFocus) {
        focusButton();
    }
}

bool AskingLine::hasButtonFocus() const
{
    return m_cancel->hasFocus() || m_again->hasFocus();
}

void AskingLine::focusButton()
{
    if (!m_cancel->isHidden()) {
        m_cancel->setFocus(Qt::OtherFocusReason);
    } else if (!m_again->isHidden()) {
        m_again->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace segue
