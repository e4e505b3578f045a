// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/ReceiverService.h"

#include "app/connections/ConnectionStore.h"
#include "app/core/Futures.h"
#include "app/core/Logging.h"
#include "app/receiver/PublicAddress.h"
#include "app/receiver/Receiver.h"
#include "app/receiver/ReceiverJournal.h"
#include "app/secrets/SecretAccess.h"
#include "app/settings/Settings.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <utility>

namespace segue {

namespace {
constexpr int kPortsTried = 50;
constexpr std::chrono::seconds kRetryPause{10};
constexpr std::chrono::seconds kRefusedPause{1};
constexpr std::chrono::seconds kLookPause{60};
} // namespace

struct ReceiverService::Bell
{
    std::mutex mutex;
    ReceiverService *service = nullptr; //!< null once it has gone
    bool rung = false;                  //!< and not heard yet
    std::map<std::string, RefusedEchoes> refused;
    bool hasRefused = false; //!< more than was told

    void ring()
    {
        const std::scoped_lock lock(mutex);
        if (service != nullptr && !rung) {
            rung = true;
            QMetaObject::invokeMethod(service, &ReceiverService::tellQueued, Qt::QueuedConnection);
        }
    }

    void refuse(const std::string &connection, std::int64_t now)
    {
        const std::scoped_lock lock(mutex);
        RefusedEchoes &echoes = refused[connection];
        ++echoes.count;
        echoes.last = now;
        if (service != nullptr && !hasRefused) {
            hasRefused = true;
            QMetaObject::invokeMethod(service, &ReceiverService::refusedCame, Qt::QueuedConnection);
        }
    }
};

ReceiverService::ReceiverService(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_holder(parts.clock, parts.redactor)
    , m_bell(std::make_shared<Bell>())
    , m_intake(std::make_unique<ReceiverJournal>(
          parts.journal, parts.clock, m_directory, [bell = m_bell] { bell->ring(); },
          [bell = m_bell, clock = &parts.clock](const std::string &connection) {
              bell->refuse(connection, clock->now());
          }))
{
    m_bell->service = this;
    m_retry.setInterval(kRetryPause);
    connect(&m_retry, &QTimer::timeout, this, &ReceiverService::tryAgain);
    connect(&m_holder, &PortHolder::found, this, [this](bool isOurs) {
        if (std::exchange(m_takenByOurs, isOurs) != isOurs) {
            Q_EMIT changed();
        }
        Q_EMIT holderFound(isOurs);
    });
    m_look.setInterval(kLookPause);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (m_parts.lookAtKeychain) {
            m_parts.lookAtKeychain();
        }
    });
    m_refusedPause.setSingleShot(true);
    m_refusedPause.setInterval(kRefusedPause);
    connect(&m_refusedPause, &QTimer::timeout, this, &ReceiverService::tellRefused);
    connect(&m_parts.connections, &ConnectionStore::changed, this, &ReceiverService::connectionsChanged);
    connect(&m_parts.secrets, &SecretAccess::changed, this, &ReceiverService::connectionsChanged);
    connect(&m_parts.settings, &Settings::receiverChanged, this, &ReceiverService::choiceChanged);
}

ReceiverService::~ReceiverService()
{
    const std::scoped_lock lock(m_bell->mutex);
    m_bell->service = nullptr;
}

void ReceiverService::tellQueued()
{
    {
        const std::scoped_lock lock(m_bell->mutex);
        m_bell->rung = false;
    }
    Q_EMIT queued();
}

void ReceiverService::refusedCame()
{
    m_refusedPause.start();
}

void ReceiverService::tellRefused()
{
    {
        const std::scoped_lock lock(m_bell->mutex);
        if (!m_bell->hasRefused) {
            return;
        }
        m_bell->hasRefused = false;
        m_refused = m_bell->refused;
    }
    Q_EMIT echoesRefused();
}

ReceiverService::RefusedEchoes ReceiverService::refusedEchoes(const ConnectionId &id) const
{
    const auto found = m_refused.find(id.key());
    return found == m_refused.end() ? RefusedEchoes() : found->second;
}

void ReceiverService::relayTo(const ConnectionId &id)
{
    m_relayed.insert(id);
    publish();
}

std::uint16_t ReceiverService::port() const
{
    return m_receiver ? m_receiver->port() : std::uint16_t{0};
}

std::uint16_t ReceiverService::ownPort() const
{
    const std::uint16_t kept = m_parts.settings.receiverPort();
    return kept != 0 ? kept : kUsualPort;
}

