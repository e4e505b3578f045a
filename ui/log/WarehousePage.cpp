// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/WarehousePage.h"

#include "app/exports/PlainText.h"
#include "app/settings/Settings.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace segue {

namespace {

const QString kBigQuery = QStringLiteral("warehouse-bigquery");
constexpr qsizetype kLongestCell = 200;
constexpr qsizetype kMostOmissions = 12; // more are counted

enum Column { NameColumn, ValueColumn, TypeColumn, ColumnCount };

} // namespace

WarehousePage::WarehousePage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_place(new ElidedLabel(Tone::Plain, this))
    , m_columns(new QTreeWidget(this))
    , m_notes(new ToneLabel(Tone::Muted, this))
    , m_queryPart(new QWidget(this))
    , m_query(new QPlainTextEdit(m_queryPart))
    , m_bigQuery(new QCheckBox(tr("For BigQuery"), m_queryPart))
    , m_copy(new QPushButton(Icons::get(QStringLiteral("copy"), Tone::Muted), tr("Copy query"), m_queryPart))
{
    m_place->setObjectName(QStringLiteral("warehousePlace"));
    QFont bold = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    bold.setBold(true);
    m_place->setFont(bold);
    m_columns->setObjectName(QStringLiteral("warehouse"));
    m_columns->setAccessibleName(tr("Columns of the warehouse row"));
    m_columns->setColumnCount(ColumnCount);
    m_columns->setHeaderLabels({tr("Column"), tr("Value"), tr("Type")});
    m_columns->setRootIsDecorated(false);
    m_columns->setUniformRowHeights(true);
    m_columns->setAllColumnsShowFocus(true);
    m_columns->setFrameShape(QFrame::NoFrame);
    m_columns->header()->setSectionResizeMode(NameColumn, QHeaderView::Interactive);
    m_columns->header()->setSectionResizeMode(ValueColumn, QHeaderView::Stretch);
    m_columns->header()->setSectionResizeMode(TypeColumn, QHeaderView::ResizeToContents);
    m_columns->header()->setStretchLastSection(false);
    m_notes->setObjectName(QStringLiteral("warehouseNotes"));
    m_notes->setWordWrap(true);
    m_query->setObjectName(QStringLiteral("warehouseQuery"));
    m_query->setAccessibleName(tr("SQL query for this row"));
    m_query->setReadOnly(true);
    m_query->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_query->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_query->setFixedHeight(m_query->fontMetrics().lineSpacing() * 3 + 24);
    m_bigQuery->setObjectName(QStringLiteral("warehouseBigQuery"));
    m_bigQuery->setToolTip(tr("There the tables may hold doubles; the view of a table has none, and the last 60 days"));
    m_bigQuery->setChecked(settings.choice(kBigQuery) == QStringLiteral("yes"));
    m_copy->setObjectName(QStringLiteral("copyQuery"));
    lay();
    connect(m_bigQuery, &QCheckBox::toggled, this, [this](bool on) {
        m_settings.setChoice(kBigQuery, on ? QStringLiteral("yes") : QStringLiteral("no"));
        showQuery();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const auto dialect = m_bigQuery->isChecked() ? WarehouseRow::Dialect::BigQuery : WarehouseRow::Dialect::Common;
        if (const auto query = m_row ? m_row->query(dialect) : std::nullopt) {
            QGuiApplication::clipboard()->setText(*query);
        }
    });
}

void WarehousePage::lay()
{
    auto *under = new QHBoxLayout;
    under->addWidget(m_copy);
    under->addWidget(m_bigQuery);
    under->addStretch(1);
    auto *query = new QVBoxLayout(m_queryPart);
    query->setContentsMargins(0, 0, 0, 0);
    query->addWidget(m_query);
    query->addLayout(under);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 6, 4, 6);
    column->setSpacing(6);
    column->addWidget(m_place);
    column->addWidget(m_columns, 1);
    column->addWidget(m_queryPart);
    column->addWidget(m_notes);
}

