// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QObject>

class QStackedWidget;

namespace segue {

class PreviewPage;

//! The ways to *What would Segment get?*: what is dropped onto a part of the window, and open(). The page is made at
//! its first use.
class PreviewDoor : public QObject
{
    Q_OBJECT
public:
    //! The page is put into the stack, which is borrowed; what is dropped onto `target` opens it.
    PreviewDoor(AppContext &context, QStackedWidget &stack, QWidget &target, QObject *parent);

    void setConnection(const std::optional<Connection> &connection);
    void open();

Q_SIGNALS:
    void shown();
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    PreviewPage &page();
    void takeDropsOn(QWidget &widget);

    AppContext &m_context;
    QStackedWidget &m_stack;
    std::optional<Connection> m_connection;
    PreviewPage *m_page = nullptr;
};

} // namespace segue
