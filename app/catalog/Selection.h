// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace segue {

//! Which events are exported: *All* (Pushwoosh's *Events* field left blank; it means the seven of the catalogue), or a
//! list of names. A list with nothing in it is not *All*: it can be neither saved nor copied. Exact case counts.
class Selection
{
public:
    //! All events.
    Selection() = default;
    static Selection all() { return {}; }
    //! The names as given, doubles taken out, order kept.
    static Selection list(const QStringList &names);

    bool isAll() const { return m_all; }
    //! False for a list with nothing in it.
    bool isValid() const { return m_all || !m_names.isEmpty(); }
    //! The names of the list; for All the seven of the catalogue.
    QStringList names() const;
    bool contains(const QString &event) const;

    //! The text for Pushwoosh's *Events* field: names joined by `,` without blanks; empty for All.
    QString fieldText() const;

    bool operator==(const Selection &) const = default;

private:
    bool m_all = true;
    QStringList m_names;
};

//! One remark about one name of a pasted list.
struct SelectionRemark
{
    enum class Kind { Blanks, WrongCase, Doubled, Unknown };
    Kind kind;
    QString given;    //!< as it stood in the text, bounded in length
    QString nearest;  //!< the name of the catalogue that was probably meant; may be empty
    QString sentence; //!< for people, translated

    bool operator==(const SelectionRemark &) const = default;
};

//! What a pasted text says.
struct ParsedSelection
{
    //! Blanks trimmed, doubles out, wrong case mended to the catalogue's; unknown names left out unless kept.
    Selection selection;
    QList<SelectionRemark> remarks;
};

enum class UnknownNames { LeaveOut, Keep };

//! Takes apart what a person pastes from or for Pushwoosh's *Events* field (commas, line breaks, quotes around names).
//! Blank text is All. Text with no usable name in it is an invalid list, never All.
ParsedSelection parseSelection(const QString &text, UnknownNames unknown);

} // namespace segue
