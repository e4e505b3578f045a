// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before Qt's own headers

#include "app/journal/EntryIdList.h"

#include <algorithm>
#include <random>
#include <set>

using namespace segue;

namespace {

//! What the list should hold, kept in the plainest way.
class Reference
{
public:
    void insert(IdRange range)
    {
        for (std::int64_t id = range.first.value; id <= range.last.value; ++id) {
            m_ids.insert(id);
        }
    }
    void remove(IdRange range)
    {
        m_ids.erase(m_ids.lower_bound(range.first.value), m_ids.upper_bound(range.last.value));
    }
    void insert(const Reference &other) { m_ids.insert(other.m_ids.begin(), other.m_ids.end()); }
    void remove(const Reference &other)
    {
        std::erase_if(m_ids, [&](std::int64_t id) { return other.m_ids.contains(id); });
    }
    std::vector<EntryId> all() const
    {
        std::vector<EntryId> ids;
        for (const std::int64_t id : m_ids) {
            ids.push_back(EntryId{id});
        }
        return ids;
    }

private:
    std::set<std::int64_t> m_ids;
};

constexpr std::int64_t kPiece = 65'536;

//! Empty when the two agree, else what differs.
QString difference(const EntryIdList &list, const Reference &reference)
{
    const std::vector<EntryId> all = reference.all();
    if (list.size() != all.size() || list.isEmpty() != all.empty()) {
        return QStringLiteral("%1 ids for %2").arg(list.size()).arg(all.size());
    }
    if (list.ids(0, all.size()) != all) {
        return QStringLiteral("other ids");
    }
    for (std::size_t row = 0; row < all.size(); row += 1 + all.size() / 100) {
        const EntryId id = all[row];
        if (list.at(row) != id || list.lowerBound(id) != row || !list.contains(id)) {
            return QStringLiteral("row %1").arg(row);
        }
        const bool next = row + 1 < all.size() && all[row + 1].value == id.value + 1;
        if (list.contains(EntryId{id.value + 1}) != next || list.lowerBound(EntryId{id.value + 1}) != row + 1) {
            return QStringLiteral("after row %1").arg(row);
        }
    }
    if (!all.empty() && (list.front() != all.front() || list.back() != all.back())) {
        return QStringLiteral("ends");
    }
    Reference again;
    for (const IdRange &range : list.ranges()) {
        again.insert(range);
    }
    if (again.all() != all || !(list == EntryIdList(all))) {
        return QStringLiteral("ranges");
    }
    const IdRange middle{EntryId{kPiece / 3}, EntryId{kPiece + 150}};
    EntryIdList outside = list;
    outside.remove(middle);
    return list.within(middle) == list.without(outside) ? QString() : QStringLiteral("within");
}

} // namespace

class TestEntryIdList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void idsWithoutGapsAreOneRange();
    void rangesCrossThePieces();
    void idsOfSomeRows();
    void anythingPutInTwiceIsThereOnce();
    void anyOrderOfChangesEndsInTheSameSet();
};

void TestEntryIdList::idsWithoutGapsAreOneRange()
{
    EntryIdList list;
    QVERIFY(list.isEmpty());
    QCOMPARE(list.size(), std::size_t(0));
    QCOMPARE(list.lowerBound(EntryId{5}), std::size_t(0));
    QVERIFY(!list.contains(EntryId{5}));
    list.insert(IdRange{EntryId{1}, EntryId{10'000'000}});
    QCOMPARE(list.size(), std::size_t(10'000'000));
    QVERIFY(list.at(7'654'321) == EntryId{7'654'322});
    QVERIFY(list.ranges() == (std::vector<IdRange>{{EntryId{1}, EntryId{10'000'000}}}));
    list.remove(IdRange{EntryId{0}, EntryId{4'000'000}});
    QVERIFY(list.front() == EntryId{4'000'001});
    QCOMPARE(list.lowerBound(EntryId{10'000'001}), std::size_t(6'000'000));
    list.remove(IdRange{EntryId{0}, EntryId{99'000'000}});
    QVERIFY(list.isEmpty());
}

