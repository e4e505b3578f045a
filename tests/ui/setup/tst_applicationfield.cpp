// SPDX-License-Identifier: GPL-3.0-or-later
// clazy:excludeall=lambda-in-connect
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/setup/ApplicationsAccess.h"
#include "tests/app/secrets/SecretHelpers.h"
#include "tests/support/FaultServer.h"
#include "tests/ui/UiFixture.h"
#include "ui/setup/ApplicationField.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

const QString kToken = u"pUsHwOoShServerToken0123456789AbCdEf"_s;
constexpr int kPatience = 30'000;
constexpr int kMany = 10'000;

Answer json(const QByteArray &body, int status = 200)
{
    Answer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

Answer listOf(const QByteArray &applications)
{
    return json(R"({"status_code":200,"status_message":"OK","response":{"total":0,"applications":)" + applications +
                "}}");
}

const QByteArray kThree =
    R"json({"A1B2C-3D4E5":"Shop (production)","0F9E8-7D6C5":"Łódź staging","11111-22222":"Shop (dev)"})json";

QByteArray many()
{
    QByteArray all = "{";
    for (int i = 0; i < kMany; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(5, '0');
        all += (i == 0 ? "\"" : ",\"") + number + "-AAAAA\":\"Łódź " + QByteArray::number((i * 7919) % kMany) + '"';
    }
    return all + '}';
}

} // namespace

//! The field for an application's code with its list, beside a stand-in for Pushwoosh.
class TestApplicationField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutServicesItIsAPlainField();
    void theListFillsTheField();
    void searchFindsNamesAndCodes();
    void refreshAsksAgain();
    void theLastListIsThereWhileNobodyAnswers();
    void aListOfAnotherAddressIsNotShown();
    void refusalsAreExplained_data();
    void refusalsAreExplained();
    void noApplicationsIsSaid();
    void anAddressThatIsNoneIsSaid();
    void hidingEndsTheAsking();
    void tenThousandStaySmooth();
    void textFromOutsideIsMadeHarmless();

private:
    template <class T> T *find(const QString &name) const
    {
        T *found = m_field->findChild<T *>(name);
        return found != nullptr && found->isVisible() ? found : nullptr;
    }
    QString text(const QString &name) const
    {
        const auto *label = find<QLabel>(name);
        return label == nullptr ? QString() : label->text();
    }
    QListView *list() const { return find<QListView>(u"applicationList"_s); }
    int rows() const { return list() == nullptr ? -1 : list()->model()->rowCount(); }
    void open();
    void useToken();

    std::unique_ptr<UiFixture> m_fixture;
    std::unique_ptr<FaultServer> m_pushwoosh;
    std::unique_ptr<ApplicationField> m_field;
};

void TestApplicationField::init()
{
    m_fixture = std::make_unique<UiFixture>();
    QVERIFY(m_fixture->isOpen());
    m_pushwoosh = std::make_unique<FaultServer>();
    m_pushwoosh->setStandingAnswer(listOf(kThree));
    m_fixture->context().settings().setPushwooshAddress(m_pushwoosh->url().toString());
    m_field = std::make_unique<ApplicationField>(m_fixture->context());
    m_field->show();
    QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
}

void TestApplicationField::cleanup()
{
    m_field.reset();
    static_cast<void>(answerOf(m_fixture->context().secrets().remove(SecretName::pushwooshToken())).ok());
    m_fixture.reset();
    m_pushwoosh.reset();
}

void TestApplicationField::open()
{
    QTest::mouseClick(find<QAbstractButton>(u"openApplications"_s), Qt::LeftButton);
}

void TestApplicationField::useToken()
{
    open();
    QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>(u"pushwooshToken"_s) != nullptr, kPatience);
    QTest::keyClicks(find<QLineEdit>(u"pushwooshToken"_s), kToken);
    QTest::keyClick(find<QLineEdit>(u"pushwooshToken"_s), Qt::Key_Return);
}

void TestApplicationField::withoutServicesItIsAPlainField()
{
    ApplicationField field;
    field.show();
    QVERIFY(!field.findChild<QAbstractButton *>(u"openApplications"_s)->isVisible());
    field.setText(u"nonsense"_s);
    QVERIFY(field.findChild<QLabel *>(u"applicationRemark"_s)->isVisible());
}

