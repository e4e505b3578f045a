// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/EntryWriter.h"

#include "app/connections/ConnectionStore.h"
#include "app/core/Redactor.h"
#include "app/exports/AttemptHar.h"
#include "app/exports/EntryCsv.h"
#include "app/exports/EntryNdjson.h"
#include "app/segment/IdentityMask.h"

namespace segue {

namespace {

void hideIn(std::string &text, const QString &identity)
{
    if (!text.empty()) {
        text = IdentityMask::inText(QString::fromStdString(text), identity).toStdString();
    }
}

} // namespace

EntryWriter::EntryWriter(Options options, const Redactor &redactor)
    : m_options(std::move(options))
    , m_redactor(redactor)
{
}

QHash<QString, QString> EntryWriter::namesOf(const ConnectionStore &connections)
{
    QHash<QString, QString> names;
    const QList<Connection> &all = connections.all();
    for (const Connection &connection : all) {
        names.insert(QString::fromStdString(connection.id.key()), connection.name);
    }
    return names;
}

BulkReader::Parts EntryWriter::parts() const
{
    switch (m_options.format) {
    case ExportFormat::Ndjson:
        return BulkReader::Parts::PayloadsAndSecondParts;
    case ExportFormat::Har:
        return BulkReader::Parts::PayloadsAndAttempts;
    case ExportFormat::Csv:
        break;
    }
    return BulkReader::Parts::Payloads;
}

QString EntryWriter::nameOf(const Entry &entry) const
{
    return m_options.connectionNames.value(QString::fromStdString(entry.fields.connection));
}

QByteArray EntryWriter::begin() const
{
    switch (m_options.format) {
    case ExportFormat::Ndjson:
        break;
    case ExportFormat::Csv:
        return EntryCsv::header();
    case ExportFormat::Har:
        return AttemptHar::begin();
    }
    return {};
}

StoredEntry EntryWriter::prepared(StoredEntry stored) const
{
    redact(stored);
    if (m_options.hideIdentities) {
        hide(stored);
    }
    return stored;
}

QByteArray EntryWriter::entry(StoredEntry whole)
{
    const StoredEntry stored = prepared(std::move(whole));
    const QString name = nameOf(stored.entry);
    const auto payload = [&stored] { return QByteArray::fromStdString(stored.payload.value_or(std::string())); };
    switch (m_options.format) {
    case ExportFormat::Ndjson:
        return EntryNdjson::line(stored.entry, payload(), QByteArray::fromStdString(stored.secondPart), name);
    case ExportFormat::Csv:
        return EntryCsv::row(stored.entry, payload(), name);
    case ExportFormat::Har:
        break;
    }
    QByteArray attempts = AttemptHar::entries(stored, name);
    if (!attempts.isEmpty()) {
        attempts.prepend(m_hasEntry ? ",\n" : "");
        m_hasEntry = true;
    }
    return attempts;
}

QByteArray EntryWriter::end() const
{
    return m_options.format == ExportFormat::Har ? AttemptHar::end() : QByteArray();
}

void EntryWriter::redact(StoredEntry &stored) const
{
    const auto redactText = [this](std::string &text) {
        if (!text.empty()) {
            text = m_redactor.redact(QByteArray::fromStdString(text)).toStdString();
        }
    };
    EntryFields &fields = stored.entry.fields;
    for (std::string *text : {&fields.event, &fields.identity, &fields.messageType, &fields.campaign, &fields.device,
                              &fields.messageId, &fields.error}) {
        redactText(*text);
    }
    if (stored.payload) {
        redactText(*stored.payload);
    }
    redactText(stored.secondPart);
    for (Attempt &attempt : stored.attempts) {
        for (std::string *text : {&attempt.requestHead, &attempt.responseHead, &attempt.responseBody, &attempt.error}) {
            redactText(*text);
        }
    }
}

void EntryWriter::hide(StoredEntry &stored)
{
    EntryFields &fields = stored.entry.fields;
    const QString identity = QString::fromStdString(fields.identity);
    fields.identity = IdentityMask::masked(identity).toStdString();
    hideIn(fields.event, identity);
    hideIn(fields.campaign, identity);
    hideIn(fields.error, identity);
    if (stored.payload) {
        stored.payload = IdentityMask::inPayload(QByteArray::fromStdString(*stored.payload), identity).toStdString();
    }
    if (!stored.secondPart.empty()) {
        stored.secondPart =
            IdentityMask::inPayload(QByteArray::fromStdString(stored.secondPart), identity).toStdString();
    }
    for (Attempt &attempt : stored.attempts) {
        hideIn(attempt.requestHead, identity);
        hideIn(attempt.responseHead, identity);
        hideIn(attempt.error, identity);
        attempt.responseBody =
            IdentityMask::inAnswer(QByteArray::fromStdString(attempt.responseBody), identity).toStdString();
    }
}

} // namespace segue
