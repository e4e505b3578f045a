// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalThread.h"

#include <algorithm>
#include <utility>

namespace segue {

void joinRanges(std::vector<IdRange> &ranges)
{
    std::ranges::sort(ranges);
    std::size_t kept = 0;
    for (const IdRange &range : ranges) {
        if (kept > 0 && range.first.value <= ranges[kept - 1].last.value + 1) {
            ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
        } else {
            ranges[kept++] = range;
        }
    }
    ranges.resize(kept);
}

JournalResult<std::unique_ptr<Journal>> Journal::open(const Options &options)
{
    JournalResult<std::unique_ptr<Writer>> writer = Writer::start(options);
    if (!writer) {
        return writer.error();
    }
    return std::unique_ptr<Journal>(new Journal(std::move(writer).value()));
}

Journal::Journal(std::unique_ptr<Writer> writer)
    : m_writer(std::move(writer))
{
}

Journal::~Journal() = default;

void Journal::append(std::vector<NewEntry> entries, Done<std::vector<EntryId>> callback,
                     std::shared_ptr<Executor> answerOn)
{
    AppendJob job{std::move(entries), std::move(callback), {}};
    job.answerOn = std::move(answerOn);
    m_writer->add(std::move(job));
}

void Journal::record(std::vector<StateChange> changes, Done<std::vector<EntryId>> callback)
{
    m_writer->add(RecordJob{std::move(changes), std::move(callback), {}});
}

void Journal::confirm(std::string messageId, std::string how, Done<std::optional<EntryId>> callback)
{
    m_writer->add(ConfirmJob{{std::move(messageId), std::move(how)}, std::move(callback), {}});
}

void Journal::tryAgain(std::vector<EntryId> ids, std::int64_t now, Done<std::vector<EntryId>> callback)
{
    m_writer->add(HandJob{{std::move(ids), EventState::Queued, now}, std::move(callback), {}});
}

void Journal::cancel(std::vector<EntryId> ids, Done<std::vector<EntryId>> callback)
{
    m_writer->add(HandJob{{std::move(ids), EventState::Cancelled, 0}, std::move(callback), {}});
}

void Journal::requeueWaiting(std::string connection, std::int64_t now, Done<std::size_t> callback)
{
    m_writer->add(MoveJob{{std::move(connection), false, now}, std::move(callback), {}});
}

void Journal::sendKept(std::string connection, std::int64_t now, Done<std::size_t> callback)
{
    m_writer->sendKept({std::move(connection), now, 0, 0}, 0, std::move(callback));
}

void Journal::cancelUndelivered(std::string connection, Done<std::size_t> callback)
{
    m_writer->add(MoveJob{{std::move(connection), true, 0}, std::move(callback), {}});
}

void Journal::erase(std::string value, Done<Erased> callback)
{
    m_writer->erase(std::move(value), true, std::move(callback));
}

void Journal::findPerson(std::string value, Done<Erased> callback)
{
    m_writer->erase(std::move(value), false, std::move(callback));
}

void Journal::setRetention(const Retention &retention)
{
    m_writer->setRetention(retention);
}

void Journal::setListener(Listener listener)
{
    m_writer->setListener(std::move(listener));
}

std::int64_t Journal::commits() const
{
    return m_writer->commits();
}

void Journal::flush()
{
    m_writer->flush();
}

std::string Journal::notice() const
{
    return m_writer->notice();
}

std::string Journal::filePath() const
{
    return m_writer->path();
}

} // namespace segue
