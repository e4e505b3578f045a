// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/cli/Output.h"

#include <QHash>
#include <QObject>

namespace segue::cli {

//! Says once of each hold of a connection's delivery that it has begun, and that it has ended, while this process
//! delivers. What a proxy holds up the session says, since it is the same for all connections.
class HoldLines : public QObject
{
    Q_OBJECT
public:
    //! Borrowed. The context delivers.
    HoldLines(AppContext &context, Output &out);

private:
    void take(const ConnectionId &id, const DeliveryStatus &status);

    AppContext &m_context;
    Output &m_out;
    QHash<ConnectionId, QString> m_told; //!< the sentences of the holds that stand
};

} // namespace segue::cli
