// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <limits>
#include <list>
#include <optional>
#include <string>
#include <vector>

namespace segue {

enum class JsonKind { Null, Boolean, Number, String, Array, Object };

//! One value of a JSON text, by its place in the bytes.
struct JsonNode
{
    JsonKind kind = JsonKind::Null;
    int depth = 0;           //!< 0 for the whole text
    int parent = -1;         //!< index of the array or object it stands in
    qsizetype nameBegin = 0; //!< where its name's opening quote stands; begin for what has no name
    qsizetype begin = 0;
    qsizetype end = 0;   //!< one behind its last byte
    QByteArrayView name; //!< unescaped, UTF-8; empty in an array. Valid as long as the outline
    QByteArrayView text; //!< a string's unescaped UTF-8; empty for other kinds. Valid as long as the outline
};

//! Why a text is not JSON of ours.
struct JsonFault
{
    enum class Reason {
        Empty,
        ByteOrderMark,
        NotUtf8,
        TooDeep,
        NotObjectOrArray,
        NotClosed,
        MoreFollows,
        TooLarge,
        Syntax
    };
    Reason reason = Reason::Syntax;
    qsizetype offset = 0; //!< near it the reading ended
    int children = 0;     //!< how many members or items of the whole text had been begun
};

//! Where the values of a JSON text stand. The whole text is checked (UTF-8, RFC 8259; escaped surrogates must come in
//! pairs; numbers of any length are left as they are), the outline is kept down to a depth. It lets a member be cut out
//! or put in without any other byte being touched. Made for objects and arrays; a bare value is refused. Safe on every
//! thread; moved, not copied.
class JsonOutline
{
public:
    JsonOutline(JsonOutline &&) = default;
    JsonOutline &operator=(JsonOutline &&) = default;
    JsonOutline(const JsonOutline &) = delete;
    JsonOutline &operator=(const JsonOutline &) = delete;

    //! Deeper texts are refused, so that no text can exhaust a thread's stack.
    static constexpr int kDeepest = 500;

    //! Keeps nodes down to `depth`: 1 is the members or items of the whole text. More than `mostNodes` of them are
    //! TooLarge.
    static Result<JsonOutline, JsonFault> read(const QByteArray &text, int depth,
                                               std::size_t mostNodes = std::numeric_limits<std::size_t>::max());

    const std::vector<JsonNode> &nodes() const { return m_nodes; }
    const JsonNode &root() const { return m_nodes.front(); }
    bool isObject() const { return root().kind == JsonKind::Object; }
    //! The member of that name; of several the last, as readers of JSON do. Nothing when there is none.
    const JsonNode *member(const JsonNode *object, QByteArrayView name) const;
    //! The members or items that stand directly in it, in the order of the text.
    std::vector<const JsonNode *> children(const JsonNode &parent) const;

private:
    explicit JsonOutline(const QByteArray &json)
        : m_json(json)
    {
    }
    int indexOf(const JsonNode &node) const { return static_cast<int>(&node - m_nodes.data()); }

    QByteArray m_json;                  // most names and texts are views into it
    std::list<std::string> m_unescaped; // the others
    std::vector<JsonNode> m_nodes;
};

//! A node's name or text as it is: Qt's own conversion takes U+FEFF at its beginning for a mark of the encoding, and
//! drops it.
QString fromJsonUtf8(QByteArrayView utf8);
//! Writes the text as a JSON string, quotes included: UTF-8, only what must be is escaped; half a surrogate pair
//! becomes U+FFFD.
QByteArray jsonString(QStringView text);
//! The same at the end of other bytes.
void appendJsonString(QByteArray &to, QStringView text);

} // namespace segue
