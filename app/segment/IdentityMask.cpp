// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/IdentityMask.h"

#include "app/catalog/Identity.h"
#include "app/segment/JsonOutline.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace segue::IdentityMask {

namespace {

constexpr qsizetype kMostDots = 6; // how long it is, is no one's business either

//! `user_id`, `userId` and `USER-ID` are one name.
QString plainName(const QByteArray &name)
{
    QString result;
    for (const QChar c : QString::fromUtf8(name)) {
        if (c.isLetterOrNumber()) {
            result += c.toLower();
        }
    }
    return result;
}

bool isPersonalName(const QString &name)
{
    static const QStringList whole{
        u"userid"_s,     u"anonymousid"_s, u"previousid"_s,    u"hwid"_s,
        u"ip"_s,         u"ipaddress"_s,   u"firstname"_s,     u"lastname"_s,
        u"username"_s,   u"fullname"_s,    u"advertisingid"_s, u"idfa"_s,
        u"idfv"_s,       u"gaid"_s,        u"pushtoken"_s,     u"devicetoken"_s,
        u"deviceid"_s,   u"birthday"_s,    u"msisdn"_s,        u"phonenumber"_s,
        u"phone"_s,      u"mobile"_s,      u"mobilephone"_s,   u"whatsapp"_s,
        u"externalid"_s, u"to"_s,          u"recipient"_s,     u"customerid"_s,
        u"contactid"_s,  u"profileid"_s,
    };
    return whole.contains(name) || name == u"email" || name == u"mail" || name.endsWith(u"emailaddress") ||
           name.endsWith(u"useremail") || name.endsWith(u"phonenumber");
}

//! Which nodes are to be masked; parents come before what they hold.
class Places
{
public:
    Places(const QByteArray &payload, const JsonOutline &outline, const QString &identity)
        : m_payload(payload)
        , m_nodes(outline.nodes())
        , m_personal(m_nodes.size(), false)
        , m_identity(identity.toUtf8())
    {
    }

    QByteArray masked()
    {
        QByteArray result;
        qsizetype copied = 0;
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const JsonNode &node = m_nodes[i];
            m_personal[i] = isPersonal(node);
            if (!m_personal[i] || (node.kind != JsonKind::String && node.kind != JsonKind::Number)) {
                continue;
            }
            const QByteArray raw = m_payload.mid(node.begin, node.end - node.begin);
            const QString shown = QString::fromUtf8(node.kind == JsonKind::String ? node.text : raw);
            result += m_payload.mid(copied, node.begin - copied);
            result += jsonString(IdentityMask::masked(shown));
            copied = node.end;
        }
        return result + m_payload.mid(copied);
    }

private:
    bool isPersonal(const JsonNode &node) const
    {
        if (node.parent < 0) {
            return false;
        }
        const auto parent = static_cast<std::size_t>(node.parent);
        if (m_personal[parent]) {
            return true; // all of traits, each item of a list of addresses
        }
        const QString name = plainName(node.name);
        if (name == u"traits" || isPersonalName(name)) {
            return true;
        }
        const QString above = plainName(m_nodes[parent].name);
        if ((above == u"device" && (name == u"id" || name == u"name" || name == u"token")) ||
            ((above == u"user" || above == u"profile" || above == u"customer") && name == u"id")) {
            return true;
        }
        return isPersonalValue(node);
    }

    bool isPersonalValue(const JsonNode &node) const
    {
        if (node.kind == JsonKind::Number) {
            return !m_identity.isEmpty() && m_payload.mid(node.begin, node.end - node.begin) == m_identity;
        }
        if (node.kind != JsonKind::String || node.text.isEmpty()) {
            return false;
        }
        const HwidShape shape = hwidShape(QString::fromUtf8(node.text));
        return node.text == m_identity || shape == HwidShape::Email || shape == HwidShape::Phone;
    }

    const QByteArray &m_payload;
    const std::vector<JsonNode> &m_nodes;
    std::vector<bool> m_personal;
    QByteArray m_identity;
};

} // namespace

QString masked(const QString &identity)
{
    if (identity.isEmpty()) {
        return identity;
    }
    const qsizetype first = identity.at(0).isHighSurrogate() && identity.size() > 1 ? 2 : 1;
    if (identity.size() == first) {
        return u"•"_s; // its first character would be all of it
    }
    return identity.left(first) + QString(std::min(identity.size() - first, kMostDots), QChar(u'•'));
}

std::optional<QByteArray> maskedPayload(const QByteArray &payload, const QString &identity)
{
    const auto outline = JsonOutline::read(payload, JsonOutline::kDeepest);
    if (!outline) {
        return {};
    }
    return Places(payload, outline.value(), identity).masked();
}

} // namespace segue::IdentityMask
