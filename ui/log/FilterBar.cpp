// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/FilterBar.h"

#include "app/catalog/EventCatalog.h"
#include "app/journal/EventState.h"
#include "ui/log/ChipRow.h"
#include "ui/log/FilterMenu.h"
#include "ui/log/FilterQuery.h"
#include "ui/log/LogPause.h"
#include "ui/log/RatePlot.h"
#include "ui/log/SavedFiltersMenu.h"
#include "ui/log/SearchEdit.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QMenu>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace segue {

namespace {

constexpr int kRoomForPlot = 520;                          // narrower, the menus and chips need the room themselves
constexpr int kPatienceMs = 300;                           // quick searches do not flicker
constexpr std::array kSpans{15, 60, 24 * 60, 7 * 24 * 60}; // minutes

QString latin(std::string_view word)
{
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QToolButton *iconButton(const QString &objectName, const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setProperty("boxed", true);
    button->setIcon(Icons::get(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

FilterBar::FilterBar(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchEdit(this))
    , m_saved(iconButton(QStringLiteral("savedFiltersButton"), QStringLiteral("bookmark"), tr("Saved filters"), this))
    , m_columns(iconButton(QStringLiteral("columnsButton"), QStringLiteral("columns"), tr("Columns…"), this))
    , m_pause(new QPushButton(Icons::get(QStringLiteral("pause")), tr("Pause"), this))
    , m_mistake(new ToneLabel(Tone::Warning, this))
    , m_connections(nullptr)
    , m_environments(nullptr)
    , m_time(nullptr)
    , m_chips(new ChipRow(this))
    , m_plot(new RatePlot(this))
    , m_progress(new QWidget(this))
    , m_progressText(new ToneLabel(Tone::Muted, m_progress))
    , m_cancel(new QPushButton(m_progress))
    , m_patience(new QTimer(this))
    , m_savedMenu(new SavedFiltersMenu(settings, this))
{
    setObjectName(QStringLiteral("pageHead"));
    setAttribute(Qt::WA_StyledBackground);
    fillMenus();
    addTimeMenu();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 10);
    column->setSpacing(8);
    column->addLayout(makeFirstRow());
    column->addWidget(m_mistake);
    column->addLayout(makeSecondRow());
    column->addWidget(m_progress);
    m_mistake->hide();
    m_progress->hide();
    connectParts();
}

QLayout *FilterBar::makeFirstRow()
{
    m_search->setObjectName(QStringLiteral("logSearch"));
    m_search->setPlaceholderText(tr("Search, or field:value"));
    m_search->setAccessibleName(tr("Search in events"));
    m_search->setToolTip(tr("A word in the event, the identity, the campaign or anywhere in the payload (Ctrl+F)"));
    m_mistake->setObjectName(QStringLiteral("searchMistake"));
    m_mistake->setWordWrap(true);
    m_pause->setObjectName(QStringLiteral("pauseLog"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Freeze what is shown; what arrives is still kept"));
    m_saved->setMenu(m_savedMenu);
    m_saved->setPopupMode(QToolButton::InstantPopup);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_search, 1);
    row->addWidget(m_saved);
    row->addWidget(m_columns);
    row->addWidget(m_pause);
    return row;
}

QLayout *FilterBar::makeSecondRow()
{
    for (FilterMenu *menu : std::as_const(m_menus)) {
        m_chips->addButton(menu);
    }
    m_chips->addButton(m_time);
    m_plot->setObjectName(QStringLiteral("ratePlot"));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_chips, 1);
    row->addWidget(m_plot, 0, Qt::AlignTop);

    m_progressText->setObjectName(QStringLiteral("searchProgress"));
    m_cancel->setObjectName(QStringLiteral("cancelSearch"));
    m_cancel->setProperty("link", true);
    connect(m_cancel, &QPushButton::clicked, this,
            [this] { m_searching ? Q_EMIT searchCancelled() : Q_EMIT searchWanted(); });
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatienceMs);
    connect(m_patience, &QTimer::timeout, m_progress, &QWidget::show);
    auto *progress = new QHBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->addWidget(m_progressText);
    progress->addWidget(m_cancel);
    progress->addStretch(1);
    return row;
}

void FilterBar::fillMenus()
{
    const auto add = [this](const QString &name, const QString &title, const QString &field) {
        m_menus.append(new FilterMenu(name, title, field, this));
        return m_menus.last();
    };
    FilterMenu *events = add(QStringLiteral("eventFilter"), tr("Event"), QStringLiteral("event"));
    QList<FilterMenu::Value> values;
    for (const CatalogEvent &event : EventCatalog::events()) {
        values.append({event.name, event.name});
    }
    events->setValues(values);
    FilterMenu *states = add(QStringLiteral("stateFilter"), tr("State"), QStringLiteral("state"));
    values.clear();
    for (int number = 0; number < kEventStateCount; ++number) {
        const auto state = static_cast<EventState>(number);
        if (state != EventState::Sending) { // never stored
            values.append({latin(stateWord(state)), EventWords::state(state).word});
        }
    }
    states->setValues(values);
    FilterMenu *origins = add(QStringLiteral("originFilter"), tr("Origin"), QStringLiteral("origin"));
    values.clear();
    for (const Origin origin : {Origin::Composer, Origin::Webhook, Origin::Capture, Origin::Echo, Origin::Import}) {
        values.append({latin(originWord(origin)), EventWords::origin(origin)});
    }
    origins->setValues(values);
    m_connections = add(QStringLiteral("connectionFilter"), tr("Connection"), QStringLiteral("connection"));
    m_environments = add(QStringLiteral("environmentFilter"), tr("Environment"), QStringLiteral("environment"));
    for (FilterMenu *menu : std::as_const(m_menus)) {
        connect(menu, &FilterMenu::valueToggled, this, [this](const QString &field, const QString &value, bool on) {
            m_choice.setValue(field, value, false, on);
            changed();
        });
    }
}

void FilterBar::addTimeMenu()
{
    m_time = new QPushButton(tr("Time", "range of time, short"), this);
    m_time->setObjectName(QStringLiteral("timeFilter"));
    m_time->setProperty("chip", true);
    m_time->setProperty("hasMenu", true);
    m_time->setAccessibleName(tr("Filter by time"));
    auto *menu = new QMenu(m_time);
    for (const int minutes : kSpans) {
        const TimeRange range{minutes, {}, {}};
        connect(menu->addAction(timeRangeText(range)), &QAction::triggered, this, [this, range] { setTime(range); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("From … to …")), &QAction::triggered, this, &FilterBar::customTimeWanted);
    connect(menu->addAction(tr("Any time")), &QAction::triggered, this, [this] { setTime({}); });
    m_time->setMenu(menu);
}

void FilterBar::connectParts()
{
    m_search->setLanguage(FilterQuery::completions, FilterQuery::mistake);
    connect(m_search, &SearchEdit::searchChanged, this, [this] {
        m_choice.search = m_search->text();
        changed();
    });
    connect(m_search, &SearchEdit::mistakeChanged, this, [this] {
        const auto &mistake = m_search->mistake();
        m_mistake->setText(mistake ? mistake->sentence : QString());
        m_mistake->setVisible(mistake.has_value());
    });
    connect(m_chips, &ChipRow::choiceChanged, this, [this](const FilterChoice &choice) {
        m_choice = choice;
        changed();
    });
    connect(m_chips, &ChipRow::emptied, this, [this] { m_search->setFocus(Qt::OtherFocusReason); });
    connect(m_plot, &RatePlot::rangeChosen, this, [this](qint64 since, qint64 until) { setTime({0, since, until}); });
    connect(m_savedMenu, &SavedFiltersMenu::chosen, this, &FilterBar::setChoice);
    connect(m_savedMenu, &SavedFiltersMenu::nameWanted, this, &FilterBar::nameWanted);
    connect(m_columns, &QToolButton::clicked, this,
            [this] { Q_EMIT columnsWanted(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        m_pause->setIcon(Icons::get(paused ? QStringLiteral("play") : QStringLiteral("pause")));
        m_pause->setText(paused ? tr("Resume") : tr("Pause"));
        Q_EMIT pausedChanged(paused);
    });
}

void FilterBar::setMissed(int events)
{
    if (!m_pause->isChecked()) {
        return;
    }
    const QString many = events > LogPause::kMost ? tr("%1+", "so many and more").arg(LogPause::kMost) : QString();
    const QString number = many.isEmpty() ? QLocale().toString(events) : many;
    m_pause->setText(events == 0 ? tr("Resume") : tr("Resume · %1 new", "how many events came").arg(number));
}

void FilterBar::setConnections(const QList<Connection> &connections, bool choosable)
{
    QList<FilterMenu::Value> names;
    QList<FilterMenu::Value> environments;
    for (const Connection &connection : connections) {
        names.append({connection.name, connection.name});
        const FilterMenu::Value environment{environmentWord(connection.environment),
                                            environmentName(connection.environment)};
        if (!environments.contains(environment)) {
            environments.append(environment);
        }
    }
    m_connections->setValues(names);
    m_environments->setValues(environments);
    m_connections->setVisible(choosable);
    m_environments->setVisible(choosable && environments.size() > 1);
}

void FilterBar::setSearching(bool searching, int percent)
{
    m_searching = searching;
    const bool stopped = !searching && percent < 100;
    m_progressText->setText(searching
                                ? tr("Searching… %1 %", "how far a search is").arg(percent)
                                : tr("The search was stopped; the oldest %1 % were not searched.").arg(100 - percent));
    m_cancel->setText(searching ? tr("Cancel") : tr("Search on"));
    m_cancel->setAccessibleName(searching ? tr("Cancel the search") : tr("Search on"));
    if (stopped) {
        m_progress->show();
    } else if (!searching) {
        m_patience->stop();
        m_progress->hide();
    } else if (!m_progress->isVisible() && !m_patience->isActive()) {
        m_patience->start();
    }
}

void FilterBar::setChoice(const FilterChoice &choice)
{
    m_choice = choice;
    changed();
}

void FilterBar::addValue(const QString &field, const QString &value, bool excluded)
{
    m_choice.setValue(field, value, !excluded, false);
    m_choice.setValue(field, value, excluded, true);
    changed();
}

void FilterBar::setTime(const TimeRange &time)
{
    m_choice.time = time;
    m_choice.timeOn = true;
    changed();
}

void FilterBar::clear()
{
    setChoice({});
}

void FilterBar::changed()
{
    present();
    Q_EMIT filterChanged();
}

void FilterBar::present()
{
    m_search->setSearch(m_choice.search);
    for (FilterMenu *menu : std::as_const(m_menus)) {
        menu->show(m_choice);
    }
    m_chips->present(m_choice);
    m_savedMenu->setCurrent(m_choice);
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_plot->setVisible(width() >= kRoomForPlot);
    m_plot->setMaximumWidth(std::max(width() / 4, m_plot->minimumSizeHint().width()));
}

} // namespace segue
