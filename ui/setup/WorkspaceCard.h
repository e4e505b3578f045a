// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QWidget>

#include <memory>

namespace segue {

class AskingLine;
class DestinationsList;
class TokenEntry;
class WarehouseCard;

//! What Segment's own interface can tell of a connection on its Setup page: the token of its region's workspaces, which
//! figures, destinations and the checkup use as well, the destinations of its source, and the warehouse's tables.
class WorkspaceCard : public QWidget
{
    Q_OBJECT
public:
    explicit WorkspaceCard(AppContext &context, QWidget *parent = nullptr);

    void show(const Connection &connection, const QList<DestinationTick> &ticks);
    QList<DestinationTick> ticks() const;

Q_SIGNALS:
    //! A person ticked, named or took away a destination.
    void changed();
    void problem(const QString &text);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    Endpoint::Region region() const { return m_connection.endpoint.region(); }
    void lookForToken();
    void tryToken();
    void tried(const Result<SegmentWorkspace> &workspace);
    void keep(SecretPlace place);
    void forget();
    void stop();

    AppContext &m_context;
    Connection m_connection;
    TokenEntry *m_entry;
    AskingLine *m_line;
    DestinationsList *m_destinations;
    WarehouseCard *m_warehouse;
    std::shared_ptr<PublicApi> m_asking;
    Secret m_token;            //!< while it is tried and kept
    quint64 m_generation = 0;  //!< answers to what was asked before are dropped
};

} // namespace segue
