// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SetupDraft.h"

#include <QObject>

namespace segue {

class ConnectionRemoval;
class ConnectionStore;

//! The drafts on disk, in `setup.json`: readable, versioned, written atomically, without secrets. A file of a newer
//! program, or a damaged one, is never overwritten: drafts are then kept in memory only, and fault() says so. A draft
//! whose connection is removed goes with it. Lives on the main thread.
class SetupDraftStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int kFileVersion = 1;

    SetupDraftStore(const QString &dataFolder, ConnectionStore &connections, ConnectionRemoval &removal,
                    QObject *parent = nullptr);

    //! Reads the file; what belongs to connections that have gone is left out.
    Status load();
    std::optional<Error> fault() const { return m_fault; }

    //! Those that are not finished, the one changed last first.
    QList<SetupDraft> open() const;
    //! Finished ones as well.
    std::optional<SetupDraft> find(const ConnectionId &id) const;
    //! Adds it, or takes the place of the one of that id. In memory also when the disk refuses.
    Status save(const SetupDraft &draft);
    //! Takes it away; its key leaves the keychain unless a connection of that id has it by now. A keychain that is locked
    //! is asked again at the next start.
    Status discard(const ConnectionId &id);

    QString filePath() const { return m_path; }

Q_SIGNALS:
    void changed();

private:
    Status write();
    Status drop(const ConnectionId &id);

    ConnectionStore &m_connections;
    ConnectionRemoval &m_removal;
    QString m_path;
    QList<SetupDraft> m_drafts; //!< the one changed last first
    std::optional<Error> m_fault;
};

} // namespace segue
