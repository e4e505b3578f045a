// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/AppContext.h"
#include "ui/shell/DeliveryPlace.h"
#include "ui/shell/SidebarModel.h"
#include "ui/shell/StatusBar.h"
#include "ui/widgets/MessageBar.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QToolButton>

using namespace segue;
using namespace Qt::StringLiterals;

using Kind = DeliveryStatus::Kind;

//! Why the connection that is shown is held up, as the message bar says it.
class TestDeliveryPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void aMessageSaysTheNewestWait();
    void whatWasClosedStaysClosedWhileItIsTriedAgain();
    void anotherReasonIsTold();
    void whatIsHeldUpAnewIsTold();

private:
    void tell(Kind kind, const QString &reason, const QString &sentence)
    {
        DeliveryStatus status;
        status.kind = kind;
        status.reason = reason;
        status.sentence = sentence;
        Q_EMIT m_context->courier()->statusChanged(m_id, status);
    }
    QString text() const { return m_messages->findChild<QLabel *>(u"messageText"_s)->text(); }
    void close() { m_messages->findChild<QToolButton *>(u"messageClose"_s)->click(); }

    const ConnectionId m_id = ConnectionId::create(); // the courier itself says nothing of it
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppContext> m_context;
    std::unique_ptr<SidebarModel> m_sidebar;
    std::unique_ptr<StatusBar> m_bar;
    std::unique_ptr<MessageBar> m_messages;
    std::unique_ptr<DeliveryPlace> m_place;
};

void TestDeliveryPlace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_context = std::move(AppContext::create({.dataFolder = m_folder->path(), .deliver = true})).value();
    m_sidebar = std::make_unique<SidebarModel>(m_context->connections(), m_context->drafts());
    m_bar = std::make_unique<StatusBar>();
    m_messages = std::make_unique<MessageBar>();
    m_place = std::make_unique<DeliveryPlace>(*m_context, *m_sidebar, *m_bar, *m_messages, nullptr);
    m_place->show(m_id);
    tell(Kind::Retrying, u"try-later"_s, u"503. Tried again in 3 min."_s);
    QVERIFY(!m_messages->isHidden());
}

void TestDeliveryPlace::cleanup()
{
    m_place.reset();
    m_messages.reset();
    m_bar.reset();
    m_sidebar.reset();
    m_context.reset();
}

void TestDeliveryPlace::aMessageSaysTheNewestWait()
{
    tell(Kind::Retrying, u"try-later"_s, u"503. Tried again in 4 min."_s);
    QCOMPARE(text(), u"503. Tried again in 4 min."_s);
    QVERIFY(!m_messages->isHidden());
}

void TestDeliveryPlace::whatWasClosedStaysClosedWhileItIsTriedAgain()
{
    close();
    tell(Kind::Retrying, u"try-later"_s, u"503. Tried again in 4 min."_s);
    tell(Kind::Retrying, u"try-later"_s, u"503. Tried again in 5 min."_s);
    QVERIFY(m_messages->isHidden());
}

void TestDeliveryPlace::anotherReasonIsTold()
{
    close();
    tell(Kind::Paused, u"unauthorised"_s, u"401."_s);
    QVERIFY(!m_messages->isHidden());
    QCOMPARE(text(), u"401."_s);
    close();
    tell(Kind::Retrying, u"try-later"_s, u"503. Tried again in 3 min."_s);
    QVERIFY(!m_messages->isHidden());
}

void TestDeliveryPlace::whatIsHeldUpAnewIsTold()
{
    close();
    tell(Kind::Working, {}, {});
    tell(Kind::Retrying, u"try-later"_s, u"503. Tried again in 3 min."_s);
    QVERIFY(!m_messages->isHidden());
    close();
    m_place->show(m_id); // as when a person comes back to the connection
    QVERIFY(!m_messages->isHidden());
}

QTEST_MAIN(TestDeliveryPlace)
#include "tst_deliveryplace.moc"
