// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Journal.h"
#include "app/journal/JournalReader.h"
#include "app/journal/JournalVerifier.h"

#include <atomic>
#include <future>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace segue::test {

inline const std::string kOne = "11111111-1111-4111-8111-111111111111";
inline const std::string kTwo = "22222222-2222-4222-8222-222222222222";

//! A Queued event of a connection with the payload that Segment would get. Free of Qt.
inline NewEntry trackEntry(const std::string &messageId, const std::string &connection = kOne)
{
    NewEntry entry;
    entry.fields.connection = connection;
    entry.fields.origin = Origin::Composer;
    entry.fields.received = 1'700'000'000'000;
    entry.fields.event = "Push Notification Sent";
    entry.fields.idKind = IdKind::UserId;
    entry.fields.identity = "qa-user";
    entry.fields.messageType = "push";
    entry.fields.campaign = "C-1";
    entry.fields.device = "ios";
    entry.fields.messageId = messageId;
    entry.payload = R"({"type":"track","messageId":")" + messageId + R"(","event":"Push Notification Sent"})";
    return entry;
}

//! Calls of the journal, waited for.
class JournalCalls
{
public:
    explicit JournalCalls(Journal &journal)
        : m_journal(journal)
    {
    }

    JournalResult<std::vector<EntryId>> append(std::vector<NewEntry> entries)
    {
        return wait<std::vector<EntryId>>([&](auto done) { m_journal.append(std::move(entries), std::move(done)); });
    }
    EntryId appendOne(NewEntry entry) { return append({std::move(entry)}).value().front(); }
    JournalResult<std::vector<EntryId>> record(std::vector<StateChange> changes)
    {
        return wait<std::vector<EntryId>>([&](auto done) { m_journal.record(std::move(changes), std::move(done)); });
    }
    JournalResult<std::optional<EntryId>> confirm(const std::string &messageId, const std::string &how = "sandbox")
    {
        return wait<std::optional<EntryId>>([&](auto done) { m_journal.confirm(messageId, how, std::move(done)); });
    }
    JournalResult<std::size_t> requeue(const std::string &connection, std::int64_t now = 0)
    {
        return wait<std::size_t>([&](auto done) { m_journal.requeueWaiting(connection, now, std::move(done)); });
    }
    JournalResult<std::size_t> sendKept(const std::string &connection, std::int64_t now)
    {
        return wait<std::size_t>([&](auto done) { m_journal.sendKept(connection, now, std::move(done)); });
    }
    JournalResult<std::size_t> cancel(const std::string &connection)
    {
        return wait<std::size_t>([&](auto done) { m_journal.cancelUndelivered(connection, std::move(done)); });
    }

    JournalResult<std::vector<EntryId>> tryAgain(std::vector<EntryId> ids, std::int64_t now)
    {
        return wait<std::vector<EntryId>>([&](auto done) { m_journal.tryAgain(std::move(ids), now, std::move(done)); });
    }
    JournalResult<std::vector<EntryId>> cancelEntries(std::vector<EntryId> ids)
    {
        return wait<std::vector<EntryId>>([&](auto done) { m_journal.cancel(std::move(ids), std::move(done)); });
    }

    JournalResult<Journal::Erased> erase(const std::string &value)
    {
        return wait<Journal::Erased>([&](auto done) { m_journal.erase(value, std::move(done)); });
    }
    JournalResult<Journal::Erased> find(const std::string &value)
    {
        return wait<Journal::Erased>([&](auto done) { m_journal.findPerson(value, std::move(done)); });
    }

private:
    template <class T, class Call> JournalResult<T> wait(const Call &call)
    {
        auto answer = std::make_shared<std::promise<JournalResult<T>>>();
        std::future<JournalResult<T>> future = answer->get_future();
        call([answer](const JournalResult<T> &result) { answer->set_value(result); });
        return future.get();
    }

    Journal &m_journal;
};

inline std::unique_ptr<Journal> openJournal(const std::string &folder)
{
    JournalResult<std::unique_ptr<Journal>> journal = Journal::open({folder, nullptr});
    return journal ? std::move(journal).value() : nullptr;
}

inline std::unique_ptr<JournalReader> openReader(const std::string &folder)
{
    JournalResult<std::unique_ptr<JournalReader>> reader = JournalReader::open(folder);
    return reader ? std::move(reader).value() : nullptr;
}

//! What a look through the whole file finds; empty when it is clean.
inline std::string faultsOf(const std::string &folder)
{
    const JournalResult<std::unique_ptr<JournalVerifier>> verifier = JournalVerifier::open(folder);
    if (!verifier) {
        return "not opened: " + verifier.error().detail;
    }
    const JournalResult<JournalReport> report = verifier.value()->run();
    if (!report) {
        return "not looked through: " + report.error().detail;
    }
    std::string faults;
    for (const JournalFinding &finding : report.value().findings) {
        faults += "kind " + std::to_string(static_cast<int>(finding.kind)) + ", " + std::to_string(finding.id) + ": " +
                  finding.detail + "\n";
    }
    return faults;
}

//! A clock that a test sets.
class SetClock final : public Clock
{
public:
    explicit SetClock(std::int64_t time)
        : m_now(time)
    {
    }
    std::int64_t now() const override { return m_now; }
    std::int64_t monotonic() const override { return m_now; }
    void set(std::int64_t time) { m_now = time; }

private:
    std::atomic<std::int64_t> m_now;
};

} // namespace segue::test
