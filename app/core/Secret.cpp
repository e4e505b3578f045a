// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/Secret.h"

#include <QString>

#include <cstring>
#include <vector>

namespace segue {

class Secret::Buffer
{
public:
    explicit Buffer(QByteArrayView bytes)
        : m_bytes(bytes.begin(), bytes.end())
    {
    }
    ~Buffer() { explicit_bzero(m_bytes.data(), m_bytes.size()); }
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;

    QByteArrayView view() const { return {m_bytes.data(), static_cast<qsizetype>(m_bytes.size())}; }

private:
    std::vector<char> m_bytes;
};

Secret Secret::fromBytes(QByteArrayView bytes)
{
    Secret secret;
    if (!bytes.isEmpty()) {
        secret.m_buffer = std::make_shared<const Buffer>(bytes);
    }
    return secret;
}

Secret Secret::fromText(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    Secret secret = fromBytes(utf8);
    wipe(utf8);
    return secret;
}

qsizetype Secret::size() const
{
    return m_buffer ? m_buffer->view().size() : 0;
}

bool Secret::sameAs(const Secret &other) const
{
    const QByteArrayView a = bytes();
    const QByteArrayView b = other.bytes();
    if (a.size() != b.size()) {
        return false;
    }
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    }
    return difference == 0;
}

QByteArrayView Secret::bytes() const
{
    return m_buffer ? m_buffer->view() : QByteArrayView();
}

Secret basicCredentials(const Secret &user)
{
    return user.use([](QByteArrayView bytes) {
        QByteArray pair = bytes.toByteArray() + ':';
        QByteArray encoded = pair.toBase64();
        Secret result = Secret::fromBytes(encoded);
        wipe(pair);
        wipe(encoded);
        return result;
    });
}

void wipe(QString &text)
{
    if (!text.isEmpty()) {
        explicit_bzero(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    }
    text.clear();
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty()) {
        explicit_bzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    bytes.clear();
}

} // namespace segue
