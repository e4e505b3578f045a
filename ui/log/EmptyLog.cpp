// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/EmptyLog.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr qsizetype kLongestFilter = 300;
} // namespace

EmptyLog::EmptyLog(QWidget *parent)
    : QWidget(parent)
    , m_title(new ToneLabel(Tone::Plain, this))
    , m_text(new ToneLabel(Tone::Muted, this))
    , m_sample(makeButton(QStringLiteral("sendSample"), tr("Send a sample")))
    , m_setup(makeButton(QStringLiteral("setUpSource"), tr("Set up a source")))
    , m_clear(makeButton(QStringLiteral("emptyClearFilters"), tr("Clear filters")))
{
    m_title->setObjectName(QStringLiteral("emptyTitle"));
    m_title->setScale(1.2, true);
    m_text->setObjectName(QStringLiteral("emptyText"));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_sample->setIcon(Icons::onPrimary(QStringLiteral("play")));
    m_sample->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_sample, m_setup, m_clear}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(40, 20, 40, 40);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_text);
    column->addLayout(buttons);
    column->addStretch(3);
    connect(m_sample, &QPushButton::clicked, this, &EmptyLog::sampleWanted);
    connect(m_setup, &QPushButton::clicked, this, &EmptyLog::setupWanted);
    connect(m_clear, &QPushButton::clicked, this, &EmptyLog::clearWanted);
}

QPushButton *EmptyLog::makeButton(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    return button;
}

void EmptyLog::sayNoEvents(bool hasConnection, bool isSandbox)
{
    m_title->setText(tr("No events yet"));
    m_text->setText(isSandbox
                        ? tr("The sandbox is Segue's own Segment-compatible endpoint. It needs no account, no key "
                             "and no network: send a sample and see it arrive.")
                        : tr("Send a test event, and see here what becomes of it."));
    m_sample->setVisible(hasConnection);
    m_setup->setVisible(isSandbox || !hasConnection);
    m_clear->hide();
}

void EmptyLog::sayNothingFits(const QString &filter)
{
    m_title->setText(tr("Nothing fits the filter"));
    m_text->setText(
        tr("No event fits all of this: %1", "what the filter asks for").arg(plainTextCut(filter, kLongestFilter)));
    m_sample->hide();
    m_setup->hide();
    m_clear->show();
}

} // namespace segue
