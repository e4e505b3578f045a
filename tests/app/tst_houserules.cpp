// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HouseRules.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using segue::test::HouseRules;
using segue::test::SourceFile;

namespace {

const QString kLicence = u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;

QSet<QString> guiHeaders()
{
    const QString all = QStringLiteral(SEGUE_GUI_HEADER_FOLDERS);
    return HouseRules::headersIn(all.split(u':', Qt::SkipEmptyParts));
}

//! A small source tree, as bad as a test wants it.
class Tree
{
public:
    void add(const QString &path, const QString &text, const QString &head = kLicence)
    {
        const QString file = m_folder.filePath(path);
        QVERIFY(QDir().mkpath(file.section(u'/', 0, -2)));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write((head + text).toUtf8());
    }
    HouseRules rules() const { return {m_folder.path(), guiHeaders()}; }

private:
    QTemporaryDir m_folder;
};

} // namespace

// The first half holds the rules against the sources of Segue, the second half shows that each rule can fail.
class HouseRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSourcesAreFound();
    void appIncludesNeitherGuiNorWidgets() { holds(m_rules.guiInApp()); }
    void appDoesNotKnowTheWindow() { holds(m_rules.uiInApp()); }
    void foldersOfAppIncludeOnlyThoseBeforeThem() { holds(m_rules.foldersOutOfOrder()); }
    void pagesDoNotKnowEachOther() { holds(m_rules.pagesThatKnowEachOther()); }
    void nothingWaitsInANestedEventLoop() { holds(m_rules.nestedEventLoops()); }
    void secretsHaveOneDoor() { holds(m_rules.keychainOutsideItsDoor()); }
    void onlyTheReceiverUsesBoost() { holds(m_rules.boostOutsideTheReceiver()); }
    void everySourceNamesItsLicence() { holds(m_rules.withoutLicence()); }
    void everyShownTextIsTranslatable() { holds(m_rules.untranslatedTexts()); }
    void filesStaySmall() { holds(m_rules.tooLong()); }

    void findsGuiInApp();
    void findsTheWindowInApp();
    void findsFoldersOutOfOrder();
    void findsPagesThatKnowEachOther();
    void findsNestedEventLoops();
    void findsTheKeychainOutsideItsDoor();
    void findsBoostOutsideTheReceiver();
    void findsAMissingLicence();
    void findsUntranslatedTexts();
    void findsLongFiles();
    void isNotMisledByCommentsAndStrings();

private:
    static void holds(const QStringList &breaks) { QVERIFY2(breaks.isEmpty(), qPrintable(u'\n' + breaks.join(u'\n'))); }

    const HouseRules m_rules{QStringLiteral(SEGUE_SOURCE_FOLDER), guiHeaders()};
};

void HouseRulesTest::theSourcesAreFound()
{
    QVERIFY(guiHeaders().contains(u"QColor"_s));
    QVERIFY(guiHeaders().contains(u"qwidget.h"_s));
    QVERIFY(!guiHeaders().contains(u"QObject"_s));
    const auto has = [this](QStringView path) {
        return std::ranges::any_of(m_rules.files(), [path](const SourceFile &file) { return file.path == path; });
    };
    QVERIFY(has(u"app/core/Secret.cpp"));
    QVERIFY(has(u"app/journal/Journal.h"));
    QVERIFY(has(u"tests/app/tst_houserules.cpp"));
}

void HouseRulesTest::findsGuiInApp()
{
    Tree tree;
    tree.add(u"app/core/A.h"_s, u"#include <QColor>\n#include <QObject>\n"_s);
    tree.add(u"app/core/B.h"_s, u"  #  include <QtWidgets/QLabel>\n#include <QtGui>\n#include \"qwidget.h\"\n"_s);
    tree.add(u"ui/C.h"_s, u"#include <QColor>\n"_s);
    const QStringList breaks = tree.rules().guiInApp();
    QCOMPARE(breaks.size(), 4);
    QVERIFY(breaks.at(0).startsWith(u"app/core/A.h:2:"));
    QVERIFY(breaks.at(1).startsWith(u"app/core/B.h:2:"));
}

void HouseRulesTest::findsTheWindowInApp()
{
    Tree tree;
    tree.add(u"app/cli/A.cpp"_s, u"#include \"ui/MainWindow.h\"\n#include \"../../ui/log/LogPage.h\"\n"_s);
    QCOMPARE(tree.rules().uiInApp().size(), 2);
}

