// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace segue::test {

//! One piece of a C++ source, as far as the rules look: comments are gone, a string is one piece.
struct Token
{
    enum class Kind { Identifier, String, Other };
    Kind kind = Kind::Other;
    QString text; //!< a string without its quotes and prefix
    int line = 0;
};

//! One `#include`.
struct Include
{
    QString path;
    int line = 0;
};

//! A C++ source, taken apart.
struct SourceFile
{
    QString path; //!< from the root of the tree, with `/`
    int lines = 0;
    QString firstLine;
    QList<Include> includes;
    QList<Token> tokens;

    static SourceFile parse(const QString &path, const QString &text);
    //! `journal` for `app/journal/Entry.h`; empty for `app/AppContext.h`.
    QString folder() const;
    bool isIn(QStringView top) const { return path.startsWith(top + u'/'); }
};

//! Reads a source tree and tells where it breaks the rules that keep it in order. Each rule gives one line per break,
//! `path:line: what`.
class HouseRules
{
public:
    //! @param guiHeaders names of headers that need Qt Gui, such as `QColor` and `qcolor.h`
    HouseRules(const QString &root, const QSet<QString> &guiHeaders);

    //! The names of all headers in these folders.
    static QSet<QString> headersIn(const QStringList &folders);

    const QList<SourceFile> &files() const { return m_files; }

    QStringList guiInApp() const;
    QStringList uiInApp() const;
    QStringList foldersOutOfOrder() const;
    QStringList pagesThatKnowEachOther() const;
    QStringList nestedEventLoops() const;
    QStringList keychainOutsideItsDoor() const;
    QStringList boostOutsideTheReceiver() const;
    QStringList withoutLicence() const;
    QStringList untranslatedTexts() const;
    QStringList tooLong() const;

private:
    QList<SourceFile> m_files;
    QSet<QString> m_guiHeaders;
};

} // namespace segue::test
