// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/RowMenu.h"

#include "app/exports/PlainText.h"

namespace segue {

namespace {

constexpr qsizetype kLongestValue = 40;

QString menuText(const QString &value)
{
    return plainTextCut(value, kLongestValue).replace(u'&', QStringLiteral("&&"));
}

} // namespace

RowMenu::RowMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("rowMenu"));
    setAccessibleName(tr("Event"));
}

void RowMenu::openAt(const QPoint &place, const QModelIndex &row, int selected)
{
    clear();
    if (!row.isValid()) {
        return;
    }
    connect(addAction(tr("Show")), &QAction::triggered, this, &RowMenu::showWanted);
    addCopy(selected);
    QAction *again = addAction(tr("Send again…"));
    again->setObjectName(QStringLiteral("sendAgain"));
    connect(again, &QAction::triggered, this, &RowMenu::sendAgainWanted);
    if (!row.data(EventLogModel::LoadingRole).toBool() || row.data(EventLogModel::EventRole).isValid()) {
        addSeparator();
        addFilters(row);
    }
    popup(place);
}

void RowMenu::addCopy(int selected)
{
    QMenu *copy = addMenu(selected > 1 ? tr("Copy %n row(s)", nullptr, selected) : tr("Copy"));
    copy->setObjectName(QStringLiteral("copyRows"));
    const auto add = [&](const QString &text, RowCopier::Format format) {
        QAction *action = copy->addAction(text);
        connect(action, &QAction::triggered, this, [this, format] { Q_EMIT copyWanted(format); });
        return action;
    };
    add(tr("As a table"), RowCopier::Format::Table)->setShortcut(QKeySequence::Copy);
    add(tr("As NDJSON"), RowCopier::Format::Ndjson);
    add(tr("As CSV"), RowCopier::Format::Csv);
    add(tr("Message IDs"), RowCopier::Format::MessageIds);
}

void RowMenu::addFilters(const QModelIndex &row)
{
    const bool isUser = row.data(EventLogModel::IdKindRole).toInt() == static_cast<int>(IdKind::UserId);
    const std::pair<QString, QString> parts[] = {
        {QStringLiteral("event"), row.data(EventLogModel::EventRole).toString()},
        {isUser ? QStringLiteral("user") : QStringLiteral("hwid"), row.data(EventLogModel::IdentityRole).toString()},
        {QStringLiteral("campaign"), row.data(EventLogModel::CampaignRole).toString()},
    };
    for (const bool excluded : {false, true}) {
        for (const auto &[field, value] : parts) {
            if (value.isEmpty()) {
                continue;
            }
            const QString text = excluded ? tr("Leave out “%1”", "a value").arg(menuText(value))
                                          : tr("Only “%1”", "a value").arg(menuText(value));
            connect(addAction(text), &QAction::triggered, this,
                    [this, field = field, value = value, excluded] { Q_EMIT filterWanted(field, value, excluded); });
        }
    }
}

} // namespace segue
