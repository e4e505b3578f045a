// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckResult.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::Checkup)
};

constexpr std::array kVerdicts{Verdict::Pass, Verdict::Warn, Verdict::Fail, Verdict::NotChecked};

struct Step
{
    NextStep::Kind kind;
    const char *word;
    const char *text;
};

constexpr std::array<Step, 7> kSteps{{
    {NextStep::Kind::OpenSegment, "open-segment", QT_TRANSLATE_NOOP("segue::Checkup", "Open in Segment")},
    {NextStep::Kind::OpenDocument, "open-document", QT_TRANSLATE_NOOP("segue::Checkup", "Open its document")},
    {NextStep::Kind::OpenPushwoosh, "open-pushwoosh", QT_TRANSLATE_NOOP("segue::Checkup", "Open in Pushwoosh")},
    {NextStep::Kind::Setup, "setup", QT_TRANSLATE_NOOP("segue::Checkup", "Set up")},
    {NextStep::Kind::TryNow, "try-now", QT_TRANSLATE_NOOP("segue::Checkup", "Try now")},
    {NextStep::Kind::AskSegment, "ask-segment", QT_TRANSLATE_NOOP("segue::Checkup", "Ask Segment")},
    {NextStep::Kind::SupportMessage, "support-message",
     QT_TRANSLATE_NOOP("segue::Checkup", "Copy message for support")},
}};

int rank(Verdict verdict)
{
    return verdict == Verdict::Fail ? 0 : verdict == Verdict::Warn ? 1 : 2;
}

} // namespace

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return u"pass"_s;
    case Verdict::Warn:
        return u"warn"_s;
    case Verdict::Fail:
        return u"fail"_s;
    case Verdict::NotChecked:
        break;
    }
    return u"not-checked"_s;
}

std::optional<Verdict> verdictFromWord(const QString &word)
{
    const auto *found = std::ranges::find_if(kVerdicts, [&](Verdict each) { return verdictWord(each) == word; });
    return found == kVerdicts.end() ? std::nullopt : std::optional(*found);
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return Text::tr("Pass", "verdict of a check");
    case Verdict::Warn:
        return Text::tr("Warn", "verdict of a check");
    case Verdict::Fail:
        return Text::tr("Fail", "verdict of a check");
    case Verdict::NotChecked:
        break;
    }
    return Text::tr("Not checked", "verdict of a check");
}

QString nextStepWord(NextStep::Kind kind)
{
    const auto *found = std::ranges::find(kSteps, kind, &Step::kind);
    return found == kSteps.end() ? QString() : QString(QLatin1StringView(found->word));
}

NextStep::Kind nextStepFromWord(const QString &word)
{
    const auto *found =
        std::ranges::find_if(kSteps, [&](const Step &each) { return word == QLatin1StringView(each.word); });
    return found == kSteps.end() ? NextStep::Kind::None : found->kind;
}

QString nextStepText(NextStep::Kind kind)
{
    const auto *found = std::ranges::find(kSteps, kind, &Step::kind);
    return found == kSteps.end() ? QString() : Text::tr(found->text);
}

int CheckupRecord::count(Verdict verdict) const
{
    return static_cast<int>(std::ranges::count(results, verdict, &CheckResult::verdict));
}

QList<CheckResult> CheckupRecord::inReadingOrder() const
{
    QList<CheckResult> sorted = results;
    std::ranges::stable_sort(sorted, {}, [](const CheckResult &each) { return rank(each.verdict); });
    return sorted;
}

QString CheckupRecord::headline() const
{
    if (const int failed = count(Verdict::Fail); failed > 0) {
        return Text::tr("%n check(s) failed", nullptr, failed);
    }
    if (const int warned = count(Verdict::Warn); warned > 0) {
        return Text::tr("Nothing failed, %n warning(s)", nullptr, warned);
    }
    if (const int unchecked = count(Verdict::NotChecked); unchecked > 0) {
        return Text::tr("Nothing wrong was found; %n check(s) could not be made", nullptr, unchecked);
    }
    return Text::tr("All checks pass");
}

QString CheckupRecord::countsText() const
{
    QStringList parts;
    const auto add = [&](Verdict verdict, const auto &say) {
        if (const int number = count(verdict); number > 0) {
            parts.append(say(number));
        }
    };
    add(Verdict::Pass, [](int n) { return Text::tr("%n pass", "checks of a checkup", n); });
    add(Verdict::Warn, [](int n) { return Text::tr("%n warn", "checks of a checkup", n); });
    add(Verdict::Fail, [](int n) { return Text::tr("%n fail", "checks of a checkup", n); });
    add(Verdict::NotChecked, [](int n) { return Text::tr("%n not checked", "checks of a checkup", n); });
    return parts.join(u" · "_s);
}

} // namespace segue
