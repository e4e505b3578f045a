// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace segue {

//! One column of the row.
struct WarehouseColumn
{
    QString name;
    QString value;    //!< as the warehouse would hold it; numbers with every digit that was sent
    QString type;     //!< `timestamp`, `integer`, `float`, `boolean`, `varchar`: what a first value of this kind makes
    QString path;     //!< where it stands in the event
    bool cut = false; //!< longer than a column is wide
};

//! A value that does not get a column of its own.
struct WarehouseOmission
{
    enum class Reason {
        Reserved,   //!< its column would have the name of a standard column
        Null,       //!< a column is made by the first value that is not null
        NoName,     //!< no letter or digit of ASCII in its name
        SameColumn, //!< another value gives the same column name; which of them stays is not documented
    };
    Reason reason = Reason::Null;
    QString path;
    QString column;
};

//! The row that an event becomes in a warehouse (Segment reference 5): flattened, in snake case, below `context` with a
//! prefix, arrays as text. A preview: the schema's exact name and some rules are not documented.
struct WarehouseRow
{
    //! Width of a text column; longer values are cut.
    static constexpr qsizetype kWidth = 512;

    QString schema; //!< empty when the source's name gives none
    QString table;
    QString messageId; //!< as sent; empty when Segment is to give one
    QList<WarehouseColumn> columns;
    QList<WarehouseOmission> omissions;

    //! Reads it from the payload's bytes, so that every digit stays. Nothing when they are no JSON object or the
    //! event's name gives no table.
    static std::optional<WarehouseRow> of(const QByteArray &payload, const QString &sourceName);

    //! `schema.table`; names that begin with a digit are quoted.
    QString place() const;

    enum class Dialect { Common, BigQuery };
    //! A query for this row. Nothing without a message id, and for one with a backslash or a control character, which
    //! no quoting makes safe in all warehouses. BigQuery's tables hold doubles: there it asks the table's view.
    std::optional<QString> query(Dialect dialect) const;
};

} // namespace segue
