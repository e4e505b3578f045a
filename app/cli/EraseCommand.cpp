// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Await.h"
#include "app/cli/Command.h"
#include "app/cli/Options.h"
#include "app/cli/Session.h"
#include "app/cli/Terminal.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::EraseCommand)
};

const QString kUserId = QStringLiteral("user-id");
const QString kHwid = QStringLiteral("hwid");
const QString kYes = QStringLiteral("yes");

int shown(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, 2'000'000'000));
}

std::int64_t undelivered(const StateCounts &counts)
{
    std::int64_t sum = 0;
    for (int i = 0; i < kEventStateCount; ++i) {
        sum += isUndelivered(static_cast<EventState>(i)) ? counts.counts[i] : 0;
    }
    return sum;
}

//! “3 accepted, 1 queued”: by the words of the filter.
QString byState(const StateCounts &counts)
{
    QStringList parts;
    for (int i = 0; i < kEventStateCount; ++i) {
        if (counts.counts[i] != 0) {
            parts.append(QString::number(counts.counts[i]) + u' ' +
                         QString::fromUtf8(stateWord(static_cast<EventState>(i))));
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString whatGoes(const StateCounts &counts)
{
    if (counts.total() == 0) {
        return Text::tr("No event of this person is in the log. What other events' attempts say about them, and traces "
                        "of what was removed before, would still be cleared.");
    }
    QString sentence =
        Text::tr("%n event(s) of this person would be erased for good (%1).", nullptr, shown(counts.total()))
            .arg(byState(counts));
    if (const std::int64_t waiting = undelivered(counts); waiting > 0) {
        sentence +=
            u' ' + Text::tr("%n of them have not been delivered yet and never will be.", nullptr, shown(waiting));
    }
    return sentence;
}

std::optional<Result<Journal::Erased>> ask(Session &session, const QString &value, bool remove, const Stop *stop)
{
    return awaitAnswer<Result<Journal::Erased>>(
        [&](QObject *context, std::function<void(Result<Journal::Erased>)> callback) {
            session->log().erase(value, remove, context, std::move(callback));
        },
        stop);
}

QJsonObject json(const Journal::Erased &erased)
{
    QJsonObject states;
    for (int i = 0; i < kEventStateCount; ++i) {
        if (erased.entries.counts[i] != 0) {
            states.insert(QString::fromUtf8(stateWord(static_cast<EventState>(i))), qint64{erased.entries.counts[i]});
        }
    }
    QJsonArray files;
    for (const std::string &file : erased.otherFiles) {
        files.append(QString::fromStdString(file));
    }
    return {{QStringLiteral("erased"), qint64{erased.entries.total()}},
            {QStringLiteral("states"), states},
            {QStringLiteral("cleared"), erased.cleared},
            {QStringLiteral("otherFiles"), files}};
}

//! Nothing: go on; else the status to end with.
std::optional<int> confirm(Session &session, const QString &value, const Options &options, const Invocation &call)
{
    if (options.has(kYes)) {
        return std::nullopt;
    }
    const auto found = ask(session, value, false, &call.stop);
    if (!found) {
        return kFailed;
    }
    if (!*found) {
        call.out.failure(found->error().userText);
        return statusOf(found->error());
    }
    const QString sentence = whatGoes(found->value().entries);
    if (!Terminal::isInteractive()) {
        call.out.note(sentence);
        return options.wrong(Text::tr("Nobody can be asked here: give --yes. Nothing was erased."), call.out);
    }
    if (!Terminal(call.out, call.stop).confirms(sentence + u' ' + Text::tr("Erase them?"))) {
        call.out.note(Text::tr("Nothing was erased."));
        return kFailed;
    }
    return std::nullopt;
}

int report(const Journal::Erased &erased, const Options &options, Output &out)
{
    if (options.json()) {
        out.json(json(erased));
    } else if (erased.entries.total() == 0) {
        out.result(Text::tr("No event of this person was in the log."));
    } else {
        out.result(Text::tr("%n event(s) were erased (%1).", nullptr, shown(erased.entries.total()))
                       .arg(byState(erased.entries)));
    }
    if (!erased.otherFiles.empty()) {
        QStringList names;
        for (const std::string &file : erased.otherFiles) {
            names.append(QString::fromStdString(file));
        }
        out.warning(Text::tr("Damaged logs that were set aside may hold events of this person. They were not touched; "
                             "delete them if they are not needed: %1")
                        .arg(plainText(names.join(QStringLiteral(", ")))));
    }
    if (!erased.cleared) {
        out.failure(Text::tr("The events are gone, but traces of them may be left in the file: another program was "
                             "reading it, or the disk has no room to write it anew. Give the command again."));
        return kFailed;
    }
    if (!options.json()) {
        out.result(Text::tr("No trace of them is left in the files of the log."));
    }
    return kDone;
}

} // namespace

int runErase(const Invocation &call)
{
    Options options(
        QStringLiteral("erase"), {},
        Text::tr("Erases a person from the log of this computer: all their events, in whatever state, with what was\n"
                 "kept of their attempts. The value is looked for as userId and as HWID, since one is often used as\n"
                 "the other. Works beside a running window. What Segment was sent is not touched. Asks first."));
    options.addValue(kUserId, QStringLiteral("U"), Text::tr("the person's userId"));
    options.addValue(kHwid, QStringLiteral("H"), Text::tr("the person's HWID (anonymousId)"));
    options.addFlag(kYes, Text::tr("do not ask"));
    options.addExample(QStringLiteral("segue erase --user-id 4711"),
                       Text::tr("says how many events that are, and asks"));
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    if (const auto sentence = options.conflict({kUserId, kHwid})) {
        return options.wrong(*sentence, call.out);
    }
    const QString value = options.has(kUserId) ? options.text(kUserId) : options.text(kHwid);
    if (value.isEmpty()) {
        return options.wrong(Text::tr("Say whom: --user-id or --hwid, with a value."), call.out);
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    if (const auto status = confirm(*session, value, options, call)) {
        return *status;
    }
    // Half of it would be of no use to anybody, so from here on it goes through.
    const auto erased = ask(*session, value, true, nullptr);
    if (!*erased) {
        call.out.failure(erased->error().userText);
        return statusOf(erased->error());
    }
    return report(erased->value(), options, call.out);
}

} // namespace segue::cli
