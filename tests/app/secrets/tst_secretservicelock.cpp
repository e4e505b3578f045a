// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/SecretServiceLock.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using segue::KeychainLock;
using segue::SecretServiceLock;

namespace {

//! The service's own object.
class FakeService : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Service")
public:
    QString path = u"/"_s;
    QString error;

public Q_SLOTS:
    QDBusObjectPath ReadAlias(const QString &alias) // NOLINT(readability-identifier-naming): the name on the bus
    {
        if (!error.isEmpty()) {
            sendErrorReply(error, u"a text for people"_s);
        }
        return QDBusObjectPath(alias == "default"_L1 ? path : u"/"_s);
    }
};

//! Its default keyring.
class FakeCollection : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Collection")
    Q_PROPERTY(bool Locked MEMBER locked)
public:
    bool locked = false;
};

class FakeWallet : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.KWallet")
public:
    bool open = false;

public Q_SLOTS:
    QString networkWallet() { return u"kdewallet"_s; }
    bool isOpen(const QString &wallet) { return open && wallet == "kdewallet"_L1; }
};

std::optional<KeychainLock> answer(int limitMs = 20'000)
{
    SecretServiceLock lock(limitMs, nullptr);
    std::optional<KeychainLock> result;
    QObject::connect(&lock, &SecretServiceLock::answered, &lock, [&](KeychainLock value) { result = value; });
    lock.ask();
    if (result) {
        return std::nullopt; // an answer before the question was out
    }
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000)) {
        return std::nullopt;
    }
    return result;
}

} // namespace

class tst_SecretServiceLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void nobodyOnTheBus();
    void aServiceWithoutAKeyring();
    void anOpenKeyring();
    void aLockedKeyring();
    void anAliasOfAKeyringThatIsGone();
    void aServiceThatIsNone();
    void aServiceThatFails();
    void inPlasmaTheWalletIsAsked();
    void inPlasmaWithoutAWalletTheServiceIsAsked();

private:
    void serve();

    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"fakes"_s);
    FakeService m_service;
    FakeCollection m_collection;
    FakeWallet m_wallet;
};

void tst_SecretServiceLock::initTestCase()
{
    QCOMPARE(qgetenv("SEGUE_TEST_BUS_MODE"), QByteArray("none"));
    QVERIFY(m_bus.isConnected());
    QVERIFY(m_bus.registerObject(u"/org/freedesktop/secrets"_s, &m_service, QDBusConnection::ExportAllSlots));
    QVERIFY(m_bus.registerObject(u"/org/freedesktop/secrets/collection/x"_s, &m_collection,
                                 QDBusConnection::ExportAllProperties));
    QVERIFY(m_bus.registerObject(u"/modules/kwalletd5"_s, &m_wallet, QDBusConnection::ExportAllSlots));
}

void tst_SecretServiceLock::cleanup()
{
    m_bus.unregisterService(u"org.freedesktop.secrets"_s);
    m_bus.unregisterService(u"org.kde.kwalletd5"_s);
    qunsetenv("XDG_CURRENT_DESKTOP");
    qunsetenv("KDE_SESSION_VERSION");
    m_service.path = u"/"_s;
    m_service.error.clear();
}

void tst_SecretServiceLock::serve()
{
    QVERIFY(m_bus.registerService(u"org.freedesktop.secrets"_s));
}

void tst_SecretServiceLock::nobodyOnTheBus()
{
    QCOMPARE(answer(), KeychainLock::NoService);
}

void tst_SecretServiceLock::aServiceWithoutAKeyring()
{
    serve();
    QCOMPARE(answer(), KeychainLock::NoCollection);
}

void tst_SecretServiceLock::anOpenKeyring()
{
    serve();
    m_service.path = u"/org/freedesktop/secrets/collection/x"_s;
    m_collection.locked = false;
    QCOMPARE(answer(), KeychainLock::Unlocked);
}

void tst_SecretServiceLock::aLockedKeyring()
{
    serve();
    m_service.path = u"/org/freedesktop/secrets/collection/x"_s;
    m_collection.locked = true;
    QCOMPARE(answer(), KeychainLock::Locked);
}

void tst_SecretServiceLock::anAliasOfAKeyringThatIsGone()
{
    serve();
    m_service.path = u"/org/freedesktop/secrets/collection/gone"_s;
    QCOMPARE(answer(), KeychainLock::NoCollection);
}

void tst_SecretServiceLock::aServiceThatIsNone()
{
    serve();
    m_service.error = u"org.freedesktop.DBus.Error.UnknownMethod"_s;
    QCOMPARE(answer(), KeychainLock::NoService);
    m_service.error = u"org.freedesktop.DBus.Error.Spawn.ExecFailed"_s;
    QCOMPARE(answer(), KeychainLock::NoService);
}

void tst_SecretServiceLock::aServiceThatFails()
{
    serve();
    m_service.error = u"org.freedesktop.DBus.Error.NoReply"_s;
    QCOMPARE(answer(), KeychainLock::NotAnswering);
    m_service.error = u"org.example.Error.Unheard"_s;
    QCOMPARE(answer(), KeychainLock::NotAnswering);
}

void tst_SecretServiceLock::inPlasmaTheWalletIsAsked()
{
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_SESSION_VERSION", "5");
    QVERIFY(m_bus.registerService(u"org.kde.kwalletd5"_s));
    m_wallet.open = false;
    QCOMPARE(answer(), KeychainLock::Locked);
    m_wallet.open = true;
    QCOMPARE(answer(), KeychainLock::Unlocked);
}

void tst_SecretServiceLock::inPlasmaWithoutAWalletTheServiceIsAsked()
{
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_SESSION_VERSION", "5");
    QCOMPARE(answer(), KeychainLock::NoService);
    serve();
    QCOMPARE(answer(), KeychainLock::NoCollection);
}

QTEST_GUILESS_MAIN(tst_SecretServiceLock)
#include "tst_secretservicelock.moc"
