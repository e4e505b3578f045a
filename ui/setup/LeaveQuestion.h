// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

namespace segue {

//! Asked when the wizard is left before its end: keep the draft, discard it, or stay. Goes with its answer.
class LeaveQuestion : public QMessageBox
{
    Q_OBJECT
public:
    //! `saved`: the connection is there already, only the rest of its setup is at stake.
    static LeaveQuestion *open(const QString &name, bool saved, QWidget *window);

Q_SIGNALS:
    void keep();
    void discard();

private:
    using QMessageBox::QMessageBox;
    using QMessageBox::open;
};

} // namespace segue
