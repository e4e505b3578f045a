// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventFilter.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTimer;

namespace segue {

//! What of the log is shown: words, events, states, origins. Pause freezes what is shown, not what is stored.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    //! The chosen part of the filter; the connection is the page's to add.
    EventFilter filter() const;
    bool isFiltering() const;
    void clear();
    void focusSearch();

Q_SIGNALS:
    void filterChanged();
    void pausedChanged(bool paused);

private:
    QPushButton *menuButton(const QString &objectName, const QString &text);
    QPushButton *eventButton();
    QPushButton *stateButton();
    QPushButton *originButton();
    void choicesChanged(QPushButton *button, const QString &text);

    QLineEdit *m_search;
    QPushButton *m_events;
    QPushButton *m_states;
    QPushButton *m_origins;
    QPushButton *m_clear;
    QPushButton *m_pause;
    QTimer *m_typing;
};

} // namespace segue