void TestApplicationField::theListFillsTheField()
{
    const QSignalSpy changed(m_field.get(), &ApplicationField::changed);
    const QSignalSpy settled(m_field.get(), &ApplicationField::returnPressed);
    useToken();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(list()->hasFocus(), kPatience);
    QCOMPARE(changed.size(), 0);
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(settled.size(), 0);
    const QString code = list()->currentIndex().data(Qt::AccessibleTextRole).toString().section(u", "_s, -1);
    QCOMPARE(m_field->text(), code);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(m_field->text(), code);
    QTRY_VERIFY_WITH_TIMEOUT(text(u"pushwooshTokenState"_s).contains(u"keychain"_s), kPatience);
    QVERIFY2(m_pushwoosh->lastRequest().body.contains(kToken.toLatin1()), "the token stands in the body");
    QVERIFY(!m_pushwoosh->lastRequest().target.contains(kToken.toLatin1()));
}

void TestApplicationField::searchFindsNamesAndCodes()
{
    useToken();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, kPatience);
    auto *search = find<QLineEdit>(u"applicationSearch"_s);
    QTest::keyClicks(search, u"shop"_s);
    QCOMPARE(rows(), 2);
    QVERIFY2(text(u"applicationsAge"_s).contains(u"2"_s), qPrintable(text(u"applicationsAge"_s)));
    search->clear();
    QTest::keyClicks(search, u"0f9e8"_s);
    QCOMPARE(rows(), 1);
    const QSignalSpy settled(m_field.get(), &ApplicationField::returnPressed);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(m_field->text(), u"0F9E8-7D6C5"_s);
    QCOMPARE(settled.size(), 1);
    search->clear();
    QCOMPARE(rows(), 3);
    QCOMPARE(list()->selectionModel()->selectedIndexes().constFirst().data().toString(), u"Łódź staging"_s);
}

void TestApplicationField::refreshAsksAgain()
{
    useToken();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, kPatience);
    m_pushwoosh->setStandingAnswer(listOf(R"({"A1B2C-3D4E5":"Shop"})"));
    auto *again = find<QAbstractButton>(u"refreshApplications"_s);
    QVERIFY(again != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(again->isEnabled(), kPatience);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
}

void TestApplicationField::theLastListIsThereWhileNobodyAnswers()
{
    useToken();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(text(u"pushwooshTokenState"_s).contains(u"keychain"_s), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(KnownApplications(m_fixture->folder()).read().ok(), kPatience);
    m_field.reset();
    m_pushwoosh->clear();
    m_pushwoosh->enqueue(Answer::of(Answer::Fault::Hang));
    m_field = std::make_unique<ApplicationField>(m_fixture->context());
    m_field->show();
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_pushwoosh->requestCount(), 1, kPatience);
    QVERIFY2(text(u"applicationsAge"_s).contains(u"last known"_s), qPrintable(text(u"applicationsAge"_s)));
    QVERIFY(find<QAbstractButton>(u"applicationsCancel"_s) != nullptr);
    QTest::keyClick(list(), Qt::Key_Down);
    QVERIFY2(!m_field->text().isEmpty(), "it can be chosen from meanwhile");
}

void TestApplicationField::aListOfAnotherAddressIsNotShown()
{
    const KnownApplications known(m_fixture->folder());
    QVERIFY(known.keep({{{{u"A1B2C-3D4E5"_s, u"Shop"_s}}, true, {}}, QUrl(u"https://elsewhere.example"_s), 1}).ok());
    AppContext &context = m_fixture->context();
    const ApplicationsAccess access(context.clock(), context.redactor(), context.secrets(), context.settings(),
                                    context.dataFolder());
    QCOMPARE(codeOf(answerOf(access.known())), ErrorCode::Absent);
    context.settings().setPushwooshAddress(u"https://elsewhere.example/"_s);
    QVERIFY(answerOf(access.known()).ok());
}

void TestApplicationField::refusalsAreExplained_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    QTest::newRow("token") << QByteArray(R"({"status_code":401,"status_message":"bad"})") << 401 << u"Server"_s;
    QTest::newRow("plan") << QByteArray(R"({"status_code":403,"status_message":"not in your plan"})") << 200
                          << u"plan"_s;
    QTest::newRow("argument") << QByteArray(R"({"status_code":210,"status_message":"Cannot parse"})") << 200
                              << u"210"_s;
    QTest::newRow("page") << QByteArray("<html>sign in</html>") << 200 << u"not the Pushwoosh API"_s;
}