Status ReceiverService::keepOn()
{
    Status started = start();
    if (!started) {
        waitFor(ownPort());
    }
    return started;
}

void ReceiverService::waitFor(std::uint16_t port)
{
    m_takenPort = port;
    m_takenByOurs = false;
    m_retry.start();
    m_holder.ask(port, m_parts.settings.installationSalt());
    Q_EMIT changed();
}

void ReceiverService::notTaken()
{
    m_takenPort = 0;
    m_takenByOurs = false;
    m_retry.stop();
    m_holder.stop();
}

QString ReceiverService::takenSentence() const
{
    if (m_takenPort == 0) {
        return {};
    }
    const QString sentence =
        m_takenByOurs
            ? tr("Another Segue with the same data, such as its service or “segue receive”, receives on port %1 of "
                 "this computer. What it takes is kept and shown here as well, so no other port is needed.")
            : tr("The receiver could not start, so nothing comes in: port %1 is taken by another program. It is tried "
                 "again every 10 seconds.");
    return sentence.arg(m_takenPort);
}

void ReceiverService::tryAgain()
{
    if (listen(m_takenPort)) {
        listening();
    }
}

Status ReceiverService::start(std::uint16_t port)
{
    if (m_receiver) {
        return done;
    }
    Status started = listen(port != 0 ? port : ownPort());
    // The usual port is nobody's choice yet: any other will do.
    if (!started && port == 0 && m_parts.settings.receiverPort() == 0) {
        started = listen(0);
    }
    if (!started) {
        return started;
    }
    if (port == 0) {
        m_parts.settings.setReceiverPort(m_receiver->port());
    }
    listening();
    return done;
}

Status ReceiverService::startAnywhere()
{
    if (m_receiver) {
        return done;
    }
    Status started = listen(0);
    if (started) {
        listening();
    }
    return started;
}

Status ReceiverService::startOnNextPort()
{
    if (m_receiver) {
        return done;
    }
    const int first = ownPort();
    const int last = std::min<int>(first + kPortsTried, std::numeric_limits<std::uint16_t>::max());
    Status started = done;
    for (int port = first + 1; port <= last && !m_receiver; ++port) {
        started = listen(static_cast<std::uint16_t>(port));
    }
    if (!m_receiver) {
        started = listen(0);
    }
    if (started) {
        m_parts.settings.setReceiverPort(m_receiver->port());
        listening();
    }
    return started;
}

void ReceiverService::listening()
{
    notTaken();
    connectionsChanged();
    Q_EMIT changed();
}

Status ReceiverService::listen(std::uint16_t port)
{
    // Before anybody is heard: an address that is nobody's yet would be answered 404, and its event lost.
    publish();
    const ReceiverChoice choice = m_parts.settings.receiver();
    Receiver::Options options;
    options.port = port;
    options.publicHosts = PublicAddress::hosts(choice.publicAddress);
    for (const QString &origin : choice.origins) {
        options.origins.push_back(origin.toStdString());
    }
    auto started = Receiver::start(options, m_parts.clock, m_directory, *m_intake);
    if (!started) {
        return Error{
            ErrorCode::Busy, QStringLiteral("port %1: %2").arg(port).arg(QString::fromStdString(started.error())),
            tr("The receiver could not listen on port %1 of this computer: another program has it, or the system "
               "keeps it. Choose another port, or end that program; 0 takes any free one.")
                .arg(port)};
    }
    m_receiver = std::move(started).value();
    m_publicHosts = options.publicHosts;
    m_origins = options.origins;
    return done;
}

Status ReceiverService::moveTo(std::uint16_t port)
{
    if (isWanted() && port != this->port()) {
        // The old one is closed by its successor only.
        if (Status moved = listen(port); !moved) {
            return moved;
        }
        listening();
    }
    m_parts.settings.setReceiverPort(port);
    return done;
}

void ReceiverService::choiceChanged()
{
    if (!m_receiver) {
        return;
    }
    const ReceiverChoice choice = m_parts.settings.receiver();
    std::vector<std::string> origins;
    for (const QString &origin : choice.origins) {
        origins.push_back(origin.toStdString());
    }
    if (origins != m_origins || PublicAddress::hosts(choice.publicAddress) != m_publicHosts) {
        const std::uint16_t port = m_receiver->port();
        m_receiver.reset();
        if (const Status again = listen(port); !again) {
            waitFor(port);
            Q_EMIT failed(again.error());
            return;
        }
    }
    listening();
}

