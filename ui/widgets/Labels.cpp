// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Labels.h"

#include "ui/widgets/Icons.h"

#include <QEvent>
#include <QGuiApplication>
#include <QResizeEvent>

#include <algorithm>

namespace segue {

ToneLabel::ToneLabel(Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    tint();
}

ToneLabel::ToneLabel(const QString &text, Tone tone, QWidget *parent)
    : ToneLabel(tone, parent)
{
    setText(text);
}

void ToneLabel::setTone(Tone tone)
{
    if (tone != m_tone) {
        m_tone = tone;
        tint();
    }
}

void ToneLabel::setScale(double scale, bool bold)
{
    QFont scaled = font();
    scaled.setPointSizeF(QGuiApplication::font().pointSizeF() * scale);
    scaled.setBold(bold);
    setFont(scaled);
}

void ToneLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        tint();
    }
    QLabel::changeEvent(event);
}

void ToneLabel::tint()
{
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, toneColor(QGuiApplication::palette(), m_tone));
    setPalette(tinted);
}

ElidedLabel::ElidedLabel(Tone tone, QWidget *parent)
    : ToneLabel(tone, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_fullText = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

void ElidedLabel::setLeast(int characters)
{
    m_least = characters;
    updateGeometry();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int least = fontMetrics().averageCharWidth() * m_least;
    return {std::min(sizeHint().width(), std::max(least, fontMetrics().horizontalAdvance(QStringLiteral("…")))),
            QLabel::minimumSizeHint().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_fullText) + 2, fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    ToneLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_fullText, Qt::ElideRight, width());
    setText(shown);
    setToolTip(shown == m_fullText ? QString() : m_fullText.toHtmlEscaped());
}

IconLabel::IconLabel(int size, QWidget *parent)
    : QLabel(parent)
    , m_size(size)
{
    setFixedSize(size, size);
}

void IconLabel::setIcon(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    draw();
}

void IconLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        draw();
    }
    QLabel::changeEvent(event);
}

void IconLabel::draw()
{
    if (!m_name.isEmpty()) {
        setPixmap(Icons::pixmap(m_name, toneColor(QGuiApplication::palette(), m_tone), m_size, devicePixelRatioF()));
    }
}

} // namespace segue
