// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace segue {

//! One place at which two JSON texts differ.
struct JsonDifference
{
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString path;    //!< as JsonPlace writes it; of the second member with one name, `name#2`
    QByteArray left; //!< the exact text of the value; empty when it is not there
    QByteArray right;
    //! An id of the message or a time of its way: what differs between any two events.
    bool incidental = false;

    bool operator==(const JsonDifference &) const = default;
};

//! What two texts have and have not in common.
struct JsonComparison
{
    QList<JsonDifference> differences; //!< in the order of the left text, what is new where the right one has it
    int same = 0;                      //!< values that are alike at the same path
    bool readable = true;              //!< both are JSON; else they were compared as bytes

    bool isEqual() const { return differences.isEmpty(); }
    //! They differ in nothing but message ids and times.
    bool isEqualButForIdsAndTimes() const;
};

//! Compares value by value: the paths that one has and the other has not, and those whose values are written
//! differently (1.10 is not 1.1; a 64-bit id differs by its last digit). The order of members does not count, that of
//! items does. Pure.
JsonComparison compareJson(const QByteArray &left, const QByteArray &right);

} // namespace segue
