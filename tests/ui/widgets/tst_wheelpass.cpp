// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/compose/ComposerForm.h"
#include "ui/widgets/WheelPass.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QWheelEvent>

using namespace segue;

namespace {

//! One notch towards the user, as a mouse sends it; true when the widget keeps it to itself.
bool turnWheel(QWidget *widget)
{
    const QPointF middle = QRectF(widget->rect()).center();
    QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
    return event.isAccepted();
}

} // namespace

class TestWheelPass : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theValueStaysAndTheWheelGoesOn();
    void noFieldOfTheComposerTakesTheWheel();
};

void TestWheelPass::theValueStaysAndTheWheelGoesOn()
{
    QComboBox combo;
    combo.addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    combo.show();
    QVERIFY(turnWheel(&combo));
    QCOMPARE(combo.currentIndex(), 1); // so it is by itself
    passWheelOn(&combo);
    QVERIFY2(!turnWheel(&combo), "a form around it scrolls");
    QCOMPARE(combo.currentIndex(), 1);
    QTest::keyClick(&combo, Qt::Key_Down);
    QCOMPARE(combo.currentIndex(), 2);
}

void TestWheelPass::noFieldOfTheComposerTakesTheWheel()
{
    ComposerForm form;
    form.show();
    const QList<QComboBox *> combos = form.findChildren<QComboBox *>();
    QVERIFY(combos.size() >= 5);
    for (QComboBox *combo : combos) {
        combo->setCurrentIndex(0);
        QVERIFY2(!turnWheel(combo) && combo->currentIndex() == 0, qPrintable(combo->objectName()));
    }
    const QList<QAbstractSpinBox *> boxes = form.findChildren<QAbstractSpinBox *>();
    for (QAbstractSpinBox *box : boxes) {
        const QString before = box->text();
        QVERIFY2(!turnWheel(box) && box->text() == before, qPrintable(box->objectName()));
    }
}

QTEST_MAIN(TestWheelPass)
#include "tst_wheelpass.moc"
