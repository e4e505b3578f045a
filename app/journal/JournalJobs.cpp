// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/JournalJobs.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace segue {

namespace {

//! Of an entry, beside its texts.
constexpr std::size_t kEntryBytes = 512;

std::shared_ptr<Executor> placeOf(const AnyJob &job)
{
    return std::visit([](const auto &any) { return any.answerOn; }, job);
}

void giveAnswer(AnyJob &job)
{
    std::visit(
        [](auto &any) {
            if (!any.callback) {
                return;
            }
            if (any.status.ok()) {
                any.callback(std::move(any.answer));
            } else {
                any.callback(any.status.error());
            }
        },
        job);
}

void giveThere(const std::shared_ptr<Executor> &place, std::vector<AnyJob> jobs)
{
    if (place == nullptr) {
        std::ranges::for_each(jobs, giveAnswer);
        return;
    }
    // The jobs go along, so that what was made there is also freed there.
    place->run(
        [part = std::make_shared<std::vector<AnyJob>>(std::move(jobs))] { std::ranges::for_each(*part, giveAnswer); });
}

} // namespace

std::size_t weightOf(const AnyJob &job)
{
    if (const auto *append = std::get_if<AppendJob>(&job)) {
        return append->request.size();
    }
    if (const auto *record = std::get_if<RecordJob>(&job)) {
        return record->request.size();
    }
    if (const auto *hand = std::get_if<HandJob>(&job)) {
        return hand->request.ids.size();
    }
    return 1;
}

std::size_t bytesOf(const std::vector<NewEntry> &entries)
{
    std::size_t bytes = 0;
    for (const NewEntry &entry : entries) {
        bytes += entry.payload.size() + entry.secondPart.size() + kEntryBytes;
    }
    return bytes;
}

std::size_t bytesOf(const AnyJob &job)
{
    return std::visit([](const auto &any) { return any.bytes; }, job);
}

bool standsAlone(const AnyJob &job)
{
    return std::holds_alternative<RemoveJob>(job) || std::holds_alternative<ScrubJob>(job);
}

void setStatus(AnyJob &job, const JournalStatus &status)
{
    std::visit(
        [&status](auto &any) {
            if (any.status.ok()) {
                any.status = status;
            }
        },
        job);
}

void giveAnswers(std::vector<AnyJob> jobs)
{
    for (auto from = jobs.begin(); from != jobs.end();) {
        const std::shared_ptr<Executor> place = placeOf(*from);
        const auto to = std::find_if(from, jobs.end(), [&place](const AnyJob &job) { return placeOf(job) != place; });
        if (from == jobs.begin() && to == jobs.end()) {
            giveThere(place, std::move(jobs));
            return;
        }
        giveThere(place, {std::make_move_iterator(from), std::make_move_iterator(to)});
        from = to;
    }
}

} // namespace segue
