// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonDiff.h"

#include "app/segment/JsonPlace.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

//! A value that holds no other.
struct Leaf
{
    QString path;
    QByteArray text;
};

//! The paths with doubles told apart, below a double too.
QStringList uniquePaths(const JsonOutline &outline)
{
    QStringList paths;
    std::vector<int> items(outline.nodes().size(), 0);
    QHash<std::pair<int, QByteArrayView>, int> seen;
    for (const JsonNode &node : outline.nodes()) {
        if (node.parent < 0) {
            paths.append(QString());
            continue;
        }
        const auto parent = static_cast<std::size_t>(node.parent);
        if (outline.nodes()[parent].kind == JsonKind::Array) {
            paths.append(JsonPlace::withItem(paths.at(node.parent), items[parent]++));
            continue;
        }
        const int times = ++seen[{node.parent, node.name}];
        const QString path = JsonPlace::withName(paths.at(node.parent), node.name);
        paths.append(times == 1 ? path : QString(path + u'#' + QString::number(times)));
    }
    return paths;
}

QList<Leaf> leaves(const QByteArray &text, const JsonOutline &outline)
{
    const QStringList paths = uniquePaths(outline);
    std::vector<bool> holds(outline.nodes().size(), false);
    for (const JsonNode &node : outline.nodes()) {
        if (node.parent >= 0) {
            holds[static_cast<std::size_t>(node.parent)] = true;
        }
    }
    QList<Leaf> result;
    for (std::size_t i = 0; i < outline.nodes().size(); ++i) {
        const JsonNode &node = outline.nodes()[i];
        if (holds[i]) {
            continue;
        }
        const bool empty = node.kind == JsonKind::Object || node.kind == JsonKind::Array;
        result.append(
            {paths.at(static_cast<qsizetype>(i)), empty ? QByteArray(node.kind == JsonKind::Object ? "{}" : "[]")
                                                        : text.mid(node.begin, node.end - node.begin)});
    }
    return result;
}

bool isIncidental(const QString &path)
{
    static const QStringList all{u"messageId"_s, u"timestamp"_s, u"sentAt"_s, u"receivedAt"_s, u"originalTimestamp"_s};
    return all.contains(path);
}

QHash<QString, QByteArray> byPath(const QList<Leaf> &leaves)
{
    QHash<QString, QByteArray> result;
    for (const Leaf &leaf : leaves) {
        result.insert(leaf.path, leaf.text);
    }
    return result;
}

} // namespace

bool JsonComparison::isEqualButForIdsAndTimes() const
{
    return !differences.isEmpty() && std::all_of(differences.begin(), differences.end(),
                                                 [](const JsonDifference &each) { return each.incidental; });
}

JsonComparison compareJson(const QByteArray &left, const QByteArray &right)
{
    using Kind = JsonDifference::Kind;
    JsonComparison result;
    const auto leftOutline = JsonOutline::read(left, JsonOutline::kDeepest);
    const auto rightOutline = JsonOutline::read(right, JsonOutline::kDeepest);
    if (!leftOutline || !rightOutline) {
        result.readable = false;
        if (left != right) {
            result.differences.append({Kind::Changed, {}, left, right, false});
        }
        return result;
    }
    const QList<Leaf> leftLeaves = leaves(left, leftOutline.value());
    const QList<Leaf> rightLeaves = leaves(right, rightOutline.value());
    const QHash<QString, QByteArray> inLeft = byPath(leftLeaves);
    const QHash<QString, QByteArray> inRight = byPath(rightLeaves);

    // What is new stands behind the path that both have and that comes before it on the right.
    QHash<QString, QList<JsonDifference>> newBehind;
    QString anchor;
    bool anchored = false;
    QList<JsonDifference> newInFront;
    for (const Leaf &leaf : rightLeaves) {
        if (inLeft.contains(leaf.path)) {
            anchor = leaf.path;
            anchored = true;
        } else {
            (anchored ? newBehind[anchor] : newInFront)
                .append({Kind::Added, leaf.path, {}, leaf.text, isIncidental(leaf.path)});
        }
    }
    result.differences = newInFront;
    for (const Leaf &leaf : leftLeaves) {
        const auto other = inRight.constFind(leaf.path);
        if (other == inRight.constEnd()) {
            result.differences.append({Kind::Removed, leaf.path, leaf.text, {}, isIncidental(leaf.path)});
        } else if (*other != leaf.text) {
            result.differences.append({Kind::Changed, leaf.path, leaf.text, *other, isIncidental(leaf.path)});
        } else {
            ++result.same;
        }
        result.differences += newBehind.value(leaf.path);
    }
    return result;
}

} // namespace segue