void WarehousePage::show(const ShownEvent &event)
{
    if (m_row && m_payload == event.payload) {
        return; // the same again, a moment later: what is selected stays
    }
    m_payload = event.payload;
    m_row = WarehouseRow::of(event.payload, event.sourceName);
    m_columns->setVisible(m_row.has_value());
    m_queryPart->setVisible(m_row.has_value());
    if (!m_row) {
        m_place->setFullText(tr("No row"));
        m_notes->setText(event.withheld
                             ? tr("The payload cannot be read, and is not shown while identities are hidden.")
                             : tr("A warehouse gets a row for an event whose payload can be read and whose name "
                                  "gives a table's name: one with a letter or a digit of ASCII."));
        return;
    }
    m_place->setFullText(m_row->place());
    fill();
    showQuery();
    m_notes->setText(plainText(notes().join(u'\n'), KeepLines::Yes));
}

void WarehousePage::fill()
{
    m_columns->clear();
    QList<QTreeWidgetItem *> items;
    for (const WarehouseColumn &column : std::as_const(m_row->columns)) {
        auto *item =
            new QTreeWidgetItem({column.name, plainTextCut(column.value, kLongestCell),
                                 column.cut ? tr("%1, cut", "type of a column").arg(column.type) : column.type});
        item->setToolTip(NameColumn, tr("From %1").arg(plainText(column.path)).toHtmlEscaped());
        item->setToolTip(ValueColumn, plainText(column.value).toHtmlEscaped());
        if (column.cut) {
            item->setToolTip(
                TypeColumn,
                tr("Longer than %1 characters; the rest is cut off.").arg(WarehouseRow::kWidth).toHtmlEscaped());
        }
        items.append(item);
    }
    m_columns->addTopLevelItems(items);
    m_columns->resizeColumnToContents(NameColumn);
    m_columns->setColumnWidth(NameColumn, std::min(m_columns->columnWidth(NameColumn), 190));
}

void WarehousePage::showQuery()
{
    if (!m_row) {
        return;
    }
    const auto query =
        m_row->query(m_bigQuery->isChecked() ? WarehouseRow::Dialect::BigQuery : WarehouseRow::Dialect::Common);
    m_copy->setEnabled(query.has_value());
    m_query->setPlainText(query ? plainText(*query)
                          : m_row->messageId.isEmpty()
                              ? tr("No query: the event has no message id; Segment gives it one.")
                              : tr("No query: the message id holds characters that warehouses "
                                   "quote in different ways."));
}

QStringList WarehousePage::notes() const
{
    using Reason = WarehouseOmission::Reason;
    QStringList lines;
    for (const WarehouseOmission &each : m_row->omissions.mid(0, kMostOmissions)) {
        switch (each.reason) {
        case Reason::Reserved:
            lines.append(tr("%1 is dropped: %2 is a standard column.").arg(each.path, each.column));
            break;
        case Reason::Null:
            lines.append(tr("%1 is null: the first value that is not makes the column.").arg(each.path));
            break;
        case Reason::NoName:
            lines.append(tr("%1 gives no column name.").arg(each.path));
            break;
        case Reason::SameColumn:
            lines.append(
                tr("%1 would be %2 as well; which value stays is not documented.").arg(each.path, each.column));
            break;
        }
    }
    if (m_row->omissions.size() > kMostOmissions) {
        lines.append(
            tr("… and %n more without a column.", nullptr, static_cast<int>(m_row->omissions.size() - kMostOmissions)));
    }
    lines.append(
        tr("A preview. Segment adds received_at, sent_at, timestamp, uuid and uuid_ts; the schema's exact name is set "
           "in the source's SQL settings, a column's type is that of its first value, and rows come with the next "
           "sync, not at once."));
    return lines;
}

} // namespace segue
