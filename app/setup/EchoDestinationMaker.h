// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SourceAccess.h"

#include <QObject>

namespace segue {

//! Makes the Webhooks destination in Segment that echoes a connection's events to this receiver, after a person was
//! asked. First it looks for the source. Lives on the main thread.
class EchoDestinationMaker : public QObject
{
    Q_OBJECT
public:
    EchoDestinationMaker(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent = nullptr);

    //! Finds the source; then either ready() or failed() comes.
    void prepare(const Connection &connection);
    //! Makes what ready() told of; then either made() or failed() comes.
    //! @param address the echo's, with its token
    //! @param sharedSecret what Segment is to sign with; empty: nothing
    void make(const Secret &address, const Secret &sharedSecret);
    //! Ends what is under way. What was made in Segment by then stays.
    void stop();
    bool isBusy() const { return m_busy; }
    //! Exactly what will be made, for the question; translated.
    QString question() const;

Q_SIGNALS:
    void ready();
    //! In words for people.
    void made(const QString &text);
    //! What stood in the way, and what was made before; in words for people.
    void failed(const QString &text);

private:
    void map(const SegmentDestination &destination, const Secret &address);
    void fail(const QString &text);
    static QString nameOfDestination();

    SourceAccess m_access;
    OpenedSource m_opened;
    bool m_busy = false;
    quint64 m_generation = 0; //!< answers to an earlier one are late
};

} // namespace segue
