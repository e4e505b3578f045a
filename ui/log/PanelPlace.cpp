// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/PanelPlace.h"

#include "app/settings/Settings.h"

#include <QSplitter>
#include <QWidget>

#include <algorithm>

namespace segue {

namespace {
const QString kPlace = QStringLiteral("panel-place");
const QString kBelow = QStringLiteral("below");
constexpr int kWidth = 356;
constexpr int kHeight = 300;
constexpr int kSmallest = 160;
} // namespace

PanelPlace::PanelPlace(QSplitter &splitter, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_splitter(splitter)
    , m_settings(settings)
{
    m_splitter.setOrientation(isBelow() ? Qt::Vertical : Qt::Horizontal);
    connect(&splitter, &QSplitter::splitterMoved, this, &PanelPlace::keep);
}

void PanelPlace::setConnection(const QString &key)
{
    if (key != m_key) {
        m_key = key;
        apply();
    }
}

bool PanelPlace::isBelow() const
{
    return m_settings.choice(kPlace) == kBelow;
}

void PanelPlace::toggle()
{
    const bool below = !isBelow();
    m_settings.setChoice(kPlace, below ? kBelow : QStringLiteral("right"));
    m_splitter.setOrientation(below ? Qt::Vertical : Qt::Horizontal);
    apply();
    Q_EMIT changed(below);
}

QString PanelPlace::sizeName() const
{
    return QStringLiteral("log-panel-") + (isBelow() ? QStringLiteral("height-") : QStringLiteral("width-")) + m_key;
}

void PanelPlace::apply()
{
    const bool below = isBelow();
    bool kept = false;
    int panel = m_settings.layout(sizeName()).toInt(&kept);
    if (!kept) {
        panel = below ? kHeight : kWidth;
    }
    const int all = below ? m_splitter.height() : m_splitter.width();
    m_splitter.setSizes({std::max(0, all - panel), std::max(kSmallest, panel)});
}

void PanelPlace::keep()
{
    if (const QList<int> sizes = m_splitter.sizes(); sizes.size() == 2 && sizes.at(1) > 0) {
        m_settings.setLayout(sizeName(), QByteArray::number(sizes.at(1)));
    }
}

} // namespace segue
