// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/ReceiverDirectory.h"

#include <QMessageAuthenticationCode>

namespace segue {

namespace {

constexpr qsizetype kShownDigits = 8;

} // namespace

ReceiverDirectory::ReceiverDirectory()
    : m_content(std::make_shared<const Content>())
{
}

void ReceiverDirectory::publish(Content content)
{
    auto next = std::make_shared<const Content>(std::move(content));
    const std::scoped_lock lock(m_mutex);
    m_content.swap(next);
}

std::shared_ptr<const ReceiverDirectory::Content> ReceiverDirectory::content() const
{
    const std::scoped_lock lock(m_mutex);
    return m_content;
}

ReceiverDirectory::Listening ReceiverDirectory::listeningOf(const Content &content, const std::string &connection)
{
    return content.connections.value(QByteArray::fromStdString(connection));
}

QByteArray ReceiverDirectory::keyDigest(const QByteArray &salt, std::string_view key)
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, salt);
    code.addData(key.data(), static_cast<qsizetype>(key.size()));
    return code.result().toHex();
}

std::string ReceiverDirectory::fingerprint(const QByteArray &keyDigest)
{
    return keyDigest.first(std::min(kShownDigits, keyDigest.size())).toStdString();
}

} // namespace segue
