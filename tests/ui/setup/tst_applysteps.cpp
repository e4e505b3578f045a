// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ApplySteps.h"

#include "tests/ui/UiFixture.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/SecretClipboard.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"Zq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"_s;
constexpr int kPatience = 20'000;

//! Stands for the desktop's browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

} // namespace

class TestApplySteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theLinkLeadsToTheApplication();
    void ticksAreShownAndTold();
    void theKeyIsCopiedAsASecret();
    void theKeyLeavesTheClipboardWithItsOwner();
    void whatElseWasCopiedMeanwhileStays();

private:
    template <class T> T *child(const QString &name) { return m_steps->findChild<T *>(name); }

    std::unique_ptr<test::UiFixture> m_fixture;
    std::unique_ptr<ApplySteps> m_steps;
    SetupDraft m_draft;
};

void TestApplySteps::init()
{
    m_steps.reset();
    m_fixture = std::make_unique<test::UiFixture>();
    m_draft = {};
    m_draft.id = ConnectionId::create();
    m_draft.applicationText = u" 1a2b3-c4d5e"_s;
    m_draft.allEvents = false;
    m_draft.events = {u"Email Sent"_s, u"Push Sent"_s};
    m_draft.ticks = {u"configure"_s};
    m_fixture->context().secrets().write(SecretName::writeKey(m_draft.id), Secret::fromText(kKey), SecretPlace::SessionOnly);
    m_steps = std::make_unique<ApplySteps>(m_fixture->context().secrets());
    m_steps->show(m_draft);
    static_cast<QWidget *>(m_steps.get())->show();
}

void TestApplySteps::theLinkLeadsToTheApplication()
{
    Browser browser;
    child<QAbstractButton>(u"openPushwoosh"_s)->click();
    QCOMPARE(browser.opened, QList<QUrl>{QUrl(u"https://app.pushwoosh.com/applications/1A2B3-C4D5E"_s)});
    LinkButton elsewhere(u"x"_s);
    elsewhere.setUrl(QUrl(u"https://example.com/"_s));
    QVERIFY2(!elsewhere.isEnabled(), "not on our list");
    Q_EMIT elsewhere.clicked();
    QCOMPARE(browser.opened.size(), 1);
}

void TestApplySteps::ticksAreShownAndTold()
{
    QCOMPARE(m_steps->ticks(), QStringList{u"configure"_s});
    QSignalSpy changed(m_steps.get(), &ApplySteps::changed);
    child<QAbstractButton>(u"applied-apply"_s)->click();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_steps->ticks(), (QStringList{u"configure"_s, u"apply"_s}));
    child<QAbstractButton>(u"copyApplyEvents"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Email Sent,Push Sent"_s);
}

void TestApplySteps::theKeyIsCopiedAsASecret()
{
    child<QAbstractButton>(u"copyWriteKey"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text(), kKey, kPatience);
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    if (QGuiApplication::clipboard()->supportsSelection()) {
        QVERIFY(QGuiApplication::clipboard()->text(QClipboard::Selection) != kKey);
    }
    QVERIFY(!child<QLabel>(u"copyKeyNote"_s)->text().contains(kKey));
}

void TestApplySteps::theKeyLeavesTheClipboardWithItsOwner()
{
    child<QAbstractButton>(u"copyWriteKey"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text(), kKey, kPatience);
    m_steps.reset();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestApplySteps::whatElseWasCopiedMeanwhileStays()
{
    SecretClipboard clipboard;
    clipboard.put(Secret::fromText(kKey));
    QGuiApplication::clipboard()->setText(u"other"_s);
    clipboard.clear();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"other"_s);
}

QTEST_MAIN(TestApplySteps)
#include "tst_applysteps.moc"
