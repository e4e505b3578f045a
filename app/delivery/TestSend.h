// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/journal/Entry.h"
#include "app/segment/TrackCall.h"

#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace segue {

//! The fixed QA identity that samples use unless one is given.
Identity sampleIdentity();

//! A sample of a catalogue event with the values that go with its channel.
TrackCall sampleCall(const QString &event);

//! Turns what a person wants to send into the entries of one transaction: fresh messageIds, Segment's checks (what they
//! block is journaled as Blocked), pace as due times. Pure.
struct TestSend
{
    ConnectionId connection;
    int count = 1;            //!< copies of each call, each under its own id
    double perSecond = 0;     //!< 0: all at once
    std::int64_t now = 0;     //!< ms since 1970 UTC
    std::function<QString()> newMessageId;

    //! Calls composed here: with `messageId` empty a fresh one is given; with `timestamp` 0 it is the time it is due.
    std::vector<NewEntry> entriesFor(const QList<TrackCall> &calls) const;
    //! Payloads from a file or the JSON view, prepared by Payload::prepared. One that cannot be is journaled as Blocked.
    std::vector<NewEntry> entriesForPayloads(const QList<QByteArray> &payloads) const;
};

//! Whether a send to PROD has to be asked for first: once per start of the program and connection, and always above 100
//! events.
class ProdGuard
{
public:
    static constexpr int kAlwaysAskAbove = 100;

    bool mustAsk(const Connection &connection, int events) const;
    void confirmed(const Connection &connection);
    //! What a person is asked, naming connection, count and lasting effects; translated.
    static QString question(const Connection &connection, int events);
    //! The same for events that are tried again; they need not be tests.
    static QString againQuestion(const Connection &connection, int events);

private:
    QList<ConnectionId> m_confirmed;
};

} // namespace segue
