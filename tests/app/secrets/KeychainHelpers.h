// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/KeychainSecretStore.h"
#include "tests/app/secrets/SecretHelpers.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

namespace segue::test {

//! Opens, locks or ends the keyring of the private bus; blocks until it is done.
inline bool keyring(const QString &command)
{
    return QProcess::execute(qEnvironmentVariable("SEGUE_TEST_KEYRING"), {command}) == 0;
}

inline SecretName nameOf(const QString &what)
{
    return {QStringLiteral("9f0c1f6e-0000-4000-8000-000000000001/") + what};
}

inline QByteArray readBack(KeychainSecretStore &store, const SecretName &name)
{
    return bytesOf(answerOf(store.read(name)).valueOr({}));
}

struct ChildResult
{
    int status = -1;
    QByteArray output;
    QByteArray log;
};

//! Another process of this program, on the same bus; see main(). The input goes to its standard input. The event loop
//! of this one runs on.
inline ChildResult otherProcess(const QStringList &arguments, const QByteArray &input,
                                const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess child;
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), arguments);
    child.write(input);
    child.closeWriteChannel();
    if (!QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 60'000)) {
        child.kill();
        child.waitForFinished();
        return {};
    }
    return {child.exitStatus() == QProcess::NormalExit ? child.exitCode() : -1, child.readAllStandardOutput(),
            child.readAllStandardError()};
}

//! Counts the turns of the event loop, to see that it stays live.
class Heartbeat : public QTimer
{
public:
    Heartbeat()
    {
        setInterval(20);
        callOnTimeout([this] {
            m_longest = std::max(m_longest, m_since.restart());
            ++m_beats;
        });
        m_since.start();
        start();
    }
    int beats() const { return m_beats; }
    qint64 longestPauseMs() const { return m_longest; }

private:
    QElapsedTimer m_since;
    qint64 m_longest = 0;
    int m_beats = 0;
};

} // namespace segue::test
