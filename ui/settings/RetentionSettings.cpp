// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/RetentionSettings.h"

#include "ui/widgets/Labels.h"

#include <QSpinBox>

#include <limits>

namespace segue {

RetentionSettings::RetentionSettings(Settings &settings, QWidget *parent)
    : SettingsCard(QStringLiteral("retention"), tr("How long events are kept"), parent)
    , m_settings(settings)
{
    m_what = addText(tr("The first limit that is reached counts. What is not delivered yet is never removed. A smaller "
                        "number removes events for good, within minutes."));
    m_days = addNumber({QStringLiteral("keepDays"), tr("Age"), tr("days"), 0, 3'650,
                        tr("30 days by default: long enough to look into a complaint, short enough for people's data."),
                        tr("no limit")});
    m_megabytes = addNumber({QStringLiteral("keepMegabytes"), tr("Size of the journal"), tr("MB"), 0, 1'000'000,
                             tr("2,000 MB by default, some millions of events."), tr("no limit")});
    m_entries = addNumber({QStringLiteral("keepEntries"), tr("Number of events"), tr("events"), 0,
                           std::numeric_limits<int>::max(), tr("5,000,000 by default: the log stays quick to search."),
                           tr("no limit")});
    connect(&settings, &Settings::retentionChanged, this, &RetentionSettings::load);
    load();
}

void RetentionSettings::show(const RetentionChoice &choice)
{
    fill([&] {
        m_days->setValue(choice.days);
        m_megabytes->setValue(choice.megabytes);
        m_entries->setValue(choice.entries);
    });
}

void RetentionSettings::load()
{
    show(m_settings.retention());
}

void RetentionSettings::save()
{
    m_settings.setRetention({m_days->value(), m_megabytes->value(), m_entries->value()});
}

void RetentionSettings::useDefaults()
{
    show({});
    save();
}

} // namespace segue
