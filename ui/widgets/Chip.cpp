// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Chip.h"

#include "ui/widgets/EventWords.h"

#include <QPainter>

namespace segue {

EnvironmentChip::EnvironmentChip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void EnvironmentChip::setEnvironment(Environment environment)
{
    m_environment = environment;
    m_text = environmentName(environment).toUpper();
    setAccessibleName(tr("Environment: %1").arg(m_text));
    updateGeometry();
    update();
}

QFont EnvironmentChip::chipFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    small.setBold(true);
    small.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    return small;
}

QSize EnvironmentChip::sizeHint() const
{
    const QFontMetrics metrics(chipFont());
    return {metrics.horizontalAdvance(m_text) + 20, metrics.height() + 6};
}

void EnvironmentChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool prod = m_environment == Environment::Prod;
    painter.setBrush(surfaceColor(palette(), prod ? Surface::ProdChip : Surface::NeutralChip));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setFont(chipFont());
    painter.setPen(toneColor(palette(), EventWords::environmentTone(m_environment)));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace segue
