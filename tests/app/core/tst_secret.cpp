// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/Secret.h"

#include <QDebug>
#include <QObject>
#include <QTest>

using namespace Qt::StringLiterals;
using segue::Secret;

namespace {

template <class T>
concept Printable = requires(QDebug debug, const T &value)
{
    debug << value;
};

static_assert(Printable<QByteArray>);
static_assert(!Printable<Secret>, "a secret must not be printable");
static_assert(!std::is_convertible_v<Secret, QByteArray> && !std::is_convertible_v<Secret, QString>);

QByteArray bytesOf(const Secret &secret)
{
    return secret.use([](QByteArrayView bytes) { return bytes.toByteArray(); });
}

} // namespace

class tst_Secret : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDefaultOneIsEmpty();
    void bytesComeBackUnchanged();
    void aTextIsKeptAsUtf8();
    void copiesShareOneBuffer();
    void theCallersBytesAreTheirOwn();
    void onlyEqualBytesAreTheSame();
    void wipingLeavesSharedCopiesAlone();
};

void tst_Secret::aDefaultOneIsEmpty()
{
    const Secret secret;
    QVERIFY(secret.isEmpty());
    QCOMPARE(secret.size(), 0);
    QCOMPARE(bytesOf(secret), QByteArray());
    QVERIFY(Secret::fromBytes({}).isEmpty());
    QVERIFY(Secret::fromText(QString()).isEmpty());
    QVERIFY(secret.sameAs(Secret::fromText(u""_s)));
}

void tst_Secret::bytesComeBackUnchanged()
{
    const QByteArray bytes("a\0b\xff\xfe", 5);
    const Secret secret = Secret::fromBytes(bytes);
    QCOMPARE(secret.size(), 5);
    QCOMPARE(bytesOf(secret), bytes);
}

void tst_Secret::aTextIsKeptAsUtf8()
{
    const Secret secret = Secret::fromText(u"clé-東京"_s);
    QCOMPARE(bytesOf(secret), QByteArray("cl\xc3\xa9-\xe6\x9d\xb1\xe4\xba\xac"));
}

void tst_Secret::copiesShareOneBuffer()
{
    Secret copy;
    const void *where = nullptr;
    {
        const Secret first = Secret::fromText(u"only one copy in memory"_s);
        where = first.use([](QByteArrayView bytes) { return static_cast<const void *>(bytes.data()); });
        copy = first;
    }
    QCOMPARE(copy.use([](QByteArrayView bytes) { return static_cast<const void *>(bytes.data()); }), where);
    QCOMPARE(bytesOf(copy), QByteArray("only one copy in memory"));
}

void tst_Secret::theCallersBytesAreTheirOwn()
{
    QByteArray bytes("write-key-0123456789");
    const Secret secret = Secret::fromBytes(bytes);
    bytes.fill('x');
    QCOMPARE(bytesOf(secret), QByteArray("write-key-0123456789"));
}

void tst_Secret::onlyEqualBytesAreTheSame()
{
    const Secret secret = Secret::fromText(u"abcdef"_s);
    QVERIFY(secret.sameAs(Secret::fromBytes("abcdef")));
    QVERIFY(!secret.sameAs(Secret::fromBytes("abcdeg")));
    QVERIFY(!secret.sameAs(Secret::fromBytes("xbcdef")));
    QVERIFY(!secret.sameAs(Secret::fromBytes("abcde")));
    QVERIFY(!secret.sameAs(Secret()));
    QVERIFY(!Secret::fromBytes("\x80").sameAs(Secret::fromBytes(QByteArrayView("\0", 1))));
}

void tst_Secret::wipingLeavesSharedCopiesAlone()
{
    QString text = u"typed by a person"_s;
    const QString shared = text;
    segue::wipe(text);
    QVERIFY(text.isEmpty());
    QCOMPARE(shared, u"typed by a person"_s);

    QByteArray bytes("typed by a person");
    const QByteArray sharedBytes = bytes;
    segue::wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(sharedBytes, QByteArray("typed by a person"));
}

QTEST_GUILESS_MAIN(tst_Secret)
#include "tst_secret.moc"
