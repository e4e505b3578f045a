// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckFacts.h"
#include "app/setup/WorkspaceAccess.h"

#include <QObject>

#include <functional>
#include <memory>

namespace segue {

//! Looks for the connection's source in the workspaces that the kept tokens open, and at what Segment says of it. Ends,
//! with its requests, when it is deleted. Lives on the main thread.
class WorkspaceLook : public QObject
{
    Q_OBJECT
public:
    WorkspaceLook(WorkspaceAccess &workspaces, const Clock &clock, CheckFacts &facts, std::function<void()> changed,
                  QObject *parent);

    //! @param key of the connection; nothing when it cannot be read
    void start(const std::optional<Secret> &key);

private:
    using Region = Endpoint::Region;
    struct Workspace
    {
        Region region = Region::Us;
        std::shared_ptr<PublicApi> api;
        std::optional<Result<SegmentWorkspace>> workspace;
        std::optional<Result<QList<SegmentSource>>> sources;
        std::optional<Error> fault; //!< no way in
        bool isDone() const { return fault || (workspace && sources); }
        //! Why there is nothing to look at; nothing when there is.
        std::optional<Error> trouble() const;
    };

    void open(Workspace &workspace);
    void choose();
    void take(const Workspace &workspace, const SourceFact &fact);
    void none(const Missing &missing);
    void lookAtOutlets();
    void lookAtSchema();
    void lookAtDay();
    void askDay(DeliveryStep step, const QString &destinationId,
                const std::function<void(const DeliveryFigures &)> &take);
    void dayAnswered(const std::optional<Error> &error);

    WorkspaceAccess &m_workspaces;
    const Clock &m_clock;
    CheckFacts &m_facts;
    const std::function<void()> m_changed;
    std::optional<Secret> m_key;
    std::vector<std::unique_ptr<Workspace>> m_asked; //!< the connection's own region first
    std::shared_ptr<PublicApi> m_api;                //!< of the source's workspace
    SegmentSource m_source;
    std::optional<Result<QList<SegmentDestination>>> m_destinations;
    std::optional<Result<QList<SegmentWarehouse>>> m_warehouses;
    std::optional<Result<SchemaSettings>> m_settings;
    std::optional<Result<SegmentSource>> m_whole; //!< with its tracking plan
    DayFact m_day;
    int m_dayOpen = 0; //!< questions about the day without an answer
    std::int64_t m_dayEnd = 0;
};

} // namespace segue