void HouseRulesTest::findsFoldersOutOfOrder()
{
    Tree tree;
    tree.add(u"app/core/A.h"_s, u"#include \"app/journal/Entry.h\"\n"_s);
    tree.add(u"app/journal/B.h"_s, u"#include \"../exports/Har.h\"\n#include \"app/core/A.h\"\n#include \"C.h\"\n"_s);
    tree.add(u"app/delivery/D.h"_s, u"#include \"app/exports/Har.h\"\n#include \"app/AppContext.h\"\n"_s);
    tree.add(u"app/AppContext.h"_s, u"#include \"app/alerts/Alerts.h\"\n#include \"app/cli/Cli.h\"\n"_s);
    tree.add(u"app/cli/Cli.h"_s, u"#include \"app/AppContext.h\"\n#include \"app/core/A.h\"\n"_s);
    tree.add(u"app/misc/E.h"_s, u""_s);
    tree.add(u"app/segment/F.cpp"_s, u"#include \"tests/support/HouseRules.h\"\n"_s);
    const QStringList breaks = tree.rules().foldersOutOfOrder();
    QCOMPARE(breaks.size(), 6);
    QVERIFY(breaks.at(0).startsWith(u"app/AppContext.h:3:"));
    QVERIFY(breaks.at(1).startsWith(u"app/core/A.h:2:"));
    QVERIFY(breaks.at(2).startsWith(u"app/delivery/D.h:3:"));
    QVERIFY(breaks.at(3).startsWith(u"app/journal/B.h:2:"));
    QVERIFY(breaks.at(4).startsWith(u"app/misc/E.h:1:"));
    QVERIFY(breaks.at(5).startsWith(u"app/segment/F.cpp:2:"));
}

void HouseRulesTest::findsPagesThatKnowEachOther()
{
    Tree tree;
    tree.add(u"ui/log/A.h"_s, u"#include \"ui/setup/SetupPage.h\"\n#include \"ui/widgets/Icons.h\"\n"_s);
    tree.add(u"ui/log/B.h"_s, u"#include \"ui/compose/Composer.h\"\n"_s);
    tree.add(u"ui/compose/B.h"_s, u"#include \"ui/log/A.h\"\n"_s);
    tree.add(u"ui/widgets/B.h"_s, u"#include \"ui/log/A.h\"\n"_s);
    tree.add(u"ui/shell/Program.cpp"_s, u"#include \"ui/MainWindow.h\"\n"_s);
    tree.add(u"ui/MainWindow.h"_s, u"#include \"ui/log/A.h\"\n#include \"ui/compose/Composer.h\"\n"_s);
    tree.add(u"ui/shell/C.cpp"_s, u"#include \"app/cli/Cli.h\"\n"_s);
    tree.add(u"ui/main.cpp"_s, u"#include \"app/cli/Cli.h\"\n"_s);
    const QStringList breaks = tree.rules().pagesThatKnowEachOther();
    QCOMPARE(breaks.size(), 4);
    QVERIFY(breaks.at(0).startsWith(u"ui/compose/B.h:2:"));
    QVERIFY(breaks.at(1).startsWith(u"ui/log/A.h:2:"));
    QVERIFY(breaks.at(2).startsWith(u"ui/shell/C.cpp:2:"));
    QVERIFY(breaks.at(3).startsWith(u"ui/widgets/B.h:2:"));
}

void HouseRulesTest::findsNestedEventLoops()
{
    Tree tree;
    const QString bad =
        u"void f() {\n QDialog d; d.exec ();\n QEventLoop loop;\n qApp->processEvents();\n"
        "future.waitForFinished();\n int exec = 1; sqlite3_exec(db); waitForDue(); waitForFinished; }\n"_s;
    tree.add(u"app/delivery/A.cpp"_s, bad);
    tree.add(u"ui/log/B.cpp"_s, bad);
    tree.add(u"app/journal/C.cpp"_s, u"void f() { database.exec(sql); }\n"_s);
    for (const QString &allowed : {u"ui/main.cpp"_s, u"app/cli/Run.cpp"_s, u"tests/app/tst_a.cpp"_s}) {
        tree.add(allowed, bad);
    }
    const QStringList breaks = tree.rules().nestedEventLoops();
    QCOMPARE(breaks.size(), 8);
    for (int i = 0; i < 4; ++i) {
        QVERIFY2(breaks.at(i).startsWith(u"app/delivery/A.cpp:%1:"_s.arg(i + 3)), qPrintable(breaks.at(i)));
    }
}

void HouseRulesTest::findsTheKeychainOutsideItsDoor()
{
    Tree tree;
    for (const QString &path : {u"app/secrets/KeychainSecretStore.cpp"_s, u"app/secrets/Other.cpp"_s}) {
        tree.add(path, u"#include <qt6keychain/keychain.h>\n"_s);
    }
    tree.add(u"ui/A.cpp"_s, u"#include <keychain.h>\n#include \"app/secrets/KeychainSecretStore.h\"\n"_s);
    const QStringList breaks = tree.rules().keychainOutsideItsDoor();
    QCOMPARE(breaks.size(), 2);
    QVERIFY(breaks.at(0).startsWith(u"app/secrets/Other.cpp:2:"));
    QVERIFY(breaks.at(1).startsWith(u"ui/A.cpp:2:"));
}

