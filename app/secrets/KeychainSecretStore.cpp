// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/KeychainSecretStore.h"

#include "app/core/Logging.h"
#include "app/secrets/KeychainErrors.h"
#include "app/secrets/PromptTurn.h"
#include "app/secrets/SecretServiceLock.h"

#include <qt6keychain/keychain.h>

#include <QLibrary>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <cstring>
#include <deque>

namespace segue {

namespace {

const auto kServiceName = QStringLiteral("Segue");

using Answer = std::function<void(const Result<Secret> &)>;

//! One thing asked of the store, from its call to its answer.
struct Task
{
    KeychainAction action = KeychainAction::Read;
    SecretName name;
    Secret secret; //!< what to write
    Answer answer;
    KeychainLock lockBefore = KeychainLock::Unlocked; //!< when the keychain was asked
    std::shared_ptr<const PromptTurn> turn;           //!< held while the keychain may ask a person
    QString detail;                                   //!< what the keychain said
};

//! Overwrites bytes that the job holds as well; wipe() would wipe a copy of its own.
void wipeShared(const QByteArray &bytes)
{
    if (!bytes.isEmpty()) {
        explicit_bzero(const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    }
}

void wipeAnswer(QKeychain::Job *job)
{
    if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job)) {
        wipeShared(read->binaryData());
    }
}

//! The secret as a text that comes back as the same bytes, or null: libsecret passes zero-terminated UTF-8.
QString storableText(const Secret &secret)
{
    return secret.use([](QByteArrayView bytes) {
        QString text = QString::fromUtf8(bytes);
        QByteArray back = text.toUtf8();
        if (back != bytes || bytes.contains('\0')) {
            wipe(text);
            text = QString();
        }
        wipe(back);
        return text;
    });
}

//! libsecret keeps its session with the service for the life of the process, and a service that was restarted refuses
//! it ("The session does not exist") until it is told to make a new one. QtKeychain has no call for that.
void forgetSession()
{
    QLibrary libsecret(QStringLiteral("secret-1"), 0);
    if (const QFunctionPointer forget = libsecret.resolve("secret_service_disconnect")) {
        forget();
    }
}

KeychainState stateOf(KeychainLock lock)
{
    switch (lock) {
    case KeychainLock::Unlocked:
    case KeychainLock::NoCollection:
        return KeychainState::Ready;
    case KeychainLock::Locked:
        return KeychainState::Locked;
    case KeychainLock::NoService:
        return KeychainState::NoService;
    case KeychainLock::NotAnswering:
        break;
    }
    return KeychainState::NotAnswering;
}

} // namespace

//! One task at a time: the lock is asked for, then the keychain, then the lock again where the answer may be a lie.
class KeychainSecretStore::Private
{
public:
    Private(KeychainSecretStore *store, Options options);

    void enqueue(KeychainAction action, const SecretName &name, const Secret &secret, const Answer &answer);
    void probe();
    void close();

    KeychainState state = KeychainState::NotAsked;

private:
    using OnLock = void (Private::*)(KeychainLock);
    using OnJob = void (Private::*)(const QKeychain::Job &);

    void startNext();
    void askLock(OnLock next);
    void startJob(QKeychain::Job *job, OnJob next);
    void startRead();
    void abandonJob();

    void lockKnownBefore(KeychainLock lock);
    void readAnswered(const QKeychain::Job &job);
    void writeAnswered(const QKeychain::Job &job);
    void removeAnswered(const QKeychain::Job &job);
    void lockKnownAfterAbsent(KeychainLock lock);
    void lockKnownAfterFailure(KeychainLock lock);

    void fail(KeychainFault fault);
    void finish(const Result<Secret> &result);
    void setState(KeychainState now);

    KeychainSecretStore *const q;
    const Options m_options;
    QTimer m_limit;
    std::deque<std::unique_ptr<Task>> m_waiting;
    std::unique_ptr<Task> m_task;
    QPointer<SecretServiceLock> m_question;
    QPointer<SecretServiceLock> m_probe;
    QPointer<QKeychain::Job> m_job;
    std::shared_ptr<bool> m_jobBegun;
    QString m_owner;                        //!< the service that answered last
    std::weak_ptr<const PromptTurn> m_turn; //!< also of a job that was given up and still asks
    bool m_closed = false;
};

