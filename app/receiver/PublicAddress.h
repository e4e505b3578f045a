// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/core/Secret.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

#include <string>
#include <string_view>
#include <vector>

namespace segue {

//! Where Pushwoosh and Segment, which are in the cloud, reach the receiver: the https address of a tunnel or of a
//! reverse proxy that leads to it.
class PublicAddress
{
    Q_DECLARE_TR_FUNCTIONS(segue::PublicAddress)
public:
    //! Of what a person typed; an empty text is an empty address. Fails (InvalidInput) with a sentence for people.
    static Result<QUrl> parse(const QString &text);
    //! An origin as browsers spell it, `https://shop.example:8443`; fails as parse() does.
    static Result<QString> parseOrigin(const QString &text);
    //! The names under which such a tunnel may call, as `Host` holds them.
    static std::vector<std::string> hosts(const QUrl &address);
    //! An address with its token, to be given to the other service: as secret as the token.
    static Secret withToken(const QUrl &address, std::string_view pathBefore, const Secret &token);
};

} // namespace segue
