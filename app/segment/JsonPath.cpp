// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonPath.h"

#include "app/segment/JsonOutline.h"

#include <QCoreApplication>

#include <algorithm>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::JsonPath)
};

Error fault(const QString &sentence)
{
    return {ErrorCode::InvalidInput, QStringLiteral("not a path"), sentence};
}

//! One name of a path, from `at` on; `at` then stands behind it.
std::optional<QString> takeName(const QString &text, qsizetype &at)
{
    QString name;
    if (at >= text.size() || text.at(at) != u'"') {
        const qsizetype dot = text.indexOf(u'.', at);
        name = text.mid(at, dot < 0 ? -1 : dot - at);
        at += name.size();
        return name;
    }
    for (++at; at < text.size(); ++at) {
        if (text.at(at) == u'"') {
            ++at;
            return name;
        }
        if (text.at(at) == u'\\' && at + 1 < text.size()) {
            ++at;
        }
        name += text.at(at);
    }
    return {};
}

const JsonNode *step(const JsonOutline &outline, const JsonNode &from, const QByteArray &name)
{
    if (from.kind == JsonKind::Object) {
        return outline.member(&from, name);
    }
    bool isNumber = false;
    const int place = name.toInt(&isNumber);
    if (from.kind != JsonKind::Array || !isNumber || place < 0) {
        return nullptr;
    }
    const std::vector<const JsonNode *> items = outline.children(from);
    return static_cast<std::size_t>(place) < items.size() ? items[static_cast<std::size_t>(place)] : nullptr;
}

std::optional<QByteArray> valueAt(const QByteArray &json, const JsonOutline &outline, const JsonPath &path)
{
    const JsonNode *node = &outline.root();
    for (const QByteArray &name : path.names()) {
        node = step(outline, *node, name);
        if (node == nullptr) {
            return {};
        }
    }
    return node->kind == JsonKind::String ? node->text : json.mid(node->begin, node->end - node->begin);
}

} // namespace

Result<JsonPath> JsonPath::parse(const QString &given)
{
    JsonPath path;
    path.m_text = given.trimmed();
    const QString &text = path.m_text;
    if (text.isEmpty()) {
        return fault(
            Text::tr("Type the names that lead to the value, parted by dots, such as properties.campaign_code."));
    }
    if (text.size() > kLongest) {
        return fault(Text::tr("The path is longer than %n characters.", nullptr, static_cast<int>(kLongest)));
    }
    qsizetype at = 0;
    for (;;) {
        const bool quoted = at < text.size() && text.at(at) == u'"';
        const std::optional<QString> name = takeName(text, at);
        if (!name) {
            return fault(Text::tr("A name in quotes has no closing quote."));
        }
        if (name->isEmpty() && !quoted) {
            return fault(Text::tr("A name is missing beside a dot."));
        }
        const bool odd = std::any_of(name->begin(), name->end(), [](QChar c) { return c.isSpace() || c == u'"'; });
        if (odd && !quoted) {
            return fault(Text::tr("A name with a blank or a quote in it must stand in quotes: \"%1\".").arg(*name));
        }
        path.m_names.append(name->toUtf8());
        if (at == text.size()) {
            break;
        }
        if (text.at(at) != u'.') {
            return fault(Text::tr("After a name in quotes comes a dot or the end."));
        }
        ++at;
    }
    if (path.m_names.size() > kMostNames) {
        return fault(Text::tr("The path has more than %n names.", nullptr, kMostNames));
    }
    return path;
}

std::vector<std::optional<QByteArray>> valuesAt(const QByteArray &json, const QList<JsonPath> &paths)
{
    std::vector<std::optional<QByteArray>> values(static_cast<std::size_t>(paths.size()));
    qsizetype deepest = 0;
    for (const JsonPath &path : paths) {
        deepest = std::max(deepest, path.names().size());
    }
    const Result<JsonOutline, JsonFault> outline = JsonOutline::read(json, static_cast<int>(deepest));
    if (!outline) {
        return values;
    }
    std::ranges::transform(paths, values.begin(),
                           [&](const JsonPath &path) { return valueAt(json, outline.value(), path); });
    return values;
}

} // namespace segue
