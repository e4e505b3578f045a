// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/Words.h"

namespace segue {

namespace {

//! Captures may bring any number of names; above this the caches start anew.
constexpr std::size_t kMostCached = 50'000;

std::string cacheKey(WordKind kind, std::string_view text)
{
    std::string key(1, static_cast<char>(kind));
    key += text;
    return key;
}

} // namespace

JournalResult<Words> Words::prepare(SqlDatabase &database)
{
    JournalResult<SqlStatement> insert = database.prepare("INSERT INTO word(kind, text) VALUES(?1, ?2) RETURNING id");
    JournalResult<SqlStatement> find = database.prepare("SELECT id FROM word WHERE kind=?1 AND text=?2");
    JournalResult<SqlStatement> text = database.prepare("SELECT text FROM word WHERE id=?1");
    JournalResult<SqlStatement> all = database.prepare("SELECT id, text FROM word WHERE kind=?1");
    for (const JournalResult<SqlStatement> *statement : {&insert, &find, &text, &all}) {
        if (!*statement) {
            return statement->error();
        }
    }
    Words words;
    words.m_insert = std::move(insert).value();
    words.m_find = std::move(find).value();
    words.m_text = std::move(text).value();
    words.m_all = std::move(all).value();
    return words;
}

JournalResult<std::int64_t> Words::numberFor(WordKind kind, std::string_view text)
{
    JournalResult<std::int64_t> found = find(kind, text);
    if (!found || found.value() >= 0) {
        return found;
    }
    const StatementScope scope(m_insert);
    m_insert.bind(1, static_cast<std::int64_t>(kind)).bindText(2, text);
    const JournalResult<bool> row = m_insert.step();
    if (!row) {
        return row.error();
    }
    const std::int64_t number = m_insert.integer(0);
    m_numbers.emplace(cacheKey(kind, text), number);
    return number;
}

JournalResult<std::int64_t> Words::find(WordKind kind, std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    std::string key = cacheKey(kind, text);
    if (const auto known = m_numbers.find(key); known != m_numbers.end()) {
        return known->second;
    }
    const StatementScope scope(m_find);
    m_find.bind(1, static_cast<std::int64_t>(kind)).bindText(2, text);
    const JournalResult<bool> row = m_find.step();
    if (!row) {
        return row.error();
    }
    if (!row.value()) {
        return -1;
    }
    if (m_numbers.size() >= kMostCached) {
        m_numbers.clear();
    }
    const std::int64_t number = m_find.integer(0);
    m_numbers.emplace(std::move(key), number);
    return number;
}

JournalResult<std::vector<std::int64_t>> Words::matching(WordKind kind,
                                                         const std::function<bool(std::string_view)> &means)
{
    std::vector<std::int64_t> numbers;
    if (means({})) {
        numbers.push_back(0);
    }
    const StatementScope scope(m_all);
    m_all.bind(1, static_cast<std::int64_t>(kind));
    for (;;) {
        const JournalResult<bool> row = m_all.step();
        if (!row) {
            return row.error();
        }
        if (!row.value()) {
            return numbers;
        }
        if (means(m_all.text(1))) {
            numbers.push_back(m_all.integer(0));
        }
    }
}

JournalResult<std::string> Words::text(std::int64_t number)
{
    if (number == 0) {
        return std::string();
    }
    if (const auto known = m_texts.find(number); known != m_texts.end()) {
        return known->second;
    }
    const StatementScope scope(m_text);
    m_text.bind(1, number);
    const JournalResult<bool> row = m_text.step();
    if (!row) {
        return row.error();
    }
    if (!row.value()) {
        return JournalError{JournalError::Kind::Damaged, "no word " + std::to_string(number)};
    }
    if (m_texts.size() >= kMostCached) {
        m_texts.clear();
    }
    std::string text(m_text.text(0));
    m_texts.emplace(number, text);
    return text;
}

void Words::forget()
{
    m_numbers.clear();
    m_texts.clear();
}

} // namespace segue
