// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/KeyTwins.h"

#include "app/AppContext.h"

#include <QTemporaryDir>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"Zq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"_s;
const QString kOther = u"Aq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"_s;
constexpr int kPatience = 20'000;

} // namespace

class TestKeyTwins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_context.reset(); }
    void aKeyOfItsOwnHasNoTwin();
    void theSameKeyOfAnotherEnvironmentIsFound();
    void theOneOfADraftIsFound();
    void theSandboxsPublicKeyIsFound();
    void aNewLookTakesThePlaceOfTheOldOne();
    void whatCannotBeReadIsCounted();
    void theSentenceNamesThemAll();

private:
    ConnectionId add(const QString &name, Environment environment, const QString &key);
    KeyTwins::Found found(const ConnectionId &own, const QString &key);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppContext> m_context;
};

void TestKeyTwins::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_context = std::move(AppContext::create({.dataFolder = m_folder->path(), .deliver = false})).value();
}

ConnectionId TestKeyTwins::add(const QString &name, Environment environment, const QString &key)
{
    Connection connection;
    connection.id = ConnectionId::create();
    connection.name = name;
    connection.environment = environment;
    QTest::qVerify(m_context->connections().add(connection).ok(), "added", "", __FILE__, __LINE__);
    m_context->secrets().write(SecretName::writeKey(connection.id), Secret::fromText(key), SecretPlace::SessionOnly);
    return connection.id;
}

KeyTwins::Found TestKeyTwins::found(const ConnectionId &own, const QString &key)
{
    KeyTwins twins(m_context->connections(), m_context->drafts(), m_context->secrets());
    std::optional<KeyTwins::Found> answer;
    twins.look(own, Secret::fromText(key), [&](const KeyTwins::Found &found) { answer = found; });
    QTest::qVerify(QTest::qWaitFor([&] { return answer.has_value(); }, kPatience), "an answer", "", __FILE__, __LINE__);
    return answer.value_or(KeyTwins::Found{});
}

void TestKeyTwins::aKeyOfItsOwnHasNoTwin()
{
    const ConnectionId own = add(u"Own"_s, Environment::Dev, kKey);
    add(u"Live"_s, Environment::Prod, kOther);
    QVERIFY(found(own, kKey).twins.isEmpty());
}

void TestKeyTwins::theSameKeyOfAnotherEnvironmentIsFound()
{
    add(u"Live"_s, Environment::Prod, kKey);
    add(u"Trial"_s, Environment::Staging, kOther);
    const KeyTwins::Found answer = found(ConnectionId::create(), kKey);
    QCOMPARE(answer.twins, (QList<KeyTwins::Twin>{{u"Live"_s, Environment::Prod}}));
    QCOMPARE(answer.unread, 0);
}

void TestKeyTwins::theOneOfADraftIsFound()
{
    SetupDraft draft;
    draft.id = ConnectionId::create();
    draft.name = u"Begun"_s;
    QVERIFY(m_context->drafts().save(draft).ok());
    m_context->secrets().write(SecretName::writeKey(draft.id), Secret::fromText(kKey), SecretPlace::SessionOnly);
    QCOMPARE(found(ConnectionId::create(), kKey).twins, (QList<KeyTwins::Twin>{{u"Begun"_s, Environment::Dev}}));
    QVERIFY(found(draft.id, kKey).twins.isEmpty());
}

void TestKeyTwins::theSandboxsPublicKeyIsFound()
{
    const KeyTwins::Found answer = found(ConnectionId::create(), QString::fromLatin1(sandboxWriteKey()));
    QCOMPARE(answer.twins.size(), 1);
    QCOMPARE(answer.twins.first().environment, Environment::Sandbox);
}

void TestKeyTwins::aNewLookTakesThePlaceOfTheOldOne()
{
    add(u"Live"_s, Environment::Prod, kKey);
    KeyTwins twins(m_context->connections(), m_context->drafts(), m_context->secrets());
    int first = 0;
    int second = 0;
    twins.look(ConnectionId::create(), Secret::fromText(kKey), [&](const KeyTwins::Found &) { ++first; });
    twins.look(ConnectionId::create(), Secret::fromText(kOther), [&](const KeyTwins::Found &) { ++second; });
    QTRY_COMPARE_WITH_TIMEOUT(second, 1, kPatience);
    QCOMPARE(first, 0);
}

void TestKeyTwins::whatCannotBeReadIsCounted()
{
    // No keychain answers here, or it has no such entry: neither is a twin.
    Connection connection;
    connection.id = ConnectionId::create();
    connection.name = u"Kept"_s;
    connection.keyExpected = true;
    QVERIFY(m_context->connections().add(connection).ok());
    const KeyTwins::Found answer = found(ConnectionId::create(), kKey);
    QVERIFY(answer.twins.isEmpty());
    QVERIFY(answer.unread <= 1);
}

void TestKeyTwins::theSentenceNamesThemAll()
{
    QVERIFY(KeyTwins::sentence({}, Environment::Dev).isEmpty());
    const QString same = KeyTwins::sentence({{u"Trial"_s, Environment::Dev}}, Environment::Dev);
    QVERIFY(same.contains(u"Trial"_s));
    const QString other =
        KeyTwins::sentence({{u"Trial"_s, Environment::Dev}, {u"Live"_s, Environment::Prod}}, Environment::Dev);
    QVERIFY(other.contains(u"Trial"_s) && other.contains(u"Live"_s) && other.contains(u"PROD"_s));
    QVERIFY2(other != same && other.contains(u"environment"_s), "another environment is said to be one");
}

QTEST_GUILESS_MAIN(TestKeyTwins)
#include "tst_keytwins.moc"
