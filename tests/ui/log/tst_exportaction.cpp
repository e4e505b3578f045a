// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "tests/ui/UiFixture.h"
#include "ui/MainWindow.h"
#include "ui/widgets/MessageBar.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

using namespace segue;
using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000;

std::vector<NewEntry> entries(int count)
{
    std::vector<NewEntry> made;
    for (int i = 0; i < count; ++i) {
        made.push_back(trackEntry("m-" + std::to_string(i), sandboxId().key()));
        made.back().payload = R"({"type":"track","messageId":"m-)" + std::to_string(i) + R"(","userId":"qa-user"})";
    }
    return made;
}

} // namespace

//! *Export…* as a person does it, in the whole window.
class TestExportAction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void allThatTheFilterMeansIsWrittenAndTold();
    void onlyTheSelectedRowsAreWritten();
    void hiddenIdentitiesStayHiddenUnlessUnticked();
    void aFailureIsToldInWords();
    void nothingIsWrittenWhenThePersonTurnsBack();

private:
    template <class T> T *part(const char *name) const { return m_window->findChild<T *>(QLatin1String(name)); }
    template <class T> T *soon(const char *name) const
    {
        T *found = nullptr;
        [&] { QTRY_VERIFY_WITH_TIMEOUT((found = part<T>(name)) != nullptr && found->isVisible(), kPatience); }();
        return found;
    }
    void chooseFile(const QString &path);
    QString told() const;
    QList<QByteArray> linesOf(const QString &path) const;

    std::unique_ptr<UiFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_out;
    std::unique_ptr<MainWindow> m_window;
};

void TestExportAction::init()
{
    m_fixture = std::make_unique<UiFixture>();
    QVERIFY(m_fixture->isOpen());
    m_fixture->append(entries(20));
    m_out = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(m_fixture->context());
    m_window->show();
    QTRY_COMPARE_WITH_TIMEOUT(part<QTableView>("logTable")->model()->rowCount(), 20, kPatience);
}

void TestExportAction::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

//! What the desktop's own dialog would answer.
void TestExportAction::chooseFile(const QString &path)
{
    QTest::mouseClick(soon<QPushButton>("exportChooseFile"), Qt::LeftButton);
    auto *dialog = soon<QFileDialog>("exportFileDialog");
    QVERIFY(dialog);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
}

QString TestExportAction::told() const
{
    const auto *bar = part<MessageBar>("messageBar");
    return bar->isVisible() ? part<QLabel>("messageText")->text() : QString();
}

QList<QByteArray> TestExportAction::linesOf(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
}

void TestExportAction::allThatTheFilterMeansIsWrittenAndTold()
{
    QTest::mouseClick(part<QPushButton>("exportEvents"), Qt::LeftButton);
    auto *all = soon<QRadioButton>("exportFiltered");
    QVERIFY(all->isChecked());
    QVERIFY(all->text().contains(u"(20)"));
    QVERIFY(!part<QRadioButton>("exportSelected")->isEnabled());
    const QString path = m_out->filePath(u"out.ndjson"_s);
    chooseFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(u"20 event(s) were written to"), kPatience);
    QVERIFY2(told().contains(path), qPrintable(told()));
    const QList<QByteArray> lines = linesOf(path);
    QCOMPARE(lines.size(), 20);
    QVERIFY(lines[19].contains("\"messageId\":\"m-19\""));
    QVERIFY(lines[19].contains("qa-user"));
}

void TestExportAction::onlyTheSelectedRowsAreWritten()
{
    auto *table = part<QTableView>("logTable");
    const QItemSelection some(table->model()->index(3, 0), table->model()->index(5, 0));
    table->selectionModel()->select(some, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    part<QAction>("exportAction")->trigger();
    QVERIFY(soon<QRadioButton>("exportSelected")->isChecked());
    part<QRadioButton>("exportCsv")->click();
    const QString path = m_out->filePath(u"out.csv"_s);
    chooseFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(u"3 event(s) were written to"), kPatience);
    const QList<QByteArray> lines = linesOf(path);
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith("id,"));
    QVERIFY(lines[1].contains(",m-3,"));
    // Once chosen, the format stays.
    QTest::mouseClick(part<QPushButton>("exportEvents"), Qt::LeftButton);
    QTRY_VERIFY(part<QRadioButton>("exportCsv") && part<QRadioButton>("exportCsv")->isChecked());
}

void TestExportAction::hiddenIdentitiesStayHiddenUnlessUnticked()
{
    m_fixture->context().settings().setHideIdentities(true);
    const QString hidden = m_out->filePath(u"hidden"_s);
    QTest::mouseClick(part<QPushButton>("exportEvents"), Qt::LeftButton);
    QVERIFY(soon<QCheckBox>("exportHideIdentities")->isChecked());
    chooseFile(hidden);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(hidden), kPatience);
    QVERIFY(!linesOf(hidden).value(0).contains("qa-user"));

    const QString open = m_out->filePath(u"open"_s);
    QTRY_VERIFY(!part<QDialog>("exportDialog"));
    QTest::mouseClick(part<QPushButton>("exportEvents"), Qt::LeftButton);
    soon<QCheckBox>("exportHideIdentities")->setChecked(false);
    chooseFile(open);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(open), kPatience);
    QVERIFY(linesOf(open).value(0).contains("qa-user"));
}

void TestExportAction::aFailureIsToldInWords()
{
    QTest::mouseClick(part<QPushButton>("exportEvents"), Qt::LeftButton);
    chooseFile(m_out->filePath(u"no/such/out"_s));
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(u"could not be written"), kPatience);
}

void TestExportAction::nothingIsWrittenWhenThePersonTurnsBack()
{
    QTest::mouseClick(part<QPushButton>("exportEvents"), Qt::LeftButton);
    QTest::keyClick(soon<QDialog>("exportDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!part<QDialog>("exportDialog"));
    QVERIFY(!part<QFileDialog>("exportFileDialog"));
    QVERIFY2(!told().contains(u"written"), qPrintable(told()));
    QVERIFY(QDir(m_out->path()).isEmpty());
}

QTEST_MAIN(TestExportAction)
#include "tst_exportaction.moc"
