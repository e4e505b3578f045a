// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"
#include "app/core/WebClient.h"

#include <QObject>

namespace segue {

//! Calls an address with a token as the other service would, through the public address, and says who answered. The
//! call brings nothing: a GET, which the receiver answers with 405 at an address of its own. Lives on the main thread.
class PublicAddressCheck : public QObject
{
    Q_OBJECT
public:
    enum class Outcome {
        Reached,
        OtherToken,  //!< a receiver answered that does not know the token
        OtherName,   //!< a receiver answered that is not called by this name
        NobodyThere, //!< the tunnel or proxy answered, and has nobody behind it
        LogIn,       //!< something asks for a log-in on the way
        OtherServer,
        NoAnswer, //!< why: certificate, time-out, no such name …
    };
    struct Finding
    {
        Outcome outcome = Outcome::NoAnswer;
        QString sentence; //!< for people, translated; holds no token
    };

    PublicAddressCheck(const Clock &clock, const Redactor &redactor, QObject *parent = nullptr,
                       ProxyLogins *logins = nullptr);

    //! @param address with its token
    void ask(const Secret &address);
    //! No finding comes after this.
    void stop();
    bool isAsking() const { return m_id != 0; }

    //! What such an answer means. Pure.
    static Finding judge(const WebAnswer &answer);

Q_SIGNALS:
    void found(const segue::PublicAddressCheck::Finding &finding);

private:
    WebClient m_web;
    WebClient::Id m_id = 0;
};

} // namespace segue
