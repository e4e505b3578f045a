// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/WizardPage.h"

#include "ui/widgets/Labels.h"

#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kPageWidth = 980;
}

WizardPage::WizardPage(AppContext &context, SetupDraft &draft, const QString &title, const QString &subtitle,
                       QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_draft(draft)
{
    setAccessibleName(title);
    setAccessibleDescription(subtitle);
    auto *middle = new QWidget(this);
    middle->setMaximumWidth(kPageWidth);
    m_body = new QVBoxLayout(middle);
    m_body->setContentsMargins(28, 22, 28, 20);
    m_body->setSpacing(8);
    m_heading = new ToneLabel(title, Tone::Plain, middle);
    m_heading->setObjectName(QStringLiteral("pageTitle"));
    m_heading->setScale(1.5, true);
    m_heading->setWordWrap(true);
    m_body->addWidget(m_heading);
    auto *under = new ToneLabel(subtitle, Tone::Muted, middle);
    under->setWordWrap(true);
    m_body->addWidget(under);
    m_body->addSpacing(8);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(middle, 1);
    row->addStretch(0);
}

void WizardPage::setTitle(const QString &title)
{
    m_heading->setText(title);
    setAccessibleName(title);
}

void WizardPage::load()
{
    m_filling = true;
    fill();
    m_filling = false;
    Q_EMIT stateChanged();
}

void WizardPage::take()
{
    if (m_filling) {
        return;
    }
    read();
    Q_EMIT edited();
    Q_EMIT stateChanged();
}

bool WizardPage::isSaved() const
{
    return m_context.connections().find(m_draft.id).has_value();
}

bool WizardPage::hasKey() const
{
    return m_draft.keyExpected || m_context.secrets().isSessionOnly(SecretName::writeKey(m_draft.id));
}

ToneLabel *WizardPage::addText(const QString &text, Tone tone)
{
    auto *label = new ToneLabel(text, tone, this);
    label->setWordWrap(true);
    m_body->addWidget(label);
    return label;
}

} // namespace segue
