// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HouseRules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace segue::test {

namespace {

constexpr int kMostLinesInUi = 400;
constexpr int kMostLinesInApp = 600;
constexpr int kMostLinesInTests = 800; // a class under test may have many rules

//! A folder of app/ may include itself and what stands before it. The empty name is app/ itself.
const QStringList &orderOfApp()
{
    static const QStringList order{u"core"_s,     u"catalog"_s,     u"segment"_s, u"pushwoosh"_s, u"secrets"_s,
                                   u"settings"_s, u"connections"_s, u"journal"_s, u"exports"_s,   u"delivery"_s,
                                   u"receiver"_s, u"setup"_s,       u"checkup"_s, u"alerts"_s,    u""_s,
                                   u"cli"_s};
    return order;
}

//! Whether a folder of ui/ may include another one (empty: ui/ itself). All share the widgets, the composer stands
//! inside the log page, and the shell builds the main window.
bool mayInclude(const QString &folder, const QString &other)
{
    return folder == other || other == u"widgets"_s || (folder == u"log"_s && other == u"compose"_s) ||
           (folder == u"shell"_s && other.isEmpty());
}

bool startsIdentifier(QChar c)
{
    return c.isLetter() || c == u'_';
}

bool continuesIdentifier(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

//! Takes a source apart, one piece after the other.
class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {
    }

    void run(SourceFile &file)
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u'\n') {
                ++m_line;
                ++m_at;
                m_lineIsFresh = true;
            } else if (c.isSpace()) {
                ++m_at;
            } else if (isAhead(u"//")) {
                skipLineComment();
            } else if (isAhead(u"/*")) {
                skipTo(u"*/"_s, m_at + 2);
            } else if (c == u'#' && m_lineIsFresh) {
                directive(file);
            } else {
                m_lineIsFresh = false;
                piece(file, c);
            }
        }
    }

