// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/SetupProgress.h"

#include "app/exports/PlainText.h"
#include "app/setup/PushwooshSteps.h"

#include <QCoreApplication>

namespace segue::SetupProgress {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::SetupProgress)
};

constexpr qsizetype kLongestCode = 40;

QStringList openSteps(const SetupDraft &draft)
{
    QStringList open = PushwooshSteps::words();
    open.removeIf([&](const QString &word) { return draft.ticks.contains(word); });
    return open;
}

bool isOther(const SetupDraft &draft)
{
    return draft.region == Endpoint::Region::Other;
}

bool isProven(const SetupDraft &draft)
{
    return draft.proof && (draft.proof->proven || draft.proof->seenByPerson != 0);
}

bool isMet(SetupStep step, const SetupDraft &draft, bool hasKey)
{
    switch (step) {
    case SetupStep::Name:
        return !draft.name.trimmed().isEmpty() && draft.endpoint().ok();
    case SetupStep::Segment:
        return hasKey;
    case SetupStep::Application: {
        const ApplicationCode code = readApplicationCode(draft.applicationText);
        return !code.code.isEmpty() && code.remark.isEmpty();
    }
    case SetupStep::Events:
        return draft.selection().isValid();
    case SetupStep::Apply:
        return openSteps(draft).isEmpty();
    case SetupStep::Prove:
        return isProven(draft);
    case SetupStep::Done:
        break;
    }
    return draft.finished;
}

QString applicationSentence(const SetupDraft &draft)
{
    const ApplicationCode code = readApplicationCode(draft.applicationText);
    if (code.code.isEmpty()) {
        return Text::tr("Name the Pushwoosh application: its pages are opened and its checks made by its code.");
    }
    return code.remark.isEmpty() ? QString()
                                 : Text::tr("Look at the application code %1. %2", "a code, what is odd about it")
                                       .arg(plainTextCut(code.code, kLongestCode), code.remark);
}

QString applySentence(const SetupDraft &draft)
{
    const QStringList open = openSteps(draft);
    if (open.isEmpty()) {
        return {};
    }
    QStringList texts;
    for (const QString &word : open) {
        texts.append(PushwooshSteps::text(word));
    }
    return Text::tr("Do the rest in Pushwoosh (%n step(s) not ticked): %1.", nullptr, static_cast<int>(open.size()))
        .arg(texts.join(u"; "_s));
}

//! What was passed by on the way.
QStringList passedBy(const SetupDraft &draft, bool hasKey, const QString &proof)
{
    QStringList steps;
    if (!hasKey) {
        steps.append(Text::tr("Store the write key: events wait until there is one."));
    }
    steps.append(applicationSentence(draft));
    if (!isOther(draft)) {
        steps.append(applySentence(draft));
    }
    if (!isProven(draft)) {
        steps.append(Text::tr("Prove that it works. So far: %1.", "such as “not proven yet”").arg(proof));
    }
    steps.removeAll(QString());
    return steps;
}

} // namespace

Standings of(const SetupDraft &draft, bool hasKey)
{
    Standings standings{};
    for (std::size_t i = 0; i < standings.size(); ++i) {
        const auto step = static_cast<SetupStep>(i);
        standings.at(i) = step >= draft.furthest       ? Standing::Ahead
                          : isMet(step, draft, hasKey) ? Standing::Done
                                                       : Standing::Open;
    }
    return standings;
}

QStringList leftToDo(const SetupDraft &draft, bool hasKey, const QString &proof, bool connected)
{
    QStringList steps = passedBy(draft, hasKey, proof);
    if (!isOther(draft) && !connected) {
        steps.append(Text::tr("Connect destinations or a warehouse to the source in Segment: a source without any is "
                              "switched off after 14 days."));
    }
    steps.append(Text::tr("Look into each downstream tool: the events should be there with message_type, campaign_code "
                          "and device_type."));
    steps.append(isOther(draft)
                     ? Text::tr("See how Pushwoosh's own events get to this endpoint: its Segment integration sends to "
                                "Segment, and no field for another address is known. Samples prove the way from "
                                "Segue only.")
                     : Text::tr("Send a real message from Pushwoosh. What Pushwoosh sends goes straight to Segment and "
                                "does not show in this log; samples prove the way from Segue only."));
    if (draft.environment == Environment::Prod && draft.proof && !isOther(draft)) {
        steps.append(Text::tr("The samples count as one tracked user, segue-qa-user."));
    }
    return steps;
}

} // namespace segue::SetupProgress
