// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/LogTable.h"

#include "app/settings/Settings.h"
#include "ui/log/DaySeparators.h"
#include "ui/log/LogDelegate.h"
#include "ui/log/TableColumns.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimer>

namespace segue {

namespace {
constexpr int kCountdownMs = 1000; // "Retrying in 4 s" counts down
} // namespace

LogTable::LogTable(EventLogModel &model, const Clock &clock, Settings &settings, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_clock(clock)
    , m_delegate(new LogDelegate(model, clock, this))
    , m_columns(nullptr)
    , m_keeper(*this, model)
    , m_countdown(new QTimer(this))
{
    setObjectName(QStringLiteral("logTable"));
    setAccessibleName(tr("Events"));
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(LogDelegate::rowHeight(fontMetrics()));
    followModel();
    m_columns = new TableColumns(*this, model, settings, this);
    connect(m_columns, &TableColumns::added, this, [this] {
        selectionModel()->select(selectionModel()->selection(),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
    });

    m_delegate->setHideIdentities(settings.hideIdentities());
    model.setHideIdentities(settings.hideIdentities());
    connect(&settings, &Settings::hideIdentitiesChanged, this, [this](bool hide) {
        m_delegate->setHideIdentities(hide);
        m_model.setHideIdentities(hide);
        viewport()->update();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogTable::scrolled);
    m_countdown->setInterval(kCountdownMs);
    connect(m_countdown, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_countdown->start();
}

LogTable::~LogTable()
{
    delete m_columns; // while the header, whose order it keeps, is still there
}

void LogTable::followModel()
{
    // Before the view has its own connections: what is in sight is noted while the view still shows it.
    for (const auto about : {&QAbstractItemModel::rowsAboutToBeInserted, &QAbstractItemModel::rowsAboutToBeRemoved}) {
        connect(&m_model, about, this, [this] {
            if (!m_following) {
                m_keeper.note();
            }
        });
    }
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_keeper.note(); });
    setModel(&m_model);
    // The header would ask at each painting whether all rows of a column are selected, row by row.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(&m_model, horizontalHeader()));
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsArrived(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &LogTable::rowsWent);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LogTable::afterReset);
    connect(&m_model, &EventLogModel::loaded, this, [this] {
        if (m_wanted) {
            showEntry(*m_wanted);
        } else if (m_following) {
            scrollToEnd();
        }
    });
}

int LogTable::rowHeight() const
{
    return verticalHeader()->defaultSectionSize();
}

void LogTable::setFollowing(bool following)
{
    if (following) {
        m_newRows = 0;
        Q_EMIT newRowsChanged(0);
        scrollToEnd();
    }
    if (m_following != following) {
        m_following = following;
        Q_EMIT followingChanged(following);
    }
}

void LogTable::scrollToEnd()
{
    const QScopedValueRollback guard(m_scrollingItself, true);
    scrollToBottom();
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

std::vector<EntryId> LogTable::selectedEntries(int most) const
{
    std::vector<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        const int last = range.left() == 0 ? range.bottom() : range.top() - 1;
        for (int row = range.top(); row <= last && static_cast<int>(rows.size()) < most; ++row) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows);
    std::vector<EntryId> ids;
    ids.reserve(rows.size());
    std::ranges::transform(rows, std::back_inserter(ids), [this](int row) { return m_model.idAt(row); });
    return ids;
}

int LogTable::selectedCount() const
{
    int count = 0;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        count += range.left() == 0 ? range.height() : 0;
    }
    return count;
}

void LogTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // Not before the click or key is through: whoever hears of it opens a panel, the rows move, and the view would go on
    // to select the one that has come under the pointer.
    QMetaObject::invokeMethod(this, &LogTable::tellCurrent, Qt::QueuedConnection);
}

void LogTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    // QTableView makes a list of all selected cells for a screen reader, to tell it of the first: too much of a million.
    const auto tooMany = [](const QItemSelection &selection) {
        return std::ranges::any_of(selection, [](const QItemSelectionRange &range) { return range.height() > 1'000; });
    };
    if (tooMany(selected) || tooMany(deselected)) {
        QAbstractItemView::selectionChanged(selected, deselected); // NOLINT(bugprone-parent-virtual-call)
    } else {
        QTableView::selectionChanged(selected, deselected);
    }
}

void LogTable::tellCurrent()
{
    if (const std::optional<EntryId> current = currentEntry(); current != m_told) {
        m_told = current;
        Q_EMIT currentEntryChanged();
    }
}

void LogTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_columns != nullptr) {
        verticalHeader()->setDefaultSectionSize(LogDelegate::rowHeight(fontMetrics()));
        m_columns->fit();
    }
}

void LogTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->fit();
    if (m_following) {
        scrollToEnd();
    }
}

void LogTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

QModelIndex LogTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // A log is read from row to row: Home and End are its oldest and its newest event.
    if (m_model.rowCount() > 0 && (action == MoveHome || action == MoveEnd)) {
        const int column = currentIndex().isValid() ? currentIndex().column() : horizontalHeader()->logicalIndex(0);
        return m_model.index(action == MoveHome ? 0 : m_model.rowCount() - 1, column);
    }
    return QTableView::moveCursor(action, modifiers);
}

QItemSelectionModel::SelectionFlags LogTable::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    // To the first or the last row with Ctrl means to go there, not to leave the selection behind.
    if (event != nullptr && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool isEnd = key->key() == Qt::Key_Home || key->key() == Qt::Key_End;
        if (isEnd && key->modifiers().testFlag(Qt::ControlModifier)) {
            const bool extends = key->modifiers().testFlag(Qt::ShiftModifier);
            return (extends ? QItemSelectionModel::SelectCurrent : QItemSelectionModel::ClearAndSelect) |
                   QItemSelectionModel::Rows;
        }
    }
    return QTableView::selectionCommand(index, event);
}

void LogTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const DaySeparators days(*this, m_model, m_clock.now());
    days.paint(event->region());
    if (days.showsOtherDays()) {
        QMetaObject::invokeMethod(
            m_columns, [this] { m_columns->setDatesInTime(true); }, Qt::QueuedConnection);
    }
}

void LogTable::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    // A day's line stands between two rows: the neighbours are painted as well.
    const QRect changed = visualRect(topLeft).united(visualRect(bottomRight));
    viewport()->update(QRect(0, changed.top() - rowHeight(), viewport()->width(), changed.height() + 2 * rowHeight()));
}

void LogTable::rowsArrived(int first, int last)
{
    if (m_wanted && m_model.rowOf(*m_wanted) >= 0) {
        showEntry(*m_wanted);
    }
    if (m_following) {
        scrollToEnd();
        return;
    }
    keepPlace();
    // What a search still brings in above is not new.
    if (first > 0 && last == m_model.rowCount() - 1) {
        m_newRows += last - first + 1;
        Q_EMIT newRowsChanged(m_newRows);
    }
}

void LogTable::rowsWent()
{
    if (m_following) {
        scrollToEnd();
    } else {
        keepPlace();
    }
    tellCurrent();
}

void LogTable::keepPlace()
{
    const std::optional<int> place = m_keeper.placeNow(rowHeight());
    if (place) {
        const QScopedValueRollback guard(m_scrollingItself, true);
        executeDelayedItemsLayout();
        verticalScrollBar()->setValue(*place);
    }
}

void LogTable::afterReset()
{
    m_newRows = 0;
    m_keeper.selectAgain();
    if (m_following) {
        scrollToEnd();
    } else {
        keepPlace();
    }
    tellCurrent();
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
