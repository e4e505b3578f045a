// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/TableColumns.h"

#include "app/settings/Settings.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>

namespace segue {

namespace {
const QString kLayout = QStringLiteral("log-columns-");
} // namespace

TableColumns::TableColumns(QTableView &view, EventLogModel &model, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_model(model)
    , m_settings(settings)
    , m_ownWidths(model.columnCount(), 0)
{
    QHeaderView *header = view.horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setMinimumSectionSize(LogColumns::kNarrowest);
    header->setMaximumSectionSize(LogColumns::kWidest);
    header->setTextElideMode(Qt::ElideRight);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(true);
    header->setStretchLastSection(false);
    header->setResizeContentsPrecision(0); // a double click looks at the rows in sight
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionResized, this,
            [this](int section, int, int size) { sectionResized(section, size); });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_fitting) {
            sectionsChanged();
        }
    });
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &place) {
        Q_EMIT menuRequested(header->mapToGlobal(place), header->logicalIndexAt(place));
    });
}

TableColumns::~TableColumns()
{
    // A page's model may go before its table; then the page has kept the columns.
    if (m_view.model() == &m_model) {
        keep();
    }
}

void TableColumns::use(const QString &key)
{
    if (key == m_key) {
        return;
    }
    keep();
    m_key = key;
    show(LogColumns::read(m_settings.layout(kLayout + key)));
}

void TableColumns::keep() const
{
    if (!m_key.isEmpty()) {
        m_settings.setLayout(kLayout + m_key, LogColumns::write(all()));
    }
}

void TableColumns::show(const QList<LogColumn> &columns)
{
    {
        const QScopedValueRollback guard(m_fitting, true);
        m_model.setColumns(LogColumns::specs(columns));
        QHeaderView *header = m_view.horizontalHeader();
        for (int section = 0; section < header->count(); ++section) {
            header->moveSection(header->visualIndex(section), section);
        }
        m_ownWidths.clear();
        std::ranges::transform(columns, std::back_inserter(m_ownWidths), &LogColumn::width);
    }
    fit();
    Q_EMIT changed();
}

QList<LogColumn> TableColumns::all() const
{
    const QHeaderView *header = m_view.horizontalHeader();
    QList<LogColumn> columns;
    for (int place = 0; place < header->count(); ++place) {
        const int section = header->logicalIndex(place);
        columns.append({m_model.columns().at(section), m_ownWidths.value(section)});
    }
    return columns;
}

int TableColumns::sectionOf(const Spec &spec) const
{
    return static_cast<int>(m_model.columns().indexOf(spec));
}

bool TableColumns::isFull() const
{
    return m_model.columnCount() >= LogColumns::kMost;
}

void TableColumns::add(const Spec &spec)
{
    if (has(spec) || isFull()) {
        return;
    }
    {
        const QScopedValueRollback guard(m_fitting, true);
        m_ownWidths.append(0);
        m_model.appendColumn(spec);
    }
    Q_EMIT added();
    sectionsChanged();
}

void TableColumns::remove(const Spec &spec)
{
    const int section = sectionOf(spec);
    if (section < 0 || m_model.columnCount() == 1) {
        return;
    }
    {
        const QScopedValueRollback guard(m_fitting, true);
        m_ownWidths.removeAt(section);
        m_model.removeColumnAt(section);
    }
    sectionsChanged();
}

void TableColumns::move(const Spec &spec, int by)
{
    QHeaderView *header = m_view.horizontalHeader();
    const int section = sectionOf(spec);
    if (section >= 0) {
        const int place = header->visualIndex(section);
        header->moveSection(place, std::clamp(place + by, 0, header->count() - 1));
    }
}

void TableColumns::reset()
{
    show(LogColumns::defaults());
    keep();
}

std::optional<TableColumns::Spec> TableColumns::current() const
{
    const QModelIndex index = m_view.currentIndex();
    if (!index.isValid()) {
        return {};
    }
    return m_model.columns().at(index.column());
}

void TableColumns::setDatesInTime(bool dates)
{
    if (dates != m_datesInTime) {
        m_datesInTime = dates;
        fit();
    }
}

void TableColumns::fit()
{
    if (m_fitting) {
        return;
    }
    const QScopedValueRollback guard(m_fitting, true);
    QHeaderView *header = m_view.horizontalHeader();
    QList<LogColumns::Fit> wishes;
    const QList<LogColumn> columns = all();
    for (const LogColumn &column : columns) {
        wishes.append(LogColumns::fitOf(column, m_view.fontMetrics(), m_datesInTime));
    }
    const QList<int> widths = LogColumns::fit(wishes, m_view.viewport()->width());
    for (int place = 0; place < header->count(); ++place) {
        header->resizeSection(header->logicalIndex(place), widths.at(place));
    }
}

void TableColumns::sectionsChanged()
{
    fit();
    keep();
    Q_EMIT changed();
}

void TableColumns::sectionResized(int section, int size)
{
    if (m_fitting || section >= m_ownWidths.size()) {
        return;
    }
    m_ownWidths[section] = std::clamp(size, LogColumns::kNarrowest, LogColumns::kWidest);
    fit();
}

} // namespace segue
