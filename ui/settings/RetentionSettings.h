// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Settings.h"
#include "ui/settings/SettingsCard.h"

namespace segue {

//! How much of the journal is kept.
class RetentionSettings : public SettingsCard
{
    Q_OBJECT
public:
    explicit RetentionSettings(Settings &settings, QWidget *parent = nullptr);

    void load() override;

protected:
    void save() override;
    void useDefaults() override;

private:
    void show(const RetentionChoice &choice);

    Settings &m_settings;
    ToneLabel *m_what = nullptr;
    QSpinBox *m_days = nullptr;
    QSpinBox *m_megabytes = nullptr;
    QSpinBox *m_entries = nullptr;
};

} // namespace segue