void ReceiverService::stop()
{
    if (isWanted()) {
        m_receiver.reset();
        m_unread.clear();
        m_look.stop();
        notTaken();
        tellRefused();
        Q_EMIT changed();
    }
}

void ReceiverService::connectionsChanged()
{
    if (!m_receiver) {
        return;
    }
    m_unread.clear();
    const QList<Connection> connections = m_parts.connections.all();
    for (const Connection &connection : connections) {
        if (hasKey(connection)) {
            readKey(connection.id);
        }
        if (connection.echoSecretExpected) {
            readEchoSecret(connection.id);
        }
    }
    publish();
}

void ReceiverService::keychainOpened()
{
    if (!m_unread.isEmpty()) {
        connectionsChanged();
    }
}

//! A keychain that is locked at the start, as it is to a service before anybody has logged in, is not looked at again
//! by those who read it.
void ReceiverService::noteRead(const SecretName &name, const Error *error)
{
    const bool mayComeYet =
        error != nullptr && error->code != ErrorCode::Absent && error->code != ErrorCode::Payload && m_receiver;
    if (mayComeYet) {
        m_unread.insert(name.account);
    } else {
        m_unread.remove(name.account);
    }
    if (m_unread.isEmpty()) {
        m_look.stop();
    } else if (!m_look.isActive()) {
        m_look.start();
    }
}

void ReceiverService::readEchoSecret(const ConnectionId &id)
{
    whenAnswered(m_parts.secrets.read(SecretName::echoSecret(id)), this, [this, id](const Result<Secret> &secret) {
        noteRead(SecretName::echoSecret(id), secret ? nullptr : &secret.error());
        if (!secret) {
            qCInfo(lcReceiver).noquote() << "echoes cannot be verified now and are refused:" << secret.error().detail;
            return;
        }
        m_echoSecrets.insert(id, secret.value());
        publish();
    });
}

bool ReceiverService::hasKey(const Connection &connection) const
{
    return !connection.isSandbox() &&
           (connection.keyExpected || m_parts.secrets.isSessionOnly(SecretName::writeKey(connection.id)));
}

void ReceiverService::readKey(const ConnectionId &id)
{
    const QByteArray salt = m_parts.settings.installationSalt();
    const SecretName name = SecretName::writeKey(id);
    whenAnswered(m_parts.secrets.read(name), this, [this, salt, id, name](const Result<Secret> &key) {
        noteRead(name, key ? nullptr : &key.error());
        if (!key) {
            qCInfo(lcReceiver).noquote() << "captures are not told apart by key:" << key.error().detail;
            return;
        }
        m_digests.insert(id, key.value().use([&salt](QByteArrayView bytes) {
            return ReceiverDirectory::keyDigest(salt,
                                                std::string_view(bytes.data(), static_cast<std::size_t>(bytes.size())));
        }));
        publish();
    });
}

void ReceiverService::publish()
{
    ReceiverDirectory::Content content;
    content.salt = m_parts.settings.installationSalt();
    const ReceiverChoice choice = m_parts.settings.receiver();
    content.strict = choice.strict;
    content.faults = choice.faults;
    const QList<Connection> connections = m_parts.connections.all();
    for (const Connection &connection : connections) {
        const std::string id = connection.id.key();
        if (const auto digest = m_digests.constFind(connection.id);
            digest != m_digests.constEnd() && hasKey(connection)) {
            content.keys.insert(*digest, id);
        }
        content.connections.insert(QByteArray::fromStdString(id), listeningFor(connection));
        for (const auto &[record, route] : {std::pair(&connection.webhookToken, TokenRoute::Webhook),
                                            std::pair(&connection.echoToken, TokenRoute::Echo)}) {
            if (!record->previous.isEmpty()) {
                content.tokens.insert(record->previous, {id, route, record->previousUntil});
            }
            if (!record->digest.isEmpty()) {
                content.tokens.insert(record->digest, {id, route, 0});
            }
        }
    }
    m_directory.publish(std::move(content));
}

ReceiverDirectory::Listening ReceiverService::listeningFor(const Connection &connection) const
{
    ReceiverDirectory::Listening listening;
    listening.selection = connection.selection;
    listening.relay = connection.relay.on || m_relayed.contains(connection.id);
    listening.countRepeats = connection.relay.countRepeats;
    listening.echoSecretExpected = connection.echoSecretExpected;
    if (connection.echoSecretExpected) {
        listening.echoSecret = m_echoSecrets.value(connection.id);
    }
    return listening;
}

} // namespace segue