void TestEntryIdList::rangesCrossThePieces()
{
    EntryIdList list;
    Reference reference;
    for (const IdRange range :
         {IdRange{EntryId{kPiece - 3}, EntryId{kPiece + 2}}, IdRange{EntryId{3 * kPiece}, EntryId{3 * kPiece}},
          IdRange{EntryId{kPiece + 3}, EntryId{3 * kPiece - 1}}, IdRange{EntryId{0}, EntryId{0}},
          IdRange{EntryId{9}, EntryId{8}}}) {
        list.insert(range);
        reference.insert(range);
        QCOMPARE(difference(list, reference), QString());
    }
    QCOMPARE(list.ranges().size(), std::size_t(2));
    for (const IdRange range :
         {IdRange{EntryId{kPiece}, EntryId{kPiece}}, IdRange{EntryId{2 * kPiece - 1}, EntryId{2 * kPiece}},
          IdRange{EntryId{2 * kPiece + 5}, EntryId{5 * kPiece}}}) {
        list.remove(range);
        reference.remove(range);
        QCOMPARE(difference(list, reference), QString());
    }
}

void TestEntryIdList::idsOfSomeRows()
{
    EntryIdList list(std::vector<EntryId>{EntryId{2}, EntryId{4}, EntryId{kPiece}, EntryId{kPiece + 7}});
    QVERIFY(list.ids(1, 2) == (std::vector<EntryId>{EntryId{4}, EntryId{kPiece}}));
    QVERIFY(list.ids(3, 100) == std::vector<EntryId>{EntryId{kPiece + 7}});
    QVERIFY(list.ids(4, 1).empty());
    QVERIFY(list.ids(0, 0).empty());
}

void TestEntryIdList::anythingPutInTwiceIsThereOnce()
{
    EntryIdList list(std::vector<EntryId>{EntryId{2}, EntryId{4}});
    list.insert(EntryId{4});
    list.insert(EntryId{3});
    QCOMPARE(list.size(), std::size_t(3));
    const EntryIdList same = list;
    list.insert(same);
    QVERIFY(list == same);
    QVERIFY(list.without(same).isEmpty());
    list.remove(EntryIdList(std::vector<EntryId>{EntryId{1}, EntryId{3}}));
    QVERIFY(list == EntryIdList(std::vector<EntryId>{EntryId{2}, EntryId{4}}));
}

void TestEntryIdList::anyOrderOfChangesEndsInTheSameSet()
{
    std::mt19937 random(4);
    const auto roll = [&](std::int64_t sides) { return static_cast<std::int64_t>(random()) % sides; };
    EntryIdList list;
    Reference reference;
    for (int step = 0; step < 1'500; ++step) {
        const std::int64_t first = roll(5) * kPiece / 2 + roll(300);
        const std::int64_t length = roll(40) == 0 ? roll(kPiece) : roll(12);
        const IdRange range{EntryId{first}, EntryId{first + length - 1}};
        if (const std::int64_t what = roll(6); what < 2) {
            list.insert(range);
            reference.insert(range);
        } else if (what < 4) {
            list.remove(range);
            reference.remove(range);
        } else {
            Reference some;
            for (std::int64_t i = roll(30); i > 0; --i) {
                const std::int64_t id = roll(5) * kPiece / 2 + roll(300);
                some.insert({EntryId{id}, EntryId{id + roll(3)}});
            }
            const EntryIdList more(some.all());
            if (what == 4) {
                list.insert(more);
                reference.insert(some);
            } else {
                list.remove(more);
                reference.remove(some);
            }
        }
        if (step % 50 == 0) {
            QCOMPARE(difference(list, reference), QString());
        }
    }
}

QTEST_GUILESS_MAIN(TestEntryIdList)
#include "tst_entryidlist.moc"
