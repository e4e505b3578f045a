// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/Redactor.h"

#include <QRegularExpression>

#include <algorithm>

namespace segue {

namespace {

constexpr QByteArrayView kRedacted("[redacted]");
constexpr qsizetype kShortestSecret = 6; // below this, a replacement would take ordinary words apart

struct Place
{
    QRegularExpression pattern; //!< group 1 is kept, what follows it in the match goes
};

const std::vector<Place> &places()
{
    static const std::vector<Place> all = [] {
        const auto make = [](const char *pattern) {
            return Place{QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::CaseInsensitiveOption
                                                                              | QRegularExpression::MultilineOption)};
        };
        return std::vector<Place>{
            make(R"(\b((?:Proxy-)?Authorization|Set-Cookie|Cookie|X-Signature)(\s*:\s*)[^\r\n]+)"),
            make(R"((\\?"(?:writeKey|auth)\\?")(\s*:\s*)\\?"(?:[^"\\]|\\[^"])*\\?")"),
            make(R"(()(\b)sgp_[A-Za-z0-9_-]+)"),
            make(R"((/(?:pushwoosh|segment))(/)[A-Za-z0-9_-]{16,})"),
            make(R"((/v1/projects)(/)[^/\s"]+(?=/settings))"),
        };
    }();
    return all;
}

} // namespace

void Redactor::learn(const Secret &secret)
{
    if (secret.size() < kShortestSecret) {
        return;
    }
    const Secret basic = secret.use([](QByteArrayView bytes) {
        QByteArray pair = bytes.toByteArray() + ':';
        QByteArray encoded = pair.toBase64();
        Secret result = Secret::fromBytes(encoded);
        wipe(pair);
        wipe(encoded);
        return result;
    });
    const std::lock_guard lock(m_mutex);
    for (const Secret &each : {secret, basic}) {
        if (std::none_of(m_known.begin(), m_known.end(), [&](const Secret &known) { return known.sameAs(each); })) {
            m_known.push_back(each);
        }
    }
}

QByteArray Redactor::redact(QByteArray bytes) const
{
    {
        const std::lock_guard lock(m_mutex);
        for (const Secret &secret : m_known) {
            secret.use([&](QByteArrayView known) {
                if (bytes.contains(known)) {
                    bytes.replace(known, kRedacted);
                }
            });
        }
    }
    // Latin-1 keeps every byte as one character, so that bytes which are not UTF-8 come through unchanged.
    QString text = QString::fromLatin1(bytes);
    bool changed = false;
    for (const Place &place : places()) {
        if (text.contains(place.pattern)) {
            text.replace(place.pattern, QStringLiteral("\\1\\2[redacted]"));
            changed = true;
        }
    }
    return changed ? text.toLatin1() : bytes;
}

QString Redactor::redact(const QString &text) const
{
    return QString::fromUtf8(redact(text.toUtf8()));
}

} // namespace segue
