// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LogRequest.h"

#include "app/cli/TextTable.h"
#include "app/core/TimeText.h"
#include "app/exports/PlainText.h"
#include "app/journal/SearchFields.h"
#include "app/journal/SearchLanguage.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::LogRequest)
};

// How much of a search is shown around a mistake, in UTF-16 units.
constexpr qsizetype kShownBefore = 40;
constexpr qsizetype kShownMistake = 60;
constexpr qsizetype kShownBehind = 20;

const QString kConnection = QStringLiteral("connection");
const QString kEvent = QStringLiteral("event");
const QString kState = QStringLiteral("state");
const QString kOrigin = QStringLiteral("origin");
const QString kSince = QStringLiteral("since");
const QString kUntil = QStringLiteral("until");
const QString kSearch = QStringLiteral("search");
const QString kLimit = QStringLiteral("limit");
const QString kFollow = QStringLiteral("follow");
const QString kFormat = QStringLiteral("format");
const QString kOutput = QStringLiteral("output");
const QString kHideIdentities = QStringLiteral("hide-identities");
const QString kJson = QStringLiteral("json");

QStringList listOf(const QString &text)
{
    QStringList parts;
    const QStringList given = text.split(u',');
    for (const QString &part : given) {
        if (!part.trimmed().isEmpty()) {
            parts.append(part.trimmed());
        }
    }
    return parts;
}

QString wordsOf(SearchField field)
{
    return SearchFields::words(field).join(QStringLiteral(", "));
}

//! Reads a list of words into values. False when one of them is none, or when there is none.
template <class Value>
bool readWords(const QString &text, std::optional<Value> (*fromWord)(std::string_view), std::vector<Value> &to)
{
    const QStringList words = listOf(text.toLower());
    for (const QString &word : words) {
        const std::optional<Value> value = fromWord(word.toStdString());
        if (!value) {
            return false;
        }
        to.push_back(*value);
    }
    return !words.isEmpty();
}

bool readTime(const Options &options, const QString &name, std::int64_t now, std::optional<std::int64_t> &to,
              Output &out)
{
    if (options.has(name)) {
        to = TimeText::point(options.text(name), now);
        if (!to) {
            options.wrongValue(name, Text::tr("a time in ISO 8601, or one such as 10m, 2h or 7d ago"), out);
            return false;
        }
    }
    return true;
}

//! The piece of the search around its mistake, and a line that points at it.
QString pointedOut(const QString &search, const SearchMistake &mistake)
{
    const qsizetype begin = std::max<qsizetype>(mistake.begin - kShownBefore, 0);
    const qsizetype length = std::min(mistake.length, kShownMistake);
    const qsizetype end = mistake.begin + length;
    const QString before =
        (begin > 0 ? QStringLiteral("…") : QString()) + plainText(search.sliced(begin, mistake.begin - begin));
    const QString wrong = plainText(search.sliced(mistake.begin, length));
    const QString after = plainTextCut(search.sliced(end), kShownBehind);
    const int width = std::max(TextTable::width(wrong), 1);
    return QStringLiteral("  %1%2%3\n  %4%5")
        .arg(before, wrong, after, QString(TextTable::width(before), u' '), QString(width, u'^'));
}

bool readSearch(const Options &options, std::int64_t now, EventFilter &filter, Output &out)
{
    const QString text = options.text(kSearch);
    Result<Search, SearchMistake> search = SearchLanguage::read(text, now);
    if (!search) {
        options.wrong(QStringLiteral("--search: %1\n%2")
                          .arg(plainText(search.error().sentence), pointedOut(text, search.error())),
                      out);
        return false;
    }
    filter.search = std::move(search).value();
    return true;
}

bool readFilter(const Options &options, std::int64_t now, EventFilter &filter, Output &out)
{
    if (options.has(kEvent)) {
        const QStringList events = listOf(options.text(kEvent));
        for (const QString &event : events) {
            filter.events.push_back(event.toStdString());
        }
        if (events.isEmpty()) {
            options.wrongValue(kEvent, Text::tr("names of events, joined by commas"), out);
            return false;
        }
    }
    if (options.has(kState) && !readWords(options.text(kState), stateFromWord, filter.states)) {
        options.wrongValue(kState, wordsOf(SearchField::State), out);
        return false;
    }
    if (options.has(kOrigin) && !readWords(options.text(kOrigin), originFromWord, filter.origins)) {
        options.wrongValue(kOrigin, wordsOf(SearchField::Origin), out);
        return false;
    }
    if (!readTime(options, kSince, now, filter.since, out) || !readTime(options, kUntil, now, filter.until, out)) {
        return false;
    }
    if (filter.since && filter.until && *filter.since >= *filter.until) {
        options.wrong(Text::tr("--since lies after --until: nothing can be between them."), out);
        return false;
    }
    return readSearch(options, now, filter, out);
}

