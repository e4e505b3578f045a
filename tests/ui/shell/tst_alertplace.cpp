// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/shell/AlertPlace.h"
#include "ui/widgets/MessageBar.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {
constexpr int kPatience = 20'000;
constexpr std::int64_t kPause = 30 * 60'000;
} // namespace

//! What the window says of alerts.
class TestAlertPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void theNumberIsKeptUpToDate();
    void aClosedOneHasBeenSeen();

private:
    void fail(const std::string &messageId)
    {
        NewEntry entry = trackEntry(messageId, sandboxId().key());
        entry.fields.state = EventState::Refused;
        QCOMPARE(m_ui->append({std::move(entry)}).size(), 1U);
    }
    QString text() const { return m_messages->findChild<QLabel *>(u"messageText"_s)->text(); }
    bool says(const QString &words) const { return !m_messages->isHidden() && text().contains(words); }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<MessageBar> m_messages;
    std::unique_ptr<AlertPlace> m_place;
    SetClock m_clock{0};
};

void TestAlertPlace::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->isOpen());
    AppContext &context = m_ui->context();
    m_clock.set(context.clock().now());
    m_messages = std::make_unique<MessageBar>();
    m_place = std::make_unique<AlertPlace>(context.settings(),
                                           Alerts::Parts{.log = context.log(),
                                                         .connections = context.connections(),
                                                         .settings = context.settings(),
                                                         .clock = m_clock,
                                                         .dataFolder = context.dataFolder(),
                                                         .isRelaying = {}},
                                           *m_messages);
    // What is there already has been counted when a later question is answered.
    bool answered = false;
    context.log().counts({}, this, [&answered](const auto &) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(answered, kPatience);
}

void TestAlertPlace::cleanup()
{
    m_place.reset();
    m_messages.reset();
    m_ui.reset();
}

void TestAlertPlace::theNumberIsKeptUpToDate()
{
    fail("m-1");
    QTRY_VERIFY_WITH_TIMEOUT(says(u"1 event"_s), kPatience);
    fail("m-2");
    fail("m-3");
    QTRY_VERIFY2_WITH_TIMEOUT(says(u"3 event"_s), qPrintable(text()), kPatience);
    QSignalSpy shown(m_place.get(), &AlertPlace::showRequested);
    m_messages->findChild<QPushButton *>(u"messageAction"_s)->click();
    QCOMPARE(shown.count(), 1);
    QVERIFY(m_messages->isHidden());
}

void TestAlertPlace::aClosedOneHasBeenSeen()
{
    fail("m-1");
    QTRY_VERIFY_WITH_TIMEOUT(says(u"1 event"_s), kPatience);
    m_messages->findChild<QToolButton *>(u"messageClose"_s)->click();
    QVERIFY(m_messages->isHidden());
    m_clock.set(m_clock.now() + kPause);
    fail("m-2");
    QTRY_VERIFY2_WITH_TIMEOUT(says(u"1 event"_s), qPrintable(text()), kPatience);
}

QTEST_MAIN(TestAlertPlace)
#include "tst_alertplace.moc"
