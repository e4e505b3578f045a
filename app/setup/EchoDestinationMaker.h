// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SourceChange.h"

namespace segue {

//! Makes the Webhooks destination in Segment that echoes a connection's events to this receiver.
class EchoDestinationMaker : public SourceChange
{
    Q_OBJECT
public:
    EchoDestinationMaker(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent = nullptr);

    void prepare(const Connection &connection);
    //! @param address the echo's, with its token
    //! @param sharedSecret what Segment is to sign with; empty: nothing
    void make(const Secret &address, const Secret &sharedSecret);
    QString question() const override;

private:
    void map(const SegmentDestination &destination, const Secret &address);
    static QString nameOfDestination();
};

} // namespace segue
