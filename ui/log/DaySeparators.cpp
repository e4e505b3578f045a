// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/DaySeparators.h"

#include "ui/widgets/Tone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QTableView>

#include <algorithm>

namespace segue {

namespace {

constexpr int kMargin = 8;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::DaySeparators)
};

QDate dayOf(const EventLogModel &model, int row)
{
    const QVariant received = model.index(row, 0).data(EventLogModel::ReceivedRole);
    return received.isValid() ? QDateTime::fromMSecsSinceEpoch(received.toLongLong()).date() : QDate();
}

QString dayText(QDate day, QDate today)
{
    if (day == today) {
        return Text::tr("Today");
    }
    const QString date = QLocale().toString(day, QLocale::LongFormat);
    return day.addDays(1) == today ? Text::tr("Yesterday, %1").arg(date) : date;
}

} // namespace

DaySeparators::DaySeparators(const QTableView &view, const EventLogModel &model, qint64 now)
    : m_view(view)
    , m_today(QDateTime::fromMSecsSinceEpoch(now).date())
{
    const int first = view.rowAt(0);
    if (first < 0) {
        return;
    }
    const int lastInSight = view.rowAt(view.viewport()->height() - 1);
    const int last = lastInSight < 0 ? model.rowCount() - 1 : lastInSight;
    QDate before = first > 0 ? dayOf(model, first - 1) : QDate();
    for (int row = first; row <= last; ++row) {
        const QDate day = dayOf(model, row);
        m_otherDays = m_otherDays || (day.isValid() && day != m_today);
        if (day.isValid() && before.isValid() && day != before) {
            m_lines.append({view.rowViewportPosition(row), day});
        }
        before = day;
    }
}

QList<QDate> DaySeparators::days() const
{
    QList<QDate> days;
    std::ranges::transform(m_lines, std::back_inserter(days), &Line::day);
    return days;
}

void DaySeparators::paint(const QRegion &region) const
{
    if (m_lines.isEmpty()) {
        return;
    }
    QPainter painter(m_view.viewport());
    painter.setClipRegion(region);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = m_view.font();
    font.setPointSizeF(font.pointSizeF() * 0.75);
    font.setBold(true);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int width = m_view.viewport()->width();
    for (const Line &line : m_lines) {
        const QString text = dayText(line.day, m_today);
        QRect plate(0, 0, metrics.horizontalAdvance(text) + 16, metrics.height());
        // At the side where the times stand: digits leave the most room between two rows.
        plate.moveCenter({kMargin + plate.width() / 2, line.y});
        plate = QStyle::visualRect(m_view.layoutDirection(), QRect(0, plate.y(), width, plate.height()), plate);
        painter.fillRect(QRect(0, line.y, width, 1), surfaceColor(m_view.palette(), Surface::Border));
        painter.setPen(surfaceColor(m_view.palette(), Surface::Border));
        painter.setBrush(surfaceColor(m_view.palette(), Surface::Content));
        painter.drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), plate.height() / 2.0,
                                plate.height() / 2.0);
        painter.setPen(toneColor(m_view.palette(), Tone::Muted));
        painter.drawText(plate, Qt::AlignCenter, text);
    }
}

} // namespace segue
