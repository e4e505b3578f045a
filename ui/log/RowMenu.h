// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/RowCopier.h"

#include <QMenu>
#include <QPersistentModelIndex>

namespace segue {

//! What can be done with the rows that are selected, and with what the clicked one holds.
class RowMenu : public QMenu
{
    Q_OBJECT
public:
    explicit RowMenu(QWidget *parent = nullptr);

    //! For that row of the log's model, of so many selected ones.
    void openAt(const QPoint &place, const QModelIndex &row, int selected, bool hidesIdentities);

    //! Stand in the menu as well; borrowed.
    void setMore(const QList<QAction *> &actions) { m_more = actions; }

Q_SIGNALS:
    void showWanted();
    void copyWanted(segue::RowCopier::Format format);
    void sendAgainWanted();
    //! The row's userId or HWID.
    void eraseWanted(const QString &person);
    //! The field of the search language and the value that the row has there.
    void filterWanted(const QString &field, const QString &value, bool excluded);

private:
    void addCopy(int selected);
    void addFilters(const QModelIndex &row);
    void addErase(const QString &person);
    void addFilter(const QString &field, const QString &value, const QString &text, bool excluded);

    bool m_hidesIdentities = false;
    QString m_identity;
    QList<QAction *> m_more;
};

} // namespace segue
