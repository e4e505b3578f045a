// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/Checkup.h"
#include "app/checkup/CheckupHistory.h"
#include "app/connections/ConnectionSnapshot.h"
#include "app/connections/ConnectionStore.h"
#include "app/core/Clock.h"
#include "app/core/Logging.h"
#include "app/core/Redactor.h"
#include "app/delivery/Courier.h"
#include "app/delivery/TestSend.h"
#include "app/delivery/TryAgain.h"
#include "app/journal/EventLog.h"
#include "app/journal/Journal.h"
#include "app/receiver/ReceiverService.h"
#include "app/receiver/RouteTokens.h"
#include "app/receiver/Sandbox.h"
#include "app/secrets/KeychainSecretStore.h"
#include "app/secrets/ProxyAccess.h"
#include "app/secrets/SecretAccess.h"
#include "app/secrets/SessionSecretStore.h"
#include "app/settings/Settings.h"
#include "app/setup/ConnectionRemoval.h"
#include "app/setup/KeyAnswers.h"
#include "app/setup/KeyRotation.h"
#include "app/setup/SetupDraftStore.h"
#include "app/setup/WorkspaceAccess.h"

#include <QObject>

#include <memory>

namespace segue {

//! Builds what the program consists of, once, and takes it apart in the right order. Lives on the main thread.
class AppContext : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString dataFolder;  //!< made when it is not there
        bool deliver = true; //!< run a courier and the sandbox's listener in this process
        bool later = false;  //!< the courier is not started yet; whoever asks for it does so
    };

    //! Fails when the data folder or the journal cannot be used; the error says what to do.
    static Result<std::unique_ptr<AppContext>> create(const Options &options);
    ~AppContext() override;

    //! The platform's folder for this program's data, or what `SEGUE_DATA_DIR` says.
    static QString defaultDataFolder();

    QString dataFolder() const { return m_dataFolder; }
    const Clock &clock() const { return m_clock; }
    Redactor &redactor() { return m_redactor; }
    Settings &settings() { return *m_settings; }
    KeychainSecretStore &keychain() { return *m_keychain; }
    SecretAccess &secrets() { return *m_secrets; }
    //! For whatever goes out by a proxy.
    ProxyLogins &proxyLogins() { return m_proxyLogins; }
    ProxyAccess &proxies() { return *m_proxies; }
    ConnectionStore &connections() { return *m_connections; }
    Journal &journal() { return *m_journal; }
    EventLog &log() { return *m_log; }
    //! Null when this process does not deliver.
    Courier *courier() { return m_courier.get(); }
    //! For one owner: what it asks ends only its own questions.
    std::unique_ptr<TryAgain> tryAgain();
    ConnectionRemoval &removal() { return *m_removal; }
    SetupDraftStore &drafts() { return *m_drafts; }
    WorkspaceAccess &workspaces() { return *m_workspaces; }
    KeyRotation &rotation() { return *m_rotation; }
    KeyAnswers &keyAnswers() { return *m_keyAnswers; }
    CheckupHistory &checkups() { return *m_checkups; }
    //! What a checkup works with.
    Checkup::Parts checkupParts();
    ProdGuard &prodGuard() { return m_prodGuard; }
    //! Listens when it is told to.
    ReceiverService &receiver() { return *m_receiver; }
    //! The addresses at which other services call.
    RouteTokens &routeTokens() { return *m_routeTokens; }
    //! Port of the sandbox's listener; 0 when this process has none.
    std::uint16_t sandboxPort() const { return m_sandbox ? m_sandbox->port() : 0; }
    //! Where the sandbox of this process listens; null when it does not.
    Endpoint sandboxEndpoint() const;
    //! Why the sandbox does not listen although it should; empty when all is well.
    QString sandboxFault() const { return m_sandboxFault; }

    //! Journals the entries in one transaction and wakes the courier after the commit. The callback comes on the main
    //! thread, not after its context has gone.
    void submit(std::vector<NewEntry> entries, QObject *context,
                std::function<void(Result<std::vector<EntryId>>)> callback);

    //! What was Received for the connection by the webhook becomes Queued, and the courier is woken; gives how many.
    //! The callback comes on the main thread, not after its context has gone. That relaying was confirmed is the
    //! caller's to see to.
    void sendKept(const ConnectionId &id, QObject *context, std::function<void(Result<std::size_t>)> callback);

private:
    template <class T> Journal::Done<T> onMainThread(QObject *context, std::function<void(Result<T>)> callback);
    explicit AppContext(const Options &options);
    Status open(const Options &options);
    void startSandbox();
    void keepReceived(std::vector<SandboxEvent> events, std::function<void(bool)> answer);

    QString m_dataFolder;
    SystemClock m_clock;
    Redactor m_redactor;
    LogToStandardError m_logging;
    ProxyLogins m_proxyLogins;
    ProdGuard m_prodGuard;
    QString m_sandboxFault;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<KeychainSecretStore> m_keychain;
    std::unique_ptr<SessionSecretStore> m_session;
    std::unique_ptr<SecretAccess> m_secrets;
    std::unique_ptr<ProxyAccess> m_proxies;
    std::unique_ptr<ConnectionStore> m_connections;
    std::unique_ptr<ConnectionSnapshot> m_snapshot;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<ConnectionRemoval> m_removal;
    std::unique_ptr<SetupDraftStore> m_drafts;
    std::unique_ptr<WorkspaceAccess> m_workspaces;
    std::unique_ptr<KeyRotation> m_rotation;
    std::unique_ptr<KeyAnswers> m_keyAnswers;
    std::unique_ptr<CheckupHistory> m_checkups;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<ReceiverService> m_receiver;
    std::unique_ptr<RouteTokens> m_routeTokens;
};

} // namespace segue
