// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLog.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>

namespace segue {

//! The log as a table: oldest first, newest at the bottom. Holds the ids that the filter means and a bounded cache of
//! rows; data() answers from memory, and rows not read yet say so with LoadingRole and are fetched in batches. A filter
//! shows the newest rows it means as soon as they are found; older ones come in above, in batches, until the search is
//! over. Rows change in batches. Texts here are raw values; views decide how they look.
class EventLogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    //! What a column may show. The first five are the columns of a new model, in this order.
    enum Column {
        TimeColumn,
        EventColumn,
        IdentityColumn,
        StateColumn,
        DurationColumn,
        OriginColumn,
        ConnectionColumn,
        EnvironmentColumn,
        MessageTypeColumn,
        CampaignColumn,
        DeviceColumn,
        MessageIdColumn,
        AttemptsColumn,
        StatusColumn,
        ReasonColumn,
        PayloadColumn, //!< what stands at a JSON path
        ColumnCount
    };
    enum Role {
        EntryIdRole = Qt::UserRole, //!< qint64
        LoadingRole,                //!< bool
        ReceivedRole,               //!< qint64, ms since 1970 UTC
        EventRole,                  //!< QString
        IdKindRole,                 //!< int, IdKind
        IdentityRole,               //!< QString
        StateRole,                  //!< int, EventState; Sending while the courier has it
        NextAttemptRole,            //!< qint64; -1: none
        DurationRole,               //!< qint64 ms; -1: none
        ErrorRole,                  //!< QString, the stored code word and detail
        ConnectionRole,             //!< QString, UUID text
        OriginRole,                 //!< int, Origin
        StatusRole,                 //!< int, last HTTP status; 0: none
        AttemptsRole,               //!< int
        MayArriveTwiceRole,         //!< bool
        RepeatsRole,                //!< qint64: how often the same event came again
        CampaignRole,               //!< QString
        ColumnRole,                 //!< int, Column: what the index's column shows
    };

    //! A column: what it shows and, for PayloadColumn, where in the payload that stands.
    struct ColumnSpec
    {
        Column column = TimeColumn;
        JsonPath path;

        bool operator==(const ColumnSpec &) const = default;
    };
    //! How a connection is named in its columns.
    struct ConnectionLabel
    {
        QString name;
        QString environment;

        bool operator==(const ConnectionLabel &) const = default;
    };

    explicit EventLogModel(EventLog &log, QObject *parent = nullptr);
    ~EventLogModel() override;

    void setFilter(const EventFilter &filter);
    const EventFilter &filter() const;
    //! While paused the table stays as it is, and what is stored goes on; afterwards it catches up.
    void setPaused(bool paused);
    //! Whether the sentences for those who do not see the table mask identities. The other texts are for views, which
    //! mask them themselves.
    void setHideIdentities(bool hide);
    //! Entries that the courier has under way now; shown as Sending.
    void setSending(const QList<EntryId> &ids, bool sending);

    //! The columns from left to right. setColumns() resets the model; the other two change one column.
    void setColumns(const QList<ColumnSpec> &columns);
    const QList<ColumnSpec> &columns() const;
    void appendColumn(const ColumnSpec &column);
    void removeColumnAt(int column);
    //! By UUID text.
    void setConnectionLabels(const QHash<QString, ConnectionLabel> &labels);
    //! What stands at the path in the entry's payload, read off the main thread; a null text when nothing does.
    void askValue(EntryId id, const JsonPath &path, QObject *context, std::function<void(const QString &)> callback);
    //! The name of a column, for its header and for menus.
    static QString columnName(const ColumnSpec &column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    //! The row of an entry; -1 when it is not in the table.
    int rowOf(EntryId id) const;
    EntryId idAt(int row) const;
    //! True from setFilter() until the first rows that it means have come, or the word that there are none.
    bool isLoading() const;
    //! True from setFilter() until the whole journal has been searched; rows come in above meanwhile.
    bool isSearching() const;
    //! Ends the search; what it has found stays, and searchedShare() says how far it came.
    void stopSearching();
    //! How much of the journal has been searched, from 0 to 1.
    double searchedShare() const;

Q_SIGNALS:
    //! The first rows that the filter means are there, or everything has been arranged anew.
    void loaded();
    //! isSearching() or searchedShare() has changed.
    void searchChanged();
    //! Reading failed; in words for people.
    void failed(const segue::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace segue
