// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace segue {

class ApplicationModel;

//! The applications whose name or code holds a text, in any case.
class ApplicationFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ApplicationFilter(ApplicationModel &model, QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ApplicationModel &m_applications;
    QString m_text;
};

} // namespace segue
