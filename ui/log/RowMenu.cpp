// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/RowMenu.h"

#include "app/exports/PlainText.h"
#include "app/segment/IdentityMask.h"
#include "ui/log/LogDelegate.h"

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

void RowMenu::openAt(const QPoint &place, const QModelIndex &row, int selected, bool hidesIdentities)
{
    m_hidesIdentities = hidesIdentities;
    clear();
    if (!row.isValid()) {
        return;
    }
    connect(addAction(tr("Show")), &QAction::triggered, this, &RowMenu::showWanted);
    addCopy(selected);
    addActions(m_more);
    QAction *again = addAction(tr("Send again…"));
    again->setObjectName(QStringLiteral("sendAgain"));
    connect(again, &QAction::triggered, this, &RowMenu::sendAgainWanted);
    if (!row.data(EventLogModel::LoadingRole).toBool() || row.data(EventLogModel::EventRole).isValid()) {
        addSeparator();
        addFilters(row);
        addErase(row.data(EventLogModel::IdentityRole).toString());
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
    const QString event = row.data(EventLogModel::EventRole).toString();
    const QString identity = row.data(EventLogModel::IdentityRole).toString();
    m_identity = identity;
    const QString campaign = row.data(EventLogModel::CampaignRole).toString();
    const bool isUser = row.data(EventLogModel::IdKindRole).toInt() == static_cast<int>(IdKind::UserId);
    addFilter(QStringLiteral("event"), event, tr("Only this event: %1"), false);
    if (isUser) {
        addFilter(QStringLiteral("user"), identity, tr("Only this user: %1"), false);
    } else {
        addFilter(QStringLiteral("hwid"), identity, tr("Only this device: %1"), false);
    }
    addFilter(QStringLiteral("campaign"), campaign, tr("Only this campaign: %1"), false);
    addSeparator();
    addFilter(QStringLiteral("event"), event, tr("Leave out this event"), true);
    addFilter(isUser ? QStringLiteral("user") : QStringLiteral("hwid"), identity,
              isUser ? tr("Leave out this user") : tr("Leave out this device"), true);
    addFilter(QStringLiteral("campaign"), campaign, tr("Leave out this campaign"), true);
}

void RowMenu::addErase(const QString &person)
{
    if (person.isEmpty()) {
        return;
    }
    addSeparator();
    QAction *erase = addAction(tr("Erase this person…"));
    erase->setObjectName(QStringLiteral("erasePersonAction"));
    connect(erase, &QAction::triggered, this, [this, person] { Q_EMIT eraseWanted(person); });
}

void RowMenu::addFilter(const QString &field, const QString &value, const QString &text, bool excluded)
{
    if (value.isEmpty()) {
        return;
    }
    const QString shown = m_hidesIdentities ? IdentityMask::inText(value, m_identity) : value;
    QAction *action = addAction(excluded ? text : text.arg(menuText(shown)));
    // The value would stand in the search, in sight.
    action->setEnabled(shown == value);
    connect(action, &QAction::triggered, this,
            [this, field, value, excluded] { Q_EMIT filterWanted(field, value, excluded); });
}

} // namespace segue
