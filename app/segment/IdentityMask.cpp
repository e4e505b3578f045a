// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/IdentityMask.h"

#include "app/catalog/Identity.h"
#include "app/segment/JsonOutline.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>

namespace segue::IdentityMask {

namespace {

using namespace std::string_view_literals;

//! Folded: see foldedName().
constexpr std::array kIdentityNames{"userid"sv,     "anonymousid"sv,  "previousid"sv,  "hwid"sv,      "email"sv,
                                    "mail"sv,       "emailaddress"sv, "useremail"sv,   "phone"sv,     "phonenumber"sv,
                                    "mobile"sv,     "mobilephone"sv,  "msisdn"sv,      "whatsapp"sv,  "to"sv,
                                    "recipient"sv,  "username"sv,     "customerid"sv,  "contactid"sv, "profileid"sv,
                                    "externalid"sv, "deviceid"sv,     "devicetoken"sv, "pushtoken"sv, "advertisingid"sv,
                                    "idfa"sv,       "idfv"sv,         "gaid"sv,        "ip"sv,        "ipaddress"sv};
//! Their values say who somebody is, but come again elsewhere as ordinary words.
constexpr std::array kPersonNames{"traits"sv, "externalids"sv, "firstname"sv, "lastname"sv, "fullname"sv, "birthday"sv};
constexpr QStringView kNotInEmail = u"/?&=:";
constexpr std::array kDeviceNames{"id"sv, "token"sv, "name"sv};
constexpr std::array kHolderNames{"user"sv, "profile"sv, "customer"sv};
//! A shorter one would take ordinary words apart.
constexpr qsizetype kShortestPart = 5;

std::string foldedName(QByteArrayView name)
{
    std::string folded;
    folded.reserve(static_cast<std::size_t>(name.size()));
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            folded.push_back(static_cast<char>(c - 'A' + 'a'));
        } else if (c != '_' && c != '-') {
            folded.push_back(c);
        }
    }
    return folded;
}

template <class Names> bool isOneOf(std::string_view name, const Names &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool holdsText(const JsonNode &node)
{
    return node.kind == JsonKind::String || node.kind == JsonKind::Number;
}

//! One payload's outline, and which of its values tell who somebody is.
class Masking
{
public:
    Masking(const QByteArray &payload, const std::vector<JsonNode> &nodes, const QString &identity)
        : m_payload(payload)
        , m_nodes(nodes)
        , m_hidden(nodes.size(), false)
    {
        note(identity);
        findPlaces();
    }

    QByteArray result() const
    {
        QByteArray masked;
        masked.reserve(m_payload.size());
        qsizetype copied = 0;
        const auto replace = [&](qsizetype begin, qsizetype end, const QByteArray &by) {
            masked += QByteArrayView(m_payload).sliced(copied, begin - copied);
            masked += by;
            copied = end;
        };
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const JsonNode &node = m_nodes[i];
            if (const QString name = fromJsonUtf8(node.name); !name.isEmpty()) {
                if (const QString shown = withoutKnown(name); shown != name) {
                    replace(node.nameBegin, endOfName(node), jsonString(shown));
                }
            }
            if (!holdsText(node)) {
                continue;
            }
            const QString text = textOf(node);
            const QString shown = m_hidden[i] ? IdentityMask::masked(text) : shownElsewhere(node, text);
            if (shown != text) {
                replace(node.begin, node.end, jsonString(shown));
            }
        }
        return masked + QByteArrayView(m_payload).sliced(copied);
    }

private:
    void findPlaces()
    {
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const JsonNode &node = m_nodes[i];
            const bool inHidden = node.parent >= 0 && m_hidden[static_cast<std::size_t>(node.parent)];
            const std::string name = foldedName(node.name);
            const bool isIdentity = isOneOf(name, kIdentityNames);
            const bool isAddress = node.kind == JsonKind::String && isOneAddress(fromJsonUtf8(node.text));
            m_hidden[i] =
                inHidden || isIdentity || isAddress || isOneOf(name, kPersonNames) || isIdOfHolder(node, name);
            if ((isIdentity || isAddress) && holdsText(node)) {
                note(textOf(node));
            }
        }
        // The longest first: one that begins another would leave the rest of it standing.
        std::sort(m_known.begin(), m_known.end(),
                  [](const QString &a, const QString &b) { return a.size() > b.size(); });
    }

    bool isIdOfHolder(const JsonNode &node, std::string_view name) const
    {
        if (node.parent < 0) {
            return false;
        }
        const std::string holder = foldedName(m_nodes[static_cast<std::size_t>(node.parent)].name);
        return (holder == "device" && isOneOf(name, kDeviceNames)) || (isOneOf(holder, kHolderNames) && name == "id");
    }

    static bool isOneAddress(const QString &text)
    {
        const HwidShape shape = hwidShape(text);
        // An address on the web may hold one of e-mail; then only that part of it is known or not.
        const bool isWeb = std::any_of(text.begin(), text.end(), [](QChar c) { return kNotInEmail.contains(c); });
        return shape == HwidShape::Phone || (shape == HwidShape::Email && !isWeb);
    }

    void note(const QString &value)
    {
        if (!value.trimmed().isEmpty() && !m_known.contains(value)) {
            m_known.append(value);
        }
    }

    QString textOf(const JsonNode &node) const
    {
        return fromJsonUtf8(node.kind == JsonKind::String ? node.text
                                                          : m_payload.mid(node.begin, node.end - node.begin));
    }

    QString shownElsewhere(const JsonNode &node, const QString &text) const
    {
        if (node.kind == JsonKind::String) {
            return withoutKnown(text);
        }
        return m_known.contains(text) ? IdentityMask::masked(text) : text;
    }

    QString withoutKnown(const QString &text) const
    {
        QString shown = text;
        for (const QString &known : m_known) {
            if (shown == known) {
                return IdentityMask::masked(known);
            }
            if (known.size() >= kShortestPart && shown.contains(known)) {
                shown.replace(known, IdentityMask::masked(known));
            }
        }
        return shown;
    }

    //! One behind the closing quote of its name: the colon and blanks stand between it and the value.
    qsizetype endOfName(const JsonNode &node) const
    {
        qsizetype end = node.begin;
        while (end > node.nameBegin + 1 && m_payload[end - 1] != '"') {
            --end;
        }
        return end;
    }

    const QByteArray &m_payload;
    const std::vector<JsonNode> &m_nodes;
    std::vector<bool> m_hidden;
    QStringList m_known;
};

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-';
}

} // namespace

