// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace segue::cli {

//! Cells in columns that stand under each other in a terminal: by the width that is seen, so that wide (East Asian) and
//! combining characters keep the columns straight. Cells are made harmless by PlainText first. Pure.
class TextTable
{
public:
    struct Column
    {
        QString title;
        int longest = 40;   //!< wider cells are cut and end with "…"; 0: never cut
        bool right = false; //!< numbers
    };

    explicit TextTable(QList<Column> columns);

    //! Makes the columns wide enough for these rows. Rows that come later may widen them for those that follow.
    void fit(const QList<QStringList> &rows);
    QString header() const;
    //! One row, without trailing blanks.
    QString line(const QStringList &cells);
    //! Header and rows, fitted.
    QStringList lines(const QList<QStringList> &rows);

    //! How many columns of a terminal the text takes.
    static int width(const QString &text);

private:
    QString joined(const QStringList &cells) const;
    QStringList prepared(const QStringList &cells) const;
    void widen(const QStringList &cells);

    QList<Column> m_columns;
    QList<int> m_widths;
};

} // namespace segue::cli
