// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QFrame>

#include <functional>

class QPushButton;
class QToolButton;

namespace segue {

class IconLabel;
class ToneLabel;

//! One message that stands in the way of nothing: what happened, what was kept, and the action that mends it.
struct Message
{
    //! Messages of one subject replace each other; clear() takes one away when it is no longer true.
    QString subject;
    Tone tone = Tone::Accent;
    QString text;
    QString action;              //!< the button's text; empty: none
    std::function<void()> act;
    int lasts = 0;               //!< ms after which it goes by itself; 0: stays until closed
    //! Only how far something is: takes the place of the message of its subject, in silence; when that has been closed,
    //! it is not shown.
    bool isUpdate = false;
    std::function<void()> closed = {}; //!< called when a person has closed it
};

//! The bar under the header. Shows the newest message; older ones come back when it has gone.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    void clear(const QString &subject);
    bool has(const QString &subject) const;

private:
    void update(const Message &message);
    void showNewest();
    void present(const Message &message);

    QList<Message> m_messages;
    IconLabel *m_icon;
    ToneLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace segue