KeychainSecretStore::Private::Private(KeychainSecretStore *store, Options options)
    : q(store)
    , m_options(options)
{
    m_limit.setSingleShot(true);
    QObject::connect(&m_limit, &QTimer::timeout, q, [this] { fail(KeychainFault::NotAnswering); });
}

void KeychainSecretStore::Private::enqueue(KeychainAction action, const SecretName &name, const Secret &secret,
                                           const Answer &answer)
{
    if (m_closed) {
        return;
    }
    auto task = std::make_unique<Task>();
    task->action = action;
    task->name = name;
    task->secret = secret;
    task->answer = answer;
    m_waiting.push_back(std::move(task));
    QMetaObject::invokeMethod(
        q, [this] { startNext(); }, Qt::QueuedConnection);
}

void KeychainSecretStore::Private::startNext()
{
    if (m_task || m_waiting.empty()) {
        return;
    }
    m_task = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_limit.start(m_options.answerTimeoutMs);
    askLock(&Private::lockKnownBefore);
}

void KeychainSecretStore::Private::askLock(OnLock next)
{
    m_question = new SecretServiceLock(m_options.answerTimeoutMs, q);
    QObject::connect(m_question, &SecretServiceLock::answered, q, [this, next](KeychainLock lock) {
        const QString owner = m_question->owner();
        if (!owner.isEmpty() && owner != m_owner) {
            m_owner = owner;
            forgetSession();
        }
        m_question->deleteLater();
        m_question.clear();
        (this->*next)(lock);
    });
    m_question->ask();
}

void KeychainSecretStore::Private::startJob(QKeychain::Job *job, OnJob next)
{
    m_job = job;
    job->setInsecureFallback(false);
    job->setAutoDelete(false);
    job->setKey(m_task->name.account);
    QObject::connect(job, &QKeychain::Job::finished, q, [this, next](QKeychain::Job *finished) {
        m_job.clear();
        finished->deleteLater();
        (this->*next)(*finished);
        wipeAnswer(finished);
    });
    job->start();
    // start() posts an event; this one comes right behind it.
    m_jobBegun = std::make_shared<bool>(false);
    QMetaObject::invokeMethod(
        job, [begun = m_jobBegun] { *begun = true; }, Qt::QueuedConnection);
}

//! Lets a job go that does not answer. libsecret still holds it, so it lives until its answer comes, which nobody
//! hears; QtKeychain, which runs one job at a time in the whole process, is told that it is over, or no other would
//! ever run.
void KeychainSecretStore::Private::abandonJob()
{
    if (!m_job) {
        return;
    }
    QKeychain::Job *const job = m_job;
    m_job.clear();
    QObject::disconnect(job, nullptr, q, nullptr);
    if (!*m_jobBegun) {
        delete job;
        return;
    }
    job->emitFinishedWithError(QKeychain::OtherError, QStringLiteral("given up"));
    job->disconnect();
    job->setAutoDelete(true);
    // The turn goes with the job: until then a window may still be asking.
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [turn = m_task ? m_task->turn : nullptr](QKeychain::Job *late) { wipeAnswer(late); });
    QObject::connect(job, &QObject::destroyed, q, [this] { probe(); });
}

void KeychainSecretStore::Private::lockKnownBefore(KeychainLock lock)
{
    setState(stateOf(lock));
    m_task->lockBefore = lock;
    if (lock == KeychainLock::NoService) {
        fail(KeychainFault::NoService);
        return;
    }
    if (lock == KeychainLock::NotAnswering) {
        fail(KeychainFault::NotAnswering);
        return;
    }
    const KeychainAction action = m_task->action;
    if (lock == KeychainLock::Locked && action == KeychainAction::Remove) {
        fail(KeychainFault::Locked);
        return;
    }
    // Without a default keyring a write makes the keychain ask for the password of a new one.
    if (lock == KeychainLock::Locked || (lock == KeychainLock::NoCollection && action == KeychainAction::Write)) {
        m_task->turn = m_turn.expired() ? PromptTurn::take() : nullptr;
        if (!m_task->turn) {
            fail(KeychainFault::AlreadyAsking);
            return;
        }
        m_turn = m_task->turn;
    }
    if (action == KeychainAction::Read) {
        startRead();
    } else if (action == KeychainAction::Remove) {
        startJob(new QKeychain::DeletePasswordJob(kServiceName), &Private::removeAnswered);
    } else {
        auto *job = new QKeychain::WritePasswordJob(kServiceName);
        QString text = storableText(m_task->secret);
        job->setTextData(text);
        wipe(text);
        startJob(job, &Private::writeAnswered);
    }
}