private:
    bool isAhead(QStringView what) const { return QStringView(m_text).sliced(m_at).startsWith(what); }

    //! Moves behind the next `end` that is at `from` or later, and counts the lines passed.
    void skipTo(const QString &end, qsizetype from)
    {
        const qsizetype found = m_text.indexOf(end, from);
        const qsizetype next = found < 0 ? m_text.size() : found + end.size();
        m_line += static_cast<int>(QStringView(m_text).sliced(m_at, next - m_at).count(u'\n'));
        m_at = next;
    }

    void skipLineComment()
    {
        while (m_at < m_text.size() && m_text.at(m_at) != u'\n') {
            // A backslash at the end of the line carries the comment on.
            if (m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'\n') {
                ++m_at;
                ++m_line;
            }
            ++m_at;
        }
    }

    void directive(SourceFile &file)
    {
        static const QRegularExpression include(uR"re(\G#[ \t]*include[ \t]*(?:<([^>\n]+)>|"([^"\n]+)"))re"_s);
        const QRegularExpressionMatch match = include.match(m_text, m_at, QRegularExpression::NormalMatch);
        m_lineIsFresh = false;
        if (match.hasMatch()) {
            file.includes.append({match.captured(1) + match.captured(2), m_line});
            m_at = match.capturedEnd();
        } else {
            ++m_at;
        }
    }

    void piece(SourceFile &file, QChar c)
    {
        static const QRegularExpression rawString(uR"re(\G(?:u8|u|U|L)?R"([^()\\\s]{0,16})\()re"_s);
        static const QRegularExpression string(uR"re(\G(?:u8|u|U|L)?"((?:[^"\\\n]|\\.)*)")re"_s);
        static const QRegularExpression character(uR"re(\G(?:u8|u|U|L)?'(?:[^'\\\n]|\\.)+')re"_s);
        static const QRegularExpression number(uR"re(\G\.?[0-9](?:[eEpP][+-]|'?[0-9A-Za-z_.])*)re"_s);

        const int line = m_line;
        if (const auto raw = rawString.match(m_text, m_at); raw.hasMatch()) {
            const qsizetype begin = raw.capturedEnd();
            const QString end = u')' + raw.captured(1) + u'"';
            skipTo(end, begin);
            file.tokens.append(
                {Token::Kind::String, m_text.sliced(begin, std::max<qsizetype>(m_at - end.size() - begin, 0)), line});
        } else if (const auto plain = string.match(m_text, m_at); plain.hasMatch()) {
            file.tokens.append({Token::Kind::String, plain.captured(1), line});
            m_at = plain.capturedEnd();
        } else if (const auto sign = character.match(m_text, m_at); sign.hasMatch()) {
            file.tokens.append({Token::Kind::Other, u"'"_s, line});
            m_at = sign.capturedEnd();
        } else if (const auto digits = number.match(m_text, m_at); digits.hasMatch()) {
            file.tokens.append({Token::Kind::Other, digits.captured(), line});
            m_at = digits.capturedEnd();
        } else if (startsIdentifier(c)) {
            const qsizetype begin = m_at;
            while (m_at < m_text.size() && continuesIdentifier(m_text.at(m_at))) {
                ++m_at;
            }
            file.tokens.append({Token::Kind::Identifier, m_text.sliced(begin, m_at - begin), line});
        } else {
            file.tokens.append({Token::Kind::Other, QString(c), line});
            ++m_at;
        }
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_lineIsFresh = true;
};

QString at(const SourceFile &file, int line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(file.path).arg(line).arg(what);
}

//! The included file, from the root of the tree; empty when it is not one of ours.
QString target(const SourceFile &file, const QString &include)
{
    static const std::array tops{u"app/"_s, u"ui/"_s, u"tests/"_s};
    const auto isOurs = [](const QString &path) {
        return std::ranges::any_of(tops, [&path](const QString &top) { return path.startsWith(top); });
    };
    if (isOurs(include)) {
        return include;
    }
    if (include.startsWith(u"../")) {
        const QString path = QDir::cleanPath(file.path.section(u'/', 0, -2) + u'/' + include);
        return isOurs(path) ? path : QString();
    }
    return {};
}

QString folderOf(const QString &path)
{
    return path.count(u'/') > 1 ? path.section(u'/', 1, 1) : QString();
}

bool isCall(const QList<Token> &tokens, qsizetype i)
{
    return i + 1 < tokens.size() && tokens.at(i + 1).text == u"("_s && tokens.at(i + 1).kind == Token::Kind::Other;
}

//! The literal that an argument starting at `i` consists of or begins with; null when it begins with something else.
const Token *literalAt(const QList<Token> &tokens, qsizetype i)
{
    static const QSet<QString> wrappers{u"QStringLiteral"_s, u"QLatin1String"_s, u"QLatin1StringView"_s, u"QString"_s,
                                        u"QStringView"_s};
    if (i < tokens.size() && wrappers.contains(tokens.at(i).text) && isCall(tokens, i)) {
        i += 2;
    }
    return i < tokens.size() && tokens.at(i).kind == Token::Kind::String ? &tokens.at(i) : nullptr;
}

//! Whether a literal has a word that a person would want to read in their own language. An address and a name such as
//! Pushwoosh_Dev are none.
bool hasWords(const QString &literal)
{
    static const QRegularExpression escape(uR"(\\(?:[xuU][0-9a-fA-F]+|.))"_s);
    static const QRegularExpression word(uR"([\p{L}]{2})"_s);
    static const QRegularExpression data(uR"(^\S*[_/@]\S*$)"_s);
    return literal != u"Segue"_s && !data.match(literal).hasMatch() && QString(literal).remove(escape).contains(word);
}

} // namespace

SourceFile SourceFile::parse(const QString &path, const QString &text)
{
    SourceFile file;
    file.path = path;
    file.lines = static_cast<int>(text.count(u'\n')) + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
    file.firstLine = text.section(u'\n', 0, 0);
    Lexer(text).run(file);
    return file;
}

QString SourceFile::folder() const
{
    return folderOf(path);
}

HouseRules::HouseRules(const QString &root, const QSet<QString> &guiHeaders)
    : m_guiHeaders(guiHeaders)
{
    const QDir base(root);
    for (const QString &top : {u"app"_s, u"ui"_s, u"tests"_s}) {
        QDirIterator walk(base.filePath(top), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.open(QIODevice::ReadOnly)) {
                m_files.append(
                    SourceFile::parse(base.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())));
            }
        }
    }
    std::ranges::sort(m_files, {}, &SourceFile::path);
}

QSet<QString> HouseRules::headersIn(const QStringList &folders)
{
    QSet<QString> names;
    for (const QString &folder : folders) {
        const QStringList entries = QDir(folder).entryList(QDir::Files);
        names.unite(QSet<QString>(entries.begin(), entries.end()));
    }
    return names;
}

QStringList HouseRules::guiInApp() const
{
    static const QRegularExpression module(
        u"^Qt(Gui|Widgets|Svg|SvgWidgets|PrintSupport|OpenGL|OpenGLWidgets|Charts|Qml|Quick|QuickWidgets)(/|$)"_s);
    QStringList breaks;
    for (const SourceFile &file : m_files) {
        for (const Include &include : file.includes) {
            if (file.isIn(u"app") && (module.match(include.path).hasMatch() || m_guiHeaders.contains(include.path))) {
                breaks.append(at(file, include.line, u"app/ includes %1, which needs Qt Gui"_s.arg(include.path)));
            }
        }
    }
    return breaks;
}

QStringList HouseRules::uiInApp() const
{
    QStringList breaks;
    for (const SourceFile &file : m_files) {
        for (const Include &include : file.includes) {
            if (file.isIn(u"app") && target(file, include.path).startsWith(u"ui/")) {
                breaks.append(at(file, include.line, u"app/ includes %1"_s.arg(include.path)));
            }
        }
    }
    return breaks;
}

QStringList HouseRules::foldersOutOfOrder() const
{
    const QStringList &order = orderOfApp();
    QStringList breaks;
    for (const SourceFile &file : m_files) {
        if (!file.isIn(u"app")) {
            continue;
        }
        if (!order.contains(file.folder())) {
            breaks.append(at(file, 1, u"the folder app/%1 has no place in the order"_s.arg(file.folder())));
            continue;
        }
        for (const Include &include : file.includes) {
            const QString path = target(file, include.path);
            if (path.startsWith(u"tests/")) {
                breaks.append(at(file, include.line, u"app/ includes %1"_s.arg(path)));
            } else if (path.startsWith(u"app/") && order.indexOf(folderOf(path)) > order.indexOf(file.folder())) {
                breaks.append(at(file, include.line, u"%1 comes after its includer"_s.arg(path)));
            }
        }
    }
    return breaks;
}

QStringList HouseRules::pagesThatKnowEachOther() const
{
    QStringList breaks;
    for (const SourceFile &file : m_files) {
        if (!file.isIn(u"ui")) {
            continue;
        }
        for (const Include &include : file.includes) {
            const QString path = target(file, include.path);
            if (path.startsWith(u"tests/") || path.startsWith(u"app/cli/")) {
                if (file.path != u"ui/main.cpp"_s || path.startsWith(u"tests/")) {
                    breaks.append(at(file, include.line, u"ui/ includes %1"_s.arg(path)));
                }
            } else if (path.startsWith(u"ui/") && !file.folder().isEmpty() &&
                       !mayInclude(file.folder(), folderOf(path))) {
                breaks.append(at(file, include.line, u"a folder of ui/ includes another one, %1"_s.arg(path)));
            }
        }
    }
    return breaks;
}

QStringList HouseRules::nestedEventLoops() const
{
    static const QRegularExpression waits(
        u"^waitFor(Finished|Done|Started|ReadyRead|BytesWritten|Connected|Disconnected|Encrypted|NewConnection)$"_s);
    QStringList breaks;
    for (const SourceFile &file : m_files) {
        if (file.isIn(u"tests") || file.isIn(u"app/cli") || file.path == u"ui/main.cpp"_s) {
            continue;
        }
        // The journal runs its SQL by a function of this name, and knows no event loop.
        const bool execIsSql = file.isIn(u"app/journal");
        for (qsizetype i = 0; i < file.tokens.size(); ++i) {
            const Token &token = file.tokens.at(i);
            if (token.kind != Token::Kind::Identifier) {
                continue;
            }
            const bool call = isCall(file.tokens, i);
            if (token.text == u"QEventLoop"_s || token.text == u"processEvents"_s ||
                (call && token.text == u"exec"_s && !execIsSql) || (call && waits.match(token.text).hasMatch())) {
                breaks.append(at(file, token.line, u"%1 holds the thread inside an answer"_s.arg(token.text)));
            }
        }
    }
    return breaks;
}

QStringList HouseRules::keychainOutsideItsDoor() const
{
    static const QRegularExpression header(u"^(qt[56]?keychain/.*|(.*/)?keychain\\.h)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QStringList breaks;
    for (const SourceFile &file : m_files) {
        for (const Include &include : file.includes) {
            if (file.path != u"app/secrets/KeychainSecretStore.cpp"_s && !file.isIn(u"tests") &&
                header.match(include.path).hasMatch()) {
                breaks.append(at(file, include.line, u"includes the keychain's header"_s));
            }
        }
    }
    return breaks;
}

QStringList HouseRules::boostOutsideTheReceiver() const
{
    QStringList breaks;
    for (const SourceFile &file : m_files) {
        for (const Include &include : file.includes) {
            if (!file.isIn(u"app/receiver") && !file.isIn(u"tests") && include.path.startsWith(u"boost/")) {
                breaks.append(at(file, include.line, u"includes %1"_s.arg(include.path)));
            }
        }
    }
    return breaks;
}

QStringList HouseRules::withoutLicence() const
{
    QStringList breaks;
    for (const SourceFile &file : m_files) {
        if (file.firstLine != u"// SPDX-License-Identifier: GPL-3.0-or-later"_s) {
            breaks.append(at(file, 1, u"the first line does not name the licence"_s));
        }
    }
    return breaks;
}

QStringList HouseRules::untranslatedTexts() const
{
    // Functions and constructors whose first or second argument a person reads.
    static const QSet<QString> shown{u"setText"_s,
                                     u"setToolTip"_s,
                                     u"setStatusTip"_s,
                                     u"setWhatsThis"_s,
                                     u"setWindowTitle"_s,
                                     u"setTitle"_s,
                                     u"setSubTitle"_s,
                                     u"setPlaceholderText"_s,
                                     u"setAccessibleName"_s,
                                     u"setAccessibleDescription"_s,
                                     u"setInformativeText"_s,
                                     u"setLabelText"_s,
                                     u"setHeaderLabels"_s,
                                     u"setPrefix"_s,
                                     u"setSuffix"_s,
                                     u"setSpecialValueText"_s,
                                     u"addAction"_s,
                                     u"addTab"_s,
                                     u"addItem"_s,
                                     u"addMenu"_s,
                                     u"addRow"_s,
                                     u"addButton"_s,
                                     u"setTabText"_s,
                                     u"setItemText"_s,
                                     u"QLabel"_s,
                                     u"QPushButton"_s,
                                     u"QToolButton"_s,
                                     u"QCheckBox"_s,
                                     u"QRadioButton"_s,
                                     u"QGroupBox"_s,
                                     u"QAction"_s};
    QStringList breaks;
    for (const SourceFile &file : m_files) {
        if (!file.isIn(u"ui")) {
            continue;
        }
        for (qsizetype i = 0; i < file.tokens.size(); ++i) {
            const Token &token = file.tokens.at(i);
            if (token.kind != Token::Kind::Identifier || !shown.contains(token.text)) {
                continue;
            }
            // `QLabel *label = new QLabel(…)` and `QLabel label(…)` alike; a declaration has no literal behind it.
            qsizetype open = i + 1;
            if (open < file.tokens.size() && file.tokens.at(open).kind == Token::Kind::Identifier) {
                ++open;
            }
            if (open >= file.tokens.size() ||
                (file.tokens.at(open).text != u"("_s && file.tokens.at(open).text != u"{"_s)) {
                continue;
            }
            const Token *literal = literalAt(file.tokens, open + 1);
            if (!literal && open + 2 < file.tokens.size() && file.tokens.at(open + 2).text == u","_s) {
                literal = literalAt(file.tokens, open + 3);
            }
            if (literal && hasWords(literal->text)) {
                breaks.append(at(file, literal->line, u"\"%1\" is shown without tr()"_s.arg(literal->text)));
            }
        }
    }
    return breaks;
}

QStringList HouseRules::tooLong() const
{
    QStringList breaks;
    for (const SourceFile &file : m_files) {
        const int most = file.isIn(u"ui")      ? kMostLinesInUi
                         : file.isIn(u"tests") ? kMostLinesInTests
                                                : kMostLinesInApp;
        if (file.lines > most) {
            breaks.append(at(file, file.lines, u"more than %1 lines"_s.arg(most)));
        }
    }
    return breaks;
}

} // namespace segue::test
