// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace segue {

//! Colours JSON by line: names, texts, numbers and words; and marks what is being searched for.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    //! Every place of the text is marked, upper and lower case alike; empty: none is.
    void setMarked(const QString &text);
    //! Text that is no JSON stays plain.
    void setPlain(bool plain) { m_plain = plain; }

protected:
    void highlightBlock(const QString &text) override;

private:
    void color(const QString &text);
    void mark(const QString &text);

    QString m_marked;
    bool m_plain = false;
};

} // namespace segue
