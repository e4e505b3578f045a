// SPDX-License-Identifier: GPL-3.0-or-later
// Run by tests/support/with-private-bus.sh; the mode of the bus decides which tests run.
#include "tests/app/secrets/KeychainHelpers.h"
#include "tests/app/secrets/KeychainLockedTest.h"
#include "tests/app/secrets/KeychainServiceTest.h"
#include "tests/app/secrets/KeychainUnlockedTest.h"

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace segue;
using namespace segue::test;

namespace {

//! A second process: stores what comes in, reads it back and removes it.
int roundTrip(const QString &account)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return 1;
    }
    const Secret secret = Secret::fromBytes(input.readAll());
    KeychainSecretStore store;
    const SecretName name{account};
    const bool written = answerOf(store.write(name, secret)).ok();
    const bool same = answerOf(store.read(name)).valueOr({}).sameAs(secret);
    const bool removed = answerOf(store.remove(name)).ok();
    return written && same && removed ? 0 : 1;
}

//! A second process: prints the code of the error that a read ends in, or -1.
int readOnly(const QString &account)
{
    KeychainSecretStore store;
    const auto code = codeOf(answerOf(store.read({account})));
    std::printf("%d\n", code ? static_cast<int>(*code) : -1);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QByteArray mode = qgetenv("SEGUE_TEST_BUS_MODE");
    if (mode.isEmpty()) {
        std::fputs("run by tests/support/with-private-bus.sh, so that no real keyring is touched\n", stderr);
        return 2;
    }
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--round-trip"_L1) {
        return roundTrip(arguments.value(2));
    }
    if (arguments.value(1) == "--read"_L1) {
        return readOnly(arguments.value(2));
    }
    std::unique_ptr<QObject> test;
    if (mode == "unlocked") {
        test = std::make_unique<KeychainUnlockedTest>();
    } else if (mode == "locked") {
        test = std::make_unique<KeychainLockedTest>();
    } else if (mode == "none") {
        test = std::make_unique<KeychainAbsentTest>();
    } else {
        test = std::make_unique<KeychainSilentTest>();
    }
    return QTest::qExec(test.get(), arguments);
}
