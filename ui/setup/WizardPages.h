// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SetupDraft.h"

namespace segue {

class AppContext;
class WizardPage;

//! The page of a step; it shows the draft, which is the wizard's.
WizardPage *makeWizardPage(SetupStep step, AppContext &context, SetupDraft &draft);

} // namespace segue
