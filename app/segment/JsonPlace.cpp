// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonPlace.h"

#include <QStringList>

namespace segue::JsonPlace {

namespace {

bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-' ||
           c == u'$' || c.unicode() >= 0x80;
}

QString escaped(const QString &name)
{
    QString result;
    for (const QChar c : name) {
        if (!isPlain(c)) {
            result += u'\\';
        }
        result += c;
    }
    return result;
}

QString joined(const QString &parent, const QString &step)
{
    return parent.isEmpty() ? step : QString(parent + u'.' + step);
}

} // namespace

QString withName(const QString &parent, QByteArrayView name)
{
    return joined(parent, escaped(fromJsonUtf8(name)));
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
