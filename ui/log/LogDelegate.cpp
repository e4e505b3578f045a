// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/LogDelegate.h"

#include "app/exports/PlainText.h"
#include "app/journal/EventLogModel.h"
#include "app/segment/IdentityMask.h"
#include "app/segment/TrackCall.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Icons.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace segue {

namespace {

constexpr int kMargin = 8;
constexpr int kIconSize = 16;
constexpr int kIconGap = 6;
constexpr qsizetype kLongestTime = 100;
constexpr qsizetype kLongestShown = 1'000; // characters; more are never in sight

EventState stateAt(const QModelIndex &index)
{
    return static_cast<EventState>(index.data(EventLogModel::StateRole).toInt());
}

void showToolTip(const QPoint &place, const QString &text, QWidget *view)
{
    // Escaped: Qt would take a tool tip that looks like HTML for HTML.
    QToolTip::showText(place, text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")), view);
}

//! On the baseline of the window's font, whatever fonts the text's other scripts come from; at the side that the window
//! wants, in the direction that the text itself has, so that a name reads the same in every window.
void drawLine(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    const int slack = rect.width() - metrics.horizontalAdvance(shown);
    const int x = rect.left() + (alignment.testFlag(Qt::AlignRight) ? slack : 0);
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(x, rect.center().y() + 1 + (metrics.ascent() - metrics.descent()) / 2, shown);
}

EventLogModel::Column columnAt(const QModelIndex &index)
{
    return static_cast<EventLogModel::Column>(index.data(EventLogModel::ColumnRole).toInt());
}

} // namespace

LogDelegate::LogDelegate(EventLogModel &model, const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_clock(clock)
{
}

QString LogDelegate::timeText(std::int64_t received) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(received);
    QString clock = time.toString(QStringLiteral("HH:mm:ss.zzz"));
    if (time.date() == QDateTime::fromMSecsSinceEpoch(m_clock.now()).date()) {
        return clock;
    }
    return QLocale().toString(time.date(), QStringLiteral("d MMM ")) + clock;
}

QString LogDelegate::shown(const QModelIndex &index, const QString &text) const
{
    return plainTextCut(masked(index, text), kLongestShown);
}

QString LogDelegate::masked(const QModelIndex &index, const QString &text) const
{
    if (!m_hideIdentities) {
        return text;
    }
    const QString identity = index.data(EventLogModel::IdentityRole).toString();
    if (columnAt(index) == EventLogModel::PayloadColumn) {
        return IdentityMask::inValue(m_model.columns().at(index.column()).path.names(), text, identity);
    }
    return IdentityMask::inText(text, identity);
}

void LogDelegate::describe(Cell &cell, EventLogModel::Column column, const QModelIndex &index) const
{
    switch (column) {
    case EventLogModel::TimeColumn:
        cell.text = timeText(index.data(EventLogModel::ReceivedRole).toLongLong());
        break;
    case EventLogModel::EventColumn:
        cell.text = shown(index, index.data(EventLogModel::EventRole).toString());
        if (cell.text.isEmpty()) {
            cell.text = tr("no name", "of an event without one");
            cell.isRemark = true;
        }
        if (const qint64 repeats = index.data(EventLogModel::RepeatsRole).toLongLong(); repeats > 0) {
            cell.text = EventWords::withTimes(cell.text, repeats);
        }
        cell.icon = EventWords::eventIcon(index.data(EventLogModel::EventRole).toString());
        break;
    case EventLogModel::IdentityColumn:
        cell.text = index.data(EventLogModel::IdentityRole).toString();
        cell.text = plainTextCut(m_hideIdentities ? IdentityMask::masked(cell.text) : cell.text, kLongestShown);
        cell.icon = EventWords::identityIcon(static_cast<IdKind>(index.data(EventLogModel::IdKindRole).toInt()));
        break;
    case EventLogModel::StateColumn: {
        const EventState state = stateAt(index);
        const qint64 next = index.data(EventLogModel::NextAttemptRole).toLongLong();
        cell.text = EventWords::stateWithTime(state, next, m_clock.now());
        cell.icon = EventWords::state(state).icon;
        cell.bold = true;
        break;
    }
    case EventLogModel::DurationColumn:
    case EventLogModel::AttemptsColumn:
    case EventLogModel::StatusColumn: {
        const QVariant number = index.data();
        cell.text = number.isValid() ? QLocale().toString(number.toLongLong()) : QString();
        cell.alignment = Qt::AlignTrailing;
        break;
    }
    case EventLogModel::OriginColumn:
        cell.text = EventWords::origin(static_cast<Origin>(index.data(EventLogModel::OriginRole).toInt()));
        break;
    case EventLogModel::ReasonColumn:
        cell.text = shown(index, EventWords::storedSentence(index.data().toString()));
        break;
    default:
        cell.text = shown(index, index.data().toString());
        break;
    }
}

LogDelegate::Cell LogDelegate::cell(const QPalette &palette, const QModelIndex &index) const
{
    Cell cell;
    cell.iconColor = toneColor(palette, Tone::Muted);
    cell.color = cell.iconColor;
    const EventLogModel::Column column = columnAt(index);
    if (index.data(EventLogModel::LoadingRole).toBool()) {
        cell.text = QStringLiteral("…");
        return cell;
    }
    describe(cell, column, index);
    if (column == EventLogModel::StateColumn) {
        cell.color = cell.iconColor = toneColor(palette, EventWords::state(stateAt(index)).tone);
    } else if (column != EventLogModel::TimeColumn && !cell.isRemark && cell.alignment == Qt::AlignLeading) {
        cell.color = toneColor(palette, Tone::Plain);
    }
    return cell;
}

QSize LogDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Cell cell = this->cell(option.palette, index);
    QFont font = option.font;
    font.setBold(cell.bold);
    const int icon = cell.icon.isEmpty() ? 0 : kIconSize + kIconGap;
    return {QFontMetrics(font).horizontalAdvance(cell.text) + icon + 2 * kMargin + 2, rowHeight(option.fontMetrics)};
}

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, surfaceColor(option.palette, Surface::Selected));
    }
    const Cell cell = this->cell(option.palette, index);
    QRect rest = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    if (!cell.icon.isEmpty()) {
        const QRect icon(rest.left(), rest.center().y() - kIconSize / 2 + 1, kIconSize, kIconSize);
        painter->drawPixmap(
            QStyle::visualRect(option.direction, option.rect, icon).topLeft(),
            Icons::pixmap(cell.icon, cell.iconColor, kIconSize, painter->device()->devicePixelRatioF()));
        rest.setLeft(rest.left() + kIconSize + kIconGap);
    }
    rest = QStyle::visualRect(option.direction, option.rect, rest);
    QFont font = option.font;
    font.setBold(cell.bold);
    painter->setFont(font);
    painter->setPen(cell.color);
    drawLine(*painter, rest, cell.text, QStyle::visualAlignment(option.direction, cell.alignment));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(toneColor(option.palette, Tone::Accent));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QString LogDelegate::toolTip(const QModelIndex &index) const
{
    switch (columnAt(index)) {
    case EventLogModel::TimeColumn: {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(index.data(EventLogModel::ReceivedRole).toLongLong());
        return tr("Received %1\nUTC %2")
            .arg(QLocale().toString(local, QLocale::LongFormat), Payload::isoTime(local.toMSecsSinceEpoch()));
    }
    case EventLogModel::StateColumn: {
        QStringList lines{EventWords::stateMeaning(stateAt(index))};
        const QString error = index.data(EventLogModel::ErrorRole).toString();
        if (!error.isEmpty()) {
            lines.prepend(masked(index, EventWords::storedSentence(error)));
        }
        if (index.data(EventLogModel::MayArriveTwiceRole).toBool()) {
            lines.append(tr("It may arrive twice: an earlier try of unknown outcome is more than 24 h old, "
                            "beyond Segment's window for message ids."));
        }
        return plainText(lines.join(u'\n'), KeepLines::Yes);
    }
    case EventLogModel::IdentityColumn:
        return m_hideIdentities ? QString() : plainText(index.data(EventLogModel::IdentityRole).toString());
    case EventLogModel::DurationColumn:
    case EventLogModel::OriginColumn:
        return {};
    default:
        return shown(index, index.data().toString());
    }
}

bool LogDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || index.data(EventLogModel::LoadingRole).toBool()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    if (columnAt(index) == EventLogModel::TimeColumn) {
        showTimeToolTip(event->globalPos(), view, index);
    } else {
        m_timeShown.reset();
        showToolTip(event->globalPos(), toolTip(index), view);
    }
    return true;
}

void LogDelegate::showTimeToolTip(const QPoint &place, QWidget *view, const QModelIndex &index)
{
    const QString received = toolTip(index);
    showToolTip(place, received, view);
    const EntryId id = m_model.idAt(index.row());
    m_timeShown = id;
    m_model.askValue(id, JsonPath::of({"timestamp"}), view, [this, id, place, received, view](const QString &own) {
        if (m_timeShown == id && QToolTip::isVisible() && !own.isEmpty()) {
            const QString line = tr("The event's own time: %1").arg(plainTextCut(own, kLongestTime));
            showToolTip(place, received + u'\n' + line, view);
        }
    });
}

} // namespace segue
