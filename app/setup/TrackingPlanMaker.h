// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SourceAccess.h"
#include "app/setup/TrackingPlanDraft.h"

#include <QObject>

namespace segue {

//! Makes a tracking plan in Segment's workspace and connects it to a connection's source, after a person was asked.
//! First it looks what there is: a source that has a plan keeps it. Lives on the main thread.
class TrackingPlanMaker : public QObject
{
    Q_OBJECT
public:
    TrackingPlanMaker(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent = nullptr);

    //! Finds the source; then either ready() or failed() comes.
    void prepare(const Connection &connection, const TrackingPlanDraft &plan);
    //! Makes what ready() told of; then either made() or failed() comes.
    void make();
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
    void setRules();
    void connectPlan();
    void fail(const QString &text);

    SourceAccess m_access;
    OpenedSource m_opened;
    TrackingPlanDraft m_plan;
    TrackingPlan m_made;
    bool m_busy = false;
    quint64 m_generation = 0; //!< answers to an earlier one are late
};

} // namespace segue
