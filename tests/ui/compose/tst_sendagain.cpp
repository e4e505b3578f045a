// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/compose/Composer.h"

#include <QLabel>
#include <QTabBar>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

class TestSendAgain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEventIsSentAgainOnceUnderItsId();
    void anEventIsSentAgainUnderANewId();
};

namespace {

constexpr int kPatience = 30'000;
const QByteArray kPayload = R"({"type":"track","event":"Email Sent","userId":"1","messageId":"m-own"})";

//! Sends what stands in the composer, and gives the message id of the row.
std::string sendOnce(UiFixture &ui, Composer &composer)
{
    QSignalSpy sent(&composer, &Composer::sent);
    composer.send();
    if (!QTest::qWaitFor([&] { return !sent.isEmpty(); }, kPatience)) {
        return "never sent";
    }
    const auto reader = openReader(ui.folder().toStdString());
    const auto entry = reader->entry(sent.first().first().value<EntryId>());
    return entry && entry.value() ? entry.value()->fields.messageId : "not there";
}

} // namespace

void TestSendAgain::anEventIsSentAgainOnceUnderItsId()
{
    UiFixture ui;
    Composer composer(ui.context());
    composer.setConnection(ui.context().connections().find(sandboxId()));
    composer.show();
    composer.setPayload(kPayload, u"m-own"_s);
    const auto *note = composer.findChild<QLabel *>(u"keptIdNote"_s);
    QVERIFY(note && note->isVisible());
    QVERIFY(note->text().contains(u"m-own"_s));
    QCOMPARE(sendOnce(ui, composer), std::string("m-own"));
    QVERIFY(!note->isVisible());
    const std::string second = sendOnce(ui, composer);
    QVERIFY2(second != "m-own" && second.size() == 36, second.c_str());
}

void TestSendAgain::anEventIsSentAgainUnderANewId()
{
    UiFixture ui;
    Composer composer(ui.context());
    composer.setConnection(ui.context().connections().find(sandboxId()));
    composer.setPayload(kPayload, u"m-own"_s);
    composer.findChild<QTabBar *>(u"composerViews"_s)->setCurrentIndex(0); // another event is made of it
    QVERIFY(sendOnce(ui, composer) != "m-own");
    composer.setPayload(kPayload);
    QVERIFY(sendOnce(ui, composer) != "m-own");
}

QTEST_MAIN(TestSendAgain)
#include "tst_sendagain.moc"
