// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/TextStrip.h"

#include "ui/widgets/Labels.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace segue {

TextStrip::TextStrip(QWidget *parent)
    : QFrame(parent)
    , m_label(new ToneLabel(Tone::Muted, this))
    , m_text(new QLineEdit(this))
    , m_action(new QPushButton(this))
    , m_fault(new ToneLabel(Tone::Warning, this))
{
    setObjectName(QStringLiteral("strip"));
    m_label->setBuddy(m_text);
    m_text->setObjectName(QStringLiteral("stripText"));
    m_action->setObjectName(QStringLiteral("stripAction"));
    auto *close = new QPushButton(tr("Cancel"), this);
    close->setObjectName(QStringLiteral("stripCancel"));
    m_fault->setObjectName(QStringLiteral("stripFault"));
    m_fault->setWordWrap(true);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_label);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_fault);

    connect(m_text, &QLineEdit::returnPressed, this, &TextStrip::answer);
    connect(m_text, &QLineEdit::textEdited, this, [this] { tell({}); });
    connect(m_action, &QPushButton::clicked, this, &TextStrip::answer);
    connect(close, &QPushButton::clicked, this, &TextStrip::finish);
    hide();
}

void TextStrip::ask(const Question &question)
{
    m_question = question;
    m_label->setText(question.label);
    m_text->setAccessibleName(question.label);
    m_text->setMaxLength(question.longest);
    m_text->setText(question.text);
    m_text->selectAll();
    m_text->setPlaceholderText(question.placeholder);
    m_action->setText(question.action);
    tell({});
    show();
    m_text->setFocus(Qt::OtherFocusReason);
}

void TextStrip::answer()
{
    // A copy: the answer may lead to the next question.
    const auto take = m_question.take;
    const QString fault = take(m_text->text());
    if (fault.isEmpty()) {
        finish();
        return;
    }
    tell(fault);
    m_text->setFocus(Qt::OtherFocusReason);
}

void TextStrip::tell(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_text->setAccessibleDescription(fault);
    m_text->setProperty("wrong", !fault.isEmpty());
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
}

void TextStrip::finish()
{
    hide();
    Q_EMIT closed();
}

void TextStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        finish();
        event->accept();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace segue
