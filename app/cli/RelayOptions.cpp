// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RelayOptions.h"

#include "app/exports/PlainText.h"

#include <QCoreApplication>

namespace segue::cli::RelayOptions {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::RelayOptions)
};

const QString kRelay = QStringLiteral("relay");
const QString kRepeats = QStringLiteral("repeats");
const QString kBuiltInIsOff = QStringLiteral("built-in-is-off");
const QString kOtherSource = QStringLiteral("other-source");
const QString kSendKept = QStringLiteral("send-kept");
const QString kYesProd = QStringLiteral("yes-prod");

//! The value of an option that takes one of two words; nothing with `wrong` false when it was not given.
std::optional<bool> isFirst(const Options &options, const QString &name, const QString &first, const QString &second,
                            bool &wrong, Output &out)
{
    wrong = false;
    if (!options.has(name)) {
        return std::nullopt;
    }
    const QString value = options.text(name).toLower();
    if (value != first && value != second) {
        wrong = true;
        options.wrongValue(name, first + QStringLiteral(", ") + second, out);
        return std::nullopt;
    }
    return value == first;
}

} // namespace

void addGrounds(Options &options)
{
    options.addFlag(kBuiltInIsOff,
                    Text::tr("you have seen to it that Pushwoosh's built-in Segment integration is off for "
                             "this application"));
    options.addFlag(kOtherSource, Text::tr("the built-in integration goes to another Segment source than this "
                                           "connection"));
}

std::optional<RelayChoice::Grounds> grounds(const Options &options, Output &out)
{
    if (const auto sentence = options.conflict({kBuiltInIsOff, kOtherSource})) {
        options.wrong(*sentence, out);
        return std::nullopt;
    }
    return options.has(kBuiltInIsOff)  ? RelayChoice::Grounds::BuiltInIsOff
           : options.has(kOtherSource) ? RelayChoice::Grounds::OtherSource
                                       : RelayChoice::Grounds::None;
}

int sayUnconfirmed(const Options &options, const Connection &connection, Output &out)
{
    return options.wrong(
        Text::tr("Relaying to “%1” needs a word from you first: with Pushwoosh's built-in Segment "
                 "integration on for the same source, every event arrives twice. Give "
                 "--built-in-is-off when it is off for this application, or --other-source when it goes "
                 "to another source. Segue cannot see either.")
            .arg(plainText(connection.name)),
        out);
}

void addChoice(Options &options)
{
    options.addValue(kRelay, QStringLiteral("on|off"),
                     Text::tr("send the webhook events that come from now on to Segment, or keep them as received"));
    addGrounds(options);
    options.addFlag(kYesProd, Text::tr("relay to a PROD connection without asking"));
    options.addValue(kRepeats, QStringLiteral("count|each"),
                     Text::tr("the same webhook event within 24 hours: count it at the first one, or take each as an "
                              "event of its own (Segment drops ids that it has seen within 24 hours)"));
    options.addFlag(kSendKept, Text::tr("send the webhook events that were kept as received while relaying was off"));
}

std::optional<int> apply(const Options &options, Connection &connection, std::int64_t now, Output &out)
{
    const auto given = grounds(options, out);
    if (!given) {
        return kUsage;
    }
    bool wrong = false;
    const auto counts = isFirst(options, kRepeats, QStringLiteral("count"), QStringLiteral("each"), wrong, out);
    if (wrong) {
        return kUsage;
    }
    const auto relay = isFirst(options, kRelay, QStringLiteral("on"), QStringLiteral("off"), wrong, out);
    if (wrong) {
        return kUsage;
    }
    if (connection.isSandbox() && (counts || relay || *given != RelayChoice::Grounds::None)) {
        return options.wrong(Text::tr("The sandbox has no webhook."), out);
    }
    if (*given != RelayChoice::Grounds::None) {
        connection.relay.grounds = *given;
        connection.relay.confirmedAt = now;
    }
    connection.relay.countRepeats = counts.value_or(connection.relay.countRepeats);
    const bool sends = relay.value_or(false) || sendsKept(options);
    if (sends && !connection.relay.isConfirmed()) {
        return sayUnconfirmed(options, connection, out);
    }
    if (sends && connection.environment == Environment::Prod && !options.has(kYesProd)) {
        return options.wrong(
            Text::tr("“%1” is a PROD connection: the webhook's events are sent there, to live destinations. Give "
                     "--yes-prod to relay there. Nothing was changed.")
                .arg(plainText(connection.name)),
            out);
    }
    connection.relay.on = relay.value_or(connection.relay.on);
    return std::nullopt;
}

bool sendsKept(const Options &options)
{
    return options.has(kSendKept);
}

} // namespace segue::cli::RelayOptions
