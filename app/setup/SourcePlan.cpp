// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/SourcePlan.h"

#include "app/exports/PlainText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

constexpr qsizetype kLongestShown = 100;
constexpr qsizetype kLongestSlug = 100;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::SourcePlan)
};

QString shown(const QString &text)
{
    return plainTextCut(text, kLongestShown);
}

QString shown(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? Text::tr("yes") : Text::tr("no");
    }
    return value.isDouble() ? QString::number(value.toDouble()) : shown(value.toString());
}

QString labelOfOption(const CatalogOption &option)
{
    return shown(option.label.isEmpty() ? option.name : option.label);
}

bool isTaken(const QString &slug, const QStringList &taken)
{
    return taken.contains(slug, Qt::CaseInsensitive);
}

bool isSlugCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
}

} // namespace

QString SourcePlan::slugOf(const QString &name)
{
    QString slug;
    const QString small = name.trimmed().toLower().left(kLongestSlug);
    for (const QChar c : small) {
        if (isSlugCharacter(c)) {
            slug += c;
        } else if (!slug.isEmpty() && !slug.endsWith(u'_')) {
            slug += u'_';
        }
    }
    while (slug.endsWith(u'_')) {
        slug.chop(1);
    }
    return slug.isEmpty() ? u"pushwoosh"_s : slug;
}

QString SourcePlan::freeSlug(const QString &slug, const QStringList &taken)
{
    QString free = slug;
    for (int number = 2; isTaken(free, taken); ++number) {
        free = slug + u'_' + QString::number(number);
    }
    return free;
}

SegmentLabel SourcePlan::labelOf(Environment environment)
{
    return {u"environment"_s, environmentWord(environment), {}};
}

bool SourcePlan::isPassword(const CatalogOption &option)
{
    return option.type.compare("password"_L1, Qt::CaseInsensitive) == 0;
}

QStringList SourcePlan::optionsWithoutField() const
{
    QStringList names;
    for (const CatalogOption &option : kind.options) {
        if (!hasField(option)) {
            names.append(labelOfOption(option));
        }
    }
    return names;
}

bool SourcePlan::hasField(const CatalogOption &option)
{
    static const QStringList known{u"string"_s, u"text"_s, u"number"_s, u"integer"_s, u"boolean"_s, u"checkbox"_s};
    return isPassword(option) || known.contains(option.type.toLower());
}

QStringList SourcePlan::missingOptions() const
{
    QStringList missing;
    for (const CatalogOption &option : kind.options) {
        const bool isEmpty =
            settings.value(option.name).isUndefined() || settings.value(option.name) == QJsonValue(QString());
        const QJsonValue byItself = option.defaultValue;
        const bool hasDefault = !byItself.isNull() && !byItself.isUndefined() && byItself != QJsonValue(QString());
        if (option.required && isEmpty && !hasDefault) {
            missing.append(labelOfOption(option));
        }
    }
    return missing;
}

QString SourcePlan::fault() const
{
    if (name.trimmed().isEmpty()) {
        return Text::tr("Give the source a name.");
    }
    if (slug.isEmpty() || !std::all_of(slug.begin(), slug.end(), isSlugCharacter)) {
        return Text::tr("A slug has small letters, digits, “-” and “_” only: %1 would do.").arg(slugOf(slug));
    }
    if (isTaken(slug, takenSlugs)) {
        return Text::tr("Another source of the workspace has the slug %1; %2 is free.")
            .arg(shown(slug), freeSlug(slug, takenSlugs));
    }
    const QStringList missing = missingOptions();
    const QStringList fieldless = optionsWithoutField();
    if (std::any_of(missing.begin(), missing.end(), [&](const QString &each) { return fieldless.contains(each); })) {
        return Text::tr("Segment wants a value for %1, which Segue has no field for: add the source in Segment by hand, "
                        "and paste its key.")
            .arg(missing.join(Text::tr(", ", "between the names of settings")));
    }
    if (!missing.isEmpty()) {
        return Text::tr("Segment wants a value for: %1.")
            .arg(missing.join(Text::tr(", ", "between the names of settings")));
    }
    return {};
}

QStringList SourcePlan::sentences() const
{
    QStringList told{
        Text::tr("A source of the kind “%1” is made in the workspace “%2”. It is called “%3”, with the slug %4.")
            .arg(shown(kind.name), shown(workspace.name), shown(name.trimmed()), shown(slug))};
    told.append(enabled
                    ? Text::tr("It is switched on.")
                    : Text::tr("It is switched off: Segment drops its events until somebody switches it on there."));
    told.append(Text::tr("Segment connects a new source to all warehouses of the workspace by itself."));
    if (label) {
        const QString text = shown(label->key) + u':' + shown(label->value);
        if (labelExists == true) {
            told.append(Text::tr("It gets the workspace's label %1.").arg(text));
        } else if (labelExists == false) {
            told.append(Text::tr("The workspace has no label %1: it is made, and put on the source.").arg(text));
        } else {
            told.append(Text::tr("It gets the label %1, which is made if the workspace has none.").arg(text));
        }
    }
    for (const CatalogOption &option : kind.options) {
        if (settings.contains(option.name) && isPassword(option)) {
            told.append(Text::tr("Its setting %1 is set to what you typed. It goes to Segment and is not kept.",
                                 "name of a setting")
                            .arg(labelOfOption(option)));
        } else if (settings.contains(option.name)) {
            told.append(Text::tr("Its setting %1 is: %2.", "name of a setting, its value")
                            .arg(labelOfOption(option), shown(settings.value(option.name))));
        }
    }
    if (const QStringList names = optionsWithoutField(); !names.isEmpty()) {
        told.append(Text::tr("Not set from here, but in Segment, on the source's settings page: %1.", "names of settings")
                        .arg(names.join(Text::tr(", ", "between the names of settings"))));
    }
    told.append(
        Text::tr("Its write key goes into the keychain and is not shown. Nothing else changes in the workspace."));
    return told;
}

} // namespace segue