bool readFormat(const Options &options, LogFormat &format, Output &out)
{
    if (const auto sentence = options.conflict({kJson, kFormat})) {
        options.wrong(*sentence, out);
        return false;
    }
    const QString word = options.has(kJson) ? QStringLiteral("ndjson") : options.text(kFormat).toLower();
    if (word == u"ndjson") {
        format = LogFormat::Ndjson;
    } else if (word == u"csv") {
        format = LogFormat::Csv;
    } else if (word == u"har") {
        format = LogFormat::Har;
    } else if (options.has(kFormat) && word != u"table") {
        options.wrongValue(kFormat, QStringLiteral("table, ndjson, csv, har"), out);
        return false;
    }
    return true;
}

//! What can only be written as a whole goes with neither a file nor a format that it does not fit.
bool fitsTogether(const Options &options, const LogRequest &request, Output &out)
{
    if (const auto sentence = options.conflict({kFollow, kOutput})) {
        options.wrong(*sentence, out);
        return false;
    }
    if (request.follow && request.format == LogFormat::Har) {
        options.wrong(Text::tr("--follow never ends, and --format har is complete only at its end: use one of them."),
                      out);
        return false;
    }
    if (options.has(kOutput) && request.output.isEmpty()) {
        options.wrongValue(kOutput, Text::tr("the name of a file"), out);
        return false;
    }
    if (options.has(kOutput) && request.format == LogFormat::Table) {
        options.wrong(Text::tr("--output needs --format ndjson, csv or har."), out);
        return false;
    }
    return true;
}

} // namespace

void LogRequest::addOptions(Options &options)
{
    options.addValue(kConnection, QStringLiteral("C"), Text::tr("events of this connection, by name or id"));
    options.addValue(kEvent, QStringLiteral("NAMES"), Text::tr("events of these exact names, joined by commas"));
    options.addValue(kState, QStringLiteral("WORDS"), Text::tr("in these states, such as refused,blocked,gave-up"));
    options.addValue(kOrigin, QStringLiteral("WORDS"), Text::tr("from composer, webhook, capture, echo or import"));
    options.addValue(kSince, QStringLiteral("TIME"), Text::tr("received at or after: ISO 8601, or 10m, 2h, 7d ago"));
    options.addValue(kUntil, QStringLiteral("TIME"), Text::tr("received before"));
    options.addValue(kSearch, QStringLiteral("TEXT"),
                     Text::tr("words, \"phrases\", field:value, -field:value, time>10m, OR: see the examples"));
    options.addValue(kLimit, QStringLiteral("N"), Text::tr("the newest N of them (default 1000, with --output all)"));
    options.addFlag(kFollow, Text::tr("go on with what comes; an event is shown again when its state changes"));
    options.addValue(kFormat, QStringLiteral("FORMAT"),
                     Text::tr("table (default), ndjson, csv, or har (the attempts); --json means ndjson"));
    options.addValue(kOutput, QStringLiteral("FILE"),
                     Text::tr("write this file, as a whole or not at all, readable by you only"));
    options.addFlag(kHideIdentities, Text::tr("mask what tells who a person is: ids, addresses, numbers, traits"));
}

std::optional<LogRequest> LogRequest::read(const Options &options, std::int64_t now, Output &out)
{
    LogRequest request;
    request.connection = options.text(kConnection);
    request.follow = options.has(kFollow);
    if (options.has(kConnection) && request.connection.isEmpty()) {
        options.wrongValue(kConnection, Text::tr("the name or id of a connection"), out);
        return std::nullopt;
    }
    // A file is asked for to have all of it.
    constexpr int kAll = std::numeric_limits<int>::max();
    const auto limit = options.number(kLimit, options.has(kOutput) ? kAll : 1000, 1, std::numeric_limits<int>::max(), out);
    if (!limit || !readFilter(options, now, request.filter, out) || !readFormat(options, request.format, out)) {
        return std::nullopt;
    }
    request.limit = static_cast<std::size_t>(*limit);
    request.output = options.text(kOutput);
    request.hideIdentities = options.has(kHideIdentities);
    if (!fitsTogether(options, request, out)) {
        return std::nullopt;
    }
    return request;
}

Status LogRequest::resolve(const ConnectionStore &connections)
{
    if (connection.isEmpty()) {
        return done;
    }
    const Result<Connection> found = connections.findByText(connection);
    if (found) {
        filter.connection = found.value().id.key();
        return done;
    }
    const ConnectionId id = ConnectionId::fromText(connection);
    if (id.isNull()) {
        return found.error();
    }
    filter.connection = id.key();
    return done;
}

} // namespace segue::cli
