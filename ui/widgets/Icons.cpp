// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <functional>

namespace segue::Icons {

namespace {

class TintedIcon : public QIconEngine
{
public:
    using Color = std::function<QColor(const QPalette &)>;

    TintedIcon(QString name, Color color)
        : m_name(std::move(name))
        , m_color(std::move(color))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QPoint topLeft = rect.center() - QPoint(side / 2, side / 2);
        painter->drawPixmap(QRect(topLeft, QSize(side, side)),
                            Icons::pixmap(m_name, colorFor(mode), side, painter->device()->devicePixelRatioF()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        // Already in device pixels: the caller has multiplied by the ratio.
        return Icons::pixmap(m_name, colorFor(mode), std::min(size.width(), size.height()), 1.0);
    }

    QIconEngine *clone() const override { return new TintedIcon(*this); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        QColor color = m_color(QGuiApplication::palette());
        if (mode == QIcon::Disabled) {
            color.setAlphaF(0.45F);
        }
        return color;
    }

    QString m_name;
    Color m_color;
};

} // namespace

QIcon get(const QString &name, Tone tone)
{
    return QIcon(new TintedIcon(name, [tone](const QPalette &palette) { return toneColor(palette, tone); }));
}

QIcon onPrimary(const QString &name)
{
    return QIcon(new TintedIcon(
        name, [](const QPalette &palette) { return surfaceColor(palette, Surface::PrimaryText); }));
}

QPixmap pixmap(const QString &name, const QColor &color, int size, qreal ratio)
{
    const QString key = QStringLiteral("segue/%1/%2/%3@%4").arg(name, color.name(QColor::HexArgb)).arg(size).arg(ratio);
    QPixmap image;
    if (QPixmapCache::find(key, &image)) {
        return image;
    }
    QFile file(QStringLiteral(":/icons/ui/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return image;
    }
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(drawing);
    const int pixels = qRound(size * ratio);
    image = QPixmap(pixels, pixels);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setOpacity(static_cast<qreal>(color.alphaF()));
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    image.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, image);
    return image;
}

} // namespace segue::Icons
