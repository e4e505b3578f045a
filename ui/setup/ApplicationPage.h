// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/WizardPage.h"

namespace segue {

class ApplicationField;

//! Page 3: the application in Pushwoosh, by its typed code or from the list of the account.
class ApplicationPage : public WizardPage
{
    Q_OBJECT
public:
    ApplicationPage(AppContext &context, SetupDraft &draft, QWidget *parent = nullptr);

    QString note() const override;
    void leave() override;
    void focusFirst() override;

protected:
    void fill() override;
    void read() override;

private:
    ApplicationField *m_code;
};

} // namespace segue
