// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/LogPage.h"

#include "ui/compose/Composer.h"
#include "ui/log/ColumnMenu.h"
#include "ui/log/EmptyLog.h"
#include "ui/log/ErasePerson.h"
#include "ui/log/FilterBar.h"
#include "ui/log/FilterQuery.h"
#include "ui/log/Inspector.h"
#include "ui/log/InspectorLink.h"
#include "ui/log/LogPause.h"
#include "ui/log/LogTable.h"
#include "ui/log/PanelPlace.h"
#include "ui/log/RateFeed.h"
#include "ui/log/RetryActions.h"
#include "ui/log/RowMenu.h"
#include "ui/log/TableColumns.h"
#include "ui/log/TimeStrip.h"
#include "ui/widgets/Icons.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace segue {

namespace {
const QString kAllEvents = QStringLiteral("all");
} // namespace

LogPage::LogPage(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(context.log())
    , m_filters(new FilterBar(context.settings(), this))
    , m_table(new LogTable(m_model, context.clock(), context.settings(), this))
    , m_listOrEmpty(new QStackedWidget(this))
    , m_empty(new EmptyLog(this))
    , m_newRows(new QPushButton(Icons::get(QStringLiteral("arrow-down"), Tone::Accent), QString(), m_table))
    , m_textStrip(new TextStrip(this))
    , m_timeStrip(new TimeStrip(this))
    , m_columnMenu(new ColumnMenu(m_table->columns(), this))
    , m_rowMenu(new RowMenu(this))
    , m_copier(new RowCopier(context.log(), context.connections(), context.redactor(), this))
    , m_retry(new RetryActions(context, m_model, *m_table, this))
    , m_timeMoves(new QTimer(this))
    , m_rates(new RateFeed(context.log(), context.clock(), m_filters->plot()))
    , m_panel(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_place(new PanelPlace(*m_splitter, context.settings(), this))
{
    m_panel->hide();
    m_splitter->setObjectName(QStringLiteral("logSplitter"));
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    m_splitter->setCollapsible(1, false);
    m_splitter->setHandleWidth(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    connectFilters();
    connectTable();
    connectionsChanged();
}

void LogPage::connectFilters()
{
    connect(m_filters, &FilterBar::filterChanged, this, &LogPage::applyFilter);
    m_timeMoves->setSingleShot(true);
    connect(m_timeMoves, &QTimer::timeout, this, &LogPage::applyFilter);
    connect(m_filters, &FilterBar::searchCancelled, &m_model, &EventLogModel::stopSearching);
    connect(m_filters, &FilterBar::searchWanted, this, &LogPage::applyFilter);
    connect(&m_model, &EventLogModel::searchChanged, this, [this] {
        m_filters->setSearching(m_model.isSearching(), static_cast<int>(m_model.searchedShare() * 100));
    });
    new LogPause(m_context.log(), m_model, *m_filters);
    connect(m_filters, &FilterBar::columnsWanted, this, [this](const QPoint &place) { openColumnMenu(place, -1); });
    connect(m_filters, &FilterBar::nameWanted, m_textStrip, &TextStrip::ask);
    connect(m_filters, &FilterBar::customTimeWanted, this,
            [this] { m_timeStrip->ask(m_filters->choice().time, m_context.clock().now()); });
    connect(m_timeStrip, &TimeStrip::accepted, m_filters, &FilterBar::setTime);
    connect(&m_context.connections(), &ConnectionStore::changed, this, &LogPage::connectionsChanged);
    connect(m_textStrip, &TextStrip::closed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_timeStrip, &TimeStrip::closed, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_empty, &EmptyLog::sampleWanted, this, &LogPage::sendSample);
    connect(m_empty, &EmptyLog::setupWanted, this, &LogPage::setupRequested);
    connect(m_empty, &EmptyLog::clearWanted, m_filters, &FilterBar::clear);
}

void LogPage::connectTable()
{
    connect(m_table, &LogTable::currentEntryChanged, this, &LogPage::showDetails);
    connect(m_table, &LogTable::clicked, this, &LogPage::leaveComposer);
    connect(m_table, &LogTable::newRowsChanged, this, &LogPage::placeNewRows);
    connect(m_table, &LogTable::copyRequested, this, [this] { copySelected(RowCopier::Format::Table); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &LogPage::openRowMenu);
    connect(&m_table->columns(), &TableColumns::menuRequested, this, &LogPage::openColumnMenu);
    connect(m_columnMenu, &ColumnMenu::payloadColumnWanted, m_textStrip, &TextStrip::ask);
    connect(m_rowMenu, &RowMenu::showWanted, this, &LogPage::showDetails);
    connect(m_rowMenu, &RowMenu::copyWanted, this, &LogPage::copySelected);
    connect(m_rowMenu, &RowMenu::sendAgainWanted, this, &LogPage::sendCurrentAgain);
    connect(m_rowMenu, &RowMenu::filterWanted, m_filters, &FilterBar::addValue);
    connect(m_rowMenu, &RowMenu::eraseWanted, this, [this](const QString &p) { ErasePerson::ask(m_context, p, this); });
    connect(m_retry, &RetryActions::told, this, &LogPage::told);
    connect(m_retry, &RetryActions::problem, this, &LogPage::problem);
    connect(m_copier, &RowCopier::failed, this, &LogPage::problem);
    connect(m_copier, &RowCopier::copied, this,
            [this](int rows) { Q_EMIT told(tr("%n row(s) copied.", nullptr, rows)); });
    connect(m_newRows, &QPushButton::clicked, this, [this] { m_table->setFollowing(true); });
    connect(&m_model, &EventLogModel::failed, this, [this](const Error &error) { Q_EMIT problem(error.userText); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, signal, this, &LogPage::updateEmptyState);
    }
    connect(&m_model, &EventLogModel::loaded, this, &LogPage::updateEmptyState);
    if (Courier *courier = m_context.courier()) {
        connect(courier, &Courier::sendingChanged, &m_model, &EventLogModel::setSending);
    }
}

LogPage::~LogPage()
{
    m_table->columns().keep(); // which are read from the model, a part of the page that goes before the table
}

Inspector &LogPage::inspector()
{
    if (m_inspector == nullptr) {
        m_inspector = new Inspector(m_context, this);
        m_panel->addWidget(m_inspector);
        connect(m_inspector, &Inspector::closeRequested, this, &LogPage::closePanel);
        connect(m_inspector, &Inspector::sendAgainRequested, this, &LogPage::sendAgain);
        connect(m_inspector, &Inspector::placeToggled, m_place, &PanelPlace::toggle);
        connect(m_place, &PanelPlace::changed, m_inspector, &Inspector::setBelow);
        m_inspector->setBelow(m_place->isBelow());
        new InspectorLink(*m_table, m_model, *m_inspector, this);
    }
    return *m_inspector;
}

Composer &LogPage::composer()
{
    if (m_composer == nullptr) {
        m_composer = new Composer(m_context, this);
        m_panel->addWidget(m_composer);
        connect(m_composer, &Composer::closeRequested, this, &LogPage::closePanel);
        connect(m_composer, &Composer::sent, m_table, &LogTable::showEntry);
        connect(m_composer, &Composer::problem, this, &LogPage::problem);
    }
    return *m_composer;
}

QWidget *LogPage::makeList()
{
    m_newRows->setObjectName(QStringLiteral("newRows"));
    m_newRows->hide();
    m_listOrEmpty->addWidget(m_table);
    m_listOrEmpty->addWidget(m_empty);
    auto *list = new QWidget(m_splitter);
    list->setMinimumWidth(380);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(m_textStrip);
    column->addWidget(m_timeStrip);
    column->addWidget(m_listOrEmpty, 1);
    return list;
}

void LogPage::placeNewRows(int rows)
{
    m_newRows->setVisible(rows > 0);
    m_newRows->setText(tr("%n new", nullptr, rows));
    m_newRows->adjustSize();
    m_newRows->move((m_table->width() - m_newRows->width()) / 2, m_table->height() - m_newRows->height() - 16);
}

void LogPage::showConnection(const std::optional<Connection> &connection, bool captured)
{
    const bool wasCaptured = std::exchange(m_captured, captured);
    const bool same = connection && m_connection && connection->id == m_connection->id;
    const bool first =
        !captured && !wasCaptured && !connection && !m_connection && !m_model.isLoading() && m_model.rowCount() > 0;
    m_connection = connection;
    if (m_composer != nullptr) {
        m_composer->setConnection(connection);
    }
    m_table->columns().use(connection ? connection->id.text() : kAllEvents);
    m_place->setConnection(connection ? connection->id.text() : kAllEvents);
    connectionsChanged();
    if (!same && !first) {
        closePanel();
        m_table->setFollowing(true);
        const bool all = !connection && !captured;
        m_rates->setConnections(all ? std::vector<std::string>() : std::vector{connection ? connection->id.key() : ""});
        applyFilter();
    }
    updateEmptyState();
}

void LogPage::openComposer()
{
    composer().setConnection(m_connection);
    m_panel->setCurrentWidget(m_composer);
    showPanel();
    m_composer->focusFirst();
}

void LogPage::focusSearch()
{
    m_filters->focusSearch();
}

void LogPage::connectionsChanged()
{
    const QList<Connection> &all = m_context.connections().all();
    QHash<QString, EventLogModel::ConnectionLabel> labels;
    for (const Connection &connection : all) {
        labels.insert(connection.id.text(), {connection.name, environmentName(connection.environment)});
    }
    m_model.setConnectionLabels(labels);
    m_filters->setConnections(all, !m_connection);
}

QAbstractItemView &LogPage::table()
{
    return *m_table;
}

void LogPage::applyFilter()
{
    Result<EventFilter, SearchMistake> read =
        FilterQuery::of(m_filters->choice(), m_context.connections().all(), m_context.clock().now());
    if (!read) {
        return; // the field says what is wrong; the rows stay as they are until the search can be read
    }
    m_applied = m_filters->choice();
    moveTimeOn();
    EventFilter filter = std::move(read).value();
    if (m_connection) {
        filter.connection = m_connection->id.key();
    } else if (m_captured) {
        filter.connection = std::string();
    }
    m_model.setFilter(filter);
}

void LogPage::moveTimeOn()
{
    // "The last hour" goes on with the clock: its start moves by a sixtieth of its length, but not all the time.
    const TimeRange &time = m_applied.time;
    if (m_applied.timeOn && time.lastMinutes > 0) {
        m_timeMoves->start(std::max(time.lastMinutes, 60) * 1'000);
    } else {
        m_timeMoves->stop();
    }
}

void LogPage::openColumnMenu(const QPoint &place, int section)
{
    std::optional<TableColumns::Spec> column;
    if (section >= 0) {
        column = m_model.columns().at(section);
    }
    m_columnMenu->openAt(place, column);
}

void LogPage::openRowMenu(const QPoint &place)
{
    // By the keyboard the place is that of the focus: the menu opens at the current row.
    const QModelIndex clicked = m_table->indexAt(place);
    const QModelIndex row = clicked.isValid() ? clicked : m_table->currentIndex();
    m_retry->prepare();
    m_rowMenu->setMore(m_table->actions());
    m_rowMenu->openAt(m_table->viewport()->mapToGlobal(place), row, m_table->selectedCount(),
                      m_context.settings().hideIdentities());
}

void LogPage::copySelected(RowCopier::Format format)
{
    m_copier->copy(m_table->selectedEntries(RowCopier::kMostRows + 1), format,
                   LogColumns::specs(m_table->columns().all()), m_context.settings().hideIdentities());
}

void LogPage::showDetails()
{
    const auto id = m_table->currentEntry();
    if (!id) {
        return;
    }
    inspector().show(*id);
    if (isComposing()) {
        return; // the composer stays; its own list shows what became of the send
    }
    m_panel->setCurrentWidget(m_inspector);
    showPanel();
}

//! Whoever clicks an event wants to see it; what stands in the composer is there when it is opened again.
void LogPage::leaveComposer()
{
    if (isComposing()) {
        m_panel->setCurrentWidget(&inspector());
        showDetails();
    }
}

bool LogPage::isComposing() const
{
    return m_composer != nullptr && m_panel->isVisible() && m_panel->currentWidget() == m_composer;
}

void LogPage::showPanel()
{
    if (!m_panel->isVisible()) {
        m_panel->show();
        m_place->apply();
    }
}

void LogPage::closePanel()
{
    if (m_inspector == nullptr && m_composer == nullptr) {
        return; // nothing has been opened yet
    }
    const bool composed = isComposing();
    inspector().clear();
    m_panel->hide();
    m_panel->setCurrentWidget(m_inspector);
    if (composed && m_table->currentEntry()) {
        showDetails();
    } else {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    }
}

void LogPage::sendSample()
{
    openComposer();
    m_composer->send();
}

void LogPage::sendCurrentAgain()
{
    const std::optional<EntryId> id = m_table->currentEntry();
    if (!id) {
        return;
    }
    m_context.log().contents({*id}, this, [this](const Result<std::vector<EntryContent>> &found) {
        if (found && !found.value().empty() && found.value().front().payload) {
            const EntryContent &content = found.value().front();
            sendAgain(ConnectionId::fromText(QString::fromStdString(content.entry.fields.connection)),
                      QByteArray::fromStdString(*content.payload));
        } else {
            Q_EMIT problem(found ? tr("The payload of this event can no longer be read.") : found.error().userText);
        }
    });
}

void LogPage::sendAgain(const ConnectionId &id, const QByteArray &payload, const QString &messageId)
{
    composer().setConnection(m_context.connections().find(id));
    m_composer->setPayload(payload, messageId);
    m_panel->setCurrentWidget(m_composer);
    showPanel();
}

void LogPage::updateEmptyState()
{
    const bool empty = m_model.rowCount() == 0 && !m_model.isLoading();
    m_listOrEmpty->setCurrentIndex(empty ? 1 : 0);
    if (!empty) {
        return;
    }
    if (m_applied.chooses()) {
        m_empty->sayNothingFits(FilterQuery::inWords(m_applied));
    } else {
        m_empty->sayNoEvents(m_connection.has_value(), m_connection && m_connection->isSandbox());
    }
}

void LogPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_panel->isVisible()) {
        closePanel();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace segue
