// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/core/Error.h"
#include "app/setup/SourceMatch.h"

#include <QObject>

#include <functional>
#include <memory>

namespace segue {

class PublicApi;
class SecretAccess;
class WorkspaceAccess;

//! A connection's source, as the workspace of the kept token has it.
struct OpenedSource
{
    enum class State {
        Ready,
        NoApi,    //!< another endpoint has none
        NoToken,  //!< none is kept for the region
        NoSource, //!< no source of the workspace fits
        Failed,
    };
    State state = State::Failed;
    std::shared_ptr<PublicApi> api;
    SourceMatch match;
    Error error; //!< when it failed

    //! What to say when it is not ready; translated.
    QString sentence() const;
};

//! Opens the Public API with the token that is kept, and finds the source of a connection there. The write key is
//! compared in memory and let go. Lives on the main thread.
class SourceAccess : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const OpenedSource &)>;

    SourceAccess(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent = nullptr);

    //! The answer comes later; none after a new call, or after stop().
    void open(const Connection &connection, Done whenDone);
    //! Ends what is under way.
    void stop();

private:
    void findSource(quint64 own, const std::shared_ptr<PublicApi> &api, const Connection &connection,
                    const Done &whenDone);

    WorkspaceAccess &m_workspaces;
    SecretAccess &m_secrets;
    std::shared_ptr<PublicApi> m_asking;
    quint64 m_generation = 0;
};

} // namespace segue
