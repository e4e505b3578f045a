// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/PushwooshSteps.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace segue::PushwooshSteps {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::PushwooshSteps)
};

struct Step
{
    const char *word;
    const char *text;
};

constexpr std::array<Step, 5> kSteps{{
    {"open", QT_TRANSLATE_NOOP("segue::PushwooshSteps", "Log in to Pushwoosh and select the application")},
    {"configure", QT_TRANSLATE_NOOP("segue::PushwooshSteps",
                                    "Go to Settings › 3rd party integration › Segment and press Configure")},
    {"key", QT_TRANSLATE_NOOP("segue::PushwooshSteps", "Enter the write key")},
    {"events", QT_TRANSLATE_NOOP("segue::PushwooshSteps", "Fill in the Events field")},
    {"apply", QT_TRANSLATE_NOOP("segue::PushwooshSteps", "Press Apply")},
}};

} // namespace

const QStringList &words()
{
    static const QStringList all = [] {
        QStringList list;
        for (const Step &each : kSteps) {
            list.append(QLatin1StringView(each.word));
        }
        return list;
    }();
    return all;
}

QString text(const QString &word)
{
    const auto *found =
        std::ranges::find_if(kSteps, [&](const Step &each) { return word == QLatin1StringView(each.word); });
    return found == kSteps.end() ? QString() : Text::tr(found->text);
}

} // namespace segue::PushwooshSteps
