// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/RouteToken.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace segue::RouteToken {

Secret create()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex();
    const Secret token = Secret::fromBytes(bytes);
    wipe(bytes);
    return token;
}

QByteArray digest(std::string_view token)
{
    return QCryptographicHash::hash(QByteArrayView(token.data(), static_cast<qsizetype>(token.size())),
                                    QCryptographicHash::Sha256)
        .toHex();
}

QByteArray digest(const Secret &token)
{
    return token.use([](QByteArrayView bytes) {
        return digest(std::string_view(bytes.data(), static_cast<std::size_t>(bytes.size())));
    });
}

} // namespace segue::RouteToken
