// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/DonePage.h"

#include "app/catalog/WarehouseNames.h"
#include "app/exports/PlainText.h"
#include "app/setup/SetupProgress.h"
#include "ui/setup/DestinationsList.h"
#include "ui/setup/WarehouseCard.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QClipboard>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

DonePage::DonePage(AppContext &context, SetupDraft &draft, QWidget *parent)
    : WizardPage(context, draft, tr("Done"),
                 tr("The connection is saved. This is what was set up, and what is left to do."), parent)
    , m_run(context.log(), context.clock(), {}, {})
    , m_copy(new QPushButton(Icons::get(QStringLiteral("copy")), tr("Copy the summary"), this))
    , m_destinations(new DestinationsList(context, this))
    , m_warehouse(new WarehouseCard(context, this))
{
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    m_summary = new QGridLayout(card);
    m_summary->setContentsMargins(14, 12, 14, 12);
    m_summary->setHorizontalSpacing(24);
    m_summary->setVerticalSpacing(8);
    m_summary->setColumnStretch(1, 1);
    body()->addWidget(card);
    m_copy->setObjectName(QStringLiteral("copySummary"));
    m_copy->setToolTip(tr("As plain text, without the key"));
    body()->addWidget(m_copy, 0, Qt::AlignLeft);
    body()->addSpacing(10);
    ToneLabel *heading = addText(tr("What is left to do"), Tone::Plain);
    heading->setScale(1.08, true);
    m_next = addText({}, Tone::Plain);
    m_next->setObjectName(QStringLiteral("nextSteps"));
    body()->addSpacing(10);
    body()->addWidget(m_destinations);
    body()->addSpacing(4);
    body()->addWidget(m_warehouse);
    body()->addStretch(1);
    connect(m_copy, &QPushButton::clicked, this, &DonePage::copy);
    connect(&m_run, &ProofRun::changed, this, &DonePage::showLines);
    connect(m_destinations, &DestinationsList::changed, this, [this] {
        this->draft().destinations = m_destinations->ticks();
        Q_EMIT edited();
    });
    connect(m_destinations, &DestinationsList::listed, this, &DonePage::showLines);
    connect(m_destinations, &DestinationsList::problem, this, &DonePage::problem);
}

QList<DonePage::Line> DonePage::lines() const
{
    const Selection selection = draft().selection();
    const QString code = readApplicationCode(draft().applicationText).code;
    const bool other = draft().region == Endpoint::Region::Other;
    const bool session = context().secrets().isSessionOnly(SecretName::writeKey(draft().id));
    QList<Line> all{
        {tr("Name"), draft().name.trimmed()},
        {tr("Environment"), environmentName(draft().environment)},
        {tr("Endpoint"), draft().endpoint().valueOr(Endpoint()).displayText()},
        {tr("Warehouse schema, probably"), other ? QString() : WarehouseNames::schema(draft().name)},
        {tr("Pushwoosh application"), code.isEmpty() ? tr("not given") : code},
        {tr("Events"), selection.isAll() ? tr("All events") : selection.names().join(QStringLiteral(", "))},
        {tr("Write key"), session               ? tr("in memory, for this session only")
                          : draft().keyExpected ? tr("in the keychain")
                                                : tr("none on this machine")},
        {tr("Proof"), m_run.resultWord()},
    };
    all.removeIf([](const Line &line) { return line.value.isEmpty(); }); // the schema is Segment's
    return all;
}

void DonePage::fill()
{
    m_run.setSegment(draft().region != Endpoint::Region::Other);
    m_run.resume(draft().proof);
    showLines();
    m_warehouse->setVisible(draft().region != Endpoint::Region::Other);
    if (const auto saved = context().connections().find(draft().id)) {
        m_destinations->show(*saved, draft().destinations);
        m_warehouse->show(*saved);
    }
}

void DonePage::showLines()
{
    const QList<Line> all = lines();
    while (m_values.size() < all.size()) {
        const int row = static_cast<int>(m_values.size());
        auto *value = new ToneLabel(Tone::Plain, this);
        value->setObjectName(QStringLiteral("summaryValue"));
        value->setWordWrap(true);
        m_labels.append(new ToneLabel(Tone::Muted, this));
        m_summary->addWidget(m_labels.last(), row, 0, Qt::AlignTop);
        m_summary->addWidget(value, row, 1);
        m_values.append(value);
    }
    m_next->setText(nextSteps());
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const bool used = i < all.size();
        m_values.at(i)->setVisible(used);
        m_labels.at(i)->setVisible(used);
        if (!used) {
            continue;
        }
        m_labels.at(i)->setText(all.at(i).label);
        m_values.at(i)->setText(plainText(all.at(i).value));
        m_values.at(i)->setAccessibleName(
            tr("%1: %2", "what is told, its value").arg(all.at(i).label, plainText(all.at(i).value)));
    }
}

QString DonePage::nextSteps() const
{
    QStringList steps;
    const QStringList left =
        SetupProgress::leftToDo(draft(), hasKey(), m_run.resultWord(), m_destinations->hasEnabled());
    for (const QString &step : left) {
        steps.append(QStringLiteral("•  ") + plainText(step));
    }
    return steps.join(u'\n');
}

void DonePage::copy()
{
    QStringList text;
    for (const Line &line : lines()) {
        text.append(tr("%1: %2", "what is told, its value").arg(line.label, plainText(line.value)));
    }
    QGuiApplication::clipboard()->setText(text.join(u'\n'));
}

void DonePage::focusFirst()
{
    m_copy->setFocus(Qt::OtherFocusReason);
}

} // namespace segue
