// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/PromptTurn.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using segue::PromptTurn;

class tst_PromptTurn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyOneHasTheTurn();
    void withoutARuntimeFolderEverybodyHasATurn();
    void anUnusableRuntimeFolderStopsNobody();
};

void tst_PromptTurn::onlyOneHasTheTurn()
{
    const QTemporaryDir folder;
    qputenv("XDG_RUNTIME_DIR", folder.path().toUtf8());
    auto first = PromptTurn::take();
    QVERIFY(first);
    QVERIFY(!PromptTurn::take());
    const QFileInfo file(folder.filePath(u"segue-keychain.lock"_s));
    QVERIFY(file.exists());
    QCOMPARE(file.size(), 0);
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    first.reset();
    QVERIFY(PromptTurn::take());
}

void tst_PromptTurn::withoutARuntimeFolderEverybodyHasATurn()
{
    qunsetenv("XDG_RUNTIME_DIR");
    const auto first = PromptTurn::take();
    QVERIFY(first);
    QVERIFY(PromptTurn::take());
}

void tst_PromptTurn::anUnusableRuntimeFolderStopsNobody()
{
    qputenv("XDG_RUNTIME_DIR", "/nonexistent/folder");
    const auto first = PromptTurn::take();
    QVERIFY(first);
    QVERIFY(PromptTurn::take());
}

QTEST_GUILESS_MAIN(tst_PromptTurn)
#include "tst_promptturn.moc"
