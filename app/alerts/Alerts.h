// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/AlertBook.h"
#include "app/connections/ConnectionStore.h"
#include "app/core/Clock.h"
#include "app/delivery/Courier.h"
#include "app/journal/EventLog.h"
#include "app/settings/Settings.h"

#include <QHash>
#include <QObject>

#include <functional>

class QTimer;

namespace segue {

//! Watches what a person should be told of, and says it: never for each event, once until it has gone; failures that go
//! on are told again after the pause. Lives on the main thread.
class Alerts : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        EventLog &log;
        ConnectionStore &connections;
        Settings &settings;
        const Clock &clock;
        QString dataFolder;
        Courier *courier = nullptr; //!< null: this process does not deliver
        //! Whether webhook events of the connection are to come in now.
        std::function<bool(const Connection &)> isRelaying;
        //! Bytes that are free where the journal is; -1: not known. Called on a thread of the pool.
        std::function<qint64(const QString &folder)> freeBytes = &Alerts::freeBytesOf;
    };

    explicit Alerts(Parts parts, QObject *parent = nullptr);

    //! A person has seen it: what has failed up to now is told no more.
    void acknowledge(const AlertKey &key);
    //! Looks at what is not announced: the relays and the disk. Called by itself once a minute.
    void look();

    static qint64 freeBytesOf(const QString &folder);

Q_SIGNALS:
    //! In words for people.
    void raised(const segue::AlertKey &key, const QString &sentence);
    //! One that stands is put in other words now; no news.
    void changed(const segue::AlertKey &key, const QString &sentence);
    void gone(const segue::AlertKey &key);

private:
    //! Events that failed, of a connection.
    struct Failures
    {
        bool known = false;
        qint64 now = 0;
        qint64 seen = 0; //!< by a person, or before the program began
        qint64 told = 0; //!< when they were told last
    };

    void count();
    void counted(const ConnectionId &id, qint64 failed);
    void statusChanged(const ConnectionId &id, const DeliveryStatus &status);
    void lookAtRelay(const Connection &connection);
    bool hasRelayedFor(std::int64_t ms, const ConnectionId &id) const;
    void takeDisk(qint64 bytes);
    void raise(const AlertKey &key);
    void clear(const AlertKey &key);
    void tell();
    QString sentence(const AlertKey &key) const;
    static QString heldUpWords(const QString &name, const DeliveryStatus &status);
    void choiceChanged();
    void connectionsChanged();
    void know(bool asNew);
    bool isThere(const AlertKey &key) const;

    Parts m_parts;
    AlertBook m_book;
    QTimer *m_countSoon;
    QHash<ConnectionId, Failures> m_failures;
    QHash<ConnectionId, DeliveryStatus> m_held;        //!< why a connection is held up
    QHash<ConnectionId, std::int64_t> m_relayingSince; //!< as seen here; monotonic
    std::int64_t m_lookedAt = 0;                       //!< monotonic
    bool m_askingDisk = false;
    bool m_isWhole = false; //!< all connections could be read
};

} // namespace segue
