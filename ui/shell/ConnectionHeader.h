// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/delivery/Courier.h"
#include "ui/widgets/Tone.h"

#include <QWidget>

class QAction;
class QPushButton;
class QTabBar;

namespace segue {

class ElidedLabel;
class EnvironmentChip;
class IconLabel;

//! What the connection is, in one line; its pages; and the way to a test event.
class ConnectionHeader : public QWidget
{
    Q_OBJECT
public:
    enum Page { LogPage, SetupPage, CheckupPage };

    explicit ConnectionHeader(QWidget *parent = nullptr);

    //! No connection, the log alone: all events, or what came under unknown keys.
    void showEvents(const QString &title, const QString &feeds);
    //! `feeds`: which are on.
    void showConnection(const Connection &connection, const QString &sandboxAddress, const QString &feeds);
    //! What is known of its key, in a word.
    void setKeyState(const QString &icon, Tone tone, const QString &text);
    Page page() const;
    void setPage(Page page);
    //! What the button for exports does; borrowed.
    void setExport(QAction *action);

Q_SIGNALS:
    void pageChanged(segue::ConnectionHeader::Page page);
    void sendRequested();

private:
    ElidedLabel *m_name;
    EnvironmentChip *m_chip;
    ElidedLabel *m_info;
    IconLabel *m_keyIcon;
    ElidedLabel *m_keyText;
    QTabBar *m_tabs;
    QPushButton *m_send;
    QPushButton *m_export;
};

} // namespace segue
