// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/KeptLogin.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace segue {

using namespace Qt::StringLiterals;

std::optional<KeptLogin> KeptLogin::read(const Secret &kept)
{
    const QJsonObject object = kept.use([](QByteArrayView bytes) {
        QByteArray text = bytes.toByteArray();
        QJsonObject read = QJsonDocument::fromJson(text).object();
        wipe(text);
        return read;
    });
    QString password = object.value("password"_L1).toString();
    KeptLogin result;
    result.login.user = object.value("user"_L1).toString();
    result.login.password = Secret::fromText(password);
    wipe(password);
    result.isRefused = object.value("refused"_L1).toBool();
    if (result.login.user.isEmpty() || result.login.password.isEmpty()) {
        return std::nullopt;
    }
    return result;
}

Secret KeptLogin::written() const
{
    QJsonObject object{{"user"_L1, login.user}};
    object.insert("password"_L1, login.password.use([](QByteArrayView bytes) { return QString::fromUtf8(bytes); }));
    if (isRefused) {
        object.insert("refused"_L1, true);
    }
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    Secret result = Secret::fromBytes(text);
    wipe(text);
    return result;
}

} // namespace segue
