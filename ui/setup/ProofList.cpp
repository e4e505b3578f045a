// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ProofList.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Labels.h"

#include <QFontDatabase>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kEventWidth = 130;
constexpr int kStateWidth = 100;
constexpr int kIdWidth = 110; // its begin; the whole is in the tooltip, and copied below
constexpr qsizetype kLongestReason = 200;
} // namespace

ProofList::ProofList(const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Samples of the run"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void ProofList::show(const QList<ProofRun::Sample> &samples)
{
    while (m_rows.size() < samples.size()) {
        addRow();
    }
    while (m_rows.size() > samples.size()) {
        delete m_rows.takeLast().widget;
    }
    for (qsizetype i = 0; i < samples.size(); ++i) {
        fill(m_rows.at(i), samples.at(i));
    }
    setVisible(!samples.isEmpty());
}

void ProofList::addRow()
{
    auto *row = new QFrame(this);
    row->setObjectName(m_rows.isEmpty() ? QStringLiteral("firstRow") : QStringLiteral("row"));
    Row made{row,
             new IconLabel(16, row),
             new ToneLabel(Tone::Plain, row),
             new ToneLabel(Tone::Plain, row),
             new ToneLabel(Tone::Muted, row),
             new ElidedLabel(Tone::Muted, row)};
    made.event->setScale(1.0, true);
    made.event->setMinimumWidth(kEventWidth);
    made.state->setMinimumWidth(kStateWidth);
    made.state->setObjectName(QStringLiteral("sampleState"));
    made.messageId->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    made.messageId->setMaximumWidth(kIdWidth);
    made.meaning->setWordWrap(true);
    made.meaning->setObjectName(QStringLiteral("sampleMeaning"));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 7, 12, 7);
    line->setSpacing(10);
    line->addWidget(made.icon);
    line->addWidget(made.event);
    line->addWidget(made.state);
    line->addWidget(made.meaning, 1);
    line->addWidget(made.messageId);
    m_column->addWidget(row);
    m_rows.append(made);
}

void ProofList::fill(const Row &row, const ProofRun::Sample &sample)
{
    const EventState state = sample.entry ? sample.entry->fields.state : EventState::Queued;
    const EventWords::Look look = EventWords::state(state);
    const QString event = plainText(sample.event);
    row.icon->setIcon(look.icon, look.tone);
    row.event->setText(event);
    row.state->setTone(look.tone);
    const std::int64_t next = sample.entry ? sample.entry->fields.nextAttempt.value_or(-1) : -1;
    row.state->setText(EventWords::stateWithTime(state, next, m_clock.now()));
    const QString stored = sample.entry ? QString::fromStdString(sample.entry->fields.error) : QString();
    const bool reasoned = !stored.isEmpty() && state != EventState::Confirmed;
    row.meaning->setText(reasoned ? plainTextCut(EventWords::storedSentence(stored), kLongestReason)
                                      : EventWords::stateMeaning(state));
    row.messageId->setFullText(plainText(sample.messageId));
    row.messageId->setAccessibleName(tr("messageId %1").arg(plainText(sample.messageId)));
    row.widget->setAccessibleName(tr("%1: %2", "event, state").arg(event, row.state->text()));
}

} // namespace segue
