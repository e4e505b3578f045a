// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SendRequest.h"

#include "app/catalog/EventCatalog.h"
#include "app/core/TimeText.h"
#include "app/delivery/TestSend.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::SendRequest)
};

const QString kConnection = QStringLiteral("connection");
const QString kEvent = QStringLiteral("event");
const QString kAllEvents = QStringLiteral("all-events");
const QString kPayload = QStringLiteral("payload");
const QString kUserId = QStringLiteral("user-id");
const QString kHwid = QStringLiteral("hwid");
const QString kMessageType = QStringLiteral("message-type");
const QString kCampaignCode = QStringLiteral("campaign-code");
const QString kDeviceType = QStringLiteral("device-type");
const QString kTimestamp = QStringLiteral("timestamp");
const QString kCount = QStringLiteral("count");
const QString kPace = QStringLiteral("pace");
const QString kTimeout = QStringLiteral("timeout");
const QString kKeepOut = QStringLiteral("keep-out");
const QString kNoKeepOut = QStringLiteral("no-keep-out");
const QString kYesProd = QStringLiteral("yes-prod");
const QString kKeyStdin = QStringLiteral("write-key-stdin");

constexpr int kMostCopies = 100'000;
constexpr double kFastestPace = 1000;

QStringList deviceNames()
{
    QStringList names;
    for (const DeviceType &type : EventCatalog::deviceTypes()) {
        names.append(type.name);
    }
    return names;
}

//! The name of the list that differs in case alone; empty when there is none.
QString sameName(const QStringList &names, const QString &typed)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const QString &each) {
        return each.compare(typed.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? QString() : *found;
}

std::optional<double> readPace(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^([0-9]{1,4}(?:\\.[0-9]{1,3})?)(?:/s)?$"));
    const double pace = shape.match(text).captured(1).toDouble();
    return pace > 0 && pace <= kFastestPace ? std::optional(pace) : std::nullopt;
}

//! What can be seen to go wrong without reading a value.
std::optional<QString> faultOf(const Options &options)
{
    if (options.text(kConnection).isEmpty()) {
        return Text::tr("--connection is needed: the name or id of a connection.");
    }
    if (auto sentence = options.conflict({kEvent, kAllEvents, kPayload})) {
        return sentence;
    }
    if (!options.has(kEvent) && !options.has(kAllEvents) && !options.has(kPayload)) {
        return Text::tr("One of --event, --all-events and --payload is needed.");
    }
    if (auto sentence = options.conflict({kKeepOut, kNoKeepOut})) {
        return sentence;
    }
    // A file's events are sent as they stand there.
    for (const QString &name :
         {kUserId, kHwid, kMessageType, kCampaignCode, kDeviceType, kTimestamp, kKeepOut, kNoKeepOut}) {
        if (auto sentence = options.conflict({kPayload, name})) {
            return sentence;
        }
    }
    const QStringList events = options.texts(kEvent);
    if (std::any_of(events.begin(), events.end(), [](const QString &name) { return name.trimmed().isEmpty(); })) {
        return Text::tr("--event needs the name of an event.");
    }
    if (options.has(kPayload) && options.text(kPayload).isEmpty()) {
        return Text::tr("--payload needs the name of a file.");
    }
    return std::nullopt;
}

//! Reads numbers and times. Nothing: done; else the status.
std::optional<int> readAmounts(const Options &options, std::int64_t now, SendRequest &request, Output &out)
{
    const auto count = options.number(kCount, 1, 1, kMostCopies, out);
    if (!count) {
        return kUsage;
    }
    request.count = *count;
    if (options.has(kPace)) {
        const auto pace = readPace(options.text(kPace));
        if (!pace) {
            return options.wrongValue(kPace, Text::tr("events per second, such as 10/s or 0.5/s, at most 1000/s"), out);
        }
        request.perSecond = *pace;
    }
    if (options.has(kTimeout)) {
        const auto timeout = TimeText::duration(options.text(kTimeout));
        if (!timeout) {
            return options.wrongValue(kTimeout, Text::tr("seconds, or a time such as 90s or 5m"), out);
        }
        request.timeoutMs = *timeout;
    }
    if (options.has(kTimestamp)) {
        const auto timestamp = TimeText::point(options.text(kTimestamp), now);
        if (!timestamp) {
            return options.wrongValue(kTimestamp, Text::tr("a time in ISO 8601, or one such as 10m, 2h or 7d ago"),
                                      out);
        }
        request.timestamp = *timestamp;
    }
    return std::nullopt;
}

std::optional<int> readProperties(const Options &options, SendRequest &request, Output &out)
{
    if (options.has(kMessageType)) {
        const QString typed = options.text(kMessageType);
        const QString known = sameName(EventCatalog::messageTypes(), typed);
        request.messageType = known.isEmpty() ? typed : known;
    }
    if (options.has(kCampaignCode)) {
        request.campaignCode = options.text(kCampaignCode);
    }
    if (options.has(kDeviceType) && options.text(kDeviceType).isEmpty()) {
        request.deviceType = QString();
    } else if (options.has(kDeviceType)) {
        request.deviceType = sameName(deviceNames(), options.text(kDeviceType));
        if (request.deviceType->isEmpty()) {
            return options.wrongValue(kDeviceType, Text::tr("one of %1").arg(deviceNames().join(QStringLiteral(", "))),
                                      out);
        }
    }
    if (options.has(kUserId) || options.has(kHwid)) {
        request.identity = Identity::fromPushwoosh(options.text(kUserId), options.text(kHwid));
        if (request.identity->kind == Identity::Kind::UserId && options.has(kHwid)) {
            out.note(Text::tr("--hwid is not sent: an event that has a User ID carries that alone."));
        }
    }
    return std::nullopt;
}

} // namespace

