// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SetupProgress.h"

#include <QListView>

class QStandardItemModel;

namespace segue {

//! The steps of the wizard: which is shown, which are done, which can be gone to. Return or a click goes there; the
//! arrow keys only look.
class StepList : public QListView
{
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    static QString stepName(SetupStep step, Endpoint::Region region);
    void show(SetupStep shown, SetupStep furthest);
    //! How each stands, and what it is called for the region.
    void setStandings(const SetupProgress::Standings &standings, Endpoint::Region region);

Q_SIGNALS:
    void chosen(segue::SetupStep step);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void refresh();

    QStandardItemModel *m_model;
    SetupStep m_shown = SetupStep::Name;
    Endpoint::Region m_region = Endpoint::Region::Us;
    SetupProgress::Standings m_standings{};
};

} // namespace segue

Q_DECLARE_METATYPE(segue::SetupStep)
