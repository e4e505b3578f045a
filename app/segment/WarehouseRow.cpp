// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/WarehouseRow.h"

#include "app/catalog/WarehouseNames.h"
#include "app/segment/JsonOutline.h"
#include "app/segment/JsonPlace.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

QString textOf(const JsonNode *node)
{
    return node && node->kind == JsonKind::String ? fromJsonUtf8(node->text) : QString();
}

//! The table of a call; a track call's has the event's name.
QString tableOf(const QString &type, const QString &event)
{
    static const QHash<QString, QString> fixed{{u"identify"_s, u"identifies"_s},
                                               {u"page"_s, u"pages"_s},
                                               {u"screen"_s, u"screens"_s},
                                               {u"group"_s, u"groups"_s},
                                               {u"alias"_s, u"aliases"_s}};
    return fixed.value(type, WarehouseNames::table(event));
}

QString stringType(const QString &text)
{
    static const QRegularExpression time(QRegularExpression::anchoredPattern(
        u"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:?[0-9]{2})"_s));
    return time.match(text).hasMatch() ? u"timestamp"_s : u"varchar"_s;
}

QString typeOf(const JsonNode &node, const QString &value)
{
    switch (node.kind) {
    case JsonKind::Boolean:
        return u"boolean"_s;
    case JsonKind::Number:
        return value.contains(u'.') || value.contains(u'e', Qt::CaseInsensitive) ? u"float"_s : u"integer"_s;
    case JsonKind::String:
        return stringType(value);
    default:
        return u"varchar"_s;
    }
}

bool startsWithDigit(const QString &name)
{
    return !name.isEmpty() && name.at(0) >= u'0' && name.at(0) <= u'9';
}

QString identifier(const QString &name)
{
    return startsWithDigit(name) ? QString(u'"' + name + u'"') : name;
}

//! Goes through an event's members in the order of the text; of several with one name the last counts.
class Flattener
{
public:
    Flattener(const QByteArray &payload, const JsonOutline &outline, WarehouseRow &row)
        : m_payload(payload)
        , m_outline(outline)
        , m_row(row)
        , m_paths(JsonPlace::all(outline))
    {
    }

    void standard(const char *member, const QString &column)
    {
        const JsonNode *node = m_outline.member(&m_outline.root(), member);
        if (node && node->kind != JsonKind::Null) {
            add(*node, column);
        }
    }

    void members(const char *part, const QString &prefix)
    {
        const JsonNode *object = m_outline.member(&m_outline.root(), part);
        if (object && object->kind == JsonKind::Object) {
            m_prefix = prefix;
            flatten(*object, {});
        }
    }

    void add(const JsonNode &node, const QString &column)
    {
        const QString whole = node.kind == JsonKind::String
                                  ? fromJsonUtf8(node.text)
                                  : QString::fromUtf8(m_payload.mid(node.begin, node.end - node.begin));
        append({column, whole, typeOf(node, whole), m_paths.at(indexOf(node)), false});
    }

    void append(WarehouseColumn column)
    {
        if (column.value.size() > WarehouseRow::kWidth) {
            const bool pair = column.value.at(WarehouseRow::kWidth - 1).isHighSurrogate();
            column.value.truncate(WarehouseRow::kWidth - (pair ? 1 : 0));
            column.cut = true;
        }
        m_names.insert(column.name, m_row.columns.size());
        m_row.columns.append(column);
    }

private:
    qsizetype indexOf(const JsonNode &node) const { return &node - m_outline.nodes().data(); }

    void flatten(const JsonNode &object, const QString &above)
    {
        QHash<QByteArrayView, const JsonNode *> last;
        const std::vector<const JsonNode *> members = m_outline.children(object);
        for (const JsonNode *member : members) {
            last.insert(member->name, member);
        }
        for (const JsonNode *member : members) {
            if (last.value(member->name) != member) {
                continue;
            }
            const QString part = WarehouseNames::snakeCase(fromJsonUtf8(member->name));
            const QString column =
                above.isEmpty() || part.isEmpty() ? QString(above + part) : QString(above + u'_' + part);
            if (member->kind == JsonKind::Object) {
                flatten(*member, column);
            } else {
                value(*member, column);
            }
        }
    }

