// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/segment/TrackCall.h"
#include "app/journal/EventLogModel.h"
#include "tests/ui/UiFixture.h"
#include "ui/MainWindow.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTextEdit>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;
const QString kUser = u"jane.doe@example.com"_s;

//! An event that names the person wherever an entry can.
NewEntry everywhere()
{
    const std::string user = kUser.toStdString();
    NewEntry entry = trackEntry("m-1", sandboxId().key());
    entry.fields.event = "Email to " + user;
    entry.fields.identity = user;
    entry.fields.state = EventState::Refused;
    entry.fields.error = "rejected: The endpoint does not know " + user + ".";
    entry.payload = R"({"type":"track","event":"Email to )" + user + R"(","userId":")" + user +
                    R"(","messageId":"m-1","properties":{"owner":")" + user + R"(","campaign_code":"C-1"},)" +
                    R"("context":{"traits":{"email":")" + user + R"("}}})";
    return entry;
}

Attempt attempt()
{
    Attempt made;
    made.started = 1'700'000'000'000;
    made.status = 400;
    made.outcome = "rejected";
    made.requestHead = "POST /v1/track HTTP/1.1\r\nHost: api.segment.io\r\n";
    made.responseHead = "HTTP/1.1 400 Bad Request\r\nX-About: " + kUser.toStdString() + "\r\n";
    made.responseBody = R"({"message":"no )" + kUser.toStdString() + R"("})";
    made.error = "Refused: " + kUser.toStdString();
    return made;
}

//! Every text that the object can show or say, with where it is.
void collect(const QObject &object, QStringList &texts)
{
    const auto add = [&](const char *what, const QString &text) {
        if (!text.isEmpty()) {
            texts.append(object.objectName() + u" (" + QLatin1String(object.metaObject()->className()) + u") " +
                         QLatin1String(what) + u": " + text);
        }
    };
    for (const char *property : {"text", "plainText", "windowTitle", "toolTip", "statusTip", "whatsThis",
                                 "accessibleName", "accessibleDescription", "placeholderText", "title"}) {
        add(property, object.property(property).toString());
    }
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(&object)) {
        add("text", edit->toPlainText());
    }
    if (const auto *edit = qobject_cast<const QTextEdit *>(&object)) {
        add("text", edit->toPlainText());
    }
    if (const auto *combo = qobject_cast<const QComboBox *>(&object)) {
        for (int i = 0; i < combo->count(); ++i) {
            add("item", combo->itemText(i));
        }
    }
}

//! What a screen reader is told of the widget and of what is in it.
void collectAccessible(QAccessibleInterface *part, QStringList &texts, int depth = 0)
{
    if (part == nullptr || depth > 40) {
        return;
    }
    for (const QAccessible::Text kind :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
        if (const QString text = part->text(kind); !text.isEmpty()) {
            texts.append(u"accessible: "_s + text);
        }
    }
    for (int i = 0; i < part->childCount(); ++i) {
        collectAccessible(part->child(i), texts, depth + 1);
    }
}

} // namespace

//! One switch for everything that is shown or said.
class TestHiddenIdentities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTextOfTheWindowNamesThePerson_data();
    void noTextOfTheWindowNamesThePerson();

private:
    static QStringList textsOf(MainWindow &window);
};

QStringList TestHiddenIdentities::textsOf(MainWindow &window)
{
    QStringList texts;
    collect(window, texts);
    const QList<QObject *> all = window.findChildren<QObject *>();
    for (const QObject *each : all) {
        collect(*each, texts);
    }
    collectAccessible(QAccessible::queryAccessibleInterface(&window), texts);
    return texts;
}

void TestHiddenIdentities::noTextOfTheWindowNamesThePerson_data()
{
    QTest::addColumn<bool>("fromTheStart");
    QTest::newRow("on from the start") << true;
    QTest::newRow("switched on meanwhile") << false;
}

void TestHiddenIdentities::noTextOfTheWindowNamesThePerson()
{
    QFETCH(bool, fromTheStart);
    UiFixture fixture;
    QVERIFY(fixture.isOpen());
    const std::vector<EntryId> ids = fixture.append({everywhere()});
    QCOMPARE(ids.size(), 1U);
    QVERIFY(JournalCalls(fixture.context().journal())
                .record({{ids[0], EventState::Refused, {}, everywhere().fields.error, attempt()}})
                .ok());
    fixture.context().settings().setHideIdentities(fromTheStart);
    MainWindow window(fixture.context());
    window.show();
    auto *table = window.findChild<QTableView *>(u"logTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!table->model()->index(0, 0).data(EventLogModel::LoadingRole).toBool(), kPatience);
    table->setCurrentIndex(table->model()->index(0, 0));
    // The details are there when a part of the payload is that stays in sight.
    QTRY_VERIFY_WITH_TIMEOUT(textsOf(window).join(u'\n').contains(u"campaign_code"), kPatience);
    if (!fromTheStart) {
        QVERIFY2(textsOf(window).join(u'\n').contains(kUser), "the test sees nothing");
        fixture.context().settings().setHideIdentities(true);
    }
    QStringList named;
    const auto look = [&] {
        named = textsOf(window).filter(u"jane"_s, Qt::CaseInsensitive);
        return named.isEmpty();
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(look(), 5000); }();
    QVERIFY2(named.isEmpty(), qPrintable(named.join(u'\n')));
}

QTEST_MAIN(TestHiddenIdentities)
#include "tst_hiddenidentities.moc"
