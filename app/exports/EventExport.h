// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/exports/EntryWriter.h"
#include "app/journal/EventFilter.h"

#include <QMetaType>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QThread;

namespace segue {

//! What is to be exported, and where to.
struct ExportRequest
{
    EntryWriter::Options look;
    //! These entries, ascending; or, when there is a filter, the newest `limit` of what it means.
    std::vector<EntryId> ids;
    std::optional<EventFilter> filter;
    std::size_t limit = 1'000'000'000;
    //! The file: made as a whole or not at all, 0600; an earlier one stays as it was until then.
    QString path;
    //! Or, without a path, what takes the bytes, on the export's own thread. Its error ends the export.
    std::function<Status(const QByteArray &piece)> sink;
};

//! How an export ended.
struct ExportOutcome
{
    std::optional<Error> error; //!< nothing was written then; Cancelled when it was asked for
    QString path;
    qint64 events = 0;     //!< written
    qint64 attempts = 0;   //!< written, when attempts were exported
    qint64 unreadable = 0; //!< of the events: their payloads could not be read any more and are left out
};

//! Writes events out of the journal, on a thread and reading connections of its own, piece by piece, so that it holds
//! little more than the ids in memory. Lives on the main thread; one export at a time.
class EventExport : public QObject
{
    Q_OBJECT
public:
    //! The redactor is borrowed and outlives this.
    EventExport(const QString &dataFolder, const Redactor &redactor, QObject *parent = nullptr);
    //! Ends what is under way, which leaves nothing behind.
    ~EventExport() override;

    //! Does nothing while one is under way.
    void start(ExportRequest request);
    //! finished() follows soon, with Cancelled unless it was done already.
    void cancel();
    bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    //! At most ten times a second. The total is 0 until it is known.
    void progress(qint64 written, qint64 total);
    void finished(const segue::ExportOutcome &outcome);

private:
    class Run;
    void end();

    QString m_dataFolder;
    const Redactor &m_redactor;
    QThread *m_thread = nullptr;
    std::shared_ptr<Run> m_run;
};

} // namespace segue

Q_DECLARE_METATYPE(segue::ExportOutcome)
