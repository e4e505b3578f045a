// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalog/Selection.h"
#include "app/core/Secret.h"
#include "app/receiver/RouteToken.h"
#include "app/settings/FaultChoice.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace segue {

//! Whose a write key or a token is, as the receiver's thread sees it. The main thread publishes it as a whole; any
//! thread asks. Keys are held as digests only.
class ReceiverDirectory
{
public:
    //! What a token is good for.
    struct Caller
    {
        std::string connection;
        TokenRoute route = TokenRoute::Webhook;
        std::int64_t until = 0; //!< ms since 1970 UTC; 0: for good. An old token is good for a day after its renewal
    };
    //! How what comes for a connection is taken.
    struct Listening
    {
        Selection selection;
        bool relay = false; //!< its webhook events are sent; else kept
        bool countRepeats = true;
        Secret echoSecret;               //!< without one, echoes are unsigned
        bool echoSecretExpected = false; //!< there is one, also when it cannot be read now
    };
    struct Content
    {
        QByteArray salt;                          //!< of the installation
        QHash<QByteArray, std::string> keys;      //!< connection by keyDigest()
        QHash<QByteArray, Caller> tokens;         //!< by RouteToken::digest()
        QHash<QByteArray, Listening> connections; //!< by their keys
        bool strict = false;                      //!< captures are answered as Segment ought to
        FaultChoice faults;                       //!< played to captures
    };

    ReceiverDirectory();

    void publish(Content content);
    //! Stays as it is while somebody holds it.
    std::shared_ptr<const Content> content() const;

    //! That of one connection; a new one's when it is not known.
    static Listening listeningOf(const Content &content, const std::string &connection);

    //! HMAC-SHA256 of a write key with the salt, hexadecimal.
    static QByteArray keyDigest(const QByteArray &salt, std::string_view key);
    //! The first eight digits of a digest: what is shown of an unknown key.
    static std::string fingerprint(const QByteArray &keyDigest);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Content> m_content;
};

} // namespace segue
