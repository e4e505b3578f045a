// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/AppContext.h"

#include "app/core/PrivateFiles.h"
#include "app/receiver/CapturedEntry.h"
#include "app/receiver/PendingAnswer.h"

#include <QCoreApplication>
#include <QDir>
#include <QPointer>
#include <QStandardPaths>

namespace segue {

namespace {

constexpr char kSeenBySandbox[] = "sandbox";

NewEntry receivedEntry(const SandboxEvent &event, std::int64_t now)
{
    NewEntry entry = entryOfCall(event.payload, now);
    entry.fields.connection = event.ownKey ? sandboxId().key() : std::string();
    entry.fields.messageId = event.messageId;
    return entry;
}

Retention retentionOf(const RetentionChoice &choice)
{
    Retention retention;
    retention.maxAge = std::int64_t{choice.days} * 24 * 60 * 60 * 1'000;
    retention.maxBytes = std::int64_t{choice.megabytes} * 1'000'000;
    retention.maxEntries = choice.entries;
    return retention;
}

CourierRules rulesOf(const DeliveryChoice &choice)
{
    CourierRules rules;
    rules.retry.budgetMs = std::int64_t{choice.budgetDays} * 24 * 60 * 60 * 1'000;
    rules.retry.longestDelayMs = std::int64_t{choice.longestWaitSeconds} * 1'000;
    rules.rates.requestsPerSecond = choice.requestsPerSecond;
    rules.rates.eventsPerSecond = choice.eventsPerSecond;
    return rules;
}

} // namespace

AppContext::AppContext(const Options &options)
    : m_dataFolder(QDir(options.dataFolder).absolutePath())
    , m_logging(m_redactor)
{
}

AppContext::~AppContext()
{
    // The listener first, so that nothing new comes in; the courier before the journal that it writes to.
    if (m_courier) {
        m_courier->stop();
    }
    // Their last answers go to those who asked, while they are there.
    m_keychain.reset();
    m_session.reset();
    m_proxies.reset();
    m_receiver.reset();
    m_routeTokens.reset();
    m_sandbox.reset();
    m_courier.reset();
    m_keyAnswers.reset();
    m_rotation.reset();
    m_checkups.reset();
    m_workspaces.reset();
    m_drafts.reset();
    m_removal.reset();
    m_log.reset();
    m_journal.reset();
}

QString AppContext::defaultDataFolder()
{
    const QString given = qEnvironmentVariable("SEGUE_DATA_DIR");
    return given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : given;
}

Result<std::unique_ptr<AppContext>> AppContext::create(const Options &options)
{
    keepFilesAndMemoryPrivate();
    std::unique_ptr<AppContext> context(new AppContext(options));
    if (const Status opened = context->open(options); !opened) {
        return opened.error();
    }
    return context;
}

Status AppContext::open(const Options &options)
{
    if (Status folder = makePrivateFolder(m_dataFolder); !folder) {
        return folder;
    }
    m_settings = std::make_unique<Settings>(m_dataFolder);
    m_keychain = std::make_unique<KeychainSecretStore>();
    m_session = std::make_unique<SessionSecretStore>();
    m_secrets = std::make_unique<SecretAccess>(*m_keychain, *m_session, m_redactor);
    ProxyAccess::Options proxies;
    proxies.address = Endpoint::us().trackUrl();
    m_proxies = std::make_unique<ProxyAccess>(ProxyAccess::Parts{m_proxyLogins, *m_secrets, m_redactor, proxies});
    connect(m_keychain.get(), &KeychainSecretStore::stateChanged, m_proxies.get(), [this](KeychainState state) {
        if (state == KeychainState::Ready) {
            m_proxies->keychainOpened();
        }
    });
    m_connections = std::make_unique<ConnectionStore>(m_dataFolder);
    if (const Status loaded = m_connections->load(); !loaded) {
        qCWarning(lcApp).noquote() << loaded.error().detail;
    }
    m_snapshot = std::make_unique<ConnectionSnapshot>();
    m_snapshot->setConnections(m_connections->all());
    m_snapshot->setStandIn(Endpoint::parse(m_settings->trackingStandIn().toString()).valueOr(Endpoint()));
    connect(m_connections.get(), &ConnectionStore::changed, this,
            [this] { m_snapshot->setConnections(m_connections->all()); });

    // A command that only looks leaves the file as it is.
    const auto upkeep = options.deliver ? std::optional(retentionOf(m_settings->retention())) : std::nullopt;
    JournalResult<std::unique_ptr<Journal>> journal = Journal::open({m_dataFolder.toStdString(), &m_clock, upkeep});
    if (!journal) {
        return EventLog::worded(journal.error());
    }
    m_journal = std::move(journal).value();
    connect(m_settings.get(), &Settings::retentionChanged, this,
            [this](const RetentionChoice &retention) { m_journal->setRetention(retentionOf(retention)); });
    m_log = std::make_unique<EventLog>(*m_journal, m_dataFolder);
    m_removal = std::make_unique<ConnectionRemoval>(*m_connections, *m_secrets, *m_journal, *m_settings);
    m_workspaces =
        std::make_unique<WorkspaceAccess>(m_clock, m_redactor, *m_secrets, *m_settings, nullptr, &m_proxyLogins);
    m_rotation = std::make_unique<KeyRotation>(*m_connections, *m_secrets, m_clock);
    m_keyAnswers = std::make_unique<KeyAnswers>(*m_secrets);
    m_checkups = std::make_unique<CheckupHistory>(m_dataFolder, *m_removal, *m_secrets);
    m_drafts = std::make_unique<SetupDraftStore>(m_dataFolder, *m_connections, *m_removal);
    connect(m_rotation.get(), &KeyRotation::replaced, m_drafts.get(), &SetupDraftStore::forgetProof);
    if (const Status loaded = m_drafts->load(); !loaded) {
        qCWarning(lcApp).noquote() << loaded.error().detail;
    }
    m_receiver = std::make_unique<ReceiverService>(
        ReceiverService::Parts{*m_settings, *m_connections, *m_secrets, *m_journal, m_clock, m_redactor, [this] {
                                   if (m_keychain->state() == KeychainState::Ready) {
                                       m_receiver->keychainOpened();
                                   } else {
                                       m_keychain->probe();
                                   }
                               }});
    connect(m_keychain.get(), &KeychainSecretStore::stateChanged, m_receiver.get(), [this](KeychainState state) {
        if (state == KeychainState::Ready) {
            m_receiver->keychainOpened();
        }
    });
    m_routeTokens = std::make_unique<RouteTokens>(*m_connections, *m_secrets, m_clock);
    if (!options.deliver) {
        return done;
    }
    startSandbox();
    m_courier = std::make_unique<Courier>(Courier::Parts{
        .dataFolder = m_dataFolder,
        .journal = *m_journal,
        .resolver = *m_snapshot,
        .readKey = [this](const ConnectionId &id) { return m_secrets->read(SecretName::writeKey(id)); },
        .clock = m_clock,
        .redactor = m_redactor,
        .rules = rulesOf(m_settings->delivery()),
        .logins = &m_proxyLogins,
    });
    connect(m_connections.get(), &ConnectionStore::changed, m_courier.get(), &Courier::wake);
    connect(m_settings.get(), &Settings::deliveryChanged, m_courier.get(),
            [this](const DeliveryChoice &choice) { m_courier->setRules(rulesOf(choice)); });
    connect(m_rotation.get(), &KeyRotation::replaced, m_courier.get(), &Courier::tryNow);
    connect(m_proxies.get(), &ProxyAccess::opened, m_courier.get(), &Courier::proxyOpened);
    connect(m_receiver.get(), &ReceiverService::queued, m_courier.get(), &Courier::wake);
    m_rotation->watch(*m_log);
    if (!options.later) {
        m_courier->start();
    }
    return done;
}

std::unique_ptr<TryAgain> AppContext::tryAgain()
{
    return std::make_unique<TryAgain>(*m_log, m_clock, [this] {
        if (m_courier) {
            m_courier->wake();
        }
    });
}

void AppContext::startSandbox()
{
    Sandbox::Options options;
    options.writeKey = sandboxWriteKey().toStdString();
    options.port = m_settings->sandboxPort();
    const auto handler = [this](std::vector<SandboxEvent> events, std::function<void(bool)> answer) {
        keepReceived(std::move(events), std::move(answer));
    };
    auto started = Sandbox::start(options, handler);
    if (!started && options.port != 0) {
        options.port = 0; // another process has it, maybe another one of Segue
        started = Sandbox::start(options, handler);
    }
    if (!started) {
        m_sandboxFault = QCoreApplication::translate("segue::AppContext",
                                                     "The sandbox could not listen on this machine (%1). Events for it "
                                                     "are kept and wait.")
                             .arg(QString::fromStdString(started.error()));
        qCWarning(lcReceiver).noquote() << m_sandboxFault;
        return;
    }
    m_sandbox = std::move(started).value();
    if (m_settings->sandboxPort() == 0) {
        m_settings->setSandboxPort(m_sandbox->port()); // whoever was told of it finds it there the next time
    }
    m_snapshot->setSandboxEndpoint(sandboxEndpoint());
}

Checkup::Parts AppContext::checkupParts()
{
    return {*m_connections, *m_drafts,  *m_secrets,
            *m_workspaces,  *m_log,     *m_settings,
            m_clock,        m_redactor, [this] { return sandboxEndpoint(); },
            &m_proxyLogins};
}

Endpoint AppContext::sandboxEndpoint() const
{
    if (!m_sandbox) {
        return {};
    }
    return Endpoint::parse(QStringLiteral("http://127.0.0.1:%1").arg(m_sandbox->port())).valueOr(Endpoint());
}

// On the sandbox's thread. What Segue sent itself becomes Confirmed, no second row; the rest is kept as Received.
void AppContext::keepReceived(std::vector<SandboxEvent> events, std::function<void(bool)> answer)
{
    if (events.empty()) {
        answer(true);
        return;
    }
    const auto pending = std::make_shared<PendingAnswer>(events.size(), std::move(answer));
    const auto keep = [this, pending](const SandboxEvent &event) {
        m_journal->append({receivedEntry(event, m_clock.now())},
                          [pending](const auto &kept) { pending->partDone(kept.ok()); });
    };
    for (SandboxEvent &event : events) {
        if (event.messageId.empty()) {
            keep(event);
            continue;
        }
        std::string messageId = event.messageId;
        m_journal->confirm(std::move(messageId), kSeenBySandbox,
                           [pending, keep, event = std::move(event)](const auto &confirmed) {
                               if (!confirmed) {
                                   pending->partDone(false);
                               } else if (confirmed.value()) {
                                   pending->partDone(true);
                               } else {
                                   keep(event);
                               }
                           });
    }
}

//! Words the answer, wakes the courier and calls back.
template <class T> Journal::Done<T> AppContext::onMainThread(QObject *context, std::function<void(Result<T>)> callback)
{
    return
        [this, context = QPointer<QObject>(context), callback = std::move(callback)](const JournalResult<T> &answer) {
            Result<T> result = answer ? Result<T>(answer.value()) : Result<T>(EventLog::worded(answer.error()));
            QMetaObject::invokeMethod(
                this,
                [this, context, callback, result = std::move(result)] {
                    if (m_courier) {
                        m_courier->wake();
                    }
                    if (context) {
                        callback(result);
                    }
                },
                Qt::QueuedConnection);
        };
}

void AppContext::submit(std::vector<NewEntry> entries, QObject *context,
                        std::function<void(Result<std::vector<EntryId>>)> callback)
{
    m_journal->append(std::move(entries), onMainThread(context, std::move(callback)));
}

void AppContext::sendKept(const ConnectionId &id, QObject *context, std::function<void(Result<std::size_t>)> callback)
{
    m_journal->sendKept(id.key(), m_clock.now(), onMainThread(context, std::move(callback)));
}

} // namespace segue
