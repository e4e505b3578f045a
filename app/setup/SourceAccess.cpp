// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/SourceAccess.h"

#include "app/core/Futures.h"
#include "app/setup/WorkspaceAccess.h"

#include <QCoreApplication>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::SourceAccess)
};

} // namespace

QString OpenedSource::sentence() const
{
    switch (state) {
    case State::Ready:
        return {};
    case State::NoApi:
        return Text::tr("This endpoint has no Public API that Segue could ask.");
    case State::NoToken:
        return Text::tr(
            "With a token of Segment's Public API, Segue asks Segment itself. An owner of the workspace makes one "
            "under Settings › Workspace settings › Access Management › Tokens (plans Team and Business); it is "
            "kept in the keychain from the page where the source is set up.");
    case State::NoSource:
        return Text::tr(
            "No source of the token's workspace has this connection's write key or name. Is the token of another "
            "workspace, or was the source renamed?");
    case State::Failed:
        break;
    }
    return error.userText;
}

SourceAccess::SourceAccess(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent)
    : QObject(parent)
    , m_workspaces(workspaces)
    , m_secrets(secrets)
{
}

void SourceAccess::open(const Connection &connection, Done whenDone)
{
    using Api = Result<std::shared_ptr<PublicApi>>;
    stop();
    const quint64 own = m_generation;
    const Endpoint::Region region = connection.endpoint.region();
    if (connection.isSandbox() || !WorkspaceAccess::exists(region)) {
        QMetaObject::invokeMethod(
            this,
            [this, own, whenDone] {
                if (own == m_generation) {
                    whenDone({OpenedSource::State::NoApi, {}, {}, {}});
                }
            },
            Qt::QueuedConnection);
        return;
    }
    whenAnswered(m_workspaces.open(region), this, [this, own, connection, whenDone](const Api &api) {
        if (own != m_generation) {
            return;
        }
        if (api) {
            findSource(own, api.value(), connection, whenDone);
            return;
        }
        const bool isAbsent = api.error().code == ErrorCode::Absent || api.error().code == ErrorCode::NoService;
        whenDone({isAbsent ? OpenedSource::State::NoToken : OpenedSource::State::Failed, {}, {}, api.error()});
    });
}

void SourceAccess::findSource(quint64 own, const std::shared_ptr<PublicApi> &api, const Connection &connection,
                              const Done &whenDone)
{
    using Sources = Result<QList<SegmentSource>>;
    m_asking = api;
    whenAnswered(api->sources(), this, [this, own, api, connection, whenDone](const Sources &sources) {
        if (own != m_generation) {
            return;
        }
        if (!sources) {
            whenDone({OpenedSource::State::Failed, api, {}, sources.error()});
            return;
        }
        whenAnswered(
            m_secrets.read(SecretName::writeKey(connection.id)), this,
            [this, own, api, connection, whenDone, all = sources.value()](const Result<Secret> &key) {
                if (own != m_generation) {
                    return;
                }
                const SourceMatch match = SourceMatch::of(all, connection.name, key.valueOr(Secret()));
                whenDone(
                    {match.isFound() ? OpenedSource::State::Ready : OpenedSource::State::NoSource, api, match, {}});
            });
    });
}

void SourceAccess::stop()
{
    ++m_generation;
    if (m_asking) {
        m_asking->abortAll();
        m_asking.reset();
    }
}

} // namespace segue
