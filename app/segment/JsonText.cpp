// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/JsonText.h"

#include "app/segment/JsonPlace.h"

#include <QCoreApplication>

#include <algorithm>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::Payload)
};

constexpr int kDeepestIndent = 64;                         // deeper nesting is not indented further
constexpr qsizetype kLargestRead = qsizetype{1024} * 1024; // a window's thread may wait for that much

//! Where a cut does not fall into a UTF-8 sequence.
qsizetype wholeCharacters(const QByteArray &bytes, qsizetype size)
{
    while (size > 0 && (static_cast<unsigned char>(bytes.at(size)) & 0xC0) == 0x80) {
        --size;
    }
    return size;
}

} // namespace

//! Writes the lines of an outline's nodes, which come in the order of the text.
class JsonText::Layout
{
public:
    Layout(JsonText &to, qsizetype longest)
        : m_to(to)
        , m_longest(longest)
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < m_to.nodes().size(); ++i) {
            const JsonNode &node = m_to.nodes()[i];
            closeDownTo(node.parent);
            if (m_written > m_longest) {
                m_to.m_cut = true;
                return;
            }
            write(static_cast<int>(i), node);
        }
        closeDownTo(-1);
    }

private:
    struct Open
    {
        int node;
        int line;
        int left; //!< members that are still to come
    };

    void write(int index, const JsonNode &node)
    {
        const int depth = static_cast<int>(m_open.size());
        const int line = beginLine({index, -1, -1, m_open.empty() ? -1 : m_open.back().line}, depth);
        if (node.nameBegin != node.begin) {
            append(m_to.m_bytes.mid(node.nameBegin, endOfName(node.nameBegin) - node.nameBegin));
            append(": ");
        }
        const int members = m_to.m_members[static_cast<std::size_t>(index)];
        const bool holds = node.kind == JsonKind::Object || node.kind == JsonKind::Array;
        if (holds && members > 0) {
            append(node.kind == JsonKind::Object ? "{" : "[");
            m_open.push_back({index, line, members});
            return;
        }
        append(holds ? QByteArray(node.kind == JsonKind::Object ? "{}" : "[]")
                     : m_to.m_bytes.mid(node.begin, node.end - node.begin));
        endValue();
    }

    void closeDownTo(int parent)
    {
        while (!m_open.empty() && m_open.back().node != parent) {
            const Open open = m_open.back();
            m_open.pop_back();
            const JsonNode &node = m_to.nodes()[static_cast<std::size_t>(open.node)];
            const int parentLine = m_open.empty() ? -1 : m_open.back().line;
            const int line = beginLine({open.node, open.line, -1, parentLine}, static_cast<int>(m_open.size()));
            m_to.m_lines[static_cast<std::size_t>(open.line)].closedBy = line;
            append(node.kind == JsonKind::Object ? "}" : "]");
            endValue();
        }
    }

    void endValue()
    {
        if (!m_open.empty() && --m_open.back().left > 0) {
            append(",");
        }
    }

    int beginLine(const JsonLine &line, int depth)
    {
        if (!m_to.m_lines.empty()) {
            m_to.m_text += u'\n';
        }
        m_to.m_text += QString(qsizetype{2} * std::min(depth, kDeepestIndent), u' ');
        m_to.m_lines.push_back(line);
        return static_cast<int>(m_to.m_lines.size() - 1);
    }

    qsizetype endOfName(qsizetype begin) const
    {
        qsizetype end = begin + 1;
        while (m_to.m_bytes.at(end) != '"') {
            end += m_to.m_bytes.at(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    void append(const QByteArray &bytes)
    {
        m_to.m_text += QString::fromUtf8(bytes);
        m_written += bytes.size();
    }

    JsonText &m_to;
    qsizetype m_longest;
    qsizetype m_written = 0;
    std::vector<Open> m_open;
};

JsonText JsonText::of(const QByteArray &bytes, qsizetype longest)
{
    JsonText result;
    result.m_bytes = bytes;
    if (bytes.size() > kLargestRead) {
        result.m_fault = JsonFault{JsonFault::Reason::TooLarge, 0, 0};
    } else if (Result<JsonOutline, JsonFault> outline = JsonOutline::read(bytes, JsonOutline::kDeepest)) {
        result.m_outline = std::make_shared<const JsonOutline>(std::move(outline).value());
    } else {
        result.m_fault = outline.error();
    }
    if (result.m_fault) {
        result.m_cut = bytes.size() > longest;
        result.m_text = QString::fromUtf8(result.m_cut ? bytes.left(wholeCharacters(bytes, longest)) : bytes);
        return result;
    }
    result.m_members.assign(result.nodes().size(), 0);
    result.m_items.assign(result.nodes().size(), 0);
    for (std::size_t i = 1; i < result.nodes().size(); ++i) {
        result.m_items[i] = result.m_members[static_cast<std::size_t>(result.nodes()[i].parent)]++;
    }
    Layout(result, longest).run();
    return result;
}

int JsonText::members(int line) const
{
    return isLine(line) ? m_members[static_cast<std::size_t>(at(line).node)] : 0;
}

bool JsonText::isArray(int line) const
{
    return isLine(line) && nodeOf(line).kind == JsonKind::Array;
}

QString JsonText::path(int line) const
{
    if (!isLine(line)) {
        return {};
    }
    std::vector<std::size_t> steps;
    for (int node = at(line).node; nodes()[static_cast<std::size_t>(node)].parent >= 0;
         node = nodes()[static_cast<std::size_t>(node)].parent) {
        steps.push_back(static_cast<std::size_t>(node));
    }
    QString path;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const JsonNode &parent = nodes()[static_cast<std::size_t>(nodes()[*step].parent)];
        path = parent.kind == JsonKind::Array ? JsonPlace::withItem(path, m_items[*step])
                                              : JsonPlace::withName(path, nodes()[*step].name);
    }
    return path;
}

QByteArray JsonText::value(int line) const
{
    if (!isLine(line)) {
        return {};
    }
    const JsonNode &node = nodeOf(line);
    return m_bytes.mid(node.begin, node.end - node.begin);
}

QString JsonText::plainValue(int line) const
{
    if (isLine(line) && nodeOf(line).kind == JsonKind::String) {
        return fromJsonUtf8(nodeOf(line).text);
    }
    return QString::fromUtf8(value(line));
}

QString jsonFaultText(const JsonFault &fault)
{
    switch (fault.reason) {
    case JsonFault::Reason::Empty:
        return Text::tr("there is nothing in it");
    case JsonFault::Reason::ByteOrderMark:
        return Text::tr("it begins with a byte order mark");
    case JsonFault::Reason::NotUtf8:
        return Text::tr("it is not UTF-8 text");
    case JsonFault::Reason::TooDeep:
        return Text::tr("it is nested more than %1 levels deep").arg(JsonOutline::kDeepest);
    case JsonFault::Reason::NotObjectOrArray:
        return Text::tr("it is neither an object nor an array");
    case JsonFault::Reason::NotClosed:
        return Text::tr("it does not end with its closing bracket");
    case JsonFault::Reason::MoreFollows:
        return Text::tr("more text follows where it should end");
    case JsonFault::Reason::TooLarge:
        return Text::tr("it is too large to be taken apart here");
    case JsonFault::Reason::Syntax:
        break;
    }
    return Text::tr("it is not valid JSON");
}

} // namespace segue
