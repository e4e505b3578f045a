// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ApplyPage.h"

#include "ui/setup/ApplySteps.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Labels.h"

#include <QFrame>
#include <QVBoxLayout>

namespace segue {

ApplyPage::ApplyPage(AppContext &context, SetupDraft &draft, QWidget *parent)
    : WizardPage(context, draft, tr("Apply it in Pushwoosh"),
                 tr("Pushwoosh has no way to do this from outside: five steps by hand in its Control Panel. Tick what is done; "
                    "the ticks are remembered."),
                 parent)
{
    m_elsewhere = addText(
        tr("These steps lead to Segment's own endpoint: no field of Pushwoosh for another address is known. If its events "
           "come to your endpoint another way, tick what you have done, or go on."),
        Tone::Warning);
    m_elsewhere->setObjectName(QStringLiteral("applyElsewhere"));
    m_steps = new ApplySteps(context.secrets(), this);
    body()->addWidget(cardAround(m_steps));
    addText(tr("Pushwoosh's own page on Segment describes the other direction, Segment to Pushwoosh. Do not connect both for "
               "one application without care: events could run in a loop."));
    body()->addStretch(1);
    connect(m_steps, &ApplySteps::changed, this, &ApplyPage::take);
    connect(m_steps, &ApplySteps::problem, this, &ApplyPage::problem);
}

void ApplyPage::fill()
{
    m_steps->show(draft());
    m_elsewhere->setVisible(draft().region == Endpoint::Region::Other);
}

void ApplyPage::read()
{
    draft().ticks = m_steps->ticks();
}

QString ApplyPage::note() const
{
    const int open = m_steps->count() - static_cast<int>(draft().ticks.size());
    return open > 0 ? tr("%n step(s) not ticked yet. The proof does not need them.", nullptr, open) : tr("All steps ticked");
}

void ApplyPage::focusFirst()
{
    m_steps->focusFirst();
}

} // namespace segue
