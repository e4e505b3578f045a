// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/Entry.h"

#include <QByteArrayView>
#include <QString>

namespace segue {

//! What cannot be read of one request, each with its reason. Further ones stand together, as many as an entry holds, so
//! that a body of millions of them fills no log.
class Unreadables
{
public:
    //! Of one request: so many stand alone.
    static constexpr std::size_t kMostRows = 1'000;

    Unreadables(std::string connection, Origin origin, std::int64_t received);

    //! An entry for it goes to `entries`, or it waits for addRest(). `reason`: a sentence for people.
    void add(const QString &reason, QByteArrayView bytes, std::vector<NewEntry> &entries);
    //! What stands together and has no entry yet; when all has been added.
    void addRest(std::vector<NewEntry> &entries);
    //! The reason of the first one; empty when there was none.
    const std::string &firstFault() const { return m_fault; }

private:
    NewEntry row(std::string reason, std::string bytes) const;

    std::string m_connection;
    Origin m_origin;
    std::int64_t m_received;
    std::string m_fault;
    std::size_t m_rows = 0;
    int m_restCount = 0; //!< what the next entry of several holds
    QString m_firstOfRest;
    std::string m_rest;
};

} // namespace segue
