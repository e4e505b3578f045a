// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QObject>

#include <functional>

class QDBusMessage;

namespace segue {

//! How the keyring stands in which a secret would be stored.
enum class KeychainLock {
    Unlocked,
    Locked,
    NoCollection, //!< a service without a default keyring: nothing is stored, and a write would have to make one
    NoService,    //!< no service on the bus and none that the bus could start, or no bus
    NotAnswering, //!< not within the limit
};

//! Asks the keychain over D-Bus whether it is locked, without touching a secret and without making it ask a person.
//! Secret Service API 0.2: alias `default` of the service, property `Locked` of its collection. In Plasma 5 QtKeychain
//! prefers KWallet, so that one is asked there if it answers. One object for one question; main thread.
class SecretServiceLock : public QObject
{
    Q_OBJECT
public:
    SecretServiceLock(int limitMs, QObject *parent);

    //! Once; answered() follows later, about limitMs milliseconds later at the most.
    void ask();

    //! Who answered, by its unique name on the bus; another one after the service was restarted. Empty before an
    //! answer.
    QString owner() const { return m_owner; }

Q_SIGNALS:
    void answered(segue::KeychainLock lock);

private:
    using Then = std::function<void(const QDBusMessage &reply)>;

    void askWallet();
    void askDefaultAlias();
    void askCollection(const QString &path);
    void call(const QDBusMessage &message, const Then &then);

    QDeadlineTimer m_deadline;
    QString m_owner;
};

} // namespace segue
