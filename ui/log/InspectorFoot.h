// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/ShownEvent.h"

#include <QWidget>

class QAction;
class QPushButton;

namespace segue {

//! What can be done with the shown event.
class InspectorFoot : public QWidget
{
    Q_OBJECT
public:
    explicit InspectorFoot(QWidget *parent = nullptr);

    //! Nothing that would show a hidden identity can be chosen.
    void show(const ShownEvent &event);

Q_SIGNALS:
    void copyJsonRequested();
    void copyCurlRequested();
    void sendAgainRequested(bool sameId);

private:
    QPushButton *m_copyJson;
    QPushButton *m_copyCurl;
    QPushButton *m_sendAgain;
    QAction *m_sameId;
};

} // namespace segue
