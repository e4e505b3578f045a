// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckFacts.h"

#include <algorithm>

namespace segue {

SourceFact SourceFact::of(const QList<SegmentSource> &sources, const std::optional<Secret> &key, const QString &name)
{
    SourceFact fact;
    fact.sources = static_cast<int>(sources.size());
    fact.showsKeys =
        std::ranges::any_of(sources, [](const SegmentSource &source) { return !source.writeKeys.isEmpty(); });
    fact.match = SourceMatch::of(sources, name, key.value_or(Secret()));
    fact.match.source.writeKeys.clear();
    return fact;
}

void CheckFacts::giveUp(const Missing &missing)
{
    const auto fill = [&missing](auto &...facts) { ((facts = facts ? facts : missing), ...); };
    fill(key, twins, probe, endpoint, source, outlets, schema, day, application, feed, queue);
}

} // namespace segue
