// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/EchoSignature.h"

#include "app/segment/JsonOutline.h"

#include <QMessageAuthenticationCode>

namespace segue {

namespace {

bool matches(const Secret &sharedSecret, QByteArrayView bytes, const Secret &signature)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha1);
    sharedSecret.use([&code](QByteArrayView key) { code.setKey(key.toByteArray()); });
    code.addData(bytes.data(), bytes.size());
    return Secret::fromBytes(code.result().toHex()).sameAs(signature);
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
    const Result<JsonOutline, JsonFault> outline = JsonOutline::read(body, 1);
    if (!outline || outline.value().isObject()) {
        return false;
    }
    const std::vector<const JsonNode *> items = outline.value().children(outline.value().root());
    return !items.empty() && matches(sharedSecret,
                                     QByteArrayView(body).sliced(items.front()->begin,
                                                                 items.front()->end - items.front()->begin),
                                     given);
}

} // namespace segue