void SendRequest::addOptions(Options &options)
{
    options.addValue(kConnection, QStringLiteral("C"), Text::tr("name or id of the connection"));
    options.addValue(kEvent, QStringLiteral("NAME"), Text::tr("a sample of this event; may be given again"),
                     Options::Times::Repeatable);
    options.addFlag(kAllEvents, Text::tr("a sample of each event that the connection has selected"));
    options.addValue(
        kPayload, QStringLiteral("FILE"),
        Text::tr("one track call or an array of them as JSON (- for standard input), sent under fresh messageIds"));
    options.addValue(kUserId, QStringLiteral("ID"), Text::tr("Pushwoosh User ID, sent as userId"));
    options.addValue(kHwid, QStringLiteral("HWID"), Text::tr("device, sent as anonymousId when there is no User ID"));
    options.addValue(kMessageType, QStringLiteral("TYPE"), Text::tr("message_type: Push, Email, In-App or SMS"));
    options.addValue(kCampaignCode, QStringLiteral("CODE"), Text::tr("campaign_code"));
    options.addValue(kDeviceType, QStringLiteral("NAME"), Text::tr("device_type, such as iOS, in any letter case"));
    options.addValue(kTimestamp, QStringLiteral("TIME"),
                     Text::tr("when it happened: ISO 8601, or 10m, 2h, 7d ago (default: now)"));
    options.addValue(kCount, QStringLiteral("N"), Text::tr("so many of each, each under its own messageId"));
    options.addValue(kPace, QStringLiteral("N/s"), Text::tr("so many a second (default: all at once)"));
    options.addValue(kTimeout, QStringLiteral("S"),
                     Text::tr("wait so many seconds for end states (default 30; 0: do not wait)"));
    options.addFlag(kKeepOut, Text::tr("keep the samples out of destinations; the default in PROD"));
    options.addFlag(kNoKeepOut, Text::tr("let them through to destinations in PROD as well"));
    options.addFlag(kYesProd, Text::tr("send to a PROD connection without being asked"));
    options.addFlag(kKeyStdin, Text::tr("read the write key from standard input, for this process alone"));
}

std::optional<SendRequest> SendRequest::read(const Options &options, std::int64_t now, Output &out, int &status)
{
    SendRequest request;
    if (const auto sentence = faultOf(options)) {
        status = options.wrong(*sentence, out);
        return std::nullopt;
    }
    request.connection = options.text(kConnection);
    request.events = options.texts(kEvent);
    request.payloadFile = options.text(kPayload);
    request.yesProd = options.has(kYesProd);
    request.keyFromStdin = options.has(kKeyStdin);
    if (options.has(kKeepOut) || options.has(kNoKeepOut)) {
        request.keepOut = options.has(kKeepOut);
    }
    if (request.keyFromStdin && request.payloadFile == u"-") {
        status = options.wrong(Text::tr("--payload - and --write-key-stdin both read standard input."), out);
        return std::nullopt;
    }
    auto wrong = readAmounts(options, now, request, out);
    if (!wrong) {
        wrong = readProperties(options, request, out);
    }
    if (wrong) {
        status = *wrong;
        return std::nullopt;
    }
    return request;
}

bool SendRequest::keepsOut(const Connection &target) const
{
    return keepOut.value_or(target.environment == Environment::Prod);
}

QList<TrackCall> SendRequest::calls(const Connection &target, Output &out) const
{
    QList<TrackCall> result;
    const QStringList names = events.isEmpty() ? target.selection.names() : events;
    for (const QString &name : names) {
        const QString shown = plainTextCut(name, 100);
        const bool known = EventCatalog::find(name).has_value();
        if (!known) {
            const QString nearest = EventCatalog::nearestName(name);
            out.warning(nearest.isEmpty()
                            ? Text::tr("“%1” is none of the seven events of Pushwoosh.").arg(shown)
                            : Text::tr("“%1” is none of the seven events of Pushwoosh. Did you mean “%2”?")
                                  .arg(shown, nearest));
        }
        if (!target.selection.contains(name)) {
            out.note(
                Text::tr("“%1” is not selected for “%2”; it is sent all the same.").arg(shown, plainText(target.name)));
        }
        TrackCall call = sampleCall(name);
        call.identity = identity.value_or(call.identity);
        call.messageType = messageType.value_or(call.messageType);
        call.campaignCode = campaignCode.value_or(call.campaignCode);
        call.deviceType = deviceType.value_or(call.deviceType);
        call.timestamp = timestamp;
        call.keepOutOfDestinations = keepsOut(target);
        result.append(call);
    }
    return result;
}

} // namespace segue::cli
