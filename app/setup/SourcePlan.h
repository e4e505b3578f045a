// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/segment/PublicApiTypes.h"

#include <QStringList>

#include <optional>

namespace segue {

//! A source that is to be made in a workspace of Segment, and what a person is told about it before. A value.
struct SourcePlan
{
    SegmentWorkspace workspace;
    CatalogSource kind;
    QString name;
    QString slug;
    bool enabled = true;
    std::optional<SegmentLabel> label; //!< for the environment; none is put on it when absent
    //! Whether the workspace has the label; nothing when it did not say, and then the label is made if need be.
    std::optional<bool> labelExists;
    QJsonObject settings;   //!< those that differ from what Segment takes by itself, by CatalogOption::name
    QStringList takenSlugs; //!< of all sources of the workspace

    bool operator==(const SourcePlan &) const = default;

    //! Everything that will be done in the workspace and with the key, one sentence each, for people.
    QStringList sentences() const;
    //! Why it cannot be made like this, for people; empty when it can.
    QString fault() const;
    //! Options without which Segment makes no source, and for which Segue has no field.
    QStringList missingOptions() const;

    //! `pushwoosh_prod` for `Pushwoosh_Prod`. Which characters Segment takes is not documented; its own sample has
    //! small letters, digits, `-` and `_` (Segment reference 3.5).
    static QString slugOf(const QString &name);
    //! The slug, or with `_2` and on the first that is free; upper and lower case are the same.
    static QString freeSlug(const QString &slug, const QStringList &taken);
    //! `environment`, with the environment's word.
    static SegmentLabel labelOf(Environment environment);
    //! Whether Segue has a field for the option: a text, a password, a number, or yes and no.
    static bool hasField(const CatalogOption &option);
    //! Its value is shown nowhere.
    static bool isPassword(const CatalogOption &option);
    //! The options that Segue has no field for, such as lists, by the names that people read.
    QStringList optionsWithoutField() const;
};

} // namespace segue
