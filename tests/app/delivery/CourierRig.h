// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/ConnectionSnapshot.h"
#include "app/delivery/Courier.h"
#include "app/journal/Journal.h"
#include "app/journal/JournalReader.h"

#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace segue::test {

//! The clock of the machine, moved as far as a test wants.
class MovedClock final : public Clock
{
public:
    std::int64_t now() const override { return m_system.now() + moved + passed; }
    std::int64_t monotonic() const override { return m_system.monotonic() + passed; }

    std::atomic<std::int64_t> moved = 0;  //!< ms by which the time of day has been set
    std::atomic<std::int64_t> passed = 0; //!< ms that are taken to have gone by, as in a sleep of the machine

private:
    SystemClock m_system;
};

//! A courier with a real journal in a folder, one connection, and a key that a test decides on.
class CourierRig
{
public:
    explicit CourierRig(const QString &folder);
    ~CourierRig();

    //! Where the connection's events go.
    void setEndpoint(const QUrl &url);
    void publish();
    //! A courier with short waits; started.
    void start(std::function<void(const char *)> testPoint = {});
    void stop();

    //! Puts so many events for the connection into the journal, of about so many bytes each.
    std::vector<EntryId> queue(int count, qsizetype bytes = 300);
    std::vector<EntryId> append(std::vector<NewEntry> entries);
    NewEntry event(qsizetype bytes = 300);

    Entry entry(EntryId id);
    EventState state(EntryId id) { return entry(id).fields.state; }
    QString error(EntryId id) { return QString::fromStdString(entry(id).fields.error); }
    std::vector<Attempt> attempts(EntryId id);
    std::int64_t count(EventState state);

    static QString messageIdOf(const Entry &entry) { return QString::fromStdString(entry.fields.messageId); }

    QString folder;
    MovedClock clock;
    Redactor redactor;
    Connection connection;
    ConnectionSnapshot snapshot;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<Courier> courier;
    RetryPolicy policy;
    RateLimiter::Rates rates;
    TrackingApi::Limits limits;
    ProxyLogins *logins = nullptr;
    Result<Secret> key = Secret::fromBytes("ABCDEFGHIJabcdefghij012345678901");
    int keyQuestions = 0;
    int eventNumber = 0;

private:
    JournalReader &reader();

    std::unique_ptr<JournalReader> m_reader;
};

//! The messageIds of a request to /track or /batch, in order.
QStringList messageIdsIn(const QByteArray &body);

} // namespace segue::test