void HouseRulesTest::findsBoostOutsideTheReceiver()
{
    Tree tree;
    tree.add(u"app/receiver/A.cpp"_s, u"#include <boost/beast.hpp>\n"_s);
    tree.add(u"app/delivery/B.cpp"_s, u"#include <boost/asio.hpp>\n"_s);
    const QStringList breaks = tree.rules().boostOutsideTheReceiver();
    QCOMPARE(breaks.size(), 1);
    QVERIFY(breaks.at(0).startsWith(u"app/delivery/B.cpp:2:"));
}

void HouseRulesTest::findsAMissingLicence()
{
    Tree tree;
    tree.add(u"app/core/A.h"_s, u"#pragma once\n"_s, {});
    tree.add(u"app/core/B.h"_s, kLicence, u"\n"_s);
    tree.add(u"app/core/C.h"_s, u"#pragma once\n"_s);
    QCOMPARE(tree.rules().withoutLicence().size(), 2);
}

void HouseRulesTest::findsUntranslatedTexts()
{
    Tree tree;
    tree.add(u"ui/A.cpp"_s, uR"(label->setText("Send");
        label->setText(QStringLiteral("Send"));
        button = new QPushButton(u"Send it"_s, this);
        menu->addAction(icon, u"Send"_s);
        QLabel title{u"Send"_s};
        label->setText(tr("Send"));
        label->setText(u"%1 \u00b7 %2\n"_s.arg(a, b));
        setWindowTitle(u"Segue"_s);
        edit->setPlaceholderText(u"https://gateway.example.com"_s);
        edit->setPlaceholderText(u"Pushwoosh_Dev"_s);
        label->setObjectName(u"send"_s);
        tabs->addTab(page, tr("Send"));
    )"_s);
    tree.add(u"app/core/B.cpp"_s, u"entry.setText(\"Send\");\n"_s);
    const QStringList breaks = tree.rules().untranslatedTexts();
    QCOMPARE(breaks.size(), 5);
    for (int i = 0; i < 5; ++i) {
        QVERIFY2(breaks.at(i).startsWith(u"ui/A.cpp:%1:"_s.arg(i + 2)), qPrintable(breaks.at(i)));
    }
}

void HouseRulesTest::findsLongFiles()
{
    Tree tree;
    tree.add(u"ui/Just.cpp"_s, u"\n"_s.repeated(399));
    tree.add(u"ui/Long.cpp"_s, u"\n"_s.repeated(400));
    tree.add(u"app/core/Just.cpp"_s, u"\n"_s.repeated(599));
    tree.add(u"app/core/Long.cpp"_s, u"\n"_s.repeated(600));
    const QStringList breaks = tree.rules().tooLong();
    QCOMPARE(breaks.size(), 2);
    QVERIFY(breaks.at(0).startsWith(u"app/core/Long.cpp:601:"));
    QVERIFY(breaks.at(1).startsWith(u"ui/Long.cpp:401:"));
}

void HouseRulesTest::isNotMisledByCommentsAndStrings()
{
    Tree tree;
    const QString lookalikes = uR"SRC(// #include <QColor> exec() \
        #include <QWidget>
        /* #include <QLabel>
        #include <boost/asio.hpp> QEventLoop */
        const char *a = "#include <QColor> \" exec() // processEvents()";
        const char16_t *b = uR"x(
#include <QColor>
        " exec() )" QEventLoop)x";
        int c = 1'000'000 + 'a' + '"' + '\'' + 0x1p-3;
        // setText("Send")
        const char *d = "setText(\"Send\")";
)SRC"_s;
    tree.add(u"app/core/A.cpp"_s, lookalikes);
    tree.add(u"ui/B.cpp"_s, lookalikes);
    const HouseRules rules = tree.rules();
    QCOMPARE(rules.files().size(), 2);
    QCOMPARE(rules.files().at(0).lines, 12);
    QVERIFY(rules.files().at(0).includes.isEmpty());
    holds(rules.guiInApp());
    holds(rules.nestedEventLoops());
    holds(rules.boostOutsideTheReceiver());
    holds(rules.untranslatedTexts());

    // What follows such a text is read again.
    tree.add(u"app/core/A.cpp"_s, lookalikes + u"#include <QColor>\nvoid f() { exec(); }\n"_s);
    QCOMPARE(tree.rules().guiInApp().size(), 1);
    QVERIFY(tree.rules().guiInApp().constFirst().startsWith(u"app/core/A.cpp:13:"));
    QCOMPARE(tree.rules().nestedEventLoops().size(), 1);
    QVERIFY(tree.rules().nestedEventLoops().constFirst().startsWith(u"app/core/A.cpp:14:"));
}

QTEST_GUILESS_MAIN(HouseRulesTest)
#include "tst_houserules.moc"
