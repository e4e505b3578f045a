// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/FaultSettings.h"

#include "ui/widgets/Labels.h"

#include <QSpinBox>

namespace segue {

namespace {
constexpr int kPercent = 100;
} // namespace

FaultSettings::FaultSettings(Settings &settings, QWidget *parent)
    : SettingsCard(QStringLiteral("faults"), tr("Faults to test a client"), parent)
    , m_settings(settings)
{
    m_what = addText(tr("None by default. Each is played to a share of the requests that clients of Segment send here; "
                        "Pushwoosh's webhook and the echo are spared. While any is on, the status bar says so."));
    m_tooMany = addNumber(
        {QStringLiteral("faultTooMany"), tr("Too many requests (429)"), tr("%", "percent"), 0, kPercent, {}, {}});
    m_retryAfter = addNumber({QStringLiteral("faultRetryAfter"),
                              tr("Wait that a 429 asks for"),
                              tr("s", "seconds"),
                              0,
                              3'600,
                              tr("5 s by default, in its Retry-After. What is refused is not kept."),
                              {}});
    m_serverError = addNumber({QStringLiteral("faultServerError"),
                               tr("Server error (500, 502, 503, 504)"),
                               tr("%", "percent"),
                               0,
                               kPercent,
                               tr("What is refused is not kept."),
                               {}});
    m_delay = addNumber({QStringLiteral("faultDelay"), tr("Late answer"), tr("%", "percent"), 0, kPercent, {}, {}});
    m_delaySeconds = addNumber({QStringLiteral("faultDelaySeconds"),
                                tr("How late"),
                                tr("s", "seconds"),
                                1,
                                60,
                                tr("3 s by default. What is answered late is kept; a client that does not wait and "
                                   "sends it again adds nothing."),
                                {}});
    m_reset = addNumber({QStringLiteral("faultReset"),
                         tr("Connection cut"),
                         tr("%", "percent"),
                         0,
                         kPercent,
                         tr("Without an answer; nothing is kept."),
                         {}});
    connect(&settings, &Settings::receiverChanged, this, &FaultSettings::load);
    load();
}

void FaultSettings::show(const FaultChoice &choice)
{
    fill([&] {
        m_tooMany->setValue(choice.tooMany);
        m_retryAfter->setValue(choice.retryAfterSeconds);
        m_serverError->setValue(choice.serverError);
        m_delay->setValue(choice.delay);
        m_delaySeconds->setValue(choice.delaySeconds);
        m_reset->setValue(choice.reset);
    });
}

void FaultSettings::load()
{
    show(m_settings.receiver().faults);
    say({}, Tone::Muted);
}

void FaultSettings::save()
{
    const FaultChoice faults{m_tooMany->value(), m_retryAfter->value(),   m_serverError->value(),
                             m_delay->value(),   m_delaySeconds->value(), m_reset->value()};
    if (faults.total() > kPercent) {
        say(tr("The shares come to %1 %, more than all requests. Nothing is changed until they fit into 100 %.")
                .arg(faults.total()),
            Tone::Warning);
        return;
    }
    say({}, Tone::Muted);
    ReceiverChoice choice = m_settings.receiver();
    choice.faults = faults;
    m_settings.setReceiver(choice);
}

void FaultSettings::useDefaults()
{
    show({});
    save();
}

} // namespace segue
