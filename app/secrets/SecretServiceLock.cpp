// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/SecretServiceLock.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

const auto kService = u"org.freedesktop.secrets"_s;
const auto kWalletService = u"org.kde.kwalletd5"_s;

bool isReply(const QDBusMessage &message)
{
    return message.type() == QDBusMessage::ReplyMessage && !message.arguments().isEmpty();
}

//! What an error says by its name; texts are for people and differ from service to service.
KeychainLock meaningOf(const QDBusMessage &error)
{
    if (error.errorName().startsWith("org.freedesktop.DBus.Error.Spawn."_L1)) {
        return KeychainLock::NoService;
    }
    switch (QDBusError(error).type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::NoServer:
    case QDBusError::Disconnected:
    case QDBusError::AccessDenied:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownObject:
    case QDBusError::UnknownInterface:
        return KeychainLock::NoService;
    default:
        return error.errorName() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1 ? KeychainLock::NoService
                                                                                   : KeychainLock::NotAnswering;
    }
}

QDBusMessage walletCall(const QString &method)
{
    return QDBusMessage::createMethodCall(kWalletService, u"/modules/kwalletd5"_s, u"org.kde.KWallet"_s, method);
}

} // namespace

SecretServiceLock::SecretServiceLock(int limitMs, QObject *parent)
    : QObject(parent)
    , m_deadline(limitMs)
{
}

void SecretServiceLock::ask()
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT answered(KeychainLock::NoService); }, Qt::QueuedConnection);
        return;
    }
    if (qgetenv("XDG_CURRENT_DESKTOP") == "KDE" && qgetenv("KDE_SESSION_VERSION") == "5") {
        askWallet();
    } else {
        askDefaultAlias();
    }
}

void SecretServiceLock::askWallet()
{
    call(walletCall(u"networkWallet"_s), [this](const QDBusMessage &name) {
        if (!isReply(name)) {
            askDefaultAlias();
            return;
        }
        QDBusMessage question = walletCall(u"isOpen"_s);
        question << name.arguments().constFirst().toString();
        call(question, [this](const QDBusMessage &open) {
            if (!isReply(open)) {
                Q_EMIT answered(meaningOf(open));
                return;
            }
            Q_EMIT answered(open.arguments().constFirst().toBool() ? KeychainLock::Unlocked : KeychainLock::Locked);
        });
    });
}

void SecretServiceLock::askDefaultAlias()
{
    QDBusMessage question = QDBusMessage::createMethodCall(kService, u"/org/freedesktop/secrets"_s,
                                                           u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    question << u"default"_s;
    call(question, [this](const QDBusMessage &alias) {
        if (!isReply(alias)) {
            Q_EMIT answered(meaningOf(alias));
            return;
        }
        const QString path = alias.arguments().constFirst().value<QDBusObjectPath>().path();
        if (path.size() <= 1) {
            Q_EMIT answered(KeychainLock::NoCollection);
        } else {
            askCollection(path);
        }
    });
}

void SecretServiceLock::askCollection(const QString &path)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(kService, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    call(question, [this](const QDBusMessage &locked) {
        if (isReply(locked)) {
            const bool value = locked.arguments().constFirst().value<QDBusVariant>().variant().toBool();
            Q_EMIT answered(value ? KeychainLock::Locked : KeychainLock::Unlocked);
            return;
        }
        // The alias may outlive its keyring.
        const QDBusError::ErrorType type = QDBusError(locked).type();
        const bool gone = type == QDBusError::UnknownObject || type == QDBusError::UnknownMethod;
        Q_EMIT answered(gone ? KeychainLock::NoCollection : meaningOf(locked));
    });
}

void SecretServiceLock::call(const QDBusMessage &message, const Then &then)
{
    const int limitMs = static_cast<int>(std::max<qint64>(m_deadline.remainingTime(), 1));
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, limitMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, then](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusMessage reply = finished->reply();
        if (reply.type() == QDBusMessage::ReplyMessage) {
            m_owner = reply.service();
        }
        then(reply);
    });
}

} // namespace segue
