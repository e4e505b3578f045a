// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/AppContext.h"
#include "app/settings/Settings.h"

#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace segue;

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aForcedThemeIsInForceAndNotKept();
    void theSandboxKeepsItsPort();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void savedFiltersAreThereAfterARestart();
    void theReceiverIsRemembered();
    void sharesAndTimesStayInTheirBounds();
    void aFilterOfTheSameNameIsReplaced();
    void aNameIsAskedForAndBounded();
    void aFilterIsRenamedButNotOverAnother();
    void aRemovedFilterIsGone();
    void thereAreNotTooManyFilters();
    void textThatIsNoneOfOursGivesNoFilters();
    void onlyThisComputerStandsInForSegment();
    void whatTheJournalKeepsIsRemembered();
    void numbersThatCannotBeMeanTheUsual();
    void howTheCourierDeliversIsRemembered();
    void deliveryStaysWithinItsBounds();
    void whatAnotherProgramSetsIsTold();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::whatTheJournalKeepsIsRemembered()
{
    {
        Settings settings(m_folder->path());
        QCOMPARE(settings.retention(), (RetentionChoice{30, 2'000, 5'000'000}));
        QSignalSpy changed(&settings, &Settings::retentionChanged);
        settings.setRetention({30, 2'000, 5'000'000});
        QCOMPARE(changed.size(), 0);
        settings.setRetention({7, 0, -5});
        QCOMPARE(changed.size(), 1);
    }
    const Settings settings(m_folder->path());
    QCOMPARE(settings.retention(), (RetentionChoice{7, 0, 0}));
}

void TestSettings::numbersThatCannotBeMeanTheUsual()
{
    QFile file(m_folder->filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[journal]\nkeepDays=soon\nkeepMegabytes=-1\nkeepEntries=99999999999999\n");
    file.close();
    const Settings settings(m_folder->path());
    QCOMPARE(settings.retention(), RetentionChoice());
}

void TestSettings::howTheCourierDeliversIsRemembered()
{
    {
        Settings settings(m_folder->path());
        QCOMPARE(settings.delivery(), (DeliveryChoice{50, 1'000, 7, 300}));
        QSignalSpy changed(&settings, &Settings::deliveryChanged);
        settings.setDelivery(DeliveryChoice());
        QCOMPARE(changed.size(), 0);
        settings.setDelivery({10, 0, 3, 60});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.constFirst().constFirst().value<DeliveryChoice>(), (DeliveryChoice{10, 0, 3, 60}));
    }
    const Settings settings(m_folder->path());
    QCOMPARE(settings.delivery(), (DeliveryChoice{10, 0, 3, 60}));
}

void TestSettings::deliveryStaysWithinItsBounds()
{
    Settings settings(m_folder->path());
    settings.setDelivery({-5, -1, 0, 0});
    QCOMPARE(settings.delivery(), (DeliveryChoice{0, 0, 1, 1}));
    settings.setDelivery({100'000, 1, 4'000, 1'000'000});
    QCOMPARE(settings.delivery(), (DeliveryChoice{100'000, 1, 365, 86'400}));
}

void TestSettings::savedFiltersAreThereAfterARestart()
{
    const QByteArray filter = R"({"search":"\"é\" -x","terms":[]})";
    {
        Settings settings(m_folder->path());
        QSignalSpy changed(&settings, &Settings::savedFiltersChanged);
        QVERIFY(settings.saveFilter({u"  Zeta; [x]=1 "_s, filter}).ok());
        QVERIFY(settings.saveFilter({u"alpha"_s, "{}"}).ok());
        QCOMPARE(changed.size(), 2);
    }
    const Settings settings(m_folder->path());
    QCOMPARE(settings.savedFilters(), (QList<SavedFilter>{{u"alpha"_s, "{}"}, {u"Zeta; [x]=1"_s, filter}}));
}

void TestSettings::theReceiverIsRemembered()
{
    ReceiverChoice choice;
    choice.publicAddress = QUrl(u"https://segue.example.com:8443/in"_s);
    choice.origins = QStringList{u"https://shop.example"_s, u"http://127.0.0.1:3000"_s};
    choice.strict = true;
    choice.faults = {
        .tooMany = 10, .retryAfterSeconds = 0, .serverError = 20, .delay = 30, .delaySeconds = 2, .reset = 40};
    {
        Settings settings(m_folder->path());
        QCOMPARE(settings.receiver(), ReceiverChoice());
        QVERIFY(!settings.isReceiverOn());
        QSignalSpy changed(&settings, &Settings::receiverChanged);
        settings.setReceiver(choice);
        settings.setReceiver(choice);
        settings.setReceiverOn(true);
        QCOMPARE(changed.size(), 1);
    }
    const Settings settings(m_folder->path());
    QCOMPARE(settings.receiver(), choice);
    QVERIFY(settings.isReceiverOn());
}

void TestSettings::sharesAndTimesStayInTheirBounds()
{
    Settings settings(m_folder->path());
    ReceiverChoice choice;
    choice.faults = {
        .tooMany = 101, .retryAfterSeconds = -1, .serverError = -7, .delay = 5, .delaySeconds = 0, .reset = 1'000};
    settings.setReceiver(choice);
    const FaultChoice kept{
        .tooMany = 100, .retryAfterSeconds = 0, .serverError = 0, .delay = 5, .delaySeconds = 1, .reset = 100};
    QCOMPARE(settings.receiver().faults, kept);
    settings.setAlerts({.desktop = true, .quietHours = -3, .pauseMinutes = 0});
    QCOMPARE(settings.alerts(), (AlertChoice{.desktop = true, .quietHours = 0, .pauseMinutes = 1}));
}

void TestSettings::aFilterOfTheSameNameIsReplaced()
{
    Settings settings(m_folder->path());
    QVERIFY(settings.saveFilter({u"Failed"_s, "1"}).ok());
    QVERIFY(settings.saveFilter({u"failed"_s, "2"}).ok());
    QCOMPARE(settings.savedFilters(), (QList<SavedFilter>{{u"failed"_s, "2"}}));
}

void TestSettings::aNameIsAskedForAndBounded()
{
    Settings settings(m_folder->path());
    for (const QString &name : {QString(), u"  \t"_s, QString(SavedFilter::kLongestName + 1, u'x')}) {
        const Status saved = settings.saveFilter({name, "{}"});
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
        QVERIFY(!saved.error().userText.isEmpty());
    }
    QVERIFY(settings.savedFilters().isEmpty());
}

void TestSettings::aFilterIsRenamedButNotOverAnother()
{
    Settings settings(m_folder->path());
    QVERIFY(settings.saveFilter({u"one"_s, "1"}).ok());
    QVERIFY(settings.saveFilter({u"two"_s, "2"}).ok());
    QVERIFY(!settings.renameFilter(u"one"_s, u"TWO"_s).ok());
    QVERIFY(!settings.renameFilter(u"three"_s, u"four"_s).ok());
    QVERIFY(!settings.renameFilter(u"one"_s, u" "_s).ok());
    QVERIFY(settings.renameFilter(u"one"_s, u"ONE"_s).ok());
    QVERIFY(settings.renameFilter(u"two"_s, u"a second"_s).ok());
    QCOMPARE(settings.savedFilters(), (QList<SavedFilter>{{u"a second"_s, "2"}, {u"ONE"_s, "1"}}));
}

void TestSettings::aRemovedFilterIsGone()
{
    Settings settings(m_folder->path());
    QVERIFY(settings.saveFilter({u"one"_s, "1"}).ok());
    settings.removeFilter(u"two"_s);
    QCOMPARE(settings.savedFilters().size(), 1);
    settings.removeFilter(u"One"_s);
    QVERIFY(settings.savedFilters().isEmpty());
}

void TestSettings::thereAreNotTooManyFilters()
{
    Settings settings(m_folder->path());
    for (int i = 0; i < SavedFilter::kMost; ++i) {
        QVERIFY(settings.saveFilter({u"filter %1"_s.arg(i), "{}"}).ok());
    }
    QVERIFY(!settings.saveFilter({u"one more"_s, "{}"}).ok());
    QVERIFY(settings.saveFilter({u"filter 7"_s, "again"}).ok());
    QVERIFY(settings.renameFilter(u"filter 7"_s, u"seven"_s).ok());
    QCOMPARE(settings.savedFilters().size(), SavedFilter::kMost);
}

void TestSettings::textThatIsNoneOfOursGivesNoFilters()
{
    for (const QByteArray &text : {QByteArray("[1,{\"name\":7},{}]"), QByteArray("{"), QByteArray("\"x\"")}) {
        {
            QSettings file(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
            file.setValue(u"log/savedFilters"_s, text);
        }
        QVERIFY(Settings(m_folder->path()).savedFilters().isEmpty());
    }
}

//! Tokens and keys would go there.
void TestSettings::onlyThisComputerStandsInForSegment()
{
    QStringList told;
    const auto all = [this, &told](const QString &address) {
        {
            QSettings file(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
            file.setValue(u"segment/publicApiStandIn"_s, address);
            file.setValue(u"segment/cdnStandIn"_s, address);
            file.setValue(u"segment/trackingStandIn"_s, address);
        }
        const Settings settings(m_folder->path());
        told = settings.standIns();
        return QList<QUrl>{settings.publicApiStandIn(), settings.cdnStandIn(), settings.trackingStandIn()};
    };
    const QUrl here(u"http://127.0.0.1:4010"_s);
    QCOMPARE(all(here.toString()), QList<QUrl>({here, here, here}));
    QCOMPARE(told.size(), 3);
    QVERIFY2(told.constFirst().contains(here.toString()), "a rehearsal is said aloud");
    for (const QString &elsewhere : {u"https://example.com"_s, u"http://127.0.0.1.example.com"_s, u"ftp://127.0.0.1"_s,
                                     u"127.0.0.1:4010"_s, QString()}) {
        QCOMPARE(all(elsewhere), QList<QUrl>({{}, {}, {}}));
        QVERIFY(told.isEmpty());
    }
}

void TestSettings::aForcedThemeIsInForceAndNotKept()
{
    QTemporaryDir folder;
    {
        Settings settings(folder.path());
        QSignalSpy changed(&settings, &Settings::themeChanged);
        settings.forceTheme(ThemeChoice::Dark);
        QCOMPARE(settings.theme(), ThemeChoice::Dark);
        QCOMPARE(changed.size(), 1);
    }
    Settings settings(folder.path());
    QCOMPARE(settings.theme(), ThemeChoice::System);
    settings.forceTheme(ThemeChoice::Dark);
    settings.setTheme(ThemeChoice::Light);
    QCOMPARE(settings.theme(), ThemeChoice::Light);
    QCOMPARE(Settings(folder.path()).theme(), ThemeChoice::Light);
}

void TestSettings::theSandboxKeepsItsPort()
{
    QTemporaryDir folder;
    auto context = std::move(AppContext::create({.dataFolder = folder.path()})).value();
    const std::uint16_t port = context->sandboxPort();
    QVERIFY(port != 0);
    context.reset();
    context = std::move(AppContext::create({.dataFolder = folder.path()})).value();
    QCOMPARE(context->sandboxPort(), port);
    // One beside it takes another, and the first keeps its own.
    auto beside = std::move(AppContext::create({.dataFolder = folder.path()})).value();
    QVERIFY(beside->sandboxPort() != 0 && beside->sandboxPort() != port);
    QCOMPARE(context->settings().sandboxPort(), port);
}

void TestSettings::whatAnotherProgramSetsIsTold()
{
    Settings settings(m_folder->path());
    settings.setDelivery({10, 100, 7, 60});
    QTRY_VERIFY(QFile::exists(m_folder->filePath(QStringLiteral("settings.ini"))));
    QSignalSpy delivery(&settings, &Settings::deliveryChanged);
    const QSignalSpy receiver(&settings, &Settings::receiverChanged);
    const QSignalSpy retention(&settings, &Settings::retentionChanged);
    const QSignalSpy elsewhere(&settings, &Settings::changedElsewhere);
    // Another process's way to write: a new file in the place of the old one, and one in the place of that.
    for (const int days : {3, 4}) {
        QSaveFile file(m_folder->filePath(QStringLiteral("settings.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[delivery]\nrequestsPerSecond=10\neventsPerSecond=100\nbudgetDays=" + QByteArray::number(days) +
                   "\nlongestWaitSeconds=60\n[receiver]\nstrict=true\n");
        QVERIFY(file.commit());
        QTRY_COMPARE(settings.delivery().budgetDays, days);
        QTRY_COMPARE(elsewhere.size(), days - 2);
    }
    QCOMPARE(delivery.size(), 2);
    QCOMPARE(delivery.constLast().constFirst().value<DeliveryChoice>().budgetDays, 4);
    QCOMPARE(receiver.size(), 1);
    QVERIFY(settings.receiver().strict);
    QVERIFY(retention.isEmpty());
    // What it sets itself is told once.
    settings.setDelivery({10, 100, 9, 60});
    QCOMPARE(delivery.size(), 3);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
