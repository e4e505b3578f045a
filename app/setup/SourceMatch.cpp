// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/SourceMatch.h"

#include "app/catalog/WarehouseNames.h"

#include <QCoreApplication>

#include <algorithm>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::SourceMatch)
};

} // namespace

bool SourceMatch::shows(const SegmentSource &source, const Secret &key)
{
    return std::ranges::any_of(source.writeKeys, [&](const Secret &each) { return each.sameAs(key); });
}

QString SourceMatch::how() const
{
    switch (by) {
    case By::WriteKey:
        return Text::tr("found by its write key");
    case By::Slug:
        return Text::tr("found by its slug; its write key was not compared");
    case By::Name:
        return Text::tr("found by its name; its write key was not compared");
    case By::Neither:
        break;
    }
    return {};
}

SourceMatch SourceMatch::of(const QList<SegmentSource> &sources, const QString &connectionName, const Secret &key)
{
    if (!key.isEmpty()) {
        for (const SegmentSource &source : sources) {
            if (shows(source, key)) {
                return {By::WriteKey, source};
            }
        }
    }
    const QString name = connectionName.trimmed();
    const QString slug = WarehouseNames::schema(name);
    const auto mayBe = [&](const SegmentSource &each) { return key.isEmpty() || each.writeKeys.isEmpty(); };
    for (const SegmentSource &source : sources) {
        const bool fits = source.slug == name || (!slug.isEmpty() && WarehouseNames::schema(source.slug) == slug);
        if (fits && mayBe(source)) {
            return {By::Slug, source};
        }
    }
    for (const SegmentSource &source : sources) {
        if (!name.isEmpty() && source.name.compare(name, Qt::CaseInsensitive) == 0 && mayBe(source)) {
            return {By::Name, source};
        }
    }
    return {};
}

} // namespace segue
