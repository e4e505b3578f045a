// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/EventsPage.h"

#include "ui/setup/EventPicker.h"

#include <QVBoxLayout>

namespace segue {

EventsPage::EventsPage(AppContext &context, SetupDraft &draft, QWidget *parent)
    : WizardPage(context, draft, tr("Which events should Pushwoosh export?"),
                 tr("All of them, or a list. The choice also rules the test events."), parent)
    , m_events(new EventPicker(this))
{
    body()->addWidget(m_events);
    body()->addStretch(1);
    connect(m_events, &EventPicker::changed, this, &EventsPage::take);
}

void EventsPage::fill()
{
    // Nothing was ever unticked: the list begins with all seven.
    const bool fresh = draft().allEvents && draft().events.isEmpty();
    m_events->setSelection(draft().selection(), fresh ? Selection::all().names() : draft().events);
}

void EventsPage::read()
{
    draft().allEvents = m_events->selection().isAll();
    draft().events = m_events->ticked();
}

QString EventsPage::missing() const
{
    return draft().selection().isValid() ? QString() : tr("Choose at least one event, or all events.");
}

QString EventsPage::note() const
{
    const Selection selection = draft().selection();
    return selection.isAll() ? tr("All events selected")
                             : tr("%n event(s) selected", nullptr, static_cast<int>(selection.names().size()));
}

void EventsPage::focusFirst()
{
    m_events->focusFirst();
}

} // namespace segue
