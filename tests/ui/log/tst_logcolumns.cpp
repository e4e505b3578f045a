// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "ui/log/LogColumns.h"

#include <numeric>

using namespace Qt::StringLiterals;
using namespace segue;

namespace {

LogColumn column(EventLogModel::Column kind, int width = 0)
{
    return {{kind, {}}, width};
}

LogColumn payloadColumn(const QString &path, int width = 0)
{
    return {{EventLogModel::PayloadColumn, LogColumns::readPath(path).value()}, width};
}

int sum(const QList<int> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

} // namespace

class TestLogColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadAgain();
    void everyBuiltInColumnHasAWordOfItsOwn();
    void whatCannotBeReadIsLeftOut();
    void whatIsLeftOverGoesToTheColumnWithTheGreatestAppetite();
    void whatIsMissingIsTakenFromColumnsWithoutAWidthOfTheirOwn();
    void whereRoomIsScarceTheFirmOnesStayReadable();
    void withoutColumnsThereIsNothingToFit();
    void aPathIsBounded();
};

void TestLogColumns::whatIsWrittenIsReadAgain()
{
    const QList<LogColumn> columns{column(EventLogModel::StateColumn, 120), payloadColumn(u"properties.a\\.b"_s, 77),
                                   column(EventLogModel::TimeColumn), payloadColumn(u"context.app.version"_s)};
    QCOMPARE(LogColumns::read(LogColumns::write(columns)), columns);
}

void TestLogColumns::everyBuiltInColumnHasAWordOfItsOwn()
{
    QList<LogColumn> all;
    for (const EventLogModel::Column each : LogColumns::builtIn()) {
        all.append(column(each));
        QVERIFY(!EventLogModel::columnName({each, {}}).isEmpty());
    }
    QCOMPARE(all.size(), int(EventLogModel::PayloadColumn));
    QCOMPARE(LogColumns::read(LogColumns::write(all)), all);
}

void TestLogColumns::whatCannotBeReadIsLeftOut()
{
    const QByteArray text = R"([{"column":"state","width":5},{"column":"nonsense"},7,{"column":"payload","path":"a..b"},
        {"column":"state","width":100},{"column":"payload","path":"a.b","width":99999},{"width":3}])";
    QCOMPARE(LogColumns::read(text), (QList<LogColumn>{column(EventLogModel::StateColumn, LogColumns::kNarrowest),
                                                       payloadColumn(u"a.b"_s, LogColumns::kWidest)}));
    for (const QByteArray &none : {QByteArray(), QByteArray("[]"), QByteArray("{\"column\":"), QByteArray("[1]")}) {
        QCOMPARE(LogColumns::read(none), LogColumns::defaults());
    }
    QByteArray many = "[";
    for (int i = 0; i < 100; ++i) {
        many += R"({"column":"payload","path":"p)" + QByteArray::number(i) + R"("},)";
    }
    QCOMPARE(LogColumns::read(many + "7]").size(), LogColumns::kMost);
}

void TestLogColumns::whatIsLeftOverGoesToTheColumnWithTheGreatestAppetite()
{
    const QList<LogColumns::Fit> columns{{0, 100, 50, 0}, {0, 100, 50, 2}, {0, 100, 50, 1}, {60, 100, 50, 9}};
    QCOMPARE(LogColumns::fit(columns, 1000), (QList<int>{100, 740, 100, 60}));
    // When all have a width of their own, the rest stays empty.
    QCOMPARE(LogColumns::fit({{70, 100, 50, 1}, {80, 100, 50, 1}}, 1000), (QList<int>{70, 80}));
}

void TestLogColumns::whatIsMissingIsTakenFromColumnsWithoutAWidthOfTheirOwn()
{
    const QList<LogColumns::Fit> columns{{0, 100, 40, 0}, {90, 200, 10, 0}, {0, 200, 170, 0}};
    for (int room = 300; room < 390; ++room) {
        const QList<int> widths = LogColumns::fit(columns, room);
        QCOMPARE(sum(widths), room);
        QCOMPARE(widths.at(1), 90);
        QVERIFY(widths.at(0) >= 40 && widths.at(2) >= 170);
    }
}

void TestLogColumns::whereRoomIsScarceTheFirmOnesStayReadable()
{
    const QList<LogColumns::Fit> columns{{0, 100, 80, 0}, {90, 200, 10, 0}, {0, 200, 170, 0, true}};
    QCOMPARE(LogColumns::fit(columns, 340), (QList<int>{80, 90, 170}));
    QCOMPARE(LogColumns::fit(columns, 310), (QList<int>{50, 90, 170}));
    QCOMPARE(LogColumns::fit(columns, 10), (QList<int>{LogColumns::kNarrowest, 90, 170}));
}

void TestLogColumns::withoutColumnsThereIsNothingToFit()
{
    QVERIFY(LogColumns::fit({}, 100).isEmpty());
}

void TestLogColumns::aPathIsBounded()
{
    QVERIFY(LogColumns::readPath(u"  properties.a "_s));
    for (const QString &text :
         {QString(), u" "_s, u"a."_s, u".a"_s, u"a..b"_s, QString(LogColumns::kLongestPath + 1, u'a'),
          QString(u"a"_s + QString(u".a"_s).repeated(16))}) {
        QVERIFY2(!LogColumns::readPath(text), qPrintable(text));
    }
}

QTEST_APPLESS_MAIN(TestLogColumns)
#include "tst_logcolumns.moc"
