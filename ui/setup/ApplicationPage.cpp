// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ApplicationPage.h"

#include "ui/setup/ApplicationField.h"
#include "ui/widgets/Labels.h"

#include <QVBoxLayout>

namespace segue {

ApplicationPage::ApplicationPage(AppContext &context, SetupDraft &draft, QWidget *parent)
    : WizardPage(context, draft, tr("Which application in Pushwoosh?"),
                 tr("Its events go to the source. One Pushwoosh application holds one Segment configuration."), parent)
    , m_code(new ApplicationField(context, this))
{
    body()->addWidget(m_code);
    addText(tr("The code stands under the application's name in Pushwoosh's Control Panel, and in its address: "
               "app.pushwoosh.com/applications/CODE. Campaigns, filters and presets have codes of the same look; take the "
               "application's."));
    body()->addStretch(1);
    connect(m_code, &ApplicationField::changed, this, &ApplicationPage::take);
    connect(m_code, &ApplicationField::returnPressed, this, &ApplicationPage::nextWanted);
}

void ApplicationPage::fill()
{
    m_code->setText(draft().applicationText);
    m_code->openAsBefore();
}

void ApplicationPage::leave()
{
    m_code->leave();
}

void ApplicationPage::read()
{
    draft().applicationText = m_code->text();
}

QString ApplicationPage::note() const
{
    return draft().applicationText.trimmed().isEmpty()
               ? tr("Without a code, the links lead to the start page of Pushwoosh.")
               : QString();
}

void ApplicationPage::focusFirst()
{
    m_code->focusFirst();
}

} // namespace segue