    void value(const JsonNode &node, const QString &column)
    {
        using Reason = WarehouseOmission::Reason;
        const QString &path = m_paths.at(indexOf(node));
        const QString name = m_prefix + column;
        if (node.kind == JsonKind::Null) {
            m_row.omissions.append({Reason::Null, path, name});
        } else if (column.isEmpty()) {
            m_row.omissions.append({Reason::NoName, path, {}});
        } else if (m_prefix.isEmpty() && WarehouseNames::isStandardColumn(column)) {
            m_row.omissions.append({Reason::Reserved, path, name});
        } else if (m_names.contains(name)) {
            m_row.omissions.append({Reason::SameColumn, path, name});
        } else {
            add(node, name);
        }
    }

    const QByteArray &m_payload;
    const JsonOutline &m_outline;
    WarehouseRow &m_row;
    QStringList m_paths;
    QHash<QString, qsizetype> m_names;
    QString m_prefix;
};

} // namespace

std::optional<WarehouseRow> WarehouseRow::of(const QByteArray &payload, const QString &sourceName)
{
    const auto read = JsonOutline::read(payload, JsonOutline::kDeepest);
    if (!read || !read.value().isObject()) {
        return {};
    }
    const JsonOutline &outline = read.value();
    const auto top = [&](const char *name) { return outline.member(&outline.root(), name); };
    const QString type = textOf(top("type"));
    const QString event = textOf(top("event"));
    WarehouseRow row;
    row.schema = WarehouseNames::schema(sourceName);
    row.table = tableOf(type, event);
    row.messageId = textOf(top("messageId"));
    if (row.table.isEmpty()) {
        return {};
    }
    Flattener flattener(payload, outline, row);
    flattener.standard("messageId", u"id"_s);
    flattener.standard("userId", u"user_id"_s);
    flattener.standard("anonymousId", u"anonymous_id"_s);
    if (type.isEmpty() || type == u"track") {
        flattener.append({u"event"_s, WarehouseNames::snakeCase(event), u"varchar"_s, u"event"_s, false});
        flattener.append({u"event_text"_s, event, u"varchar"_s, u"event"_s, false});
    } else {
        flattener.standard("previousId", u"previous_id"_s);
        flattener.standard("groupId", u"group_id"_s);
        flattener.standard("name", u"name"_s);
        flattener.standard("category", u"category"_s);
    }
    flattener.standard("timestamp", u"original_timestamp"_s);
    flattener.members("properties", {});
    if (type == u"identify" || type == u"group") {
        flattener.members("traits", {});
    }
    flattener.members("context", u"context_"_s);
    return row;
}

QString WarehouseRow::place() const
{
    return schema.isEmpty() ? identifier(table) : QString(identifier(schema) + u'.' + identifier(table));
}

std::optional<QString> WarehouseRow::query(Dialect dialect) const
{
    const bool unsafe = std::any_of(messageId.begin(), messageId.end(), [](QChar c) {
        return c == u'\\' || c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0) ||
               c.unicode() == 0x2028 || c.unicode() == 0x2029;
    });
    if (messageId.isEmpty() || unsafe) {
        return {};
    }
    if (dialect == Dialect::BigQuery) {
        // There a quote in a text is written with a backslash, and names stand in grave accents.
        const QString from = schema.isEmpty() ? QString(table + u"_view") : QString(schema + u'.' + table + u"_view");
        return u"SELECT * FROM `%1` WHERE id = '%2'"_s.arg(from, QString(messageId).replace(u'\'', u"\\'"_s));
    }
    return u"SELECT * FROM %1 WHERE id = '%2'"_s.arg(place(), QString(messageId).replace(u'\'', u"''"_s));
}

} // namespace segue
