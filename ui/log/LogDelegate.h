// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "app/journal/EventLogModel.h"

#include <QStyledItemDelegate>

namespace segue {

//! Paints the cells of the log: time, event with its channel, identity, state with its sign, and plain texts. Reads
//! only what the model has in memory.
class LogDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    LogDelegate(EventLogModel &model, const Clock &clock, QObject *parent = nullptr);

    void setHideIdentities(bool hide) { m_hideIdentities = hide; }
    bool hidesIdentities() const { return m_hideIdentities; }
    static int rowHeight(const QFontMetrics &metrics) { return metrics.height() + 12; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    struct Cell
    {
        QString icon;
        QString text;
        QColor iconColor;
        QColor color;
        bool bold = false;
        bool isRemark = false; //!< ours, not from outside
        Qt::Alignment alignment = Qt::AlignLeading;
    };
    Cell cell(const QPalette &palette, const QModelIndex &index) const;
    void describe(Cell &cell, EventLogModel::Column column, const QModelIndex &index) const;
    QString timeText(std::int64_t received) const;
    //! A text from outside, with the identity masked while identities are hidden.
    QString shown(const QModelIndex &index, const QString &text) const;
    QString masked(const QModelIndex &index, const QString &text) const;
    QString toolTip(const QModelIndex &index) const;
    //! The tooltip of a time, completed by the event's own time as soon as its payload has been read.
    void showTimeToolTip(const QPoint &place, QWidget *view, const QModelIndex &index);

    EventLogModel &m_model;
    const Clock &m_clock;
    std::optional<EntryId> m_timeShown; //!< whose time stands in the tooltip
    bool m_hideIdentities = false;
};

} // namespace segue
