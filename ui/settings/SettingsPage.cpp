// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsPage.h"

#include "ui/settings/AlertSettings.h"
#include "ui/settings/CourierSettings.h"
#include "ui/settings/FaultSettings.h"
#include "ui/settings/ProxySettings.h"
#include "ui/settings/ReceiverSettings.h"
#include "ui/settings/RetentionSettings.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kWidth = 860;
} // namespace

SettingsPage::SettingsPage(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
{
    setObjectName(QStringLiteral("settingsPage"));
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    QWidget *head = makeHead();
    m_area->setWidget(makeCards(context));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_area, 1);
    connect(m_receiver, &ReceiverSettings::onWanted, this, &SettingsPage::receiverWanted);
    connect(&context.settings(), &Settings::changedElsewhere, this, &SettingsPage::load);
}

QWidget *SettingsPage::makeHead()
{
    auto *head = new QWidget(this);
    head->setObjectName(QStringLiteral("pageHead"));
    head->setAttribute(Qt::WA_StyledBackground);
    auto *title = new ToneLabel(tr("Settings"), Tone::Plain, head);
    title->setScale(1.3, true);
    auto *close = new QPushButton(tr("Close"), head);
    close->setObjectName(QStringLiteral("closeSettings"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(28, 12, 20, 12);
    row->addWidget(title, 1);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &SettingsPage::closed);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &SettingsPage::closed);
    return head;
}

QWidget *SettingsPage::makeCards(AppContext &context)
{
    auto *page = new QWidget(this);
    auto *cards = new QWidget(page);
    cards->setMaximumWidth(kWidth);
    m_receiver = new ReceiverSettings(context, cards);
    m_proxy = new ProxySettings(context, cards);
    m_cards = {
        m_receiver, new FaultSettings(context.settings(), cards),     new CourierSettings(context.settings(), cards),
        m_proxy,    new RetentionSettings(context.settings(), cards), new AlertSettings(context.settings(), cards)};
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(28, 16, 28, 20);
    column->setSpacing(14);
    for (SettingsCard *card : std::as_const(m_cards)) {
        column->addWidget(card);
    }
    column->addStretch(1);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(cards, 1);
    row->addStretch(0);
    return page;
}

void SettingsPage::load()
{
    for (SettingsCard *card : std::as_const(m_cards)) {
        card->load();
    }
}

void SettingsPage::focusProxy()
{
    m_proxy->focusEntry();
    m_area->ensureWidgetVisible(m_proxy);
}

void SettingsPage::focusFirst()
{
    if (auto *first = m_receiver->findChild<QCheckBox *>()) {
        first->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace segue
