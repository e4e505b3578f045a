// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/FilterMenu.h"

#include "app/exports/PlainText.h"

#include <QMenu>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QStyle>

namespace segue {

namespace {

constexpr qsizetype kLongestShown = 80;

//! A click ticks and leaves the menu open; Space does so as well, Enter ticks and closes.
class TickMenu : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        QAction *action = actionAt(event->pos());
        if (action != nullptr && action->isCheckable() && action->isEnabled()) {
            action->trigger();
            return;
        }
        QMenu::mouseReleaseEvent(event);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Space && activeAction() != nullptr) {
            activeAction()->trigger();
            return;
        }
        QMenu::keyPressEvent(event);
    }
};

} // namespace

FilterMenu::FilterMenu(const QString &objectName, const QString &title, const QString &field, QWidget *parent)
    : QPushButton(title, parent)
    , m_field(field)
{
    setObjectName(objectName);
    setProperty("chip", true);
    setProperty("hasMenu", true);
    setAccessibleName(tr("Filter by %1").arg(title));
    setMenu(new TickMenu(this));
}

void FilterMenu::setValues(const QList<Value> &values)
{
    if (values == m_values) {
        return;
    }
    m_values = values;
    fill({});
}

void FilterMenu::show(const FilterChoice &choice)
{
    const FilterTerm *term = choice.find(m_field);
    fill(term == nullptr ? QStringList() : term->values);
    setProperty("active", term != nullptr && term->on);
    style()->unpolish(this);
    style()->polish(this);
}

void FilterMenu::fill(const QStringList &ticked)
{
    // While it is open its actions stay, or a tick would take the menu from under the pointer.
    const QList<QAction *> actions = menu()->actions();
    QStringList there;
    for (QAction *action : actions) {
        const QSignalBlocker blocker(action);
        action->setChecked(ticked.contains(action->data().toString()));
        there.append(action->data().toString());
    }
    QStringList wanted;
    for (const Value &value : std::as_const(m_values)) {
        wanted.append(value.value);
    }
    QList<Value> others;
    for (const QString &value : ticked) {
        if (!wanted.contains(value)) {
            wanted.append(value);
            others.append({value, value});
        }
    }
    if (wanted == there || (menu()->isVisible() && there.size() >= wanted.size())) {
        return;
    }
    menu()->clear();
    for (const QList<Value> &part : {m_values, others}) {
        for (const Value &value : part) {
            addTick(value, ticked.contains(value.value));
        }
    }
}

void FilterMenu::addTick(const Value &value, bool on)
{
    QAction *action = menu()->addAction(plainTextCut(value.label, kLongestShown).replace(u'&', QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(on);
    action->setData(value.value);
    connect(action, &QAction::toggled, this,
            [this, value](bool ticked) { Q_EMIT valueToggled(m_field, value.value, ticked); });
}

} // namespace segue