void KeychainSecretStore::Private::startRead()
{
    startJob(new QKeychain::ReadPasswordJob(kServiceName), &Private::readAnswered);
}

void KeychainSecretStore::Private::readAnswered(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::EntryNotFound) {
        askLock(&Private::lockKnownAfterAbsent);
        return;
    }
    if (job.error() != QKeychain::NoError) {
        m_task->detail = job.errorString();
        askLock(&Private::lockKnownAfterFailure);
        return;
    }
    if (m_task->action == KeychainAction::Remove) {
        m_task->detail = QStringLiteral("still there after the keychain had removed it");
        fail(KeychainFault::Refused);
        return;
    }
    // The bytes rather than the text: they need no copy that could not be wiped.
    const QByteArray bytes = static_cast<const QKeychain::ReadPasswordJob &>(job).binaryData();
    const Secret secret = Secret::fromBytes(bytes);
    wipeShared(bytes);
    const bool readable = !secret.isEmpty() && secret.use([](QByteArrayView stored) { return stored.isValidUtf8(); });
    if (!readable) {
        fail(KeychainFault::Unreadable);
        return;
    }
    finish(secret);
}

void KeychainSecretStore::Private::writeAnswered(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError) {
        finish(Secret());
        return;
    }
    m_task->detail = job.errorString();
    askLock(&Private::lockKnownAfterFailure);
}

void KeychainSecretStore::Private::removeAnswered(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound) {
        startRead();
        return;
    }
    m_task->detail = job.errorString();
    askLock(&Private::lockKnownAfterFailure);
}

void KeychainSecretStore::Private::lockKnownAfterAbsent(KeychainLock lock)
{
    if (stateOf(lock) != KeychainState::Ready) {
        lockKnownAfterFailure(lock);
        return;
    }
    if (m_task->lockBefore == KeychainLock::Locked) {
        // Unlocked meanwhile: "not found" may have been said while it was locked still.
        m_task->lockBefore = lock;
        startRead();
        return;
    }
    if (m_task->action == KeychainAction::Remove) {
        finish(Secret());
    } else {
        fail(KeychainFault::Absent);
    }
}

void KeychainSecretStore::Private::lockKnownAfterFailure(KeychainLock lock)
{
    switch (lock) {
    case KeychainLock::Locked:
        fail(KeychainFault::Locked);
        return;
    case KeychainLock::NoService:
        fail(KeychainFault::NoService);
        return;
    case KeychainLock::NotAnswering:
        fail(KeychainFault::NotAnswering);
        return;
    case KeychainLock::Unlocked:
    case KeychainLock::NoCollection:
        fail(KeychainFault::Refused);
        return;
    }
}

void KeychainSecretStore::Private::fail(KeychainFault fault)
{
    finish(keychainError(m_task->action, fault, m_task->detail));
}

void KeychainSecretStore::Private::finish(const Result<Secret> &result)
{
    m_limit.stop();
    delete m_question;
    abandonJob();
    const std::unique_ptr<Task> task = std::move(m_task);
    task->turn.reset();
    if (!m_waiting.empty()) {
        QMetaObject::invokeMethod(
            q, [this] { startNext(); }, Qt::QueuedConnection);
    }
    qCDebug(lcSecrets) << "keychain:" << static_cast<int>(task->action) << task->name.account
                       << (result.ok() ? -1 : static_cast<int>(result.error().code)) << task->detail;

    KeychainState now = state;
    const ErrorCode code = result.ok() ? ErrorCode::Absent : result.error().code;
    if (code == ErrorCode::Absent) {
        now = KeychainState::Ready;
    } else if (code == ErrorCode::Locked) {
        now = KeychainState::Locked;
    } else if (code == ErrorCode::NoService) {
        now = KeychainState::NoService;
    } else if (code == ErrorCode::TimedOut) {
        now = KeychainState::NotAnswering;
    }
    setState(now);
    // The last step: whoever hears the answer may destroy the store.
    task->answer(result);
}

