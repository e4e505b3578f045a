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

void appendStored(QByteArray &line, const QByteArray &name, const QByteArray &bytes)
{
    if (JsonOutline::read(bytes, 0)) {
        // In valid JSON a raw line break stands between parts only, never in a string.
        QByteArray oneLine = bytes;
        oneLine.replace('\n', ' ').replace('\r', ' ');
        appendMember(line, name, oneLine);
        return;
    }
    appendMember(line, name, "null");
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError()) {
        appendMember(line, QByteArray(name + "Base64"), '"' + bytes.toBase64() + '"');
    } else {
        appendMember(line, QByteArray(name + "Text"), jsonString(text));
    }
}

} // namespace

QByteArray line(const Entry &entry, const QByteArray &payload, const QByteArray &secondPart,
                const QString &connectionName)
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
    appendStored(result, "payload", payload);
    if (!secondPart.isEmpty()) {
        appendStored(result, fields.origin == Origin::Webhook ? "webhookEvent" : "sharedByBatch", secondPart);
    }
    result += "}\n";
    return result;
}

} // namespace segue::EntryNdjson
