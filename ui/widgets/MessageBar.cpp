// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MessageBar.h"

#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace segue {

namespace {

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return QStringLiteral("check");
    case Tone::Warning:
    case Tone::Bad:
        return QStringLiteral("warning");
    default:
        return QStringLiteral("info");
    }
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(16, this))
    , m_text(new ToneLabel(Tone::Plain, this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setIcon(Icons::get(QStringLiteral("close"), Tone::Muted));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Close the message"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_action, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);

    connect(m_close, &QToolButton::clicked, this, [this] {
        if (m_messages.isEmpty()) {
            return;
        }
        const Message message = m_messages.takeLast();
        showNewest();
        if (message.closed) {
            message.closed();
        }
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_messages.isEmpty()) {
            return;
        }
        const Message message = m_messages.takeLast();
        showNewest();
        if (message.act) {
            message.act();
        }
    });
    QFrame::hide();
}

void MessageBar::show(const Message &message)
{
    if (message.isUpdate) {
        update(message);
        return;
    }
    m_messages.removeIf([&](const Message &each) { return each.subject == message.subject; });
    m_messages.append(message);
    if (message.lasts > 0) {
        QTimer::singleShot(message.lasts, this, [this, message] {
            m_messages.removeIf([&](const Message &each) {
                return each.subject == message.subject && each.text == message.text;
            });
            showNewest();
        });
    }
    showNewest();
}

void MessageBar::update(const Message &message)
{
    const auto place = std::find_if(m_messages.begin(), m_messages.end(),
                                    [&](const Message &each) { return each.subject == message.subject; });
    if (place == m_messages.end()) {
        return;
    }
    *place = message;
    if (place == m_messages.end() - 1) {
        present(message);
    }
}

void MessageBar::clear(const QString &subject)
{
    if (m_messages.removeIf([&](const Message &each) { return each.subject == subject; }) > 0) {
        showNewest();
    }
}

bool MessageBar::has(const QString &subject) const
{
    return std::any_of(m_messages.begin(), m_messages.end(),
                       [&](const Message &each) { return each.subject == subject; });
}

void MessageBar::showNewest()
{
    if (m_messages.isEmpty()) {
        hide();
        return;
    }
    present(m_messages.last());
    QFrame::show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::present(const Message &message)
{
    m_icon->setIcon(iconOf(message.tone), message.tone);
    m_text->setText(message.text);
    setAccessibleDescription(message.text);
    m_action->setText(message.action);
    m_action->setAccessibleName(message.action);
    m_action->setVisible(!message.action.isEmpty());
}

} // namespace segue
