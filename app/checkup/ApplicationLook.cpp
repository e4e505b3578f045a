// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/ApplicationLook.h"

#include "app/core/Futures.h"

namespace segue {

ApplicationLook::ApplicationLook(SecretAccess &secrets, const Clock &clock, const Redactor &redactor, CheckFacts &facts,
                                 std::function<void()> changed, QObject *parent, ProxyLogins *logins)
    : QObject(parent)
    , m_secrets(secrets)
    , m_facts(facts)
    , m_changed(std::move(changed))
    , m_api(clock, redactor, {}, nullptr, logins)
{
}

void ApplicationLook::start(const QString &address)
{
    if (m_facts.connection.applicationCode.isEmpty() || m_facts.connection.isSandbox()) {
        lack({}); // there is nothing to look for; the rule says so itself
        return;
    }
    const Result<QUrl> base =
        address.isEmpty() ? Result<QUrl>(ApplicationsApi::defaultBase()) : ApplicationsApi::readBase(address);
    if (!base) {
        lack({base.error().userText, tr("A usable address of Pushwoosh's API in the settings."), {}});
        return;
    }
    whenAnswered(m_secrets.read(SecretName::pushwooshToken()), this, [this, base](const Result<Secret> &token) {
        if (token) {
            ask(base.value(), token.value());
        } else if (token.error().code == ErrorCode::Absent) {
            lack({{},
                  tr("A Pushwoosh API token of the kind Server, kept in the keychain."),
                  {NextStep::Kind::Setup, {}}});
        } else {
            lack({token.error().userText, tr("A keychain that is unlocked and answers."), {}});
        }
    });
}

void ApplicationLook::ask(const QUrl &base, const Secret &token)
{
    whenAnswered(m_api.list(base, token), this, [this](const Result<ApplicationList> &list) {
        if (!list) {
            lack({list.error().userText, tr("An answer of Pushwoosh."), {}});
            return;
        }
        ApplicationFact fact;
        fact.applications = static_cast<int>(list.value().applications.size());
        fact.isComplete = list.value().isComplete;
        for (const PushwooshApplication &each : list.value().applications) {
            if (each.code.compare(m_facts.connection.applicationCode, Qt::CaseInsensitive) == 0) {
                fact.name = each.name;
            }
        }
        m_facts.application = fact;
        m_changed();
    });
}

void ApplicationLook::lack(const Missing &missing)
{
    m_facts.application = missing;
    m_changed();
}

} // namespace segue
