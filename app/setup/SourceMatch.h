// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"
#include "app/segment/PublicApiTypes.h"

namespace segue {

//! Which source of a workspace a connection stands for. A value.
struct SourceMatch
{
    enum class By { Neither, WriteKey, Slug, Name };
    By by = By::Neither;
    SegmentSource source;

    bool isByKey() const { return by == By::WriteKey; }
    bool isFound() const { return by != By::Neither; }
    //! Whether the key is one of those that the source shows.
    static bool shows(const SegmentSource &source, const Secret &key);
    //! How it was found, as the end of a sentence; translated.
    QString how() const;

    //! By the write key where Segment shows one, else by the slug that goes with the name, else by the name. A source
    //! that shows other keys than the given one is none. `key` may be empty. Pure.
    static SourceMatch of(const QList<SegmentSource> &sources, const QString &connectionName, const Secret &key);
};

} // namespace segue
