// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/shell/ConnectionHeader.h"
#include "ui/widgets/Labels.h"

#include <QPushButton>

using namespace segue;
using namespace Qt::StringLiterals;

//! One line that says what a connection is.
class TestConnectionHeader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whereRoomIsScarceTextsGiveWayAndNothingIsCut();
};

void TestConnectionHeader::whereRoomIsScarceTextsGiveWayAndNothingIsCut()
{
    Connection connection;
    connection.id = ConnectionId::create();
    connection.name = u"Pushwoosh_Production_Source"_s;
    connection.environment = Environment::Staging;
    connection.applicationCode = u"1A2B3-C4D5E"_s;
    ConnectionHeader header;
    header.showConnection(connection, {}, u"feeds: test, webhook, echo"_s);
    const QString state = u"A key that is said in very many words, as in another language"_s;
    header.setKeyState(u"check"_s, Tone::Good, state);
    auto *send = header.findChild<QPushButton *>(u"sendTestEvent"_s);
    auto *exports = header.findChild<QPushButton *>(u"exportEvents"_s);
    // Words of other languages are longer.
    send->setText(u"Ein Test-Ereignis senden"_s);
    exports->setText(u"Exportieren …"_s);
    header.resize(880 - 150, header.sizeHint().height()); // the smallest window without its sidebar
    header.show();
    QVERIFY(header.minimumSizeHint().width() <= header.width());
    for (const QPushButton *button : {send, exports}) {
        QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
        QVERIFY2(button->geometry().right() < header.width(), qPrintable(button->text()));
    }
    const auto *key = header.findChild<QLabel *>(u"keyState"_s);
    QVERIFY(key->text().endsWith(u'…'));
    QCOMPARE(key->toolTip(), state);
    header.resize(1'900, header.height());
    QTRY_COMPARE(key->text(), state);
}

QTEST_MAIN(TestConnectionHeader)
#include "tst_connectionheader.moc"
