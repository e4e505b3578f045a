// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/LogPage.h"

#include "ui/compose/Composer.h"
#include "ui/log/FilterBar.h"
#include "ui/log/Inspector.h"
#include "ui/log/InspectorLink.h"
#include "ui/log/LogTable.h"
#include "ui/log/PanelPlace.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace segue {

namespace {
const QString kAllEvents = QStringLiteral("all");
} // namespace

LogPage::LogPage(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(context.log())
    , m_filters(new FilterBar(this))
    , m_table(new LogTable(m_model, context.clock(), context.settings(), this))
    , m_listOrEmpty(new QStackedWidget(this))
    , m_newRows(new QPushButton(Icons::get(QStringLiteral("arrow-down"), Tone::Accent), QString(), m_table))
    , m_panel(new QStackedWidget(this))
    , m_inspector(new Inspector(context, this))
    , m_composer(new Composer(context, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_place(new PanelPlace(*m_splitter, context.settings(), this))
{
    m_panel->addWidget(m_inspector);
    m_panel->addWidget(m_composer);
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

    connect(m_filters, &FilterBar::filterChanged, this, &LogPage::applyFilter);
    connect(m_filters, &FilterBar::pausedChanged, &m_model, &EventLogModel::setPaused);
    connect(m_table, &LogTable::currentEntryChanged, this, &LogPage::showDetails);
    connect(m_table, &LogTable::newRowsChanged, this, [this](int rows) {
        m_newRows->setVisible(rows > 0);
        m_newRows->setText(tr("%n new", nullptr, rows));
        m_newRows->adjustSize();
        m_newRows->move((m_table->width() - m_newRows->width()) / 2, m_table->height() - m_newRows->height() - 16);
    });
    connect(m_newRows, &QPushButton::clicked, this, [this] { m_table->setFollowing(true); });
    connect(m_inspector, &Inspector::closeRequested, this, &LogPage::closePanel);
    connect(m_inspector, &Inspector::sendAgainRequested, this, &LogPage::sendAgain);
    connect(m_inspector, &Inspector::placeToggled, m_place, &PanelPlace::toggle);
    connect(m_place, &PanelPlace::changed, m_inspector, &Inspector::setBelow);
    m_inspector->setBelow(m_place->isBelow());
    new InspectorLink(*m_table, m_model, *m_inspector, this);
    connect(m_composer, &Composer::closeRequested, this, &LogPage::closePanel);
    connect(m_composer, &Composer::sent, m_table, &LogTable::showEntry);
    connect(m_composer, &Composer::problem, this, &LogPage::problem);
    connect(&m_model, &EventLogModel::failed, this, [this](const Error &error) { Q_EMIT problem(error.userText); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, signal, this, &LogPage::updateEmptyState);
    }
    connect(&m_model, &EventLogModel::loaded, this, &LogPage::updateEmptyState);
    if (Courier *courier = context.courier()) {
        connect(courier, &Courier::sendingChanged, &m_model, &EventLogModel::setSending);
    }
}

QWidget *LogPage::makeList()
{
    m_newRows->setObjectName(QStringLiteral("newRows"));
    m_newRows->hide();
    m_listOrEmpty->addWidget(m_table);
    m_listOrEmpty->addWidget(makeEmptyState());
    auto *list = new QWidget(m_splitter);
    list->setMinimumWidth(380);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(m_listOrEmpty, 1);
    return list;
}

QWidget *LogPage::makeEmptyState()
{
    auto *empty = new QWidget(this);
    m_emptyTitle = new ToneLabel(Tone::Plain, empty);
    m_emptyTitle->setObjectName(QStringLiteral("emptyTitle"));
    m_emptyTitle->setScale(1.2, true);
    m_emptyText = new ToneLabel(Tone::Muted, empty);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptySample = new QPushButton(Icons::onPrimary(QStringLiteral("play")), tr("Send a sample"), empty);
    m_emptySample->setObjectName(QStringLiteral("sendSample"));
    m_emptySample->setProperty("primary", true);
    m_emptySetup = new QPushButton(tr("Set up a source"), empty);
    m_emptySetup->setObjectName(QStringLiteral("setUpSource"));
    m_emptyClear = new QPushButton(tr("Clear filters"), empty);
    m_emptyClear->setObjectName(QStringLiteral("emptyClearFilters"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_emptySample, m_emptySetup, m_emptyClear}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(40, 20, 40, 40);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_emptyTitle, 0, Qt::AlignHCenter);
    column->addWidget(m_emptyText);
    column->addLayout(buttons);
    column->addStretch(3);
    connect(m_emptySample, &QPushButton::clicked, this, &LogPage::sendSample);
    connect(m_emptySetup, &QPushButton::clicked, this, &LogPage::setupRequested);
    connect(m_emptyClear, &QPushButton::clicked, m_filters, &FilterBar::clear);
    return empty;
}

void LogPage::showConnection(const std::optional<Connection> &connection)
{
    const bool same = connection && m_connection && connection->id == m_connection->id;
    const bool first = !connection && !m_connection && !m_model.isLoading() && m_model.rowCount() > 0;
    m_connection = connection;
    m_composer->setConnection(connection);
    m_place->setConnection(connection ? connection->id.text() : kAllEvents);
    if (!same && !first) {
        closePanel();
        m_table->setFollowing(true);
        applyFilter();
    }
    updateEmptyState();
}

void LogPage::openComposer()
{
    m_composer->setConnection(m_connection);
    m_panel->setCurrentWidget(m_composer);
    showPanel();
    m_composer->focusFirst();
}

void LogPage::focusSearch()
{
    m_filters->focusSearch();
}

void LogPage::applyFilter()
{
    EventFilter filter = m_filters->filter();
    if (m_connection) {
        filter.connection = m_connection->id.key();
    }
    m_model.setFilter(filter);
}

void LogPage::showDetails()
{
    const auto id = m_table->currentEntry();
    if (!id) {
        return;
    }
    m_inspector->show(*id);
    if (m_panel->isVisible() && m_panel->currentWidget() == m_composer) {
        return; // the composer stays; its own list shows what became of the send
    }
    m_panel->setCurrentWidget(m_inspector);
    showPanel();
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
    const bool composed = m_panel->currentWidget() == m_composer && m_panel->isVisible();
    m_inspector->clear();
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

void LogPage::sendAgain(const ConnectionId &id, const QByteArray &payload, const QString &messageId)
{
    m_composer->setConnection(m_context.connections().find(id));
    m_composer->setPayload(payload, messageId);
    m_panel->setCurrentWidget(m_composer);
}

void LogPage::updateEmptyState()
{
    const bool empty = m_model.rowCount() == 0 && !m_model.isLoading();
    m_listOrEmpty->setCurrentIndex(empty ? 1 : 0);
    if (!empty) {
        return;
    }
    const bool filtered = m_filters->isFiltering();
    const bool sandbox = m_connection && m_connection->isSandbox();
    m_emptyTitle->setText(filtered ? tr("Nothing fits the filter") : tr("No events yet"));
    m_emptyText->setText(
        filtered  ? tr("The log has no event that fits all of it.")
        : sandbox ? tr("The sandbox is Segue's own Segment-compatible endpoint. It needs no account, no key and no "
                       "network: send a sample and see it arrive.")
                  : tr("Send a test event, and see here what becomes of it."));
    m_emptySample->setVisible(!filtered && m_connection);
    m_emptySetup->setVisible(!filtered && (sandbox || !m_connection));
    m_emptyClear->setVisible(filtered);
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
