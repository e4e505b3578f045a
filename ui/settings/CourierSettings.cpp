// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/CourierSettings.h"

#include <QSpinBox>

namespace segue {

CourierSettings::CourierSettings(Settings &settings, QWidget *parent)
    : SettingsCard(QStringLiteral("courier"), tr("How events are delivered"), parent)
    , m_settings(settings)
{
    addText(tr("Rates hold for Segment's own hosts, for all connections of a region together. Other endpoints and this "
               "computer have none."));
    m_requests = addNumber({QStringLiteral("requestsPerSecond"), tr("Requests"), tr("a second"), 0, 1'000,
                            tr("50 by default, as Segment asks."), tr("no limit")});
    m_events =
        addNumber({QStringLiteral("eventsPerSecond"), tr("Events"), tr("a second"), 0, 1'000'000,
                   tr("1,000 by default: above it Segment delays or refuses what a workspace sends."), tr("no limit")});
    m_days =
        addNumber({QStringLiteral("budgetDays"),
                   tr("Tried for"),
                   tr("days"),
                   1,
                   365,
                   tr("7 days by default; then an event is given up, and can be tried again by hand. What is tried "
                      "later than a day after an attempt of unknown outcome may arrive twice."),
                   {}});
    m_wait = addNumber({QStringLiteral("longestWaitSeconds"),
                        tr("Longest wait between two tries"),
                        tr("seconds"),
                        1,
                        24 * 60 * 60,
                        tr("300 seconds by default: soon enough after an outage."),
                        {}});
    connect(&settings, &Settings::deliveryChanged, this, &CourierSettings::load);
    load();
}

void CourierSettings::show(const DeliveryChoice &choice)
{
    fill([&] {
        m_requests->setValue(choice.requestsPerSecond);
        m_events->setValue(choice.eventsPerSecond);
        m_days->setValue(choice.budgetDays);
        m_wait->setValue(choice.longestWaitSeconds);
    });
}

void CourierSettings::load()
{
    show(m_settings.delivery());
}

void CourierSettings::save()
{
    m_settings.setDelivery({m_requests->value(), m_events->value(), m_days->value(), m_wait->value()});
}

void CourierSettings::useDefaults()
{
    show({});
    save();
}

} // namespace segue
