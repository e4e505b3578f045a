// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/WizardPage.h"

namespace segue {

class EventPicker;

//! Page 4: which events Pushwoosh exports.
class EventsPage : public WizardPage
{
    Q_OBJECT
public:
    EventsPage(AppContext &context, SetupDraft &draft, QWidget *parent = nullptr);

    QString missing() const override;
    QString note() const override;
    void focusFirst() override;

protected:
    void fill() override;
    void read() override;

private:
    EventPicker *m_events;
};

} // namespace segue
