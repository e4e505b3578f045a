// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/RatePlot.h"

#include "ui/widgets/Tone.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace segue {

namespace {

constexpr int kDescribeMs = 5'000; // a screen reader is not told more often
constexpr int kGap = 8;

Tone toneOf(int kind)
{
    switch (kind) {
    case RateSeries::Good:
        return Tone::Good;
    case RateSeries::Pending:
        return Tone::Warning;
    case RateSeries::Failed:
        return Tone::Bad;
    default:
        return Tone::Muted;
    }
}

QString clockText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

qint64 RateSeries::total(const Counts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

RatePlot::RatePlot(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Events over the last minutes"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RatePlot::setSeries(const RateSeries &series)
{
    if (series == m_series) {
        return;
    }
    m_series = series;
    if (m_marked) {
        m_marked->anchor = std::min(m_marked->anchor, spanCount() - 1);
        m_marked->end = std::min(m_marked->end, spanCount() - 1);
        if (spanCount() == 0) {
            m_marked.reset();
        }
    }
    describe();
    update();
}

QString RatePlot::rateText() const
{
    const double rate = m_series.perSecond;
    const bool slow = rate > 0 && rate < 9.95;
    return tr("%1/s", "events per second, very short").arg(QLocale().toString(rate, 'f', slow ? 1 : 0));
}

QString RatePlot::sentence() const
{
    const bool slow = m_series.perSecond > 0 && m_series.perSecond < 9.95;
    const QString rate = QLocale().toString(m_series.perSecond, 'f', slow ? 1 : 0);
    return tr("%1 per second now, %2", "rate of events, how many failed")
        .arg(rate, tr("%n failed in the last 5 minutes", nullptr, static_cast<int>(m_series.failedLately)));
}

void RatePlot::describe()
{
    if (!m_described.isValid() || m_described.hasExpired(kDescribeMs)) {
        m_described.start();
        setAccessibleDescription(sentence());
    }
}

QSize RatePlot::sizeHint() const
{
    return {230, fontMetrics().height() + 10};
}

QSize RatePlot::minimumSizeHint() const
{
    return {110, sizeHint().height()};
}

QRectF RatePlot::barsRect() const
{
    // The number's place does not move with its digits.
    const int number =
        fontMetrics().horizontalAdvance(tr("%1/s", "events per second, very short").arg(QStringLiteral("99,999")));
    const QRect bars(2, 2, std::max(width() - number - kGap - 2, 1), height() - 4);
    return QStyle::visualRect(layoutDirection(), rect(), bars);
}

// Time runs from left to right in every script, as on a clock's face.
QRectF RatePlot::spanRect(int index) const
{
    const QRectF bars = barsRect();
    const double each = bars.width() / std::max(spanCount(), 1);
    return {bars.left() + each * index, bars.top(), each, bars.height()};
}

int RatePlot::spanAt(int x) const
{
    const QRectF bars = barsRect();
    const double each = bars.width() / std::max(spanCount(), 1);
    return std::clamp(static_cast<int>((x - bars.left()) / each), 0, std::max(spanCount() - 1, 0));
}

void RatePlot::paintBars(QPainter &painter) const
{
    qint64 most = 1;
    for (const RateSeries::Counts &counts : m_series.spans) {
        most = std::max(most, RateSeries::total(counts));
    }
    for (int i = 0; i < spanCount(); ++i) {
        QRectF bar = spanRect(i);
        const double gap = std::min(1.0, bar.width() / 3);
        double bottom = bar.bottom();
        for (int kind = 0; kind < RateSeries::KindCount; ++kind) {
            const qint64 count = m_series.spans.at(i).at(static_cast<std::size_t>(kind));
            if (count == 0) {
                continue;
            }
            // What is there is seen, however little of the whole it is.
            const double height = std::max(bar.height() * static_cast<double>(count) / static_cast<double>(most), 1.5);
            const double top = std::max(bottom - height, bar.top());
            painter.fillRect(QRectF(bar.left(), top, bar.width() - gap, bottom - top),
                             toneColor(palette(), toneOf(kind)));
            bottom = top;
        }
    }
}

void RatePlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRectF bars = barsRect();
    if (m_marked) {
        const QRectF marked = spanRect(m_marked->first()).united(spanRect(m_marked->last()));
        painter.fillRect(marked, surfaceColor(palette(), Surface::Selected));
        painter.setPen(toneColor(palette(), Tone::Accent));
        painter.drawRect(marked.adjusted(0, 0, -1, -1));
    }
    painter.fillRect(QRectF(bars.left(), bars.bottom(), bars.width(), 1), surfaceColor(palette(), Surface::Border));
    paintBars(painter);
    if (hasFocus()) {
        painter.setPen(toneColor(palette(), Tone::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.setPen(toneColor(palette(), Tone::Muted));
    painter.setLayoutDirection(Qt::LeftToRight);
    const QRect number = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(0, 0, -2, 0));
    painter.drawText(number,
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter) |
                                      Qt::AlignAbsolute),
                     rateText());
}

bool RatePlot::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QString text = sentence();
        if (barsRect().contains(help->pos()) && spanCount() > 0) {
            const int index = spanAt(help->pos().x());
            const qint64 from = m_series.begin() + index * m_series.span;
            const auto count = static_cast<int>(RateSeries::total(m_series.spans.at(index)));
            text = tr("%1 to %2: %3", "two times of day, number of events")
                       .arg(clockText(from), clockText(from + m_series.span), tr("%n event(s)", nullptr, count));
        }
        QToolTip::showText(help->globalPos(), text + u'\n' + tr("Drag to show only that time"), this);
        return true;
    }
    return QWidget::event(event);
}

void RatePlot::keyPressEvent(QKeyEvent *event)
{
    const bool left = event->key() == Qt::Key_Left;
    if ((left || event->key() == Qt::Key_Right) && spanCount() > 0) {
        if (!m_marked) {
            m_marked = Marked{spanCount() - 1, spanCount() - 1};
        } else {
            m_marked->end = std::clamp(m_marked->end + (left ? -1 : 1), 0, spanCount() - 1);
            if (!event->modifiers().testFlag(Qt::ShiftModifier)) {
                m_marked->anchor = m_marked->end;
            }
        }
        const qint64 from = m_series.begin() + m_marked->first() * m_series.span;
        const qint64 to = m_series.begin() + (m_marked->last() + 1) * m_series.span;
        setAccessibleDescription(tr("%1 to %2. Enter shows only that time.").arg(clockText(from), clockText(to)));
        update();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_marked) {
        choose();
    } else if (event->key() == Qt::Key_Escape && m_marked) {
        m_marked.reset();
        update();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RatePlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && spanCount() > 0) {
        m_dragging = true;
        const int at = spanAt(event->pos().x());
        m_marked = Marked{at, at};
        update();
    }
}

void RatePlot::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging && m_marked) {
        m_marked->end = spanAt(event->pos().x());
        update();
    }
}

void RatePlot::mouseReleaseEvent(QMouseEvent *)
{
    if (std::exchange(m_dragging, false) && m_marked) {
        choose();
    }
}

void RatePlot::choose()
{
    const qint64 since = m_series.begin() + m_marked->first() * m_series.span;
    const qint64 until = m_series.begin() + (m_marked->last() + 1) * m_series.span;
    m_marked.reset();
    update();
    Q_EMIT rangeChosen(since, until);
}

} // namespace segue
