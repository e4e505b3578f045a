// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Settings.h"
#include "ui/settings/SettingsCard.h"

namespace segue {

//! How fast, how often and for how long the courier tries to deliver.
class CourierSettings : public SettingsCard
{
    Q_OBJECT
public:
    explicit CourierSettings(Settings &settings, QWidget *parent = nullptr);

    void load() override;

protected:
    void save() override;
    void useDefaults() override;

private:
    void show(const DeliveryChoice &choice);

    Settings &m_settings;
    QSpinBox *m_requests = nullptr;
    QSpinBox *m_events = nullptr;
    QSpinBox *m_days = nullptr;
    QSpinBox *m_wait = nullptr;
};

} // namespace segue
