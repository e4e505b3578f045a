// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/TestSend.h"

#include "app/catalog/EventCatalog.h"
#include "app/segment/TrackCheck.h"

#include <QCoreApplication>

#include <cmath>

namespace segue {

namespace {

IdKind idKindOf(const Identity &identity)
{
    switch (identity.kind) {
    case Identity::Kind::UserId:
        return IdKind::UserId;
    case Identity::Kind::AnonymousId:
        return IdKind::AnonymousId;
    case Identity::Kind::Nobody:
        break;
    }
    return IdKind::Nobody;
}

NewEntry entryOf(const ConnectionId &connection, const TrackFields &fields, const QByteArray &payload, std::int64_t received)
{
    NewEntry entry;
    EntryFields &to = entry.fields;
    to.connection = connection.key();
    to.origin = Origin::Composer;
    to.received = received;
    to.event = fields.event.toStdString();
    to.idKind = idKindOf(fields.identity);
    to.identity = fields.identity.value.toStdString();
    to.messageType = fields.messageType.toStdString();
    to.campaign = fields.campaignCode.toStdString();
    to.device = fields.deviceType.toStdString();
    to.messageId = fields.messageId.toStdString();
    entry.payload = payload.toStdString();
    const TrackCheck check = TrackCheck::of(payload);
    to.findings = check.bits();
    if (check.blocks()) {
        to.state = EventState::Blocked;
        to.error = check.blockingCode().toStdString();
    }
    return entry;
}

} // namespace

Identity sampleIdentity()
{
    return {Identity::Kind::UserId, QStringLiteral("segue-qa-user")};
}

TrackCall sampleCall(const QString &event)
{
    TrackCall call;
    call.event = event;
    call.identity = sampleIdentity();
    call.campaignCode = QStringLiteral("5E60E-7E577");
    call.test = true;
    if (const auto known = EventCatalog::find(event)) {
        call.messageType = known->messageType;
        call.deviceType = EventCatalog::sampleDeviceType(known->channel);
    }
    return call;
}

std::vector<NewEntry> TestSend::entriesFor(const QList<TrackCall> &calls) const
{
    std::vector<NewEntry> entries;
    const double gapMs = perSecond > 0 ? 1000.0 / perSecond : 0;
    int number = 0;
    for (int copy = 0; copy < count; ++copy) {
        for (TrackCall call : calls) {
            const std::int64_t due = now + std::llround(gapMs * number++);
            if (call.messageId.isEmpty() || copy > 0) {
                call.messageId = newMessageId();
            }
            if (call.timestamp == 0) {
                call.timestamp = due;
            }
            const TrackFields fields{QStringLiteral("track"), call.event, call.identity, call.messageType,
                                     call.campaignCode, call.deviceType, call.messageId};
            NewEntry entry = entryOf(connection, fields, call.payload(), now);
            if (due > now && entry.fields.state == EventState::Queued) {
                entry.fields.nextAttempt = due;
            }
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

std::vector<NewEntry> TestSend::entriesForPayloads(const QList<QByteArray> &payloads) const
{
    std::vector<NewEntry> entries;
    const double gapMs = perSecond > 0 ? 1000.0 / perSecond : 0;
    int number = 0;
    for (int copy = 0; copy < count; ++copy) {
        for (const QByteArray &given : payloads) {
            const std::int64_t due = now + std::llround(gapMs * number++);
            const QString id = newMessageId();
            const Result<QByteArray> prepared = Payload::prepared(given, id, due);
            const QByteArray payload = prepared.valueOr(given);
            const TrackFields fields = Payload::fields(payload).valueOr(TrackFields{});
            NewEntry entry = entryOf(connection, fields, payload, now);
            if (!prepared) {
                entry.fields.state = EventState::Blocked;
                entry.fields.error = "malformed_json: " + prepared.error().detail.toStdString();
            } else if (due > now && entry.fields.state == EventState::Queued) {
                entry.fields.nextAttempt = due;
            }
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

bool ProdGuard::mustAsk(const Connection &connection, int events) const
{
    if (connection.environment != Environment::Prod) {
        return false;
    }
    return events > kAlwaysAskAbove || !m_confirmed.contains(connection.id);
}

void ProdGuard::confirmed(const Connection &connection)
{
    if (!m_confirmed.contains(connection.id)) {
        m_confirmed.append(connection.id);
    }
}

QString ProdGuard::question(const Connection &connection, int events)
{
    return QCoreApplication::translate(
               "segue::ProdGuard",
               "Send %n test event(s) to “%1”, a PROD source? They are real: they count as tracked users and API calls, "
               "reach every live destination that is not switched off for them, and make tables and columns in the "
               "warehouse whose types stay as the first value sets them.",
               nullptr, events)
        .arg(connection.name);
}

QString ProdGuard::againQuestion(const Connection &connection, int events)
{
    return QCoreApplication::translate(
               "segue::ProdGuard",
               "Try %n event(s) of “%1” again, a PROD source? They are real: they count as tracked users and API calls, "
               "reach every live destination that is not switched off for them, and make tables and columns in the "
               "warehouse whose types stay as the first value sets them.",
               nullptr, events)
        .arg(connection.name);
}

} // namespace segue
