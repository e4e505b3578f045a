// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ApplicationModel.h"

#include "app/exports/PlainText.h"
#include "ui/setup/ChoiceList.h"

namespace segue {

namespace {
constexpr qsizetype kLongestName = 200;
constexpr qsizetype kLongestCode = 64;
} // namespace

void ApplicationModel::setApplications(const QList<PushwooshApplication> &applications)
{
    beginResetModel();
    m_applications = applications;
    endResetModel();
}

int ApplicationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_applications.size());
}

QVariant ApplicationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const PushwooshApplication &application = m_applications.at(index.row());
    const auto name = [&application] {
        return application.name.trimmed().isEmpty() ? tr("(without a name)")
                                                    : plainTextCut(application.name, kLongestName);
    };
    switch (role) {
    case Qt::DisplayRole:
        return name();
    case ChoiceList::DetailRole:
        return plainTextCut(application.code, kLongestCode);
    case ChoiceList::IdRole:
        return application.code;
    case Qt::AccessibleTextRole:
        return QString(name() + QStringLiteral(", ") + plainTextCut(application.code, kLongestCode));
    default:
        return {};
    }
}

} // namespace segue
