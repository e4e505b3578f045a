// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ApplicationFilter.h"

#include "ui/setup/ApplicationModel.h"

namespace segue {

ApplicationFilter::ApplicationFilter(ApplicationModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_applications(model)
{
    setSourceModel(&model);
}

void ApplicationFilter::setText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        invalidateRowsFilter();
    }
}

bool ApplicationFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const PushwooshApplication &application = m_applications.at(row);
    return m_text.isEmpty() || application.name.contains(m_text, Qt::CaseInsensitive) ||
           application.code.contains(m_text, Qt::CaseInsensitive);
}

} // namespace segue
