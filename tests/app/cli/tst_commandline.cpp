// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsForTheTerminal_data();
    void knowsWhatIsForTheTerminal();
    void readsWhatTheWindowIsGiven();
};

void CommandLineTest::knowsWhatIsForTheTerminal_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<bool>("isCommand");
    const auto row = [](const char *line, bool isCommand) {
        QTest::newRow(line) << QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts) << isCommand;
    };
    row("", false);
    row("--data-dir /tmp/x", false);
    row("--data-dir=/tmp/x", false);
    row("--theme dark", false);
    row("--theme=dark --data-dir log", false);
    row("-platform offscreen", false);
    row("--platform offscreen --style fusion", false);
    row("-reverse", false);
    row("log", true);
    row("demo", true);
    row("--data-dir /tmp/x send --connection C", true);
    row("--theme dark connections list", true);
    row("--help", true);
    row("-h", true);
    row("--version", true);
    row("-v", true);
    row("--data-dir /tmp/x --help", true);
    row("bogus", true);
    row("--bogus", true);
    row("--json", true);
    row("--data-dir", true);
}

void CommandLineTest::knowsWhatIsForTheTerminal()
{
    QFETCH(QStringList, line);
    QFETCH(bool, isCommand);
    QCOMPARE(cli::isCommand(line), isCommand);
}

void CommandLineTest::readsWhatTheWindowIsGiven()
{
    const cli::WindowOptions options = cli::windowOptions({u"--data-dir"_s, u"/a b"_s, u"--theme=dark"_s});
    QCOMPARE(options.dataFolder, u"/a b"_s);
    QCOMPARE(options.theme, u"dark"_s);
    QCOMPARE(cli::windowOptions({}).dataFolder, QString());
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
