// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/CourierLock.h"

#include <QDir>

namespace segue {

CourierLock::CourierLock(const QString &dataFolder)
    : m_lock(QDir(dataFolder).filePath(QStringLiteral("courier.lock")))
{
}

} // namespace segue
