// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/FilterChip.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Tone.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace segue {

namespace {
constexpr int kMargin = 8;
constexpr int kCross = 12;
constexpr int kWidest = 260;
constexpr qsizetype kLongestShown = 400;
} // namespace

FilterChip::FilterChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void FilterChip::present(const QString &text, bool on)
{
    m_text = plainTextCut(text, kLongestShown);
    setChecked(on);
    setAccessibleName(tr("Filter %1").arg(m_text));
    setAccessibleDescription(on ? tr("On. Space turns it off, Delete takes it away.")
                                : tr("Off. Space turns it on, Delete takes it away."));
    setToolTip(m_text.toHtmlEscaped() + QStringLiteral("<br>") + accessibleDescription().toHtmlEscaped());
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const int text = fontMetrics().horizontalAdvance(m_text) + 2;
    return {std::min(text + 3 * kMargin - 2 + kCross, kWidest), fontMetrics().height() + 6};
}

QRect FilterChip::crossRect() const
{
    const QRect cross(width() - kMargin - kCross, (height() - kCross) / 2, kCross, kCross);
    return QStyle::visualRect(layoutDirection(), rect(), cross);
}

QRect FilterChip::textRect() const
{
    return QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(kMargin, 0, -2 * kMargin + 4 - kCross, 0));
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void FilterChip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && crossRect().adjusted(-4, -4, 4, 4).contains(event->pos())) {
        setDown(false);
        Q_EMIT removed();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor border = hasFocus()    ? toneColor(palette(), Tone::Accent)
                          : isChecked() ? surfaceColor(palette(), Surface::Selected)
                                        : surfaceColor(palette(), Surface::Border);
    painter.setPen(QPen(border, hasFocus() ? 1.5 : 1.0));
    painter.setBrush(surfaceColor(palette(), isChecked() ? Surface::Selected : Surface::Content));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5);
    QFont shown = font();
    shown.setStrikeOut(!isChecked());
    painter.setFont(shown);
    const Tone tone = isChecked() ? Tone::Plain : Tone::Muted;
    painter.setPen(toneColor(palette(), tone));
    const QString text = QFontMetrics(shown).elidedText(m_text, Qt::ElideRight, textRect().width());
    // What a chip says is in the search language, which is written from left to right.
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.drawText(textRect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    painter.drawPixmap(crossRect().topLeft(),
                       Icons::pixmap(QStringLiteral("close"), toneColor(palette(), tone), kCross, devicePixelRatioF()));
}

} // namespace segue
