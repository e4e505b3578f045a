// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/FilterBar.h"

#include "app/catalog/EventCatalog.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Icons.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

namespace segue {

namespace {

constexpr int kTypingMs = 150; // the search starts when the typing rests

QList<QAction *> chosen(const QPushButton *button)
{
    QList<QAction *> actions;
    for (QAction *action : button->menu()->actions()) {
        if (action->isChecked()) {
            actions.append(action);
        }
    }
    return actions;
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_events(eventButton())
    , m_states(stateButton())
    , m_origins(originButton())
    , m_clear(new QPushButton(tr("Clear filters"), this))
    , m_pause(new QPushButton(Icons::get(QStringLiteral("pause")), tr("Pause"), this))
    , m_typing(new QTimer(this))
{
    setObjectName(QStringLiteral("pageHead"));
    setAttribute(Qt::WA_StyledBackground);
    m_search->setObjectName(QStringLiteral("logSearch"));
    m_search->setPlaceholderText(tr("Search in events"));
    m_search->setAccessibleName(tr("Search in events"));
    m_search->setToolTip(tr("A word in the event, the identity, the campaign or anywhere in the payload (Ctrl+F)"));
    m_search->addAction(Icons::get(QStringLiteral("search"), Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(500);
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    m_clear->setProperty("link", true);
    m_clear->hide();
    m_pause->setObjectName(QStringLiteral("pauseLog"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Freeze what is shown; what arrives is still kept"));

    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_search, 1);
    first->addWidget(m_pause);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    for (QPushButton *button : {m_events, m_states, m_origins, m_clear}) {
        second->addWidget(button);
    }
    second->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 10);
    column->setSpacing(8);
    column->addLayout(first);
    column->addLayout(second);

    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingMs);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, [this] {
        m_clear->setVisible(isFiltering());
        Q_EMIT filterChanged();
    });
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        m_pause->setIcon(Icons::get(paused ? QStringLiteral("play") : QStringLiteral("pause")));
        m_pause->setText(paused ? tr("Resume") : tr("Pause"));
        Q_EMIT pausedChanged(paused);
    });
}

QPushButton *FilterBar::menuButton(const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setProperty("chip", true);
    button->setProperty("hasMenu", true);
    button->setAccessibleName(tr("Filter by %1").arg(text));
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::triggered, this, [this, button, text] { choicesChanged(button, text); });
    return button;
}

QPushButton *FilterBar::eventButton()
{
    QPushButton *button = menuButton(QStringLiteral("eventFilter"), tr("Event"));
    for (const CatalogEvent &event : EventCatalog::events()) {
        QAction *action = button->menu()->addAction(event.name);
        action->setCheckable(true);
        action->setData(event.name);
    }
    return button;
}

QPushButton *FilterBar::stateButton()
{
    QPushButton *button = menuButton(QStringLiteral("stateFilter"), tr("State"));
    for (int number = 0; number < kEventStateCount; ++number) {
        if (static_cast<EventState>(number) == EventState::Sending) {
            continue; // never stored
        }
        QAction *action = button->menu()->addAction(EventWords::state(static_cast<EventState>(number)).word);
        action->setCheckable(true);
        action->setData(number);
    }
    return button;
}

QPushButton *FilterBar::originButton()
{
    QPushButton *button = menuButton(QStringLiteral("originFilter"), tr("Origin"));
    for (const Origin origin : {Origin::Composer, Origin::Capture}) {
        QAction *action = button->menu()->addAction(EventWords::origin(origin));
        action->setCheckable(true);
        action->setData(static_cast<int>(origin));
    }
    return button;
}

void FilterBar::choicesChanged(QPushButton *button, const QString &text)
{
    const QList<QAction *> actions = chosen(button);
    if (actions.isEmpty()) {
        button->setText(text);
    } else if (actions.size() == 1) {
        button->setText(tr("%1: %2", "filter and its value").arg(text, actions.first()->text()));
    } else {
        button->setText(tr("%1: %2", "filter and its value").arg(text, QString::number(actions.size())));
    }
    button->setProperty("active", !actions.isEmpty());
    button->style()->unpolish(button);
    button->style()->polish(button);
    m_clear->setVisible(isFiltering());
    Q_EMIT filterChanged();
}

EventFilter FilterBar::filter() const
{
    EventFilter filter;
    if (const QString text = m_search->text().trimmed(); !text.isEmpty()) {
        filter.search = {{SearchTerm::text(text.toStdString())}};
    }
    for (const QAction *action : chosen(m_events)) {
        filter.events.push_back(action->data().toString().toStdString());
    }
    for (const QAction *action : chosen(m_states)) {
        filter.states.push_back(static_cast<EventState>(action->data().toInt()));
    }
    for (const QAction *action : chosen(m_origins)) {
        filter.origins.push_back(static_cast<Origin>(action->data().toInt()));
    }
    return filter;
}

bool FilterBar::isFiltering() const
{
    return !filter().isEmpty();
}

void FilterBar::clear()
{
    m_search->clear();
    for (QPushButton *button : {m_events, m_states, m_origins}) {
        for (QAction *action : button->menu()->actions()) {
            action->setChecked(false);
        }
    }
    choicesChanged(m_events, tr("Event"));
    choicesChanged(m_states, tr("State"));
    choicesChanged(m_origins, tr("Origin"));
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace segue
