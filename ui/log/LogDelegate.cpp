// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/LogDelegate.h"

#include "app/catalog/Identity.h"
#include "app/exports/PlainText.h"
#include "app/journal/EventLogModel.h"
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

EventState stateAt(const QModelIndex &index)
{
    return static_cast<EventState>(index.data(EventLogModel::StateRole).toInt());
}

QString timeText(std::int64_t received, std::int64_t now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(received);
    const QString clock = time.toString(QStringLiteral("HH:mm:ss.zzz"));
    if (time.date() == QDateTime::fromMSecsSinceEpoch(now).date()) {
        return clock;
    }
    return QLocale().toString(time.date(), QStringLiteral("d MMM ")) + clock;
}

} // namespace

QString hiddenIdentity(const QString &identity)
{
    return maskedIdentity(identity);
}

LogDelegate::LogDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{
}

LogDelegate::Cell LogDelegate::cell(const QPalette &palette, const QModelIndex &index) const
{
    Cell cell;
    cell.color = toneColor(palette, Tone::Plain);
    cell.iconColor = toneColor(palette, Tone::Muted);
    if (index.data(EventLogModel::LoadingRole).toBool()) {
        cell.text = index.column() == EventLogModel::TimeColumn ? QStringLiteral("…") : QString();
        cell.color = cell.iconColor;
        return cell;
    }
    switch (index.column()) {
    case EventLogModel::TimeColumn:
        cell.text = timeText(index.data(EventLogModel::ReceivedRole).toLongLong(), m_clock.now());
        cell.color = toneColor(palette, Tone::Muted);
        break;
    case EventLogModel::EventColumn:
        cell.text = plainText(index.data(EventLogModel::EventRole).toString());
        cell.icon = EventWords::eventIcon(index.data(EventLogModel::EventRole).toString());
        break;
    case EventLogModel::IdentityColumn: {
        const QString identity = index.data(EventLogModel::IdentityRole).toString();
        cell.text = plainText(m_hideIdentities ? hiddenIdentity(identity) : identity);
        cell.icon = EventWords::identityIcon(static_cast<IdKind>(index.data(EventLogModel::IdKindRole).toInt()));
        break;
    }
    case EventLogModel::StateColumn: {
        const EventState state = stateAt(index);
        const EventWords::Look look = EventWords::state(state);
        cell.text =
            EventWords::stateWithTime(state, index.data(EventLogModel::NextAttemptRole).toLongLong(), m_clock.now());
        cell.icon = look.icon;
        cell.color = cell.iconColor = toneColor(palette, look.tone);
        cell.bold = true;
        break;
    }
    case EventLogModel::DurationColumn: {
        const qint64 duration = index.data(EventLogModel::DurationRole).toLongLong();
        cell.text = duration < 0 ? QString() : QLocale().toString(duration);
        cell.color = toneColor(palette, Tone::Muted);
        cell.alignment = Qt::AlignRight;
        break;
    }
    default:
        break;
    }
    return cell;
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
        painter->drawPixmap(QPoint(rest.left(), rest.center().y() - kIconSize / 2 + 1),
                            Icons::pixmap(cell.icon, cell.iconColor, kIconSize, painter->device()->devicePixelRatioF()));
        rest.setLeft(rest.left() + kIconSize + 6);
    }
    QFont font = option.font;
    font.setBold(cell.bold);
    painter->setFont(font);
    painter->setPen(cell.color);
    const QString text = QFontMetrics(font).elidedText(cell.text, Qt::ElideRight, rest.width());
    painter->drawText(rest, static_cast<int>(cell.alignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(toneColor(option.palette, Tone::Accent));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QString LogDelegate::toolTip(const QModelIndex &index) const
{
    switch (index.column()) {
    case EventLogModel::TimeColumn: {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(index.data(EventLogModel::ReceivedRole).toLongLong());
        return tr("Received %1\nUTC %2").arg(QLocale().toString(local, QLocale::LongFormat),
                                            Payload::isoTime(local.toMSecsSinceEpoch()));
    }
    case EventLogModel::StateColumn: {
        QStringList lines{EventWords::stateMeaning(stateAt(index))};
        const QString error = index.data(EventLogModel::ErrorRole).toString();
        if (!error.isEmpty()) {
            lines.prepend(EventWords::storedSentence(error));
        }
        if (index.data(EventLogModel::MayArriveTwiceRole).toBool()) {
            lines.append(tr("It may arrive twice: an earlier try of unknown outcome is more than 24 h old, "
                            "beyond Segment's window for message ids."));
        }
        return plainText(lines.join(u'\n'), KeepLines::Yes);
    }
    case EventLogModel::IdentityColumn:
        return m_hideIdentities ? QString() : plainText(index.data(EventLogModel::IdentityRole).toString());
    case EventLogModel::EventColumn:
        return plainText(index.data(EventLogModel::EventRole).toString());
    default:
        return {};
    }
}

bool LogDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || index.data(EventLogModel::LoadingRole).toBool()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    // Escaped: Qt would take a tool tip that looks like HTML for HTML.
    QToolTip::showText(event->globalPos(), toolTip(index).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")), view);
    return true;
}

} // namespace segue
