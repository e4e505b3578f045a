// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/ChecksPage.h"

#include "app/segment/TrackCall.h"
#include "app/segment/TrackCheck.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace segue {

ChecksPage::ChecksPage(QWidget *parent)
    : QScrollArea(parent)
    , m_inside(new QWidget(this))
    , m_rows(new QVBoxLayout(m_inside))
{
    setObjectName(QStringLiteral("checks"));
    setAccessibleName(tr("Checks"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(m_inside);
    m_rows->setContentsMargins(4, 8, 8, 8);
    m_rows->setSpacing(10);
}

void ChecksPage::show(const ShownEvent &event)
{
    const QString type = Payload::fields(event.payload).valueOr(TrackFields{}).type;
    const std::pair now{event.findings, type.isEmpty() || type == QStringLiteral("track")};
    if (m_shown == now) {
        return;
    }
    m_shown = now;
    clear();
    const QList<FindingText> findings = TrackCheck::explain(event.findings);
    const bool blocked =
        std::any_of(findings.begin(), findings.end(), [](const FindingText &each) { return each.blocks; });
    if (!blocked) {
        add(QStringLiteral("check"), Tone::Good, tr("Segment would take this"),
            {tr("None of Segment's drop rules applies. That it is taken does not prove that it is delivered.")});
    }
    for (const FindingText &finding : findings) {
        add(finding.blocks ? QStringLiteral("cross") : QStringLiteral("warning"),
            finding.blocks ? Tone::Bad : Tone::Warning,
            finding.blocks ? tr("%1: Segment drops it", "a code word").arg(finding.code)
                           : tr("%1: worth a look", "a code word").arg(finding.code),
            {finding.sentence, tr("What to do: %1").arg(finding.remedy)});
    }
    const QStringList passed = TrackCheck::passed(event.findings, now.second);
    if (!passed.isEmpty()) {
        QStringList lines;
        for (const QString &each : passed) {
            lines.append(QStringLiteral("• ") + each);
        }
        add(QStringLiteral("check"), Tone::Muted, tr("Looked at and in order"), lines);
    }
    m_rows->addStretch(1);
}

void ChecksPage::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void ChecksPage::add(const QString &icon, Tone tone, const QString &title, const QStringList &texts)
{
    auto *row = new QWidget(m_inside);
    row->setAccessibleName(title);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    auto *sign = new IconLabel(16, row);
    sign->setIcon(icon, tone);
    line->addWidget(sign, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *head = new ToneLabel(title, tone, row);
    head->setScale(1.0, true);
    head->setWordWrap(true);
    words->addWidget(head);
    for (const QString &text : texts) {
        auto *body = new ToneLabel(text, Tone::Muted, row);
        body->setWordWrap(true);
        words->addWidget(body);
    }
    for (QLabel *label : row->findChildren<QLabel *>()) {
        if (label != sign) {
            label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        }
    }
    line->addLayout(words, 1);
    m_rows->addWidget(row);
}

} // namespace segue
