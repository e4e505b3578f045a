// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ScrollAreaAccess.h"

#include <QAccessible>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

class ScrollAreaAccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { segue::installScrollAreaAccess(); }
    void aChildThatHasGoneIsNotThere_data();
    void aChildThatHasGoneIsNotThere();
    void whatTheAreaHoldsIsReached();
};

void ScrollAreaAccessTest::aChildThatHasGoneIsNotThere_data()
{
    QTest::addColumn<QWidget *>("widget");
    QTest::newRow("scroll area") << static_cast<QWidget *>(new QScrollArea);
    QTest::newRow("text") << static_cast<QWidget *>(new QPlainTextEdit);
    QTest::newRow("table") << static_cast<QWidget *>(new QTableView);
}

void ScrollAreaAccessTest::aChildThatHasGoneIsNotThere()
{
    QFETCH(QWidget *, widget);
    const std::unique_ptr<QWidget> owned(widget);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    QVERIFY(face != nullptr);
    QVERIFY(face->child(face->childCount()) == nullptr);
    QVERIFY(face->child(1000) == nullptr);
}

void ScrollAreaAccessTest::whatTheAreaHoldsIsReached()
{
    QScrollArea area;
    auto *label = new QLabel(QStringLiteral("inside"));
    area.setWidget(label);
    area.resize(200, 200);
    area.show();
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(label);
    while (face != nullptr && face->object() != &area) {
        QAccessibleInterface *above = face->parent();
        QVERIFY(above != nullptr);
        QVERIFY2(above->indexOfChild(face) >= 0, "the way down leads there as well");
        face = above;
    }
    QVERIFY(face != nullptr);
    QCOMPARE(face->role(), QAccessible::Client);
}

QTEST_MAIN(ScrollAreaAccessTest)
#include "tst_scrollareaaccess.moc"
