// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/Identity.h"

#include <QTest>

using namespace segue;
using namespace Qt::StringLiterals;

using Kind = Identity::Kind;

Q_DECLARE_METATYPE(Identity)
Q_DECLARE_METATYPE(HwidShape)

class tst_Identity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUserIdGoesFirstAndTheHwidStandsIn_data();
    void theUserIdGoesFirstAndTheHwidStandsIn();
    void theShapeOfAnHwid_data();
    void theShapeOfAnHwid();
};

void tst_Identity::theUserIdGoesFirstAndTheHwidStandsIn_data()
{
    QTest::addColumn<QString>("userId");
    QTest::addColumn<QString>("hwid");
    QTest::addColumn<Identity>("identity");
    const QString none;
    QTest::newRow("both") << u"u1"_s << u"h1"_s << Identity{Kind::UserId, u"u1"_s};
    QTest::newRow("user alone") << u"u1"_s << none << Identity{Kind::UserId, u"u1"_s};
    QTest::newRow("user absent") << none << u"h1"_s << Identity{Kind::AnonymousId, u"h1"_s};
    QTest::newRow("user empty") << u""_s << u"h1"_s << Identity{Kind::AnonymousId, u"h1"_s};
    QTest::newRow("user blanks") << u" \t\n"_s << u"h1"_s << Identity{Kind::AnonymousId, u"h1"_s};
    QTest::newRow("user no-break space") << u"\u00a0"_s << u"h1"_s << Identity{Kind::AnonymousId, u"h1"_s};
    QTest::newRow("blanks around") << u"  u1 "_s << u"h1"_s << Identity{Kind::UserId, u"u1"_s};
    QTest::newRow("blanks around the HWID") << none << u" h1\n"_s << Identity{Kind::AnonymousId, u"h1"_s};
    QTest::newRow("blanks inside stay") << u"u 1"_s << none << Identity{Kind::UserId, u"u 1"_s};
    QTest::newRow("same on both") << u"h1"_s << u"h1"_s << Identity{Kind::UserId, u"h1"_s};
    QTest::newRow("neither") << none << none << Identity{};
    QTest::newRow("blanks both") << u" "_s << u"\t"_s << Identity{};
}

void tst_Identity::theUserIdGoesFirstAndTheHwidStandsIn()
{
    QFETCH(QString, userId);
    QFETCH(QString, hwid);
    QFETCH(Identity, identity);
    const Identity found = Identity::fromPushwoosh(userId, hwid);
    QCOMPARE(found.kind, identity.kind);
    QCOMPARE(found.value, identity.value);
}

void tst_Identity::theShapeOfAnHwid_data()
{
    QTest::addColumn<QString>("hwid");
    QTest::addColumn<HwidShape>("shape");
    QTest::newRow("iOS") << u"6F9619FF-8B86-D011-B42D-00CF4FC964FF"_s << HwidShape::Uuid;
    QTest::newRow("Android") << u"6f9619ff-8b86-d011-b42d-00cf4fc964ff"_s << HwidShape::Uuid;
    QTest::newRow("no hex digit") << u"6f9619fg-8b86-d011-b42d-00cf4fc964ff"_s << HwidShape::Other;
    QTest::newRow("hyphen misplaced") << u"6f9619f-f8b86-d011-b42d-00cf4fc964ff"_s << HwidShape::Other;
    QTest::newRow("digit short") << u"6f9619ff-8b86-d011-b42d-00cf4fc964f"_s << HwidShape::Other;
    QTest::newRow("digit over") << u"6f9619ff-8b86-d011-b42d-00cf4fc964fff"_s << HwidShape::Other;
    QTest::newRow("line end behind") << u"6f9619ff-8b86-d011-b42d-00cf4fc964ff\n"_s << HwidShape::Other;
    QTest::newRow("16 hex digits") << u"0123456789abcdef"_s << HwidShape::Other;
    QTest::newRow("e-mail") << u"ann@example.com"_s << HwidShape::Email;
    QTest::newRow("two at signs") << u"ann@b@example.com"_s << HwidShape::Other;
    QTest::newRow("blank inside") << u"ann b@example.com"_s << HwidShape::Other;
    QTest::newRow("at sign alone") << u"@"_s << HwidShape::Other;
    QTest::newRow("nothing behind") << u"ann@"_s << HwidShape::Other;
    QTest::newRow("phone") << u"+15550100"_s << HwidShape::Phone;
    QTest::newRow("6 digits") << u"+123456"_s << HwidShape::Phone;
    QTest::newRow("5 digits") << u"+12345"_s << HwidShape::Other;
    QTest::newRow("15 digits") << u"+123456789012345"_s << HwidShape::Phone;
    QTest::newRow("16 digits") << u"+1234567890123456"_s << HwidShape::Other;
    QTest::newRow("no plus") << u"15550100"_s << HwidShape::Other;
    QTest::newRow("hyphens") << u"+1-555-0100"_s << HwidShape::Other;
    QTest::newRow("WhatsApp") << u"whatsapp:+15550100"_s << HwidShape::Phone;
    QTest::newRow("WhatsApp, no plus") << u"whatsapp:15550100"_s << HwidShape::Other;
    QTest::newRow("empty") << QString() << HwidShape::Other;
}

void tst_Identity::theShapeOfAnHwid()
{
    QFETCH(QString, hwid);
    QTEST(hwidShape(hwid), "shape");
}

QTEST_GUILESS_MAIN(tst_Identity)
#include "tst_identity.moc"
