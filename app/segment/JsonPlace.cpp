// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonPlace.h"

#include <QStringList>

#include <algorithm>

namespace segue::JsonPlace {

namespace {

bool isPlain(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'$' || c == u'@' || c.isSurrogate();
    });
}

QString quoted(const QString &name)
{
    QString text = name;
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text + u'"';
}

QString joined(const QString &parent, const QString &step)
{
    return parent.isEmpty() ? step : QString(parent + u'.' + step);
}

} // namespace

QString withName(const QString &parent, const QByteArray &name)
{
    const QString text = QString::fromUtf8(name);
    return joined(parent, isPlain(text) ? text : quoted(text));
}

QString withItem(const QString &parent, int item)
{
    return joined(parent, QString::number(item));
}

QStringList all(const JsonOutline &outline)
{
    QStringList paths;
    const std::vector<JsonNode> &nodes = outline.nodes();
    std::vector<int> items(nodes.size(), 0);
    for (const JsonNode &node : nodes) {
        if (node.parent < 0) {
            paths.append(QString());
            continue;
        }
        const auto parent = static_cast<std::size_t>(node.parent);
        const QString &above = paths.at(node.parent);
        const bool item = nodes[parent].kind == JsonKind::Array;
        paths.append(item ? withItem(above, items[parent]++) : withName(above, node.name));
    }
    return paths;
}

} // namespace segue::JsonPlace
