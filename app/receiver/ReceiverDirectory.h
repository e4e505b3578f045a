// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace segue {

//! Whose a write key or a token is, as the receiver's thread sees it. The main thread publishes it as a whole; any thread
//! asks. Keys are held as digests only.
class ReceiverDirectory
{
public:
    //! Whose echoes a token brings.
    struct Caller
    {
        std::string connection;
        std::int64_t until = 0; //!< ms since 1970 UTC; 0: for good. An old token is good for a day after its renewal
    };
    struct Content
    {
        QByteArray salt;                      //!< of the installation
        QHash<QByteArray, std::string> keys;  //!< connection by keyDigest()
        QHash<QByteArray, Caller> tokens;     //!< by RouteToken::digest()
        QHash<QByteArray, Secret> echoSecrets; //!< by connection; without one, echoes are unsigned
        bool strict = false;                  //!< captures are answered as Segment ought to
    };

    ReceiverDirectory();

    void publish(Content content);
    //! Stays as it is while somebody holds it.
    std::shared_ptr<const Content> content() const;

    //! HMAC-SHA256 of a write key with the salt, hexadecimal.
    static QByteArray keyDigest(const QByteArray &salt, std::string_view key);
    //! The first eight digits of a digest: what is shown of an unknown key.
    static std::string fingerprint(const QByteArray &keyDigest);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Content> m_content;
};

} // namespace segue
