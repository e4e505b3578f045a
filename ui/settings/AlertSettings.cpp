// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/AlertSettings.h"

#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QSpinBox>

namespace segue {

AlertSettings::AlertSettings(Settings &settings, QWidget *parent)
    : SettingsCard(QStringLiteral("alerts"), tr("Alerts"), parent)
    , m_settings(settings)
{
    m_what =
        addText(tr("Failed deliveries, a connection that is held up, a quiet relay and a full disk are told in the "
                   "window; once, not for every event."));
    m_desktop = addSwitch(QStringLiteral("alertsDesktop"), tr("Tell it on the desktop as well"),
                          tr("Off by default: a notification names the connection, and others may see the screen."));
    m_quiet = addNumber({QStringLiteral("alertsQuiet"), tr("A relay is quiet after"), tr("hours"), 0, 744,
                         tr("Never by default: how often an application sends is its own matter."), tr("never")});
    m_pause = addNumber({QStringLiteral("alertsPause"),
                         tr("The same again after at least"),
                         tr("minutes"),
                         1,
                         1'440,
                         tr("30 minutes by default, for each connection and kind of alert."),
                         {}});
    connect(&settings, &Settings::alertsChanged, this, &AlertSettings::load);
    load();
}

void AlertSettings::show(const AlertChoice &choice)
{
    fill([&] {
        m_desktop->setChecked(choice.desktop);
        m_quiet->setValue(choice.quietHours);
        m_pause->setValue(choice.pauseMinutes);
    });
}

void AlertSettings::load()
{
    show(m_settings.alerts());
}

void AlertSettings::save()
{
    m_settings.setAlerts({m_desktop->isChecked(), m_quiet->value(), m_pause->value()});
}

void AlertSettings::useDefaults()
{
    show({});
    save();
}

} // namespace segue
