// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/LogTable.h"

#include "app/settings/Settings.h"
#include "ui/log/LogDelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimer>

namespace segue {

namespace {
const QString kHeaderLayout = QStringLiteral("log-columns");
constexpr int kCountdownMs = 1000; // "Retrying in 4 s" counts down
} // namespace

LogTable::LogTable(EventLogModel &model, const Clock &clock, Settings &settings, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_settings(settings)
    , m_delegate(new LogDelegate(clock, this))
    , m_countdown(new QTimer(this))
{
    setObjectName(QStringLiteral("logTable"));
    setAccessibleName(tr("Events"));
    setItemDelegate(m_delegate);
    setModel(&model);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(LogDelegate::rowHeight(fontMetrics()));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(48);
    sizeColumns();

    m_delegate->setHideIdentities(settings.hideIdentities());
    model.setHideIdentities(settings.hideIdentities());
    connect(&settings, &Settings::hideIdentitiesChanged, this, [this](bool hide) {
        m_delegate->setHideIdentities(hide);
        m_model.setHideIdentities(hide);
        viewport()->update();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsArrived(first, last); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_newRows = 0;
        if (m_following) {
            scrollToBottom();
        }
    });
    connect(&model, &EventLogModel::loaded, this, [this] {
        if (m_wanted) {
            showEntry(*m_wanted);
        } else if (m_following) {
            scrollToBottom();
        }
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogTable::scrolled);
    m_countdown->setInterval(kCountdownMs);
    connect(m_countdown, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_countdown->start();
}

LogTable::~LogTable()
{
    m_settings.setLayout(kHeaderLayout, horizontalHeader()->saveState());
}

void LogTable::sizeColumns()
{
    QHeaderView *header = horizontalHeader();
    if (!header->restoreState(m_settings.layout(kHeaderLayout))) {
        const QFontMetrics metrics = fontMetrics();
        const auto wide = [&](const char *sample) { return metrics.horizontalAdvance(QLatin1String(sample)) + 24; };
        setColumnWidth(EventLogModel::TimeColumn, wide("00:00:00.0000"));
        setColumnWidth(EventLogModel::EventColumn, wide("Push Delivered MMM"));
        setColumnWidth(EventLogModel::IdentityColumn, wide("9F3C1A77-2B40-4C1E"));
        setColumnWidth(EventLogModel::StateColumn, wide("Retrying in 45 s MMM"));
        setColumnWidth(EventLogModel::DurationColumn, wide("00000"));
    }
    header->setSectionResizeMode(EventLogModel::IdentityColumn, QHeaderView::Stretch);
    header->setSectionsMovable(true);
}

void LogTable::setFollowing(bool following)
{
    if (following) {
        m_newRows = 0;
        Q_EMIT newRowsChanged(0);
        const QScopedValueRollback guard(m_scrollingItself, true);
        scrollToBottom();
    }
    if (m_following != following) {
        m_following = following;
        Q_EMIT followingChanged(following);
    }
}

void LogTable::showEntry(EntryId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0) {
        m_wanted = id;
        return;
    }
    m_wanted.reset();
    const QScopedValueRollback guard(m_scrollingItself, true);
    selectionModel()->setCurrentIndex(m_model.index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(m_model.index(row, 0));
}

std::optional<EntryId> LogTable::currentEntry() const
{
    const QModelIndex current = currentIndex();
    if (!current.isValid()) {
        return {};
    }
    return m_model.idAt(current.row());
}

void LogTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid()) {
        Q_EMIT currentEntryChanged();
    }
}

void LogTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        verticalHeader()->setDefaultSectionSize(LogDelegate::rowHeight(fontMetrics()));
    }
}

void LogTable::rowsArrived(int first, int last)
{
    if (m_wanted && m_model.rowOf(*m_wanted) >= 0) {
        showEntry(*m_wanted);
    }
    if (m_following) {
        const QScopedValueRollback guard(m_scrollingItself, true);
        scrollToBottom();
    } else {
        m_newRows += last - first + 1;
        Q_EMIT newRowsChanged(m_newRows);
    }
}

void LogTable::scrolled()
{
    if (m_scrollingItself) {
        return;
    }
    const QScrollBar *bar = verticalScrollBar();
    setFollowing(bar->value() >= bar->maximum());
}

} // namespace segue
