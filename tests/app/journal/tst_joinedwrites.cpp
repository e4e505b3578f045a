// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/SqlDatabase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <csignal>
#include <memory>
#include <sys/resource.h>

using namespace segue;

namespace {

constexpr int kRows = 400;

struct Closer
{
    void operator()(sqlite3 *db) const { sqlite3_close_v2(db); }
};
using Plain = std::unique_ptr<sqlite3, Closer>;

//! A connection that reaches its files as SQLite itself does.
Plain plain(const QString &path)
{
    sqlite3 *raw = nullptr;
    sqlite3_open_v2(path.toUtf8().constData(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Plain db(raw);
    sqlite3_exec(raw, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0", nullptr, nullptr,
                 nullptr);
    return db;
}

QByteArray answer(sqlite3 *db, const char *sql)
{
    QByteArray text;
    sqlite3_exec(
        db, sql,
        [](void *to, int columns, char **values, char **) {
            if (columns > 0 && values[0] != nullptr) {
                *static_cast<QByteArray *>(to) = values[0];
            }
            return 0;
        },
        &text, nullptr);
    return text;
}

//! How many calls of this process have written so far.
qint64 writeCalls()
{
    QFile file(QStringLiteral("/proc/self/io"));
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QByteArray all = file.readAll();
    const auto at = all.indexOf("syscw: ");
    return all.mid(at + 7, all.indexOf('\n', at) - at - 7).toLongLong();
}

//! No file of this process may grow above it while the object lives.
class LargestFile
{
public:
    explicit LargestFile(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit now{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~LargestFile() { setrlimit(RLIMIT_FSIZE, &m_before); }
    LargestFile(const LargestFile &) = delete;
    LargestFile &operator=(const LargestFile &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestJoinedWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCommitIsWrittenInFewCalls();
    void othersSeeACommitAtOnce();
    void whatIsNotWrittenYetCanBeRead();
    void whatCannotBeWrittenFailsTheCommit();
    void theLogStartsOver();
    void whatWasRolledBackIsNeverWritten();

private:
    //! Rows that fill a page each, in one transaction.
    static JournalStatus fill(SqlDatabase &db, int rows);
    QString path() const { return m_folder->filePath(QStringLiteral("a.sqlite")); }
    SqlDatabase joined() const { return SqlDatabase::open(path().toStdString(), SqlDatabase::Mode::ReadWrite).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Plain m_plain;
};

void TestJoinedWrites::init()
{
    m_plain.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_plain = plain(path());
    QCOMPARE(answer(m_plain.get(), "CREATE TABLE t(id INTEGER PRIMARY KEY, body BLOB); SELECT 1"), "1");
}

JournalStatus TestJoinedWrites::fill(SqlDatabase &db, int rows)
{
    const std::string sql = "BEGIN IMMEDIATE; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<" +
                            std::to_string(rows) + ") INSERT INTO t(body) SELECT zeroblob(4000) FROM n; COMMIT";
    return db.exec(sql.c_str());
}

void TestJoinedWrites::aCommitIsWrittenInFewCalls()
{
    if (writeCalls() < 0) {
        QSKIP("the system does not count the calls of a process");
    }
    SqlDatabase db = joined();
    QVERIFY(fill(db, 1));
    const qint64 before = writeCalls();
    QVERIFY(fill(db, 50));
    // Some fifty pages are more than a hundred calls by SQLite itself.
    QCOMPARE_LE(writeCalls() - before, 8);
}

void TestJoinedWrites::othersSeeACommitAtOnce()
{
    SqlDatabase db = joined();
    for (int i = 1; i <= 20; ++i) {
        QVERIFY(fill(db, 3));
        QCOMPARE(answer(m_plain.get(), "SELECT count(*) FROM t").toInt(), 3 * i);
    }
    QCOMPARE(answer(m_plain.get(), "PRAGMA integrity_check"), "ok");
}

// A cache of a few pages makes SQLite write to the log in the middle of a transaction, and read it again.
void TestJoinedWrites::whatIsNotWrittenYetCanBeRead()
{
    SqlDatabase db = joined();
    QVERIFY(db.exec("PRAGMA cache_size=5; BEGIN IMMEDIATE"));
    for (int i = 1; i <= kRows; ++i) {
        QVERIFY(db.exec("INSERT INTO t(body) VALUES(randomblob(3000))"));
        QVERIFY(db.exec("UPDATE t SET body=randomblob(3000) WHERE id=(SELECT abs(random())%(max(id)+1) FROM t)"));
    }
    QCOMPARE(db.integer("SELECT count(*) FROM t WHERE length(body)=3000").valueOr(-1), kRows);
    const std::string sum = db.text("SELECT group_concat(hex(substr(body, 1, 4))) FROM t").value();
    QCOMPARE(answer(m_plain.get(), "SELECT count(*) FROM t"), "0");
    QVERIFY(db.exec("COMMIT"));
    QCOMPARE(answer(m_plain.get(), "SELECT group_concat(hex(substr(body, 1, 4))) FROM t").toStdString(), sum);
    QCOMPARE(answer(m_plain.get(), "PRAGMA integrity_check"), "ok");
}

void TestJoinedWrites::whatCannotBeWrittenFailsTheCommit()
{
    SqlDatabase db = joined();
    QVERIFY(fill(db, 2));
    {
        const LargestFile limit(static_cast<rlim_t>(QFile(path() + QStringLiteral("-wal")).size() + 5'000));
        QVERIFY(!fill(db, 50));
        if (db.inTransaction()) {
            QVERIFY(db.exec("ROLLBACK"));
        }
        QCOMPARE(answer(m_plain.get(), "SELECT count(*) FROM t"), "2");
    }
    QVERIFY(fill(db, 50));
    QCOMPARE(answer(m_plain.get(), "SELECT count(*) FROM t"), "52");
    QCOMPARE(answer(m_plain.get(), "PRAGMA integrity_check"), "ok");
}

void TestJoinedWrites::theLogStartsOver()
{
    SqlDatabase db = joined();
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(fill(db, 30));
        QCOMPARE(answer(m_plain.get(), "PRAGMA wal_checkpoint(TRUNCATE)"), "0");
        QCOMPARE(QFile(path() + QStringLiteral("-wal")).size(), 0);
        QVERIFY(fill(db, 30));
        QVERIFY(db.exec("PRAGMA wal_checkpoint(RESTART)"));
        QCOMPARE(answer(m_plain.get(), "SELECT count(*) FROM t").toInt(), 60 * i);
    }
    QCOMPARE(answer(m_plain.get(), "PRAGMA integrity_check"), "ok");
}

void TestJoinedWrites::whatWasRolledBackIsNeverWritten()
{
    const char *const all = "SELECT group_concat(substr(hex(body), 1, 16)) FROM t";
    SqlDatabase db = joined();
    QVERIFY(fill(db, 60));
    QVERIFY(db.exec("PRAGMA cache_size=10")); // pages go to the log ahead of the end
    for (int i = 0; i < 20; ++i) {
        QVERIFY(db.exec("BEGIN IMMEDIATE"));
        QVERIFY(db.exec(("UPDATE t SET body=zeroblob(4000) WHERE id<=" + std::to_string(30 + i)).c_str()));
        db.rollback();
        // Another program's commit stands in the same place of the log, and the next look reads there.
        QCOMPARE(answer(m_plain.get(), "UPDATE t SET body=randomblob(4000); SELECT 1"), "1");
        const QByteArray written = answer(m_plain.get(), all);
        QCOMPARE(QByteArray::fromStdString(db.text(all).valueOr({})), written);
        const Plain fresh = plain(path());
        QCOMPARE(answer(fresh.get(), all), written);
        QCOMPARE(answer(fresh.get(), "PRAGMA integrity_check"), "ok");
    }
}

QTEST_GUILESS_MAIN(TestJoinedWrites)
#include "tst_joinedwrites.moc"
