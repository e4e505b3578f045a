// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SecretClipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

namespace segue {

SecretClipboard::SecretClipboard(QObject *parent)
    : QObject(parent)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(kKeptMs);
    connect(m_timer, &QTimer::timeout, this, &SecretClipboard::clear);
}

SecretClipboard::~SecretClipboard()
{
    clear();
}

void SecretClipboard::put(const Secret &secret)
{
    auto *data = new QMimeData;
    secret.use([data](QByteArrayView bytes) { data->setText(QString::fromUtf8(bytes)); });
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    m_data = data;
    QGuiApplication::clipboard()->setMimeData(data); // which takes it over
    m_timer->start();
}

void SecretClipboard::clear()
{
    m_timer->stop();
    if (m_data && QGuiApplication::clipboard()->mimeData() == m_data) {
        QGuiApplication::clipboard()->clear();
    }
    m_data.clear();
}

} // namespace segue
