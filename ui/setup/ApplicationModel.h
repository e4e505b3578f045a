// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pushwoosh/ApplicationsAnswer.h"

#include <QAbstractListModel>

namespace segue {

//! Applications of a Pushwoosh account as rows of a ChoiceList; the id is the code.
class ApplicationModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setApplications(const QList<PushwooshApplication> &applications);
    const PushwooshApplication &at(int row) const { return m_applications.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PushwooshApplication> m_applications;
};

} // namespace segue
