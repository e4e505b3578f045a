// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/EchoSignature.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace segue {

namespace {

bool matches(const Secret &sharedSecret, QByteArrayView bytes, const Secret &signature)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha1);
    sharedSecret.use([&code](QByteArrayView key) { code.setKey(key.toByteArray()); });
    code.addData(bytes.data(), bytes.size());
    return Secret::fromBytes(code.result().toHex()).sameAs(signature);
}

//! Far above what Segment takes for one event. What is longer is not searched for its end: nothing of the body has been
//! verified yet.
constexpr std::size_t kLongestElement = std::size_t{1} * 1024 * 1024;
constexpr std::string_view kBlanks = " \t\n\r";

std::string_view withoutBlanks(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of(kBlanks), text.size()));
}

//! The object that an array begins with, by its brackets; empty when there is none, or none so short. Whether it is
//! JSON is seen later.
std::string_view firstElement(std::string_view body)
{
    std::string_view text = withoutBlanks(body);
    if (!text.starts_with('[')) {
        return {};
    }
    text = withoutBlanks(text.substr(1)).substr(0, kLongestElement);
    if (!text.starts_with('{')) {
        return {};
    }
    int depth = 0;
    bool isQuoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isQuoted) {
            at += c == '\\' ? 1 : 0;
            isQuoted = c != '"';
        } else if (c == '"') {
            isQuoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return text.substr(0, at + 1);
        }
    }
    return {};
}

} // namespace

bool isSignedWith(const Secret &sharedSecret, const QByteArray &body, std::string_view signature)
{
    if (signature.empty() || sharedSecret.isEmpty()) {
        return false;
    }
    const Secret given =
        Secret::fromBytes(QByteArray(signature.data(), static_cast<qsizetype>(signature.size())).toLower());
    if (matches(sharedSecret, body, given)) {
        return true;
    }
    const std::string_view first = firstElement({body.constData(), static_cast<std::size_t>(body.size())});
    return !first.empty() &&
           matches(sharedSecret, QByteArrayView(first.data(), static_cast<qsizetype>(first.size())), given);
}

} // namespace segue
