// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/KeyLook.h"

#include "app/core/Futures.h"

namespace segue {

KeyLook::KeyLook(const Parts &parts, const Endpoint &endpoint, bool mayAskSegment, CheckFacts &facts,
                 std::function<void()> changed, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_endpoint(endpoint)
    , m_mayAskSegment(mayAskSegment)
    , m_facts(facts)
    , m_changed(std::move(changed))
    , m_twins(parts.connections, parts.drafts, parts.secrets)
    , m_probe(parts.clock, parts.redactor, parts.cdn, nullptr, parts.logins)
{
}

void KeyLook::start(const std::optional<Secret> &given, std::function<void(const std::optional<Secret> &)> whenRead)
{
    m_whenRead = std::move(whenRead);
    const Connection &connection = m_facts.connection;
    if (given) {
        take(KeyFact::Standing::GivenForRun, *given);
        return;
    }
    if (connection.isSandbox()) {
        take(KeyFact::Standing::Public, Secret::fromBytes(sandboxWriteKey()));
        return;
    }
    const SecretName name = SecretName::writeKey(connection.id);
    const bool isSession = m_parts.secrets.isSessionOnly(name);
    if (!isSession && !connection.keyExpected) {
        KeyFact never;
        never.hasShape = m_endpoint.isSegment();
        never.standing = KeyFact::Standing::NeverGiven;
        lack(never, {{}, tr("A write key."), {NextStep::Kind::Setup, {}}});
        return;
    }
    whenAnswered(m_parts.secrets.read(name), this, [this, isSession](const Result<Secret> &key) {
        if (key) {
            take(isSession ? KeyFact::Standing::SessionOnly : KeyFact::Standing::Kept, key.value());
        } else if (key.error().code == ErrorCode::Absent) {
            KeyFact gone;
            gone.hasShape = m_endpoint.isSegment();
            gone.standing = KeyFact::Standing::NotHere;
            lack(gone, {{}, tr("A write key."), {NextStep::Kind::Setup, {}}});
        } else {
            const Missing unread{key.error().userText, tr("A keychain that is unlocked and answers."), {}};
            lack(unread, unread);
        }
    });
}

void KeyLook::lack(const Result<KeyFact, Missing> &fact, const Missing &why)
{
    m_facts.key = fact;
    m_facts.twins = why;
    m_facts.probe = why;
    m_changed();
    m_whenRead({});
}

void KeyLook::take(KeyFact::Standing standing, const Secret &key)
{
    KeyFact fact;
    fact.standing = standing;
    fact.hasShape = m_endpoint.isSegment();
    QString text = key.use([](QByteArrayView bytes) { return QString::fromUtf8(bytes); });
    fact.remark = writeKeyRemark(text, !fact.hasShape);
    wipe(text);
    m_facts.key = fact;
    m_changed();
    m_whenRead(key);
    compare(key);
    probe(key);
}

void KeyLook::compare(const Secret &key)
{
    m_twins.look(m_facts.connection.id, key, [this](const KeyTwins::Found &found) {
        m_facts.twins = found;
        m_changed();
    });
}

void KeyLook::probe(const Secret &key)
{
    const auto lacks = [this](const Missing &why) {
        m_facts.probe = why;
        m_changed();
    };
    // Whoever is asked gets the key in an address.
    if (!m_endpoint.isSegment() || m_facts.connection.isSandbox()) {
        lacks({tr("The endpoint is not Segment's own, so nobody was asked about its key."), {}, {}});
        return;
    }
    if (!m_mayAskSegment) {
        lacks({{},
               tr("Your yes to ask Segment: it puts the key into a URL of Segment's CDN."),
               {NextStep::Kind::AskSegment, {}}});
        return;
    }
    whenAnswered(m_probe.ask(m_endpoint, key), this, [this](const KeyProbeAnswer &answer) {
        m_facts.probe = answer;
        m_changed();
    });
}

} // namespace segue
