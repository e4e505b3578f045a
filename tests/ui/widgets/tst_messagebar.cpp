// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/widgets/MessageBar.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace segue;
using namespace Qt::StringLiterals;

//! What a person does with a message, and what is heard of it.
class TestMessageBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whoeverShowedAMessageHearsThatItWasClosed();
    void onlyAPersonClosesAMessage();
    void anUpdateIsSilentAndBringsNothingBack();
    void whatIsShownWhileClosingStays();

private:
    Message message(const QString &subject, const QString &text, bool isUpdate = false)
    {
        return {subject,
                Tone::Warning,
                text,
                u"Show"_s,
                [this, subject] { m_acted.append(subject); },
                0,
                isUpdate,
                [this, subject] { m_closed.append(subject); }};
    }
    QString text() const { return m_bar->findChild<QLabel *>(u"messageText"_s)->text(); }
    void close() { m_bar->findChild<QToolButton *>(u"messageClose"_s)->click(); }

    std::unique_ptr<MessageBar> m_bar;
    QStringList m_closed;
    QStringList m_acted;
};

void TestMessageBar::init()
{
    m_bar = std::make_unique<MessageBar>();
    m_closed.clear();
    m_acted.clear();
}

void TestMessageBar::whoeverShowedAMessageHearsThatItWasClosed()
{
    m_bar->show(message(u"a"_s, u"One."_s));
    m_bar->show(message(u"b"_s, u"Two."_s));
    close();
    QCOMPARE(m_closed, QStringList{u"b"_s});
    QCOMPARE(text(), u"One."_s);
    close();
    QCOMPARE(m_closed, (QStringList{u"b"_s, u"a"_s}));
    QVERIFY(m_bar->isHidden());
    close();
    QCOMPARE(m_closed.size(), 2);
    QVERIFY(m_acted.isEmpty());
}

void TestMessageBar::onlyAPersonClosesAMessage()
{
    m_bar->show(message(u"a"_s, u"One."_s));
    m_bar->clear(u"a"_s);
    m_bar->show(message(u"b"_s, u"Two."_s));
    m_bar->show(message(u"b"_s, u"Three."_s));
    m_bar->findChild<QPushButton *>(u"messageAction"_s)->click();
    QCOMPARE(m_acted, QStringList{u"b"_s});
    QVERIFY(m_closed.isEmpty());
}

void TestMessageBar::anUpdateIsSilentAndBringsNothingBack()
{
    m_bar->show({u"a"_s, Tone::Warning, u"One."_s, {}, {}});
    m_bar->show(message(u"a"_s, u"One more."_s, true));
    QCOMPARE(text(), u"One more."_s);
    close();
    QCOMPARE(m_closed, QStringList{u"a"_s});
    m_bar->show(message(u"a"_s, u"Two more."_s, true));
    QVERIFY(m_bar->isHidden());
}

void TestMessageBar::whatIsShownWhileClosingStays()
{
    m_bar->show(
        {u"a"_s, Tone::Warning, u"One."_s, {}, {}, 0, false, [this] { m_bar->show(message(u"b"_s, u"Two."_s)); }});
    close();
    QVERIFY(!m_bar->isHidden());
    QCOMPARE(text(), u"Two."_s);
}

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
