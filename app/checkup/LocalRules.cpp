// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/EventCatalog.h"
#include "app/checkup/CheckRules.h"
#include "app/checkup/RuleParts.h"
#include "app/exports/PlainText.h"
#include "app/setup/WebLinks.h"

#include <cstdlib>

namespace segue::CheckRules {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kMostClockOff = std::int64_t{5} * 60 * 1'000;
constexpr std::int64_t kSlow = std::int64_t{10} * 60 * 1'000;
constexpr std::int64_t kStuck = std::int64_t{60} * 60 * 1'000;
constexpr qsizetype kLongestReason = 300;
constexpr int kTooBroken = 500;

QString remedyOf(WebFailure failure)
{
    switch (failure) {
    case WebFailure::HostNotFound:
        return Text::tr("See that this computer is online and that its name service knows the host.");
    case WebFailure::Untrusted:
        return Text::tr("See that this computer's clock is right, and whether a proxy of your network puts its own "
                        "certificate in the way.");
    case WebFailure::NoTls:
        return Text::tr("See whether a proxy or firewall stands in the way, and that the endpoint speaks TLS.");
    case WebFailure::ProxyAsks:
    case WebFailure::NoProxy:
        return Text::tr("See the proxy settings of this computer.");
    case WebFailure::Refused:
    case WebFailure::TimedOut:
        return Text::tr("See that the address is right and that a firewall lets this computer out on its port.");
    default:
        return Text::tr("Try again in a while; if it stays, ask whoever runs your network.");
    }
}

CheckResult answered(const EndpointFact &fact)
{
    constexpr CheckId id = CheckId::Endpoint;
    const QString ms = number(fact.duration);
    const QString host = plainText(fact.host);
    QStringList evidence{fact.secure
                             ? Text::tr("%1 answered in %2 ms over TLS with a trusted certificate.").arg(host, ms)
                             : Text::tr("%1 answered in %2 ms, on this computer.").arg(host, ms)};
    if (fact.status >= kTooBroken) {
        return made(id, Verdict::Warn, Text::tr("The endpoint answers with an error of its own"),
                    evidence << Text::tr("Its answer was %1. Events are kept and tried again.").arg(fact.status),
                    fact.isSegment ? Text::tr("Try again in a while; Segment tells of its troubles on "
                                              "status.segment.com.")
                                   : Text::tr("Try again in a while; if it stays, ask whoever runs the endpoint."));
    }
    if (fact.status >= 300 && fact.status < 400) {
        return made(
            id, Verdict::Warn, Text::tr("The endpoint points elsewhere"),
            evidence << Text::tr("Its answer was %1. Segue does not follow it: events would be sent to another place.")
                            .arg(fact.status),
            Text::tr("See that the endpoint on the Setup page is right."), toSetup());
    }
    if (!fact.clockOff) {
        evidence.append(Text::tr("It did not tell its time, so the clock was not compared."));
        return made(id, Verdict::Pass, Text::tr("The endpoint answers"), evidence);
    }
    if (std::llabs(*fact.clockOff) > kMostClockOff) {
        const QString off = roughly(std::llabs(*fact.clockOff));
        return made(
            id, Verdict::Warn, Text::tr("This computer's clock is wrong"),
            evidence << (*fact.clockOff > 0 ? Text::tr("It is %1 ahead of the server's.").arg(off)
                                            : Text::tr("It is %1 behind the server's.").arg(off)),
            Text::tr("Set the clock by the network: events carry its time, and certificates are checked by it."));
    }
    evidence.append(Text::tr("This computer's clock agrees with the server's."));
    return made(id, Verdict::Pass, Text::tr("The endpoint answers"), evidence);
}

} // namespace

CheckResult endpoint(const Result<EndpointFact, Missing> &endpoint)
{
    constexpr CheckId id = CheckId::Endpoint;
    if (!endpoint) {
        return notChecked(id, endpoint.error());
    }
    const EndpointFact &fact = endpoint.value();
    if (fact.failure == WebFailure::None || fact.failure == WebFailure::TooLong) {
        return answered(fact);
    }
    return made(id, Verdict::Fail, Text::tr("The endpoint cannot be reached"), {plainText(fact.sentence)},
                remedyOf(fact.failure));
}