void TestApplicationField::refusalsAreExplained()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, word);
    m_pushwoosh->setStandingAnswer(json(body, status));
    useToken();
    QTRY_VERIFY2_WITH_TIMEOUT(text(u"applicationsMessage"_s).contains(word), qPrintable(text(u"applicationsMessage"_s)),
                              kPatience);
    QCOMPARE(rows(), -1);
    QVERIFY2(find<QLineEdit>(u"pushwooshToken"_s) != nullptr, "the token can be mended");
    QVERIFY(!text(u"applicationsMessage"_s).contains(kToken));
    QCOMPARE(codeOf(answerOf(m_fixture->context().secrets().read(SecretName::pushwooshToken()))), ErrorCode::Absent);
    m_pushwoosh->setStandingAnswer(listOf(kThree));
    QTest::mouseClick(find<QAbstractButton>(u"applicationsAgain"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, kPatience);
}

void TestApplicationField::noApplicationsIsSaid()
{
    m_pushwoosh->setStandingAnswer(listOf("[]"));
    useToken();
    QTRY_VERIFY_WITH_TIMEOUT(text(u"applicationsRemark"_s).contains(u"no application"_s), kPatience);
    QVERIFY(find<QAbstractButton>(u"refreshApplications"_s) != nullptr);
}

void TestApplicationField::anAddressThatIsNoneIsSaid()
{
    m_fixture->context().settings().setPushwooshAddress(u"http://api.example.com"_s);
    useToken();
    QTRY_VERIFY_WITH_TIMEOUT(text(u"applicationsMessage"_s).contains(u"https"_s), kPatience);
    QCOMPARE(m_pushwoosh->requestCount(), 0);
}

void TestApplicationField::hidingEndsTheAsking()
{
    m_pushwoosh->enqueue(Answer::of(Answer::Fault::Hang));
    useToken();
    QTRY_COMPARE_WITH_TIMEOUT(m_pushwoosh->requestCount(), 1, kPatience);
    m_field->hide();
    m_field->show();
    QVERIFY2(!m_field->findChild<QAbstractButton *>(u"openApplications"_s)->isChecked(), "the list is closed");
    QVERIFY(find<QAbstractButton>(u"applicationsCancel"_s) == nullptr);
    open();
    QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractButton>(u"pushwooshTokenUse"_s) != nullptr, kPatience);
    QTest::keyClick(find<QLineEdit>(u"pushwooshToken"_s), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, kPatience);
}

void TestApplicationField::tenThousandStaySmooth()
{
    m_pushwoosh->setStandingAnswer(listOf(many()));
    // The longest time in which the window did nothing else.
    qint64 longest = 0;
    QElapsedTimer sinceTick;
    QTimer tick;
    connect(&tick, &QTimer::timeout, &tick, [&] { longest = std::max(longest, sinceTick.restart()); });
    useToken();
    sinceTick.start();
    tick.start(1);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), kMany, kPatience);
    QCoreApplication::processEvents();
    const qint64 listed = std::exchange(longest, 0);
    const auto widgets = m_field->findChildren<QWidget *>().size();
    auto *search = find<QLineEdit>(u"applicationSearch"_s);
    qint64 slowest = 0;
    const QString typed = u"łódź 77"_s;
    for (const QChar key : typed) {
        QElapsedTimer timer;
        timer.start();
        search->insert(key);
        list()->grab();
        slowest = std::max(slowest, timer.elapsed());
    }
    QCOMPARE(rows(), 111); // 77, 770 to 779, 7700 to 7799
    qInfo("10,000 applications: longest turn while listing %lld ms, slowest key of the search %lld ms", listed,
          slowest);
    QVERIFY2(widgets < 60, "rows are no widgets");
    QVERIFY(listed < 500);
    QVERIFY(slowest < 250);
}

void TestApplicationField::textFromOutsideIsMadeHarmless()
{
    m_pushwoosh->setStandingAnswer(listOf("{\"A1B2C-3D4E5\":\"<b>Shop</b>\\u202e\\u001b[31m\"}"));
    useToken();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, kPatience);
    const QString shown = list()->model()->index(0, 0).data().toString();
    QVERIFY(shown.startsWith(u"<b>Shop</b>"_s));
    QVERIFY(!shown.contains(QChar(0x202e)) && !shown.contains(QChar(0x1b)));
}

QTEST_MAIN(TestApplicationField)
#include "tst_applicationfield.moc"
