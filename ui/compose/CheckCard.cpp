// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/CheckCard.h"

#include "app/catalog/WarehouseNames.h"
#include "app/exports/PlainText.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QLocale>

namespace segue {

CheckCard::CheckCard(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(16, this))
    , m_title(new ToneLabel(Tone::Good, this))
    , m_text(new ToneLabel(Tone::Muted, this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Check of the event"));
    m_title->setObjectName(QStringLiteral("checkTitle"));
    m_title->setScale(1.0, true);
    m_text->setObjectName(QStringLiteral("checkText"));
    m_text->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_text);
}

void CheckCard::setPayload(const QByteArray &payload, const QString &sourceName)
{
    setReading(PayloadReading::of(payload), payload.size(), sourceName);
}

void CheckCard::setReading(const PayloadReading &reading, qsizetype bytes, const QString &sourceName)
{
    const TrackCheck &check = reading.check;
    const bool blocked = check.blocks();
    const bool reserved = !blocked && !m_reservation.title.isEmpty();
    const Tone tone = blocked ? Tone::Bad : reserved ? Tone::Warning : Tone::Good;
    m_icon->setIcon(blocked    ? QStringLiteral("cross")
                    : reserved ? QStringLiteral("warning")
                               : QStringLiteral("check"),
                    tone);
    m_title->setTone(tone);
    m_title->setText(blocked    ? tr("Segment would drop this: %1").arg(check.blockingCode())
                     : reserved ? m_reservation.title
                                : tr("Segment would take this"));
    const TrackFields &fields = reading.fields;
    QStringList parts{tr("%1 bytes of 32 KB").arg(QLocale().toString(bytes))};
    if (fields.identity.kind != Identity::Kind::Nobody) {
        parts.append(fields.identity.kind == Identity::Kind::UserId ? tr("userId set") : tr("anonymousId set"));
    }
    const QString table = WarehouseNames::table(fields.event);
    if (!table.isEmpty()) {
        const QString schema = WarehouseNames::schema(sourceName);
        parts.append(tr("becomes %1").arg(schema.isEmpty() ? table : schema + u'.' + table));
    }
    QStringList lines{parts.join(QStringLiteral(" · "))};
    if (!m_reservation.sentence.isEmpty()) {
        lines.append(m_reservation.sentence);
    }
    for (const FindingText &finding : TrackCheck::explain(check.bits())) {
        lines.append(finding.sentence + u' ' + finding.remedy);
    }
    m_text->setText(plainText(lines.join(u'\n'), KeepLines::Yes));
}

} // namespace segue
