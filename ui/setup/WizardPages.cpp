// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/WizardPages.h"

#include "ui/setup/ApplicationPage.h"
#include "ui/setup/ApplyPage.h"
#include "ui/setup/DonePage.h"
#include "ui/setup/EventsPage.h"
#include "ui/setup/NamePage.h"
#include "ui/setup/ProvePage.h"
#include "ui/setup/SegmentPage.h"

namespace segue {

WizardPage *makeWizardPage(SetupStep step, AppContext &context, SetupDraft &draft)
{
    switch (step) {
    case SetupStep::Name:
        return new NamePage(context, draft);
    case SetupStep::Segment:
        return new SegmentPage(context, draft);
    case SetupStep::Application:
        return new ApplicationPage(context, draft);
    case SetupStep::Events:
        return new EventsPage(context, draft);
    case SetupStep::Apply:
        return new ApplyPage(context, draft);
    case SetupStep::Prove:
        return new ProvePage(context, draft);
    case SetupStep::Done:
        break;
    }
    return new DonePage(context, draft);
}

} // namespace segue
