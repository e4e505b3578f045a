// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/FilterQuery.h"

#include "ui/log/ChipRow.h"

namespace segue::FilterQuery {

namespace {

void add(EventFilter &filter, const FilterTerm &term)
{
    for (const QString &value : term.values) {
        const std::string word = value.toStdString();
        if (term.field == QStringLiteral("event")) {
            filter.events.push_back(word);
        } else if (const auto state = stateFromWord(word); state && term.field == QStringLiteral("state")) {
            filter.states.push_back(*state);
        } else if (const auto origin = originFromWord(word); origin && term.field == QStringLiteral("origin")) {
            filter.origins.push_back(*origin);
        }
    }
}

} // namespace

EventFilter of(const FilterChoice &choice, const QList<Connection> &connections, qint64 now)
{
    Q_UNUSED(connections)
    EventFilter filter;
    filter.text = choice.search.trimmed().toStdString();
    for (const FilterTerm &term : choice.terms) {
        if (term.on && !term.excluded) {
            add(filter, term);
        }
    }
    if (choice.timeOn) {
        filter.since = choice.time.sinceAt(now);
        filter.until = choice.time.until;
    }
    return filter;
}

QString inWords(const FilterChoice &choice)
{
    QStringList parts;
    for (const FilterTerm &term : choice.terms) {
        if (term.on) {
            parts.append(term.text());
        }
    }
    if (!choice.search.trimmed().isEmpty()) {
        parts.append(choice.search.trimmed());
    }
    if (choice.timeOn && choice.time.isSet()) {
        parts.append(timeRangeText(choice.time));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace segue::FilterQuery
