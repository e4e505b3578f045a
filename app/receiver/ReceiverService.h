// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ConnectionId.h"
#include "app/core/Error.h"
#include "app/receiver/PortHolder.h"
#include "app/receiver/ReceiverDirectory.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace segue {

class Clock;
class ConnectionStore;
class Journal;
class Receiver;
class ReceiverJournal;
class SecretAccess;
class Settings;
struct Connection;
struct SecretName;

//! The receiver of this process: listens while it is wanted, and knows whose the keys and tokens are that clients come
//! with. A key that cannot be read now is an unknown one to it; tokens are known without the keychain; an echo whose
//! secret cannot be read now is refused for the time being. Nothing waits for the keychain. Lives on the main thread.
class ReceiverService : public QObject
{
    Q_OBJECT
public:
    static constexpr std::uint16_t kUsualPort = 8765;

    struct Parts
    {
        Settings &settings;
        ConnectionStore &connections;
        SecretAccess &secrets;
        Journal &journal;
        const Clock &clock;
        const Redactor &redactor;
        //! Finds out, without asking anybody, whether the keychain can be read now; keychainOpened() tells.
        std::function<void()> lookAtKeychain = {};
    };

    explicit ReceiverService(const Parts &parts, QObject *parent = nullptr);
    ~ReceiverService() override;

    //! Listens, on this port or, without one, on that of the installation, which is chosen at the first start and kept.
    //! Fails (Busy) when another program has it; the sentence names it.
    Status start(std::uint16_t port = 0);
    //! Listens as start() does. When the port is taken, it is wanted all the same: tried again by itself until it
    //! listens or is stopped.
    Status keepOn();
    //! How often it is tried; each 10 s without this.
    void tryAgainEvery(std::chrono::milliseconds pause) { m_retry.setInterval(pause); }
    //! Listens on a port of the system's choice, which is not kept.
    Status startAnywhere();
    //! Listens on the first free port behind that of the installation, in whose place it is kept.
    Status startOnNextPort();
    //! Changes over to this port and keeps it; where it does not listen, it is only kept. When that fails, it goes on
    //! listening where it did, or trying to.
    Status moveTo(std::uint16_t port);
    void stop();
    bool isListening() const { return m_receiver != nullptr; }
    //! 0 while it does not listen.
    std::uint16_t port() const;
    //! Where it ought to listen and cannot, and is tried again; 0: nowhere.
    std::uint16_t takenPort() const { return m_takenPort; }
    //! Another process receives there for the same data folder; known a moment after it is taken.
    bool isTakenByOurs() const { return m_takenByOurs; }
    //! What that means, for people; empty when no port is taken.
    QString takenSentence() const;
    //! It listens, or would if its port were not taken.
    bool isWanted() const { return isListening() || m_takenPort != 0; }

    //! Echoes that were refused since this process began: their signature does not fit the secret.
    struct RefusedEchoes
    {
        std::uint64_t count = 0;
        std::int64_t last = 0; //!< ms since 1970 UTC
    };
    RefusedEchoes refusedEchoes(const ConnectionId &id) const;

    //! What could not be read of the keychain is read now.
    void keychainOpened();
    //! How often the keychain is looked at while something could not be read of it; each minute without this.
    void lookEvery(std::chrono::milliseconds pause) { m_look.setInterval(pause); }

    //! Webhook events of the connection are sent while this process listens, whatever its own choice is.
    void relayTo(const ConnectionId &id);

Q_SIGNALS:
    //! It listens, or no longer does; or it is tried again from now on; or the taken port proved to be isTakenByOurs().
    void changed();
    //! Who has the taken port is known.
    void holderFound(bool isOurs);
    //! Events to be sent have been committed since the last time.
    void queued();
    //! There are more refusedEchoes(); at most once a second.
    void echoesRefused();
    //! It had to begin anew and could not.
    void failed(const segue::Error &error);

private:
    Status listen(std::uint16_t port);
    void tryAgain();
    void notTaken();
    void waitFor(std::uint16_t port);
    std::uint16_t ownPort() const;
    void choiceChanged();
    void listening();
    void connectionsChanged();
    void readKey(const ConnectionId &id);
    bool hasKey(const Connection &connection) const;
    void readEchoSecret(const ConnectionId &id);
    void noteRead(const SecretName &name, const Error *error);
    void publish();
    ReceiverDirectory::Listening listeningFor(const Connection &connection) const;
    void tellQueued();
    void refusedCame();
    void tellRefused();

    //! The way from the journal's and the receiver's thread, which may come after the service has gone.
    struct Bell;

    Parts m_parts;
    PortHolder m_holder; //!< of a port that is taken
    ReceiverDirectory m_directory;
    std::shared_ptr<Bell> m_bell;
    QHash<ConnectionId, QByteArray> m_digests; //!< of the connections' keys
    QHash<ConnectionId, Secret> m_echoSecrets;
    QSet<QString> m_unread; //!< names of secrets that the keychain did not give
    QTimer m_look;
    QSet<ConnectionId> m_relayed; //!< by relayTo()
    std::unique_ptr<ReceiverJournal> m_intake;
    std::unique_ptr<Receiver> m_receiver;
    std::vector<std::string> m_publicHosts; //!< that it listens with
    std::vector<std::string> m_origins;
    std::uint16_t m_takenPort = 0;
    bool m_takenByOurs = false;
    QTimer m_retry;
    std::map<std::string, RefusedEchoes> m_refused; //!< by connection, as told
    QTimer m_refusedPause;
};

} // namespace segue
