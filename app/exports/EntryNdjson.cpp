// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/EntryNdjson.h"

#include "app/segment/JsonOutline.h"
#include "app/segment/TrackCall.h"

#include <QStringDecoder>

namespace segue::EntryNdjson {

namespace {

QByteArray jsonText(const std::string &text)
{
    return jsonString(QString::fromStdString(text));
}

QByteArray word(std::string_view text)
{
    return '"' + QByteArray(text.data(), static_cast<qsizetype>(text.size())) + '"';
}

void appendMember(QByteArray &line, QByteArrayView name, const QByteArray &value)
{
    if (line.size() > 1) {
        line += ',';
    }
    line += '"';
    line += name;
    line += "\":";
    line += value;
}

void appendPayload(QByteArray &line, const QByteArray &payload)
{
    if (JsonOutline::read(payload, 0)) {
        // In valid JSON a raw line break stands between parts only, never in a string.
        QByteArray oneLine = payload;
        oneLine.replace('\n', ' ').replace('\r', ' ');
        appendMember(line, "payload", oneLine);
        return;
    }
    appendMember(line, "payload", "null");
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(payload);
    if (decoder.hasError()) {
        appendMember(line, "payloadBase64", '"' + payload.toBase64() + '"');
    } else {
        appendMember(line, "payloadText", jsonString(text));
    }
}

} // namespace

QByteArray line(const Entry &entry, const QByteArray &payload, const QString &connectionName)
{
    const EntryFields &fields = entry.fields;
    QByteArray result("{");
    appendMember(result, "id", QByteArray::number(static_cast<qlonglong>(entry.id.value)));
    appendMember(result, "receivedAt", jsonString(Payload::isoTime(fields.received)));
    appendMember(result, "connection", fields.connection.empty() ? QByteArray("null") : jsonText(fields.connection));
    appendMember(result, "connectionName", connectionName.isEmpty() ? QByteArray("null") : jsonString(connectionName));
    appendMember(result, "origin", word(originWord(fields.origin)));
    appendMember(result, "state", word(stateWord(fields.state)));
    appendMember(result, "event", jsonText(fields.event));
    if (fields.idKind != IdKind::Nobody) {
        appendMember(result, fields.idKind == IdKind::UserId ? "userId" : "anonymousId", jsonText(fields.identity));
    }
    appendMember(result, "messageId", jsonText(fields.messageId));
    if (!fields.error.empty()) {
        appendMember(result, "reason", jsonText(fields.error));
    }
    if (entry.repeats > 0) {
        appendMember(result, "repeats", QByteArray::number(static_cast<qlonglong>(entry.repeats)));
    }
    appendPayload(result, payload);
    result += "}\n";
    return result;
}

} // namespace segue::EntryNdjson
