// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"

#include <QStyledItemDelegate>

namespace segue {

//! Paints the cells of the log: time, event with its channel, identity, state with its sign, duration. Reads only what the
//! model has in memory.
class LogDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit LogDelegate(const Clock &clock, QObject *parent = nullptr);

    void setHideIdentities(bool hide) { m_hideIdentities = hide; }
    static int rowHeight(const QFontMetrics &metrics) { return metrics.height() + 12; }

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
        Qt::Alignment alignment = Qt::AlignLeft;
    };
    Cell cell(const QPalette &palette, const QModelIndex &index) const;
    QString toolTip(const QModelIndex &index) const;

    const Clock &m_clock;
    bool m_hideIdentities = false;
};

//! An identity as it is shown while identities are hidden: its first character and how long it is.
QString hiddenIdentity(const QString &identity);

} // namespace segue
