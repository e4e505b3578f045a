// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/StopSignals.h"

#include <QObject>

namespace segue::cli {

//! Remembers that a person or the system asked the command to stop. One in a process; lives on the main thread.
class Stop : public QObject
{
    Q_OBJECT
public:
    Stop()
    {
        connect(&m_signals, &StopSignals::stopRequested, this, [this] {
            m_isRequested = true;
            Q_EMIT requested();
        });
    }

    bool isRequested() const { return m_isRequested; }

Q_SIGNALS:
    void requested();

private:
    StopSignals m_signals;
    bool m_isRequested = false;
};

} // namespace segue::cli
