// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SetupDraft.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QPromise>

#include <memory>
#include <utility>

namespace segue {

class ConnectionRemoval;
class ConnectionStore;
class DraftWriter;

//! The drafts on disk, in `setup.json`: readable, versioned, written atomically, without secrets. A file of a newer
//! program, or a damaged one, is never overwritten: drafts are then kept in memory only, and fault() says so. A draft
//! whose connection is removed goes with it. Lives on the main thread; the disk is waited for on another, and at the end
//! of the store.
class SetupDraftStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int kFileVersion = 1;

    SetupDraftStore(const QString &dataFolder, ConnectionStore &connections, ConnectionRemoval &removal,
                    QObject *parent = nullptr);
    ~SetupDraftStore() override;

    //! Reads the file; what belongs to connections that have gone is left out.
    Status load();
    std::optional<Error> fault() const { return m_fault; }

    //! Those that are not finished, the one changed last first.
    QList<SetupDraft> open() const;
    //! Finished ones as well.
    std::optional<SetupDraft> find(const ConnectionId &id) const;
    //! Adds it, or takes the place of the one of that id, at once in memory and in a moment on disk. An error when drafts
    //! are kept in memory only; what the disk says comes with notWritten().
    Status save(const SetupDraft &draft);
    //! Its connection's key has been replaced: a run from before says nothing of the new one.
    void forgetProof(const ConnectionId &id);
    //! Takes it away; its key leaves the keychain unless a connection of that id has it by now. A keychain that is locked
    //! is asked again at the next start.
    Status discard(const ConnectionId &id);

    //! Answers when everything that was saved so far is on disk, or could not be written: at once when nothing is on its
    //! way.
    QFuture<Status> written();
    bool isWritten() const;

    QString filePath() const { return m_path; }

Q_SIGNALS:
    void changed();
    //! What was saved is in memory only; in words for people.
    void notWritten(const segue::Error &error);

private:
    Status write();
    Status drop(const ConnectionId &id);
    void wrote(const Status &status);

    ConnectionStore &m_connections;
    ConnectionRemoval &m_removal;
    QString m_path;
    QList<SetupDraft> m_drafts; //!< the one changed last first
    std::optional<Error> m_fault;
    quint64 m_given = 0; //!< number of the last write
    Status m_last = done; //!< how the last one that has ended went
    QList<std::pair<quint64, std::shared_ptr<QPromise<Status>>>> m_waiting;
    std::unique_ptr<DraftWriter> m_writer;
};

} // namespace segue
