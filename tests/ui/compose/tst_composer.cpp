// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/Composer.h"

#include "tests/ui/UiFixture.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace segue;

class ComposerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void controlAndReturnSend_data();
    void controlAndReturnSend();
    void controlAndReturnAskBeforeProd();
    void prodIsAskedOnceAndCancelSendsNothing();
    void prodIsNeverOfferedForAllEvents();
    void theJsonViewHoldsTheWholeEvent();

private:
    static Connection connection(Environment environment)
    {
        Connection made;
        made.id = ConnectionId::create();
        made.name = environment == Environment::Prod ? QStringLiteral("Live") : QStringLiteral("Trial");
        made.environment = environment;
        return made;
    }
    static QMessageBox *guard(const Composer &composer)
    {
        return composer.findChild<QMessageBox *>(QStringLiteral("prodGuard"));
    }
};

void ComposerTest::controlAndReturnSend_data()
{
    QTest::addColumn<QString>("focus");
    QTest::newRow("from the event") << QStringLiteral("composerEvent");
    QTest::newRow("from the campaign") << QStringLiteral("composerCampaign");
}

void ComposerTest::controlAndReturnSend()
{
    QFETCH(QString, focus);
    test::UiFixture fixture;
    QVERIFY(fixture.isOpen());
    Composer composer(fixture.context());
    composer.setConnection(sandboxConnection());
    QSignalSpy sent(&composer, &Composer::sent);
    composer.show();
    composer.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&composer));
    auto *field = composer.findChild<QWidget *>(focus);
    QVERIFY2(field != nullptr, qPrintable(focus));
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sent.wait());
    QCOMPARE(sent.size(), 1);
}

void ComposerTest::controlAndReturnAskBeforeProd()
{
    test::UiFixture fixture;
    const Connection live = connection(Environment::Prod);
    QVERIFY(fixture.context().connections().add(live));
    Composer composer(fixture.context());
    composer.setConnection(live);
    composer.show();
    composer.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&composer));
    auto *field = composer.findChild<QWidget *>(QStringLiteral("composerCampaign"));
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(guard(composer) != nullptr, "the keys work although the button's text has changed");
}

void ComposerTest::prodIsAskedOnceAndCancelSendsNothing()
{
    test::UiFixture fixture;
    const Connection live = connection(Environment::Prod);
    QVERIFY(fixture.context().connections().add(live));
    Composer composer(fixture.context());
    composer.setConnection(live);
    composer.show();
    QSignalSpy sent(&composer, &Composer::sent);
    composer.send();
    QVERIFY(guard(composer) != nullptr);
    QVERIFY2(guard(composer)->text().contains(live.name), "the question names the connection");
    guard(composer)->reject();
    QTRY_VERIFY(guard(composer) == nullptr);

    composer.send();
    QVERIFY(guard(composer) != nullptr);
    guard(composer)->findChild<QPushButton *>(QStringLiteral("prodGuardConfirm"))->click();
    QVERIFY(sent.wait());
    QCOMPARE(sent.size(), 1);
    QTRY_VERIFY(guard(composer) == nullptr);

    composer.send();
    QVERIFY2(guard(composer) == nullptr, "once per start of the program");
    QVERIFY(sent.wait());
}

void ComposerTest::prodIsNeverOfferedForAllEvents()
{
    test::UiFixture fixture;
    const Connection live = connection(Environment::Prod);
    const Connection trial = connection(Environment::Dev);
    QVERIFY(fixture.context().connections().add(live));
    QVERIFY(fixture.context().connections().add(trial));
    fixture.context().settings().setChoice(QStringLiteral("composer-connection"), live.id.text());
    Composer composer(fixture.context());
    composer.setConnection({});
    const auto *targets = composer.findChild<QComboBox *>(QStringLiteral("composerConnection"));
    QVERIFY(targets != nullptr);
    QVERIFY(targets->currentData().toString() != live.id.text());
}

void ComposerTest::theJsonViewHoldsTheWholeEvent()
{
    test::UiFixture fixture;
    QVERIFY(fixture.isOpen());
    Composer composer(fixture.context());
    composer.setConnection(sandboxConnection());
    composer.show();
    composer.findChild<QTabBar *>(QStringLiteral("composerViews"))->setCurrentIndex(1);
    const QByteArray shown = composer.findChild<QPlainTextEdit *>(QStringLiteral("composerJson"))->toPlainText().toUtf8();
    const QJsonObject event = QJsonDocument::fromJson(shown).object();
    QVERIFY2(event.value(QLatin1String("context")).toObject().value(QLatin1String("segue")).toObject().contains(
                 QLatin1String("test")),
             shown.constData());
}

QTEST_MAIN(ComposerTest)
#include "tst_composer.moc"
