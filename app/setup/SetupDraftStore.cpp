// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/SetupDraftStore.h"

#include "app/connections/ConnectionStore.h"
#include "app/setup/ConnectionRemoval.h"
#include "app/setup/DraftWriter.h"
#include "app/setup/SetupDraftFile.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace segue {

SetupDraftStore::SetupDraftStore(const QString &dataFolder, ConnectionStore &connections, ConnectionRemoval &removal,
                                 QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_removal(removal)
    , m_path(QDir(dataFolder).filePath(QStringLiteral("setup.json")))
    , m_writer(std::make_unique<DraftWriter>(m_path))
{
    connect(m_writer.get(), &DraftWriter::wrote, this, &SetupDraftStore::wrote);
    connect(&removal, &ConnectionRemoval::removed, this, [this](const ConnectionId &id) {
        // A file that cannot be written is told when a draft is saved; here the next start leaves the draft out.
        static_cast<void>(drop(id).ok());
    });
}

SetupDraftStore::~SetupDraftStore() = default;

Status SetupDraftStore::load()
{
    QFile source(m_path);
    if (!source.open(QIODevice::ReadOnly)) {
        if (!source.exists()) {
            return done;
        }
        m_fault = Error{ErrorCode::Disk, m_path + QStringLiteral(": ") + source.errorString(),
                        tr("The drafts of connections in %1 cannot be opened (%2). The file was left as it is; drafts are "
                           "kept until Segue ends only.")
                            .arg(QDir::toNativeSeparators(m_path), source.errorString())};
        return *m_fault;
    }
    const Result<QList<SetupDraft>> drafts = SetupDraftFile::read(source.readAll(), kFileVersion);
    if (!drafts) {
        m_fault = Error{drafts.error().code, m_path + QStringLiteral(": ") + drafts.error().detail,
                        drafts.error().code == ErrorCode::NewerVersion
                            ? tr("The drafts of connections were written by a newer version of Segue. They were left as "
                                 "they are; drafts are kept until Segue ends only.")
                            : tr("The file with the drafts of connections, %1, is damaged. It was left as it is; drafts "
                                 "are kept until Segue ends only. Move the file away to mend that.")
                                  .arg(QDir::toNativeSeparators(m_path))};
        return *m_fault;
    }
    m_drafts = drafts.value();
    if (!m_connections.fault()) {
        m_drafts.removeIf([this](const SetupDraft &draft) { return draft.finished && !m_connections.find(draft.id); });
    }
    return done;
}

QList<SetupDraft> SetupDraftStore::open() const
{
    QList<SetupDraft> drafts = m_drafts;
    drafts.removeIf([this](const SetupDraft &draft) { return draft.finished || m_removal.isPending(draft.id); });
    return drafts;
}

std::optional<SetupDraft> SetupDraftStore::find(const ConnectionId &id) const
{
    const auto found =
        std::find_if(m_drafts.begin(), m_drafts.end(), [&](const SetupDraft &draft) { return draft.id == id; });
    return found == m_drafts.end() ? std::nullopt : std::optional(*found);
}

Status SetupDraftStore::save(const SetupDraft &draft)
{
    if (find(draft.id) == draft) {
        return done;
    }
    m_drafts.removeIf([&](const SetupDraft &each) { return each.id == draft.id; });
    m_drafts.prepend(draft);
    Status written = write();
    Q_EMIT changed();
    return written;
}

void SetupDraftStore::forgetProof(const ConnectionId &id)
{
    std::optional<SetupDraft> draft = find(id);
    if (!draft || !draft->proof) {
        return;
    }
    draft->proof.reset();
    static_cast<void>(save(*draft)); // a disk that refuses is told by the store
}

Status SetupDraftStore::discard(const ConnectionId &id)
{
    const auto draft = find(id);
    if (draft && !m_connections.find(id)) {
        m_removal.forgetSecrets(id, draft->keyExpected);
    }
    return drop(id);
}

Status SetupDraftStore::drop(const ConnectionId &id)
{
    if (m_drafts.removeIf([&](const SetupDraft &draft) { return draft.id == id; }) == 0) {
        return done;
    }
    Status written = write();
    Q_EMIT changed();
    return written;
}

Status SetupDraftStore::write()
{
    if (m_fault) {
        return *m_fault;
    }
    m_given = m_writer->write(SetupDraftFile::bytes(m_drafts, kFileVersion));
    return done;
}

void SetupDraftStore::wrote(const Status &status)
{
    m_last = status;
    while (!m_waiting.isEmpty() && m_waiting.constFirst().first <= m_writer->settled()) {
        const auto promise = m_waiting.takeFirst().second;
        promise->addResult(status);
        promise->finish();
    }
    if (!status) {
        Q_EMIT notWritten(status.error());
    }
}

bool SetupDraftStore::isWritten() const
{
    return m_writer->settled() == m_given;
}

QFuture<Status> SetupDraftStore::written()
{
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    if (isWritten()) {
        promise->addResult(m_last);
        promise->finish();
    } else {
        m_waiting.append({m_given, promise});
    }
    return promise->future();
}

} // namespace segue
