// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/WizardPage.h"

namespace segue {

class ApplySteps;

//! Page 5: what is to be done in Pushwoosh, with ticks that are remembered.
class ApplyPage : public WizardPage
{
    Q_OBJECT
public:
    ApplyPage(AppContext &context, SetupDraft &draft, QWidget *parent = nullptr);

    QString note() const override;
    void focusFirst() override;

protected:
    void fill() override;
    void read() override;

private:
    ToneLabel *m_elsewhere;
    ApplySteps *m_steps;
};

} // namespace segue
