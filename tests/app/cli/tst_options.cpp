// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Options.h"

#include <QTest>

#include <unistd.h>

using namespace segue;
using namespace segue::cli;
using namespace Qt::StringLiterals;

namespace {

//! What is written to a descriptor while it lives.
class Captured
{
public:
    explicit Captured(int descriptor)
        : m_descriptor(descriptor)
        , m_before(::dup(descriptor))
        , m_file(std::tmpfile())
    {
        ::dup2(::fileno(m_file), descriptor);
    }
    ~Captured()
    {
        if (m_file) {
            take();
        }
    }
    Q_DISABLE_COPY_MOVE(Captured)

    QString take()
    {
        ::dup2(m_before, m_descriptor);
        ::close(m_before);
        QByteArray content;
        std::rewind(m_file);
        for (int c = std::fgetc(m_file); c != EOF; c = std::fgetc(m_file)) {
            content.append(static_cast<char>(c));
        }
        std::fclose(m_file);
        m_file = nullptr;
        return QString::fromUtf8(content);
    }

private:
    int m_descriptor;
    int m_before;
    std::FILE *m_file;
};

Options sample()
{
    return Options(u"paint"_s, u"WALL"_s, u"Paints a wall."_s);
}

void describe(Options &options)
{
    options.addFlag(u"dry"_s, u"only look"_s);
    options.addValue(u"colour"_s, u"NAME"_s, u"which colour"_s);
    options.addValue(u"coat"_s, u"N"_s, u"coats"_s, Options::Times::Repeatable);
    options.addExample(u"segue paint north --colour red"_s, u"in red"_s);
}

} // namespace

class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRightLineIsRead();
    void aWrongLineNamesWhatIsWrong_data();
    void aWrongLineNamesWhatIsWrong();
    void aValueMayStartWithDashesWhenItIsJoined();
    void helpTellsEveryOptionAndExample();
    void twoOfAKindAreAConflict();
    void numbersStayWithinTheirBounds();
};

void OptionsTest::aRightLineIsRead()
{
    Options options = sample();
    describe(options);
    Output out;
    QVERIFY(!options.read({u"north"_s, u"--colour"_s, u"dark red"_s, u"--coat=1"_s, u"--coat"_s, u"2"_s, u"--json"_s},
                          1, 1, out));
    QCOMPARE(options.words(), QStringList{u"north"_s});
    QCOMPARE(options.text(u"colour"_s), u"dark red"_s);
    QCOMPARE(options.texts(u"coat"_s), (QStringList{u"1"_s, u"2"_s}));
    QVERIFY(options.json());
    QVERIFY(!options.has(u"dry"_s));
    QVERIFY(options.dataFolder().isEmpty());
}

void OptionsTest::aWrongLineNamesWhatIsWrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown option") << u"north --color red"_s << u"--color"_s;
    QTest::newRow("unknown short option") << u"north -x"_s << u"-x"_s;
    QTest::newRow("no value at the end") << u"north --colour"_s << u"--colour"_s;
    QTest::newRow("no value before another option") << u"north --colour --json"_s << u"--colour"_s;
    QTest::newRow("value for a flag") << u"north --dry=yes"_s << u"--dry"_s;
    QTest::newRow("twice") << u"north --colour red --colour blue"_s << u"--colour"_s;
    QTest::newRow("word missing") << u"--colour red"_s << u"WALL"_s;
    QTest::newRow("word too many") << u"north south"_s << u"south"_s;
    QTest::newRow("empty folder") << u"north --data-dir="_s << u"--data-dir"_s;
}

void OptionsTest::aWrongLineNamesWhatIsWrong()
{
    QFETCH(QString, line);
    QFETCH(QString, named);
    Options options = sample();
    describe(options);
    Output out;
    Captured messages(STDERR_FILENO);
    const auto status = options.read(line.split(u' '), 1, 1, out);
    const QString said = messages.take();
    QCOMPARE(status, std::optional<int>(kUsage));
    QVERIFY2(said.contains(named), qPrintable(said));
    QVERIFY(said.contains(u"segue paint --help"));
}

void OptionsTest::aValueMayStartWithDashesWhenItIsJoined()
{
    Options options = sample();
    describe(options);
    Output out;
    QVERIFY(!options.read({u"north"_s, u"--colour=--json"_s}, 1, 1, out));
    QCOMPARE(options.text(u"colour"_s), u"--json"_s);
    QVERIFY(!options.json());
}

void OptionsTest::helpTellsEveryOptionAndExample()
{
    Options options = sample();
    describe(options);
    Output out;
    Captured results(STDOUT_FILENO);
    const auto status = options.read({u"-h"_s}, 1, 1, out);
    const QString help = results.take();
    QCOMPARE(status, std::optional<int>(kDone));
    for (const QString &text :
         {u"segue paint WALL"_s, u"--dry"_s, u"--colour NAME"_s, u"--coat N"_s, u"--data-dir DIR"_s, u"--json"_s,
          u"--verbose"_s, u"segue paint north --colour red"_s}) {
        QVERIFY2(help.contains(text), qPrintable(text));
    }
}

void OptionsTest::twoOfAKindAreAConflict()
{
    Options options = sample();
    describe(options);
    Output out;
    QVERIFY(!options.read({u"north"_s, u"--dry"_s, u"--colour"_s, u"red"_s}, 1, 1, out));
    QVERIFY(!options.conflict({u"dry"_s, u"coat"_s}));
    const auto sentence = options.conflict({u"dry"_s, u"coat"_s, u"colour"_s});
    QVERIFY(sentence && sentence->contains(u"--dry") && sentence->contains(u"--colour"));
}

void OptionsTest::numbersStayWithinTheirBounds()
{
    for (const auto &[text, expected] :
         {std::pair{u"7"_s, std::optional<int>(7)}, std::pair{u"0"_s, std::optional<int>()},
          std::pair{u"11"_s, std::optional<int>()}, std::pair{u"x"_s, std::optional<int>()},
          std::pair{u"99999999999"_s, std::optional<int>()}}) {
        Options options = sample();
        describe(options);
        Output out;
        QVERIFY(!options.read({u"north"_s, u"--coat"_s, text}, 1, 1, out));
        const Captured messages(STDERR_FILENO);
        QCOMPARE(options.number(u"coat"_s, 1, 1, 10, out), expected);
    }
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "tst_options.moc"
