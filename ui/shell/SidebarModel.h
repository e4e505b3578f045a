// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/ConnectionStore.h"
#include "app/delivery/Courier.h"
#include "app/setup/SetupDraftStore.h"

#include <QAbstractListModel>
#include <QHash>

namespace segue {

//! Stands for what came under keys that belong to no connection; no connection has this id.
ConnectionId capturedId();

//! The sidebar's rows: all events, the connections under a heading for each environment that has one, what came
//! under unknown keys, and what was begun and not finished.
class SidebarModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind { AllEvents, Heading, Connection, Captured, Draft };
    enum Role {
        KindRole = Qt::UserRole,
        ConnectionRole,
        StatusIconRole,
        StatusToneRole,
        StatusWordRole,
        StatusWordToneRole
    };

    SidebarModel(ConnectionStore &connections, SetupDraftStore &drafts, QObject *parent = nullptr);

    void setStatus(const ConnectionId &id, const DeliveryStatus &status);
    //! Events of the connection that ended badly (Refused, Blocked, Gave up).
    void setFailed(const ConnectionId &id, qint64 failed);
    //! What its queue looks like, in words; empty: nothing to say.
    void setFigures(const ConnectionId &id, const QString &figures);
    //! Delivery is held up, and not by a person's pause: trying now may help.
    bool canBeTriedNow(const ConnectionId &id) const;
    //! Nothing can be sent for it: it has no write key here, neither kept nor for this session.
    void setKeyless(const ConnectionId &id, bool keyless);
    //! Events that came under unknown keys; their row is there while there are any.
    void setCaptured(qint64 events);
    //! The row of a connection or of capturedId(); of All events for a null id.
    QModelIndex indexOf(const ConnectionId &id) const;
    ConnectionId idAt(const QModelIndex &index) const;
    Kind kindAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        Kind kind;
        QString text;
        ConnectionId id;
        QString progress = {}; //!< of a draft
    };
    struct State
    {
        DeliveryStatus status;
        qint64 failed = 0;
        bool paused = false;
        bool keyless = false;
        QString figures = {};
    };

    void rebuild();
    void addConnections();
    void addDrafts();
    QVariant capturedData(int role) const;
    QVariant draftData(const Row &row, int role) const;
    QVariant connectionData(const Row &row, int role) const;
    static QString toolTip(const Row &row, const State &state);
    QString statusWord(const State &state) const;
    void announce(const ConnectionId &id);

    ConnectionStore &m_connections;
    SetupDraftStore &m_drafts;
    QList<Row> m_rows;
    QHash<ConnectionId, State> m_states;
    qint64 m_captured = 0;
};

} // namespace segue
