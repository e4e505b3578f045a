// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/FiguresCard.h"

#include "app/exports/PlainText.h"
#include "app/setup/DiscardText.h"
#include "ui/widgets/Labels.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

namespace segue {

namespace {

constexpr qsizetype kLongestName = 60;

QString timeOf(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("HH:mm:ss"));
}

bool isAsked(RunFigures::Phase phase)
{
    using Phase = RunFigures::Phase;
    return phase != Phase::Off && phase != Phase::NoApi && phase != Phase::NoToken;
}

Tone toneOf(RunFigures::Phase phase)
{
    using Phase = RunFigures::Phase;
    return phase == Phase::Fault || phase == Phase::NoSource || phase == Phase::GivenUp ? Tone::Warning : Tone::Muted;
}

} // namespace

FiguresCard::FiguresCard(RunFigures &figures, QWidget *parent)
    : QFrame(parent)
    , m_figures(figures)
    , m_title(new ToneLabel(tr("What Segment counts for this run"), Tone::Plain, this))
    , m_source(new ToneLabel(Tone::Muted, this))
    , m_sentence(new ToneLabel(Tone::Muted, this))
    , m_table(new QWidget(this))
    , m_grid(new QGridLayout(m_table))
    , m_times(new ToneLabel(Tone::Muted, this))
    , m_ask(new QPushButton(tr("Ask now"), this))
    , m_token(new QPushButton(tr("Enter a token…"), this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(m_title->text());
    m_title->setScale(1.0, true);
    m_source->setObjectName(QStringLiteral("figuresSource"));
    m_source->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("figuresSentence"));
    m_sentence->setWordWrap(true);
    m_times->setObjectName(QStringLiteral("figuresTimes"));
    m_ask->setObjectName(QStringLiteral("figuresAskNow"));
    m_token->setObjectName(QStringLiteral("figuresToken"));
    m_token->setToolTip(tr("Leads to the page of the write key, where a token is entered"));
    m_grid->setContentsMargins(0, 2, 0, 2);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(2, 1);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_times);
    head->addWidget(m_ask);
    head->addWidget(m_token);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_source);
    column->addWidget(m_table);
    column->addWidget(m_sentence);
    connect(m_ask, &QPushButton::clicked, &m_figures, &RunFigures::askNow);
    connect(m_token, &QPushButton::clicked, this, &FiguresCard::tokenWanted);
    connect(&m_figures, &RunFigures::changed, this, &FiguresCard::refresh);
    refresh();
}

void FiguresCard::refresh()
{
    const RunFigures::Phase phase = m_figures.phase();
    setVisible(phase != RunFigures::Phase::Off && phase != RunFigures::Phase::NoApi);
    const SourceMatch &match = m_figures.source();
    const QString name = match.source.name.isEmpty() ? match.source.slug : match.source.name;
    m_source->setVisible(match.isFound());
    m_source->setText(
        tr("Source “%1”, %2", "name, how it was found").arg(plainTextCut(name, kLongestName), match.how()));
    m_sentence->setTone(toneOf(phase));
    m_sentence->setText(plainText(m_figures.sentence()));
    m_times->setText(times());
    // Never disabled while it has the focus, which would jump away.
    m_ask->setVisible(isAsked(phase));
    m_token->setVisible(phase == RunFigures::Phase::NoToken);
    showRows();
}

QString FiguresCard::times() const
{
    QStringList parts;
    if (m_figures.counts().askedAt != 0) {
        parts.append(tr("asked %1", "a time").arg(timeOf(m_figures.counts().askedAt)));
    }
    if (m_figures.nextAsk() != 0) {
        parts.append(tr("next %1", "a time").arg(timeOf(m_figures.nextAsk())));
    }
    return parts.join(QStringLiteral(" · "));
}

void FiguresCard::addRow()
{
    const int row = static_cast<int>(m_rows.size());
    Row made{new IconLabel(16, m_table), new ToneLabel(Tone::Plain, m_table), new ToneLabel(Tone::Muted, m_table)};
    made.count->setObjectName(QStringLiteral("figuresCount"));
    made.count->setWordWrap(true);
    m_grid->addWidget(made.icon, row, 0, Qt::AlignTop);
    m_grid->addWidget(made.event, row, 1, Qt::AlignTop);
    m_grid->addWidget(made.count, row, 2);
    m_rows.append(made);
}

void FiguresCard::showRows()
{
    const RunCounts &counts = m_figures.counts();
    const bool shown = counts.askedAt != 0;
    m_table->setVisible(shown);
    while (shown && m_rows.size() < counts.events.size()) {
        addRow();
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool used = i < counts.events.size();
        for (QWidget *part : {static_cast<QWidget *>(m_rows.at(i).icon), static_cast<QWidget *>(m_rows.at(i).event),
                              static_cast<QWidget *>(m_rows.at(i).count)}) {
            part->setVisible(used);
        }
        if (!used) {
            continue;
        }
        const RunCounts::Event &event = counts.events.at(i);
        const bool failed = event.failed > 0 && event.received == 0;
        const Tone tone = event.received > 0 ? Tone::Good : failed ? Tone::Bad : Tone::Muted;
        m_rows.at(i).icon->setIcon(event.received > 0 ? QStringLiteral("check")
                                   : failed           ? QStringLiteral("cross")
                                                      : QStringLiteral("clock"),
                                   tone);
        m_rows.at(i).event->setText(plainText(event.name));
        QString text = event.received > 0 ? tr("%Ln received", "events", static_cast<int>(event.received))
                       : failed           ? QString()
                                          : tr("not counted yet");
        if (event.failed > 0) {
            const DiscardText reason = DiscardText::of(event.discardReason);
            const QString what =
                tr("%Ln failed on ingest: %1. %2 %3", "a code word, what it means, what to do",
                   static_cast<int>(event.failed))
                    .arg(plainTextCut(event.discardReason, kLongestName), reason.sentence, reason.remedy);
            text = text.isEmpty() ? what : text + QStringLiteral(" · ") + what;
        }
        m_rows.at(i).count->setTone(failed ? Tone::Bad : Tone::Muted);
        m_rows.at(i).count->setText(text);
        m_rows.at(i).count->setAccessibleName(tr("%1: %2", "event, state").arg(m_rows.at(i).event->text(), text));
    }
}

} // namespace segue
