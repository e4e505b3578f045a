// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/segment/JsonOutline.h"

#include <QString>

#include <memory>
#include <vector>

namespace segue {

//! One line of a JSON text as a person reads it. Each value begins on a line of its own; what is no empty array or
//! object ends on another, that of its closing bracket.
struct JsonLine
{
    int node = 0;      //!< index of the value that begins or, on a closing line, ends here
    int openedBy = -1; //!< on a closing line: the line of the opening bracket
    int closedBy = -1; //!< on an opening line: the line of the closing bracket; a part that can be folded
    int parent = -1;   //!< the opening line of the array or object that this one stands in
};

//! JSON laid out in lines, indented by two blanks a level, every token exactly as the bytes have it: numbers keep all
//! digits, members their order, doubles stay. Knows what can be folded, and the path and the bytes of what stands on a
//! line. Text that is no JSON has lines too, as it is, and says why it is none. A value; safe on every thread.
class JsonText
{
public:
    JsonText() = default;
    //! At most about `longest` bytes are laid out; isCut() tells when there were more.
    static JsonText of(const QByteArray &bytes, qsizetype longest);

    bool isJson() const { return !m_fault; }
    //! Why it is no JSON; nothing when it is.
    const std::optional<JsonFault> &fault() const { return m_fault; }
    bool isCut() const { return m_cut; }

    //! The lines joined by line feeds. Not fit to be shown before plainText().
    const QString &text() const { return m_text; }
    //! One for each line of text(); none for what is no JSON.
    const std::vector<JsonLine> &lines() const { return m_lines; }
    bool canFold(int line) const { return isLine(line) && at(line).closedBy >= 0; }
    //! How many members or items the value of a line has; 0 for what has none.
    int members(int line) const;
    bool isArray(int line) const;
    //! Where the value of a line stands (`properties.campaign_code`); empty for the whole text and for no JSON.
    QString path(int line) const;
    //! The exact bytes of the value; a string keeps its quotes. Nothing for what is no JSON.
    QByteArray value(int line) const;
    //! A string unescaped, without quotes; other values as they are written.
    QString plainValue(int line) const;

private:
    class Layout;
    bool isLine(int line) const { return line >= 0 && static_cast<std::size_t>(line) < m_lines.size(); }
    const JsonLine &at(int line) const { return m_lines[static_cast<std::size_t>(line)]; }
    const JsonNode &nodeOf(int line) const { return nodes()[static_cast<std::size_t>(at(line).node)]; }
    const std::vector<JsonNode> &nodes() const { return m_outline->nodes(); }

    QByteArray m_bytes;
    std::shared_ptr<const JsonOutline> m_outline; // of copies too; none of what is no JSON
    std::vector<int> m_members; //!< of each node
    std::vector<int> m_items;   //!< each node's number in its parent
    std::vector<JsonLine> m_lines;
    QString m_text;
    std::optional<JsonFault> m_fault;
    bool m_cut = false;
};

//! Why a text is no JSON, as the end of a sentence; translated.
QString jsonFaultText(const JsonFault &fault);

} // namespace segue
