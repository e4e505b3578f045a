// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"

#include <QObject>
#include <QPointer>

class QMimeData;
class QTimer;

namespace segue {

//! Puts a secret on the clipboard, never into the primary selection, with the hint that asks clipboard managers not to
//! keep it. If it is still there after 30 s, or when this object goes, it is taken away.
class SecretClipboard : public QObject
{
    Q_OBJECT
public:
    static constexpr int kKeptMs = 30'000;

    explicit SecretClipboard(QObject *parent = nullptr);
    ~SecretClipboard() override;

    void put(const Secret &secret);
    void clear();

private:
    QPointer<QMimeData> m_data;
    QTimer *m_timer;
};

} // namespace segue
