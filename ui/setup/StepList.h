// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SetupDraft.h"

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

    static QString stepName(SetupStep step);
    void show(SetupStep shown, SetupStep furthest);

Q_SIGNALS:
    void chosen(segue::SetupStep step);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);

    QStandardItemModel *m_model;
};

} // namespace segue

Q_DECLARE_METATYPE(segue::SetupStep)
