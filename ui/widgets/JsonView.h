// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/segment/JsonText.h"

#include <QPlainTextEdit>
#include <QSet>

namespace segue {

class JsonHighlighter;

//! JSON as a person reads it: indented and coloured, every token exactly as the bytes have it (numbers keep all digits,
//! members their order). Its parts fold, by the marks at the edge or by keys: Left and Right (Ctrl+Shift+[ and ]) fold
//! and unfold, Ctrl+Shift+- and + do so with all. What was folded stays so in the next text, by its path. Ctrl+C copies
//! the selection or else the value, Ctrl+Shift+C the path of what stands under the cursor. Text that is no JSON is
//! shown as it is.
class JsonView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit JsonView(QWidget *parent = nullptr);

    void setJson(const QByteArray &json);
    //! What is shown, with its lines.
    const JsonText &json() const { return m_json; }

    //! The text indented by two blanks a level; tokens untouched. What is no JSON is given back as it is.
    static QString indented(const QByteArray &json);

    int currentLine() const { return textCursor().blockNumber(); }
    bool isFolded(int line) const { return m_folded.contains(line); }
    //! Folds or unfolds the part that begins on the line.
    void setFolded(int line, bool folded);
    void foldAll();
    void unfoldAll();

    //! Marks every place of the text, upper and lower case alike, and gives how many there are.
    int mark(const QString &text);
    int marks() const { return static_cast<int>(m_marks.size()); }
    //! Goes to the next place or the one before, around the ends, unfolding what hides it. Gives its number from 1; 0
    //! when there is none.
    int goToMark(bool backwards);

    void copyValue() const;
    void copyPath() const;

Q_SIGNALS:
    //! The cursor stands on another line, or what stands there changed.
    void placeChanged();
    void findRequested();
    //! Another text is shown; its places are marked anew.
    void jsonChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Gutter;
    QString gist(int line) const;
    bool foldKey(const QKeyEvent &event);
    void goLeft();
    void goRight();
    void goToLine(int line);
    void reveal(int line);
    void remember(int line, bool folded);
    void showLines();
    void layGutter();
    void paintGutter(QPaintEvent *event, QWidget *gutter);
    void markCurrentLine();
    int lineAt(int y) const;

    JsonText m_json;
    QByteArray m_bytes;
    JsonHighlighter *m_highlighter;
    QWidget *m_gutter;
    QSet<int> m_folded;         //!< lines
    QSet<QString> m_remembered; //!< paths folded by a person
    QString m_marked;
    QList<int> m_marks; //!< positions
};

} // namespace segue
