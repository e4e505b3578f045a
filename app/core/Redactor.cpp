// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/Redactor.h"

#include <QRegularExpression>

#include <algorithm>
#include <string_view>

namespace segue {

namespace {

constexpr QByteArrayView kRedacted("[redacted]");
constexpr qsizetype kShortestSecret = 6; // below this, a replacement would take ordinary words apart

// What looks like a secret by its place. \K starts the match anew: only what stands behind it goes, so that a JSON text
// stays one. Values are taken possessively, or a very long one would overrun the matcher and come through untouched.
const std::vector<QRegularExpression> &places()
{
    static const std::vector<QRegularExpression> all = [] {
        const QString headers = QStringLiteral("(?:Proxy-)?Authorization|(?:Set-)?Cookie|X-Signature");
        const QString members = QStringLiteral("writeKey|auth|") + headers;
        const auto make = [](const QString &pattern) {
            return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                                   QRegularExpression::DotMatchesEverythingOption);
        };
        return std::vector<QRegularExpression>{
            make(QStringLiteral(R"x(\b(?:%1)[ \t]*:[ \t]*\K[^\r\n]++)x").arg(headers)),
            // A member of a JSON text; its value may hold escaped quotes, or be cut off.
            make(QStringLiteral(R"x((?<!\\)"(?:%1)"\s*:\s*"\K(?:[^"\\]++|\\.)++)x").arg(members)),
            // The same in a JSON text that stands inside another one's string: every quote has as many backslashes.
            make(QStringLiteral(R"x((\\+)"(?:%1)\1"(?:\s|\\+[nrt])*:(?:\s|\\+[nrt])*\1"\K(?:(?!(?<!\\)\1").)++)x")
                     .arg(members)),
            make(QStringLiteral(R"x(sgp_[A-Za-z0-9_-]++)x")),
            make(QStringLiteral(R"x((?:/|%2F)(?:pushwoosh|segment)(?:\\*/|%2F)\K[A-Za-z0-9_-]{16,})x")),
            make(QStringLiteral(R"x(/v1\\*/projects\\*/\K[^/\\\s"'?#]++)x")),
        };
    }();
    return all;
}

bool beginsWith(QByteArrayView bytes, QByteArrayView word)
{
    return bytes.size() >= word.size() && bytes.first(word.size()).compare(word, Qt::CaseInsensitive) == 0;
}

//! Whether one of the places can be in the bytes at all. One quick look, for exports of millions of events: each place
//! holds one of these words.
bool mayHoldPlace(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const QByteArrayView rest = bytes.sliced(i);
        bool found = false;
        switch (bytes[i] | 0x20) {
        case 'a':
            found = beginsWith(rest, "auth");
            break;
        case 'c':
            found = beginsWith(rest, "cookie");
            break;
        case 'x':
            found = beginsWith(rest, "x-signature");
            break;
        case 'w':
            found = beginsWith(rest, "writekey");
            break;
        case 's':
            found = beginsWith(rest, "sgp_") || beginsWith(rest, "segment");
            break;
        case 'p':
            found = beginsWith(rest, "projects") || beginsWith(rest, "pushwoosh");
            break;
        default:
            break;
        }
        if (found) {
            return true;
        }
    }
    return false;
}

} // namespace

void Redactor::learn(const Secret &secret)
{
    if (secret.size() < kShortestSecret) {
        return;
    }
    const Secret basic = basicCredentials(secret);
    const std::lock_guard lock(m_mutex);
    for (const Secret &each : {secret, basic}) {
        if (std::none_of(m_known.begin(), m_known.end(), [&](const Secret &known) { return known.sameAs(each); })) {
            // The longest first: a secret that begins another one would leave the rest of it standing.
            const auto shorter = std::find_if(m_known.begin(), m_known.end(),
                                              [&](const Secret &known) { return known.size() < each.size(); });
            m_known.insert(shorter, each);
        }
    }
}

QByteArray Redactor::redact(QByteArray bytes) const
{
    {
        const std::lock_guard lock(m_mutex);
        for (const Secret &secret : m_known) {
            secret.use([&](QByteArrayView known) {
                if (std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))
                        .find({known.data(), static_cast<std::size_t>(known.size())}) != std::string_view::npos) {
                    bytes.replace(known, kRedacted);
                }
            });
        }
    }
    if (!mayHoldPlace(bytes)) {
        return bytes;
    }
    // Latin-1 keeps every byte as one character, so that bytes which are not UTF-8 come through unchanged.
    QString text = QString::fromLatin1(bytes);
    bool changed = false;
    for (const QRegularExpression &place : places()) {
        if (text.contains(place)) {
            text.replace(place, QString::fromLatin1(kRedacted));
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
