// SPDX-License-Identifier: GPL-3.0-or-later
// What JsonView paints beside and behind its text: the fold marks, and how much a folded part holds.
#include "ui/widgets/Icons.h"
#include "ui/widgets/JsonView.h"
#include "ui/widgets/Tone.h"

#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace segue {

QString JsonView::gist(int line) const
{
    const int members = m_json.members(line);
    return m_json.isArray(line) ? tr("%n item(s)", nullptr, members) : tr("%n member(s)", nullptr, members);
}

void JsonView::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (m_folded.isEmpty()) {
        return;
    }
    QPainter painter(viewport());
    const QPalette palette = QGuiApplication::palette();
    QPointF offset = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (!block.isVisible()) {
            continue;
        }
        const QRectF place = blockBoundingGeometry(block).translated(offset);
        if (place.top() > event->rect().bottom()) {
            break;
        }
        if (!isFolded(block.blockNumber()) || block.layout()->lineCount() == 0) {
            continue;
        }
        const QString text = gist(block.blockNumber());
        const qreal x = place.left() + block.layout()->lineAt(0).naturalTextRect().right() + 6;
        const QRectF chip(x, place.top() + 1, fontMetrics().horizontalAdvance(text) + 12, place.height() - 2);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(surfaceColor(palette, Surface::NeutralChip));
        painter.drawRoundedRect(chip, 4, 4);
        painter.setPen(toneColor(palette, Tone::Muted));
        painter.drawText(chip, Qt::AlignCenter, text);
        painter.setPen(toneColor(palette, Tone::Plain));
        painter.drawText(QPointF(chip.right() + 6, place.top() + fontMetrics().ascent()),
                         m_json.isArray(block.blockNumber()) ? QStringLiteral("]") : QStringLiteral("}"));
    }
}

int JsonView::lineAt(int y) const
{
    return cursorForPosition({0, y}).blockNumber();
}

void JsonView::paintGutter(QPaintEvent *event, QWidget *gutter)
{
    QPainter painter(gutter);
    const QColor color = toneColor(QGuiApplication::palette(), Tone::Muted);
    const int size = std::min(12, fontMetrics().height());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom()) {
            break;
        }
        const int line = block.blockNumber();
        if (block.isVisible() && m_json.canFold(line)) {
            const QString icon = isFolded(line) ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down");
            painter.drawPixmap(QPointF(0, place.center().y() - size / 2.0),
                               Icons::pixmap(icon, color, size, devicePixelRatioF()));
        }
    }
}

void JsonView::markCurrentLine()
{
    QTextEdit::ExtraSelection line;
    line.cursor = textCursor();
    line.cursor.clearSelection();
    line.format.setBackground(surfaceColor(QGuiApplication::palette(), Surface::Hover));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    setExtraSelections({line});
}

} // namespace segue