QString masked(const QString &identity)
{
    if (identity.isEmpty()) {
        return {};
    }
    const qsizetype shown = identity.size() < 4 ? 0 : identity[0].isHighSurrogate() ? 2 : 1;
    return identity.left(shown) + QString(6, u'•');
}

std::optional<QByteArray> maskedPayload(const QByteArray &payload, const QString &identity)
{
    const Result<JsonOutline, JsonFault> outline = JsonOutline::read(payload, JsonOutline::kDeepest);
    if (!outline) {
        return std::nullopt;
    }
    return Masking(payload, outline.value().nodes(), identity).result();
}

QByteArray inPayload(const QByteArray &payload, const QString &identity)
{
    return payload.isEmpty()
               ? QByteArray()
               : maskedPayload(payload, identity).value_or(IdentityMask::masked(QStringLiteral("?")).toUtf8());
}

QString inText(const QString &text, const QString &identity)
{
    if (identity.trimmed().isEmpty()) {
        return text;
    }
    const bool wordsOnly = identity.size() < kShortestPart;
    const QString mask = IdentityMask::masked(identity);
    QString shown = text;
    for (qsizetype at = shown.indexOf(identity); at >= 0;) {
        const qsizetype end = at + identity.size();
        const bool isWord = (at == 0 || !isWordPart(shown[at - 1])) && (end == shown.size() || !isWordPart(shown[end]));
        if (wordsOnly && !isWord) {
            at = shown.indexOf(identity, at + 1);
            continue;
        }
        shown.replace(at, identity.size(), mask);
        at = shown.indexOf(identity, at + mask.size());
    }
    return shown;
}

QString inValue(const std::vector<std::string> &names, const QString &value, const QString &identity)
{
    const QByteArray written = value.toUtf8();
    QByteArray payload;
    for (const std::string &name : names) {
        payload += '{' + jsonString(QString::fromStdString(name)) + ':';
    }
    payload += JsonOutline::read(written, 0) ? written : jsonString(value);
    payload += QByteArray(static_cast<qsizetype>(names.size()), '}');
    const std::optional<QByteArray> shown = maskedPayload(payload, identity);
    const auto outline = JsonOutline::read(shown.value_or(QByteArray()), JsonOutline::kDeepest);
    if (!outline || outline.value().nodes().size() <= names.size()) {
        return IdentityMask::masked(value);
    }
    // Each name holds one value, so the nodes stand in the order of the names.
    const JsonNode &node = outline.value().nodes()[names.size()];
    return QString::fromUtf8(
        node.kind == JsonKind::String ? node.text : QByteArrayView(*shown).sliced(node.begin, node.end - node.begin));
}

QByteArray inAnswer(const QByteArray &body, const QString &identity)
{
    const QByteArray start = body.left(64).trimmed();
    if (start.startsWith('{') || start.startsWith('[')) {
        return inPayload(body, identity);
    }
    return inText(QString::fromUtf8(body), identity).toUtf8();
}

} // namespace segue::IdentityMask
