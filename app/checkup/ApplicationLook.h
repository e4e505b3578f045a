// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckFacts.h"
#include "app/pushwoosh/ApplicationsApi.h"
#include "app/secrets/SecretAccess.h"

#include <QObject>

#include <functional>

namespace segue {

//! Whether the kept Pushwoosh token sees the connection's application. Ends when it is deleted. Lives on the main
//! thread.
class ApplicationLook : public QObject
{
    Q_OBJECT
public:
    ApplicationLook(SecretAccess &secrets, const Clock &clock, const Redactor &redactor, CheckFacts &facts,
                    std::function<void()> changed, QObject *parent, ProxyLogins *logins);

    //! @param address of Pushwoosh's API as it is set; empty: where it is for everybody
    void start(const QString &address);

private:
    void lack(const Missing &missing);
    void ask(const QUrl &base, const Secret &token);

    SecretAccess &m_secrets;
    CheckFacts &m_facts;
    const std::function<void()> m_changed;
    ApplicationsApi m_api;
};

} // namespace segue
