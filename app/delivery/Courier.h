// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/EndpointResolver.h"
#include "app/core/Clock.h"
#include "app/core/EntryId.h"
#include "app/core/Redactor.h"
#include "app/delivery/RateLimiter.h"
#include "app/delivery/RetryPolicy.h"
#include "app/journal/Journal.h"
#include "app/secrets/SecretStore.h"
#include "app/segment/TrackingApi.h"

#include <QMetaType>
#include <QObject>

#include <functional>
#include <memory>

class QThread;

namespace segue {

class CourierWorker;

//! How the delivery of one connection stands.
struct DeliveryStatus
{
    enum class Kind { Idle, Working, Retrying, Paused };
    Kind kind = Kind::Idle;
    QString reason;   //!< stable code word: `by-person`, `something-else`, `unauthorised`, `key-absent`, …
    QString sentence; //!< for people, translated; empty when all is well
    std::int64_t nextAttempt = -1; //!< ms since 1970 UTC while Retrying
    int perSecond = 0;             //!< events accepted a second, of late

    bool operator==(const DeliveryStatus &) const = default;
};

//! What a person may set about delivery.
struct CourierRules
{
    RetryPolicy retry;
    RateLimiter::Rates rates; //!< for Segment's own hosts
};

//! The one part that delivers queued events to Segment. One courier per data folder works at a time, held by a kernel
//! lock; others stand by and take over within 2 s. It lives on the main thread and works on a thread of its own.
class Courier : public QObject
{
    Q_OBJECT
public:
    //! Asks for a connection's write key on the main thread.
    using KeyReader = std::function<QFuture<Result<Secret>>(const ConnectionId &)>;

    struct Parts
    {
        QString dataFolder;
        Journal &journal;
        const EndpointResolver &resolver;
        KeyReader readKey;
        const Clock &clock;
        const Redactor &redactor;
        CourierRules rules = {};
        TrackingApi::Limits limits = {};
        ProxyLogins *logins = nullptr; //!< of proxies; null: there are none
        //! Called on the delivery thread at `taken`, `written` (handed to the network), `answered` and `recorded`; for
        //! tests that end the process there.
        std::function<void(const char *point)> testPoint = {};
    };

    explicit Courier(Parts parts, QObject *parent = nullptr);
    ~Courier() override;

    //! Starts to work, or to stand by.
    void start();
    //! Ends what is under way within a moment; what was not answered stays due. Returns when the thread has ended.
    void stop();
    //! New or changed entries are there. Cheap; may be called often.
    void wake();
    //! A connection or its key changed, or a person asks: waiting events are queued again and tried now.
    void tryNow(const ConnectionId &id);
    //! The way through a proxy is open: what waited for its password is tried now.
    void proxyOpened();
    //! Holds from now on, also for waits that have begun.
    void setRules(const CourierRules &rules);
    //! Whether this process delivers, or another one does.
    bool isWorking() const;

Q_SIGNALS:
    void workingChanged(bool working);
    void statusChanged(const segue::ConnectionId &id, const segue::DeliveryStatus &status);
    //! These entries are under way, or no longer.
    void sendingChanged(const QList<segue::EntryId> &ids, bool sending);

private:
    void readKey(const QString &connection, quint64 generation);

    Parts m_parts;
    QThread *m_thread = nullptr;
    CourierWorker *m_worker = nullptr; //!< lives on m_thread
    bool m_working = false;
};

} // namespace segue

Q_DECLARE_METATYPE(segue::DeliveryStatus)
