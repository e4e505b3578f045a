// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/ChipRow.h"

#include "ui/log/FilterChip.h"
#include "ui/widgets/FlowLayout.h"

#include <QDateTime>
#include <QLocale>

namespace segue {

namespace {

constexpr int kGap = 8;
constexpr int kMinutesOfHour = 60;
constexpr int kMinutesOfDay = 24 * 60;

QString moment(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    QString clock = time.toString(QStringLiteral("HH:mm:ss"));
    return time.date() == QDate::currentDate() ? clock
                                               : QLocale().toString(time.date(), QLocale::ShortFormat) + u' ' + clock;
}

} // namespace

QString timeRangeText(const TimeRange &range)
{
    if (range.lastMinutes > 0) {
        if (range.lastMinutes % kMinutesOfDay == 0 && range.lastMinutes > kMinutesOfDay) {
            return ChipRow::tr("last %n day(s)", nullptr, range.lastMinutes / kMinutesOfDay);
        }
        if (range.lastMinutes % kMinutesOfHour == 0) {
            return ChipRow::tr("last %n hour(s)", nullptr, range.lastMinutes / kMinutesOfHour);
        }
        return ChipRow::tr("last %n minute(s)", nullptr, range.lastMinutes);
    }
    if (range.since && range.until) {
        return ChipRow::tr("%1 to %2", "two moments").arg(moment(*range.since), moment(*range.until));
    }
    if (range.since) {
        return ChipRow::tr("from %1", "a moment").arg(moment(*range.since));
    }
    return range.until ? ChipRow::tr("until %1", "a moment").arg(moment(*range.until)) : QString();
}

ChipRow::ChipRow(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(kGap, this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::addButton(QWidget *button)
{
    m_flow->addWidget(button);
}

void ChipRow::present(const FilterChoice &choice)
{
    m_choice = choice;
    const qsizetype wanted = choice.terms.size() + (choice.time.isSet() ? 1 : 0);
    int focused = -1;
    for (int place = 0; place < m_chips.size(); ++place) {
        focused = m_chips.at(place)->hasFocus() ? place : focused;
    }
    while (m_chips.size() > wanted) {
        FilterChip *last = m_chips.takeLast();
        m_flow->removeWidget(last);
        last->hide();
        last->deleteLater();
    }
    for (int place = 0; place < choice.terms.size(); ++place) {
        addChip(place, choice.terms.at(place).text(), choice.terms.at(place).on);
    }
    if (choice.time.isSet()) {
        addChip(static_cast<int>(choice.terms.size()), timeRangeText(choice.time), choice.timeOn);
    }
    // Whoever takes away one after the other stays among them.
    if (focused >= m_chips.size() && !m_chips.isEmpty()) {
        m_chips.last()->setFocus(Qt::OtherFocusReason);
    } else if (focused >= 0 && m_chips.isEmpty()) {
        Q_EMIT emptied();
    }
    updateGeometry();
}

void ChipRow::addChip(int place, const QString &text, bool on)
{
    if (place == m_chips.size()) {
        auto *chip = new FilterChip(this);
        chip->setObjectName(QStringLiteral("chip%1").arg(place));
        m_chips.append(chip);
        m_flow->addWidget(chip);
        connect(chip, &FilterChip::clicked, this, [this, place](bool checked) { toggle(place, checked); });
        connect(chip, &FilterChip::removed, this, [this, place] { remove(place); });
        chip->show();
    }
    m_chips.at(place)->present(text, on);
}

void ChipRow::toggle(int place, bool on)
{
    FilterChoice choice = m_choice;
    if (place < choice.terms.size()) {
        choice.terms[place].on = on;
    } else {
        choice.timeOn = on;
    }
    Q_EMIT choiceChanged(choice);
}

void ChipRow::remove(int place)
{
    FilterChoice choice = m_choice;
    if (place < choice.terms.size()) {
        choice.terms.removeAt(place);
    } else {
        choice.time = {};
        choice.timeOn = true;
    }
    Q_EMIT choiceChanged(choice);
}

} // namespace segue
