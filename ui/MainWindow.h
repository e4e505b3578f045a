// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace segue {

class AlertPlace;
class CheckupPlace;
class ConnectionHeader;
class DeliveryPlace;
class LogPage;
class MessageBar;
class PreviewDoor;
class ReceiverPlace;
class RemoveConnection;
class SettingsPlace;
class SetupPages;
class Sidebar;
class StatusBar;

//! The frame: sidebar, header, message bar, the pages, status bar. Switches pages and words what the services say.
class MainWindow : public QWidget
{
    Q_OBJECT
public:
    explicit MainWindow(AppContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! To the front, out of the dock.
    void comeForward();
    //! A message in the bar, in words for people.
    void tell(const QString &subject, const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void lay();
    void connectPages();
    void connectSetup();
    void connectServices();
    void addActions();
    void select(const ConnectionId &id);
    void refreshHeader();
    void refreshFrame();
    void finishSetup(const ConnectionId &id);
    void edit(const ConnectionId &id);
    void openCheckup();
    void leaveForm();
    void setPaused(const ConnectionId &id, bool paused);
    void keychainChanged(KeychainState state);
    void tellFaults();

    AppContext &m_context;
    ConnectionId m_selected;
    QSplitter *m_splitter;
    Sidebar *m_sidebar;
    QWidget *m_right; //!< beside the sidebar
    ConnectionHeader *m_header;
    MessageBar *m_messages;
    RemoveConnection *m_removal;
    QStackedWidget *m_pages;
    LogPage *m_log;
    SetupPages *m_setup;
    PreviewDoor *m_preview;
    CheckupPlace *m_checkup;
    StatusBar *m_status;
    DeliveryPlace *m_delivery;
    ReceiverPlace *m_receiver;
    AlertPlace *m_alerts;
    SettingsPlace *m_settings;
    bool m_probed = false;
};

} // namespace segue