void KeychainSecretStore::Private::setState(KeychainState now)
{
    if (state != now) {
        state = now;
        Q_EMIT q->stateChanged(now);
    }
}

void KeychainSecretStore::Private::probe()
{
    if (m_probe || m_closed) {
        return;
    }
    m_probe = new SecretServiceLock(m_options.answerTimeoutMs, q);
    QObject::connect(m_probe, &SecretServiceLock::answered, q, [this](KeychainLock lock) {
        m_probe->deleteLater();
        m_probe.clear();
        setState(stateOf(lock));
    });
    m_probe->ask();
}

void KeychainSecretStore::Private::close()
{
    m_closed = true;
    m_limit.stop();
    delete m_question;
    delete m_probe;
    abandonJob();
    std::deque<std::unique_ptr<Task>> open = std::move(m_waiting);
    if (m_task) {
        open.push_front(std::move(m_task));
    }
    for (const std::unique_ptr<Task> &task : open) {
        task->answer(keychainError(task->action, KeychainFault::GivenUp));
    }
}

KeychainSecretStore::KeychainSecretStore(Options options, QObject *parent)
    : SecretStore(parent)
    , d(std::make_unique<Private>(this, options))
{
}

KeychainSecretStore::KeychainSecretStore(QObject *parent)
    : KeychainSecretStore(Options(), parent)
{
}

KeychainSecretStore::~KeychainSecretStore()
{
    d->close();
}

QFuture<Result<Secret>> KeychainSecretStore::read(const SecretName &name)
{
    auto promise = std::make_shared<QPromise<Result<Secret>>>();
    promise->start();
    d->enqueue(KeychainAction::Read, name, {}, [promise](const Result<Secret> &result) {
        promise->addResult(result);
        promise->finish();
    });
    return promise->future();
}

namespace {

Answer toStatus(const std::shared_ptr<QPromise<Status>> &promise)
{
    promise->start();
    return [promise](const Result<Secret> &result) {
        promise->addResult(result.ok() ? Status(done) : Status(result.error()));
        promise->finish();
    };
}

} // namespace

QFuture<Status> KeychainSecretStore::write(const SecretName &name, const Secret &secret)
{
    auto promise = std::make_shared<QPromise<Status>>();
    const Answer answer = toStatus(promise);
    QString text = storableText(secret);
    if (text.isEmpty()) {
        const Error refused = keychainError(KeychainAction::Write, KeychainFault::Unstorable);
        QMetaObject::invokeMethod(
            this, [answer, refused] { answer(refused); }, Qt::QueuedConnection);
    } else {
        d->enqueue(KeychainAction::Write, name, secret, answer);
    }
    wipe(text);
    return promise->future();
}

QFuture<Status> KeychainSecretStore::remove(const SecretName &name)
{
    auto promise = std::make_shared<QPromise<Status>>();
    d->enqueue(KeychainAction::Remove, name, {}, toStatus(promise));
    return promise->future();
}

KeychainState KeychainSecretStore::state() const
{
    return d->state;
}

void KeychainSecretStore::probe()
{
    d->probe();
}

QString KeychainSecretStore::serviceName()
{
    return tr("Secret Service");
}

QString KeychainSecretStore::describe(KeychainState state)
{
    switch (state) {
    case KeychainState::NotAsked:
        return tr("The keychain has not been asked yet.");
    case KeychainState::Ready:
        return tr("The keychain is unlocked and in use.");
    case KeychainState::Locked:
        return tr("The keychain is locked; unlock it to use the secrets stored in it.");
    case KeychainState::NoService:
        return tr("This computer runs no keychain service; secrets can be kept for this session only.");
    case KeychainState::NotAnswering:
        return tr("The keychain does not answer; a window may be waiting for its password.");
    }
    return {};
}

} // namespace segue
