// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QObject>

class QTimer;

namespace segue {

class SidebarModel;
class StatusBar;

//! Keeps the line at the bottom and the marks at the sidebar's connections as the services say.
class StatusFeed : public QObject
{
    Q_OBJECT
public:
    //! All are borrowed.
    StatusFeed(AppContext &context, StatusBar &bar, SidebarModel &sidebar, QObject *parent = nullptr);

private:
    void refreshSoon();
    void refresh();

    AppContext &m_context;
    StatusBar &m_bar;
    SidebarModel &m_sidebar;
    QTimer *m_timer;
};

} // namespace segue
