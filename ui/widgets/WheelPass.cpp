// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WheelPass.h"

#include <QEvent>
#include <QWidget>

namespace segue {

namespace {

class WheelPass : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel) {
            return QObject::eventFilter(watched, event);
        }
        event->ignore(); // so that it goes on to the parent
        return true;
    }
};

} // namespace

void passWheelOn(QWidget *field)
{
    field->setFocusPolicy(Qt::StrongFocus); // WheelFocus is the usual one
    field->installEventFilter(new WheelPass(field));
}

} // namespace segue
