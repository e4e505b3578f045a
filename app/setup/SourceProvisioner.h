// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/SecretAccess.h"
#include "app/segment/PublicApi.h"
#include "app/setup/SourcePlan.h"

#include <memory>

namespace segue {

//! What a token sees of a workspace.
struct WorkspaceView
{
    SegmentWorkspace workspace;
    QList<SegmentSource> sources; //!< of the Pushwoosh kind, by name
    QStringList slugs;            //!< of all sources
    QString matchedId;            //!< of the source whose key is the one that is kept; empty when there is none

    //! There are sources of the kind, and the token sees the key of none.
    bool hidesKeys() const;
};

//! A source that was made, and what could not be done afterwards. It counts all the same.
struct MadeSource
{
    SegmentSource source;
    QStringList troubles; //!< for people
};

//! Finds or makes the source of a connection in a workspace of Segment, and hands its write key over to the keychain
//! (Segment reference 3.5, 3.6). Lives on the main thread. Errors as PublicApi gives them; Cancelled after abort().
class SourceProvisioner : public QObject
{
    Q_OBJECT
public:
    SourceProvisioner(std::shared_ptr<PublicApi> api, SecretAccess &secrets, Redactor &redactor,
                      QObject *parent = nullptr);
    ~SourceProvisioner() override;

    //! The workspace and its sources. One whose key is kept for the connection is matched; the keys are compared in
    //! memory. A kept key that cannot be read matches none.
    //! @param hasKey a key is kept for the connection
    QFuture<Result<WorkspaceView>> read(const ConnectionId &connection, bool hasKey);
    //! As last read.
    const WorkspaceView &view() const { return m_view; }

    //! What making a source of this name would do; nothing is changed. After read().
    QFuture<Result<SourcePlan>> plan(const QString &name, Environment environment);
    //! Makes it. When the source itself cannot be made, the sources are read again, so that view() knows a slug that
    //! was taken meanwhile, or a source whose making went unanswered.
    QFuture<Result<MadeSource>> make(const SourcePlan &plan);

    //! The key of a source, for whoever keeps it; empty when the token sees none.
    static Secret keyOf(const SegmentSource &source);
    //! That the token does not see the source's key, and what to do; for people.
    static QString hiddenKeySentence();

    //! Ends what is under way in Segment.
    void abort();

private:
    struct Reading;
    struct Planning;
    struct Making;
    void readSources(const std::shared_ptr<Reading> &job);
    void match(const std::shared_ptr<Reading> &job);
    void learn(const SegmentSource &source);
    void take(const SegmentWorkspace &workspace, const QList<SegmentSource> &sources);
    void readKindBySlug(const std::shared_ptr<Planning> &job);
    void readLabels(const std::shared_ptr<Planning> &job);
    void rename(const std::shared_ptr<Making> &job);
    void makeLabel(const std::shared_ptr<Making> &job);
    void putLabel(const std::shared_ptr<Making> &job);
    void end(const std::shared_ptr<Making> &job);
    void notMade(const std::shared_ptr<Making> &job, const Error &error);

    std::shared_ptr<PublicApi> m_api;
    SecretAccess &m_secrets;
    Redactor &m_redactor;
    WorkspaceView m_view;
};

} // namespace segue