CheckResult application(const QString &code, const Result<ApplicationFact, Missing> &application)
{
    constexpr CheckId id = CheckId::Application;
    if (code.isEmpty()) {
        return notChecked(id, {{}, Text::tr("The code of the Pushwoosh application, on the Setup page."), toSetup()});
    }
    const QString shown = plainTextCut(code, 40);
    if (!application) {
        // Its shape can be judged without anybody's answer.
        const QString remark = readApplicationCode(code).remark;
        return remark.isEmpty() ? notChecked(id, application.error())
                                : made(id, Verdict::Warn, Text::tr("The application code looks odd"),
                                       {Text::tr("It is %1.", "a code").arg(shown), remark, application.error().reason},
                                       Text::tr("Compare it with the one under the application's name in Pushwoosh."),
                                       toSetup());
    }
    const ApplicationFact &fact = application.value();
    const NextStep next{NextStep::Kind::OpenPushwoosh, WebLinks::application(code)};
    const QString looked = Text::tr("The token sees %n application(s).", nullptr, fact.applications);
    if (fact.name) {
        return made(id, Verdict::Pass, Text::tr("The token sees the application"),
                    {Text::tr("%1 is %2.", "a code, a name").arg(shown, quoted(*fact.name)), looked});
    }
    if (!fact.isComplete) {
        return made(id, Verdict::Warn, Text::tr("The application was not found"),
                    {Text::tr("%1 is not among those asked for; there are more.").arg(shown), looked},
                    Text::tr("Look for it in Pushwoosh."), next);
    }
    return made(
        id, Verdict::Fail, Text::tr("The token does not see the application"),
        {Text::tr("%1 is not among them.").arg(shown), looked},
        Text::tr("Compare the code with the one under the application's name in Pushwoosh, or give the token this "
                 "application in Settings › API Access."),
        next);
}

CheckResult selection(const Selection &selection)
{
    constexpr CheckId id = CheckId::Selection;
    if (!selection.isValid()) {
        return made(id, Verdict::Fail, Text::tr("No event is selected"),
                    {Text::tr("A list with nothing in it is not all events: nothing is sent.")},
                    Text::tr("Select events on the Setup page, or all of them."), toSetup());
    }
    if (selection.isAll()) {
        return made(id, Verdict::Pass, Text::tr("All events are selected"),
                    {Text::tr("Pushwoosh's Events field stays blank.")});
    }
    QStringList odd;
    const QStringList names = selection.names();
    for (const QString &name : names) {
        if (EventCatalog::find(name)) {
            continue;
        }
        const QString nearest = EventCatalog::nearestName(name);
        odd.append(nearest.isEmpty()
                       ? Text::tr("%1 is none of the seven events of the Pushwoosh source.").arg(quoted(name))
                       : Text::tr("%1 is none of the seven events; %2 may be meant. Case counts.")
                             .arg(quoted(name), quoted(nearest)));
    }
    const QString count = Text::tr("%n event(s) are selected.", nullptr, static_cast<int>(names.size()));
    if (!odd.isEmpty()) {
        return made(
            id, Verdict::Warn, Text::tr("Some selected events are not of the source"), QStringList{count} + odd,
            Text::tr("Mend the names on the Setup page and in Pushwoosh's Events field, unless they are meant so."),
            toSetup());
    }
    return made(id, Verdict::Pass, Text::tr("The selected events are right"), {count});
}

CheckResult queue(const Connection &connection, const Result<QueueFact, Missing> &queue)
{
    constexpr CheckId id = CheckId::Queue;
    if (!queue) {
        return notChecked(id, queue.error());
    }
    const QueueFact &fact = queue.value();
    const std::int64_t waiting = fact.counts.of(EventState::Waiting);
    const std::int64_t retrying = fact.counts.of(EventState::Retrying);
    const std::int64_t left =
        waiting + retrying + fact.counts.of(EventState::Queued) + fact.counts.of(EventState::Sending);
    const std::int64_t age = fact.oldest < 0 ? 0 : fact.now - fact.oldest;
    QStringList evidence;
    if (left > 0) {
        evidence.append(Text::tr("%1 undelivered: %2 wait, %3 are tried again.")
                            .arg(number(left), number(waiting), number(retrying)));
        if (fact.oldest >= 0) {
            evidence.append(
                (fact.oldestIsBound ? Text::tr("The oldest is at least %1 old.") : Text::tr("The oldest is %1 old."))
                    .arg(roughly(age)));
        }
    }
    if (connection.paused) {
        return made(id, Verdict::Warn, Text::tr("The connection is paused"),
                    QStringList{Text::tr("Somebody has paused it. What is sent through it is kept and waits.")} +
                        evidence,
                    Text::tr("Resume it in the sidebar when it shall send again."));
    }
    const NextStep tryNow{NextStep::Kind::TryNow, {}};
    if (waiting > 0) {
        return made(id, Verdict::Fail, Text::tr("Events wait"), evidence << plainTextCut(fact.waitsFor, kLongestReason),
                    Text::tr("Mend what they wait for, then try again; nothing is lost meanwhile."), tryNow);
    }
    if (age > kSlow) {
        return made(id, age > kStuck ? Verdict::Fail : Verdict::Warn, Text::tr("Events are late"), evidence,
                    Text::tr("See the endpoint's check, then try again; nothing is lost meanwhile."), tryNow);
    }
    if (fact.lost > 0) {
        return made(id, Verdict::Warn, Text::tr("Some events were refused or given up"),
                    evidence << Text::tr("%n event(s) of the last 7 days.", nullptr, fact.lost),
                    Text::tr("See them in the log: state:refused,gave-up. They can be sent again from there."));
    }
    return made(id, Verdict::Pass, Text::tr("The queue is healthy"),
                left > 0 ? evidence : QStringList{Text::tr("Nothing waits to be delivered.")});
}

} // namespace segue::CheckRules
