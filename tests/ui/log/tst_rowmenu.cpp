// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/EventLogModel.h"
#include "ui/log/RowMenu.h"

#include <QStandardItemModel>

using namespace segue;
using namespace Qt::StringLiterals;

class RowMenuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theUserIsPutIntoTheSearchOnRequest();
    void aHiddenIdentityIsNotPutIntoTheSearch();

private:
    //! Of a menu opened at the row: what the entries ask for, when all that can be chosen is chosen.
    QStringList askedFor(bool hidesIdentities);

    std::unique_ptr<QStandardItemModel> m_model;
};

void RowMenuTest::init()
{
    m_model = std::make_unique<QStandardItemModel>(1, 1);
    const QModelIndex row = m_model->index(0, 0);
    m_model->setData(row, false, EventLogModel::LoadingRole);
    m_model->setData(row, u"Email Sent"_s, EventLogModel::EventRole);
    m_model->setData(row, u"jane.doe@example.com"_s, EventLogModel::IdentityRole);
    m_model->setData(row, static_cast<int>(IdKind::UserId), EventLogModel::IdKindRole);
}

QStringList RowMenuTest::askedFor(bool hidesIdentities)
{
    RowMenu menu;
    QStringList asked;
    connect(&menu, &RowMenu::filterWanted, &menu,
            [&asked](const QString &field, const QString &value, bool) { asked.append(field + u':' + value); });
    menu.openAt({}, m_model->index(0, 0), 1, hidesIdentities);
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        action->trigger(); // does nothing for what is switched off
    }
    menu.close();
    return asked;
}

void RowMenuTest::theUserIsPutIntoTheSearchOnRequest()
{
    const QStringList asked = askedFor(false);
    QCOMPARE(asked.count(u"user:jane.doe@example.com"_s), 2); // only this one, and without it
    QCOMPARE(asked.count(u"event:Email Sent"_s), 2);
}

void RowMenuTest::aHiddenIdentityIsNotPutIntoTheSearch()
{
    const QStringList asked = askedFor(true);
    QVERIFY2(asked.filter(u"jane"_s).isEmpty(), qPrintable(asked.join(u'\n')));
    QCOMPARE(asked.count(u"event:Email Sent"_s), 2);
}

QTEST_MAIN(RowMenuTest)
#include "tst_rowmenu.moc"
