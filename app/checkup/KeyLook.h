// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckFacts.h"
#include "app/secrets/SecretAccess.h"

#include <QObject>

#include <functional>

namespace segue {

//! Looks at the connection's write key: where it is kept, what it looks like, who else has it, and, when a person has
//! allowed it, whether Segment's settings service knows it. Ends when it is deleted. Lives on the main thread.
class KeyLook : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const ConnectionStore &connections;
        const SetupDraftStore &drafts;
        SecretAccess &secrets;
        const Clock &clock;
        const Redactor &redactor;
        QUrl cdn;
        ProxyLogins *logins = nullptr;
    };

    //! @param endpoint of the connection, where the sandbox listens; null when it does not
    KeyLook(const Parts &parts, const Endpoint &endpoint, bool mayAskSegment, CheckFacts &facts,
            std::function<void()> changed, QObject *parent);

    //! @param given the key, when it is not the kept one that is meant
    //! @param whenRead told once what the key is; nothing when it cannot be read
    void start(const std::optional<Secret> &given, std::function<void(const std::optional<Secret> &)> whenRead);

private:
    void take(KeyFact::Standing standing, const Secret &key);
    void lack(const Result<KeyFact, Missing> &fact, const Missing &why);
    void compare(const Secret &key);
    void probe(const Secret &key);

    const Parts m_parts;
    const Endpoint m_endpoint;
    const bool m_mayAskSegment;
    CheckFacts &m_facts;
    const std::function<void()> m_changed;
    std::function<void(const std::optional<Secret> &)> m_whenRead;
    KeyTwins m_twins;
    WriteKeyProbe m_probe;
};

} // namespace segue
