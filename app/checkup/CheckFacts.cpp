// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckFacts.h"

#include "app/catalog/WarehouseNames.h"

#include <algorithm>

namespace segue {

SourceFact SourceFact::of(const QList<SegmentSource> &sources, const std::optional<Secret> &key, const QString &name)
{
    SourceFact fact;
    fact.sources = static_cast<int>(sources.size());
    const auto take = [&fact](const SegmentSource &found, Match how) {
        fact.match = how;
        fact.source = found;
        fact.source.writeKeys.clear();
    };
    const QString slug = WarehouseNames::schema(name);
    for (const SegmentSource &source : sources) {
        fact.showsKeys = fact.showsKeys || !source.writeKeys.isEmpty();
        const bool holds =
            key && std::ranges::any_of(source.writeKeys, [&](const Secret &each) { return each.sameAs(*key); });
        if (holds) {
            take(source, Match::ByKey);
            fact.showsKeys = true;
            return fact;
        }
    }
    if (fact.showsKeys && key) {
        return fact;
    }
    for (const SegmentSource &source : sources) {
        const bool named =
            source.name.compare(name, Qt::CaseInsensitive) == 0 || WarehouseNames::schema(source.slug) == slug;
        if (fact.match == Match::None && named) {
            take(source, Match::ByName);
        }
    }
    return fact;
}

void CheckFacts::giveUp(const Missing &missing)
{
    const auto fill = [&missing](auto &...facts) { ((facts = facts ? facts : missing), ...); };
    fill(key, twins, probe, endpoint, source, outlets, schema, day, application, feed, queue);
}

} // namespace segue
