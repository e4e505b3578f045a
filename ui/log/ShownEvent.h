// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLog.h"

namespace segue {

//! Stored bytes as they are shown.
struct ShownJson
{
    QByteArray bytes;          //!< masked while identities are hidden
    qsizetype storedBytes = 0; //!< as they are stored
    bool withheld = false;     //!< nothing in them can be masked, so they are not shown
};

//! One event as the inspector's pages show it. While identities are hidden everything in it is masked already, so that
//! no page, copy or tooltip can show one.
struct ShownEvent
{
    Entry entry;
    QList<Attempt> attempts;
    QByteArray payload;
    qsizetype storedBytes = 0;  //!< of the payload as it is stored
    ShownJson secondPart;       //!< what is kept beside the payload; without stored bytes: nothing
    QString sourceName;         //!< of the connection; makes the warehouse schema
    std::uint32_t findings = 0; //!< of the payload as it is stored
    bool hidden = false;        //!< identities are masked
    bool withheld = false;      //!< the payload is no JSON, so nothing in it can be masked, and it is not shown

    //! What a second part may hold to be looked through for identities in one turn of the window.
    static constexpr qsizetype kMostMasked = qsizetype{1024} * 1024;

    static ShownEvent from(const EventDetails &details, const QString &sourceName, bool hideIdentities);

    //! The name of the event, or words for one without; fit to be shown.
    QString title() const;
    //! Local date and time at which it was received.
    QString time() const;
};

} // namespace segue
