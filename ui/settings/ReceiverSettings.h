// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "ui/settings/SettingsCard.h"

namespace segue {

//! Whether, where and for whom the receiver listens.
class ReceiverSettings : public SettingsCard
{
    Q_OBJECT
public:
    explicit ReceiverSettings(AppContext &context, QWidget *parent = nullptr);

    void load() override;

Q_SIGNALS:
    void onWanted(bool on);

protected:
    void save() override;
    void useDefaults() override;

private:
    void showState();
    void showTaken();
    bool movePort();
    bool readOrigins(ReceiverChoice &choice);

    AppContext &m_context;
    QCheckBox *m_on = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_origins = nullptr;
    QCheckBox *m_strict = nullptr;
    bool m_saysTaken = false;
};

} // namespace segue
