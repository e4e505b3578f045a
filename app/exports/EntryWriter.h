// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/BulkReader.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace segue {

class ConnectionStore;
class Redactor;

enum class ExportFormat { Ndjson, Csv, Har };

//! Turns stored entries into the text of an export, one after the other: NDJSON (EntryNdjson), CSV (EntryCsv) or an
//! HTTP Archive of their attempts (AttemptHar). Everything goes through the redactor first, and then, with
//! *Hide identities*, through IdentityMask. For one thread at a time.
class EntryWriter
{
public:
    struct Options
    {
        ExportFormat format = ExportFormat::Ndjson;
        bool hideIdentities = false;
        QHash<QString, QString> connectionNames; //!< see namesOf()
    };

    //! Masks what tells who the event is about, by IdentityMask: identity, payload, second part, event, campaign and
    //! reason, and what was kept of the attempts.
    static void hide(StoredEntry &stored);
    //! The names of the connections by their ids as the journal has them.
    static QHash<QString, QString> namesOf(const ConnectionStore &connections);

    //! The redactor is borrowed.
    EntryWriter(Options options, const Redactor &redactor);

    //! What of each entry is needed.
    BulkReader::Parts parts() const;
    //! What stands in front of the first entry, even when there is none.
    QByteArray begin() const;
    //! Nothing for an event without attempts, when attempts are exported.
    QByteArray entry(StoredEntry whole);
    QByteArray end() const;

    //! The entry as it may leave, redacted and, when that is wanted, masked.
    StoredEntry prepared(StoredEntry stored) const;
    QString nameOf(const Entry &entry) const;

private:
    void redact(StoredEntry &stored) const;

    Options m_options;
    const Redactor &m_redactor;
    bool m_hasEntry = false;
};

} // namespace segue
