// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "ui/log/ShownEvent.h"

#include <QWidget>

class QHBoxLayout;
class QTabBar;
class QToolButton;

namespace segue {

class ElidedLabel;
class IconLabel;
class ToneLabel;

//! The head of the inspector: which event it is and how it stands, the choice of page, and the ways to another event.
class InspectorHead : public QWidget
{
    Q_OBJECT
public:
    enum class Mode {
        Event,
        Waiting,    //!< the event is to be compared with the one that is chosen next
        Comparison, //!< the pages are not to be chosen
    };

    //! What can be chosen of an event, in the order of the tabs.
    enum Page { PayloadTab, SecondPartTab, AttemptsTab, ChecksTab, WarehouseTab };

    explicit InspectorHead(const Clock &clock, QWidget *parent = nullptr);

    void show(const ShownEvent &event, Mode mode);
    //! A sentence in place of the summary.
    void tell(const QString &text);
    void setBelow(bool below);
    //! Which page is shown.
    int page() const;

Q_SIGNALS:
    void pageChosen(int page);
    void stepRequested(int rows);
    void compareRequested();
    void compareCancelled();
    void placeToggled();
    void closeRequested();

private:
    QToolButton *button(const QString &objectName, const QString &icon, const QString &name, const QString &key);
    void makeButtons(QHBoxLayout &row);
    QWidget *makeWaiting();
    void showTabs(const ShownEvent &event);

    const Clock &m_clock;
    ElidedLabel *m_title;
    IconLabel *m_stateIcon;
    ToneLabel *m_state;
    ElidedLabel *m_summary;
    QTabBar *m_tabs;
    int m_chosen = PayloadTab; //!< by a person; another is shown while the event has no such part
    QWidget *m_waiting;
    QToolButton *m_compare = nullptr;
    QToolButton *m_place = nullptr;
};

} // namespace segue
