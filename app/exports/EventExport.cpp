// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/EventExport.h"

#include "app/core/PrivateFiles.h"
#include "app/journal/EventLog.h"

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <span>

namespace segue {

namespace {

//! So many entries are read in one go: two blocks of payloads.
constexpr std::size_t kPiece = 512;
//! So many bytes are handed on at once.
constexpr qsizetype kWrite = 1 << 20;
constexpr int kProgressMs = 100;

} // namespace

//! One export, on its thread.
class EventExport::Run
{
public:
    using Progress = std::function<void(qint64 written, qint64 total)>;

    Run(ExportRequest request, std::string dataFolder, const Redactor &redactor)
        : m_request(std::move(request))
        , m_dataFolder(std::move(dataFolder))
        , m_writer(m_request.look, redactor)
    {
    }

    void run(const Progress &progress)
    {
        const Status written = write(progress);
        if (m_cancelled && !written) {
            m_outcome.error = Error{ErrorCode::Cancelled, QStringLiteral("export cancelled"),
                                    EventExport::tr("The export was stopped; nothing was written.")};
        } else if (!written) {
            m_outcome.error = written.error();
        }
    }

    //! After run() has ended.
    const ExportOutcome &outcome() const { return m_outcome; }

    //! From the main thread.
    void cancel()
    {
        m_cancelled = true;
        const std::scoped_lock lock(m_mutex);
        if (m_finder) {
            m_finder->interrupt();
        }
    }

private:
    Status write(const Progress &progress)
    {
        m_outcome.path = m_request.path;
        std::optional<PrivateFile> file;
        if (!m_request.path.isEmpty()) {
            file.emplace(m_request.path);
            // First, so that a place where nothing can be written is told before a long search.
            if (Status opened = file->open(); !opened) {
                return opened;
            }
            m_request.sink = [&file](const QByteArray &piece) { return file->write(piece); };
        }
        if (Status found = findIds(); !found) {
            return found;
        }
        if (Status all = writeAll(progress); !all) {
            return all;
        }
        return file ? file->commit() : Status(done);
    }

    Status findIds()
    {
        if (!m_request.filter) {
            return done;
        }
        JournalResult<std::unique_ptr<JournalReader>> opened = JournalReader::open(m_dataFolder);
        if (!opened) {
            return EventLog::worded(opened.error());
        }
        {
            const std::scoped_lock lock(m_mutex);
            m_finder = std::move(opened).value();
        }
        JournalResult<std::vector<EntryId>> ids =
            m_cancelled ? std::vector<EntryId>() : m_finder->ids(*m_request.filter, {}, m_request.limit);
        {
            const std::scoped_lock lock(m_mutex);
            m_finder.reset();
        }
        if (!ids) {
            return EventLog::worded(ids.error());
        }
        m_request.ids = std::move(ids).value();
        return done;
    }

    Status writeAll(const Progress &progress)
    {
        const JournalResult<std::unique_ptr<BulkReader>> reader = BulkReader::open(m_dataFolder);
        if (!reader) {
            return EventLog::worded(reader.error());
        }
        m_pending = m_writer.begin();
        const std::span<const EntryId> ids(m_request.ids);
        QElapsedTimer sinceProgress;
        for (std::size_t at = 0; at < ids.size(); at += kPiece) {
            if (m_cancelled) {
                return cancelled();
            }
            if (!sinceProgress.isValid() || sinceProgress.elapsed() >= kProgressMs) {
                progress(static_cast<qint64>(at), static_cast<qint64>(ids.size()));
                sinceProgress.start();
            }
            Status piece = writePiece(*reader.value(), ids.subspan(at, std::min(kPiece, ids.size() - at)));
            if (!piece) {
                return piece;
            }
        }
        progress(static_cast<qint64>(ids.size()), static_cast<qint64>(ids.size()));
        m_pending += m_writer.end();
        Status handed = m_cancelled ? cancelled() : hand();
        return handed;
    }

    Status writePiece(BulkReader &reader, std::span<const EntryId> ids)
    {
        JournalResult<std::vector<StoredEntry>> stored = reader.read(ids, m_writer.parts());
        if (!stored) {
            return EventLog::worded(stored.error());
        }
        for (StoredEntry &each : stored.value()) {
            m_outcome.events += 1;
            m_outcome.attempts += static_cast<qint64>(each.attempts.size());
            m_outcome.unreadable += each.payload ? 0 : 1;
            m_pending += m_writer.entry(std::move(each));
            if (m_pending.size() >= kWrite) {
                if (Status handed = hand(); !handed) {
                    return handed;
                }
            }
        }
        return done;
    }

    Status hand()
    {
        Status taken = m_pending.isEmpty() ? Status(done) : m_request.sink(m_pending);
        m_pending.clear();
        return taken;
    }

    static Error cancelled() { return {ErrorCode::Cancelled, QStringLiteral("export cancelled"), {}}; }

    ExportRequest m_request;
    const std::string m_dataFolder;
    EntryWriter m_writer;
    ExportOutcome m_outcome;
    QByteArray m_pending;
    std::atomic<bool> m_cancelled = false;
    std::mutex m_mutex; //!< guards m_finder against cancel()
    std::unique_ptr<JournalReader> m_finder;
};

EventExport::EventExport(const QString &dataFolder, const Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_dataFolder(dataFolder)
    , m_redactor(redactor)
{
    qRegisterMetaType<segue::ExportOutcome>();
}

EventExport::~EventExport()
{
    cancel();
    end();
}

void EventExport::start(ExportRequest request)
{
    if (m_thread) {
        return;
    }
    m_run = std::make_shared<Run>(std::move(request), m_dataFolder.toStdString(), m_redactor);
    m_thread = QThread::create([this, run = m_run] {
        const auto onMain = [this](auto call) {
            QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
        };
        run->run([this, &onMain](qint64 written, qint64 total) {
            onMain([this, written, total] { Q_EMIT progress(written, total); });
        });
    });
    connect(m_thread, &QThread::finished, this, [this, run = m_run] {
        end();
        Q_EMIT finished(run->outcome());
    });
    m_thread->setObjectName(QStringLiteral("export"));
    m_thread->start(QThread::LowPriority);
}

void EventExport::cancel()
{
    if (m_run) {
        m_run->cancel();
    }
}

void EventExport::end()
{
    if (m_thread) {
        m_thread->wait();
        delete m_thread;
        m_thread = nullptr;
        m_run.reset();
    }
}

} // namespace segue
