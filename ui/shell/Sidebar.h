// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/SidebarModel.h"

#include <QWidget>

class QListView;

namespace segue {

//! The connections, by environment, and the way to a new one.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    Sidebar(ConnectionStore &connections, SetupDraftStore &drafts, QWidget *parent = nullptr);

    SidebarModel &model() { return *m_model; }
    //! A null id selects All events.
    void select(const ConnectionId &id);
    ConnectionId selected() const;

Q_SIGNALS:
    void selectedChanged(const segue::ConnectionId &id);
    void newRequested();
    void editRequested(const segue::ConnectionId &id);
    void removeRequested(const segue::ConnectionId &id);
    //! To go on with a draft.
    void draftRequested(const segue::ConnectionId &id);
    void discardRequested(const segue::ConnectionId &id);
    void tryNowRequested(const segue::ConnectionId &id);
    void pauseRequested(const segue::ConnectionId &id, bool pause);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMenu(const QPoint &at);
    void showDraftMenu(const ConnectionId &id, const QPoint &at);
    bool draftKeyPressed(int key);
    bool connectionKeyPressed(int key);
    void openDraft(const QModelIndex &index);
    void reselect();

    SidebarModel *m_model;
    QListView *m_list;
    ConnectionStore &m_connections;
    ConnectionId m_selected;
};

} // namespace segue
