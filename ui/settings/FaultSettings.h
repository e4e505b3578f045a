// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Settings.h"
#include "ui/settings/SettingsCard.h"

namespace segue {

//! The faults that the receiver plays to its clients, to test them.
class FaultSettings : public SettingsCard
{
    Q_OBJECT
public:
    explicit FaultSettings(Settings &settings, QWidget *parent = nullptr);

    void load() override;

protected:
    void save() override;
    void useDefaults() override;

private:
    void show(const FaultChoice &choice);

    Settings &m_settings;
    ToneLabel *m_what = nullptr;
    QSpinBox *m_tooMany = nullptr;
    QSpinBox *m_retryAfter = nullptr;
    QSpinBox *m_serverError = nullptr;
    QSpinBox *m_delay = nullptr;
    QSpinBox *m_delaySeconds = nullptr;
    QSpinBox *m_reset = nullptr;
};

} // namespace segue
