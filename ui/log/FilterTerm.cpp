// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/FilterTerm.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace segue {

namespace {

constexpr qint64 kMinute = 60'000;

QJsonObject written(const FilterTerm &term)
{
    QJsonObject object{{QStringLiteral("field"), term.field},
                       {QStringLiteral("values"), QJsonArray::fromStringList(term.values)}};
    if (term.excluded) {
        object.insert(QStringLiteral("excluded"), true);
    }
    if (!term.on) {
        object.insert(QStringLiteral("off"), true);
    }
    return object;
}

std::optional<FilterTerm> readTerm(const QJsonObject &object)
{
    FilterTerm term;
    term.field = object.value(QStringLiteral("field")).toString();
    term.excluded = object.value(QStringLiteral("excluded")).toBool();
    term.on = !object.value(QStringLiteral("off")).toBool();
    const QJsonArray values = object.value(QStringLiteral("values")).toArray();
    for (const auto &value : values) {
        if (value.isString() && term.values.size() < FilterChoice::kMostValues) {
            term.values.append(value.toString().left(FilterChoice::kLongestText));
        }
    }
    if (term.field.isEmpty() || term.values.isEmpty()) {
        return {};
    }
    return term;
}

std::optional<qint64> readMoment(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

} // namespace

QString searchWord(const QString &value)
{
    const bool plain = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-' || c == u'@' || c == u'+';
    });
    if (plain && value.front() != u'-') {
        return value;
    }
    QString quoted = value;
    quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + quoted + u'"';
}

QString FilterTerm::text() const
{
    QStringList words;
    std::ranges::transform(values, std::back_inserter(words), searchWord);
    return (excluded ? QStringLiteral("-") : QString()) + field + u':' + words.join(u',');
}

std::optional<qint64> TimeRange::sinceAt(qint64 now) const
{
    return lastMinutes > 0 ? std::optional(now - lastMinutes * kMinute) : since;
}

bool FilterChoice::chooses() const
{
    return !search.trimmed().isEmpty() || (timeOn && time.isSet()) || std::ranges::any_of(terms, &FilterTerm::on);
}

const FilterTerm *FilterChoice::find(const QString &field, bool excluded) const
{
    const auto found = std::ranges::find_if(
        terms, [&](const FilterTerm &term) { return term.field == field && term.excluded == excluded; });
    return found == terms.end() ? nullptr : &*found;
}

void FilterChoice::setValue(const QString &field, const QString &value, bool excluded, bool on)
{
    auto found = std::find_if(terms.begin(), terms.end(),
                              [&](const FilterTerm &term) { return term.field == field && term.excluded == excluded; });
    if (on && found == terms.end()) {
        if (terms.size() < kMostTerms) {
            terms.append({field, {value}, excluded, true});
        }
        return;
    }
    if (found == terms.end()) {
        return;
    }
    if (!on) {
        found->values.removeAll(value);
        if (found->values.isEmpty()) {
            terms.removeAt(found - terms.begin());
        }
        return;
    }
    found->on = true;
    if (!found->values.contains(value) && found->values.size() < kMostValues) {
        found->values.append(value);
    }
}

QByteArray FilterChoice::write() const
{
    QJsonArray array;
    for (const FilterTerm &term : terms) {
        array.append(written(term));
    }
    QJsonObject object{{QStringLiteral("search"), search}, {QStringLiteral("terms"), array}};
    if (time.lastMinutes > 0) {
        object.insert(QStringLiteral("lastMinutes"), time.lastMinutes);
    }
    if (time.since) {
        object.insert(QStringLiteral("since"), *time.since);
    }
    if (time.until) {
        object.insert(QStringLiteral("until"), *time.until);
    }
    if (!timeOn) {
        object.insert(QStringLiteral("timeOff"), true);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<FilterChoice> FilterChoice::read(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject()) {
        return {};
    }
    const QJsonObject object = document.object();
    FilterChoice choice;
    choice.search = object.value(QStringLiteral("search")).toString().left(kLongestText);
    const QJsonArray terms = object.value(QStringLiteral("terms")).toArray();
    for (const auto &value : terms) {
        if (const auto term = readTerm(value.toObject()); term && choice.terms.size() < kMostTerms) {
            choice.terms.append(*term);
        }
    }
    choice.time.lastMinutes = std::clamp(object.value(QStringLiteral("lastMinutes")).toInt(), 0, 10 * 366 * 24 * 60);
    choice.time.since = readMoment(object.value(QStringLiteral("since")));
    choice.time.until = readMoment(object.value(QStringLiteral("until")));
    choice.timeOn = !object.value(QStringLiteral("timeOff")).toBool();
    return choice;
}

} // namespace segue
