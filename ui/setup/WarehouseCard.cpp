// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/WarehouseCard.h"

#include "app/core/Futures.h"
#include "app/core/PoolWork.h"
#include "app/core/PrivateFiles.h"
#include "app/exports/PlainText.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/WheelPass.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace segue {

namespace {

const QString kBigQuery = QStringLiteral("warehouse-bigquery"); // the inspector's choice as well
const QString kYes = QStringLiteral("yes");
constexpr int kQueryLines = 4;

} // namespace

WarehouseCard::WarehouseCard(AppContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_maker(context.workspaces(), context.secrets())
    , m_ids(context.log(), context.clock())
    , m_tracked(new ToneLabel(Tone::Muted, this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("For the warehouse and for Protocols"));
    m_tracked->setObjectName(QStringLiteral("trackedIds"));
    m_tracked->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    const auto heading = [this, column](const QString &text) {
        auto *title = new ToneLabel(text, Tone::Plain, this);
        title->setScale(1.0, true);
        column->addWidget(title);
    };
    heading(tr("In the warehouse"));
    column->addWidget(makeTables());
    column->addSpacing(8);
    heading(tr("Tracking plan"));
    column->addWidget(makePlan());
    column->addSpacing(8);
    heading(tr("Tracked users"));
    column->addWidget(m_tracked);
    connect(&m_maker, &TrackingPlanMaker::ready, this, &WarehouseCard::askPlan);
    connect(&m_maker, &TrackingPlanMaker::made, this, [this](const QString &text) { say(text, Tone::Good); });
    connect(&m_maker, &TrackingPlanMaker::failed, this, [this](const QString &text) { say(text, Tone::Warning); });
    connect(&m_ids, &TrackedIds::changed, this, [this] { m_tracked->setText(m_ids.sentence()); });
}

QWidget *WarehouseCard::makeTables()
{
    auto *part = new QWidget(this);
    m_event = new QComboBox(part);
    m_event->setObjectName(QStringLiteral("warehouseEvent"));
    m_event->setAccessibleName(tr("Event"));
    passWheelOn(m_event);
    m_place = new ToneLabel(Tone::Muted, part);
    m_place->setObjectName(QStringLiteral("warehouseTable"));
    m_place->setWordWrap(true);
    m_query = new QPlainTextEdit(part);
    m_query->setObjectName(QStringLiteral("eventQuery"));
    m_query->setAccessibleName(tr("SQL query for the event's table"));
    m_query->setReadOnly(true);
    m_query->setTabChangesFocus(true);
    m_query->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_query->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_query->setFixedHeight(m_query->fontMetrics().lineSpacing() * kQueryLines + 24);
    auto *copy = new QPushButton(Icons::get(QStringLiteral("copy"), Tone::Muted), tr("Copy query"), part);
    copy->setObjectName(QStringLiteral("copyEventQuery"));
    m_bigQuery = new QCheckBox(tr("For BigQuery"), part);
    m_bigQuery->setObjectName(QStringLiteral("eventBigQuery"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_event);
    row->addWidget(copy);
    row->addWidget(m_bigQuery);
    row->addStretch(1);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_query);
    column->addWidget(m_place);
    connect(m_event, &QComboBox::currentIndexChanged, this, &WarehouseCard::showTable);
    connect(m_bigQuery, &QCheckBox::toggled, this, [this](bool on) {
        m_context.settings().setChoice(kBigQuery, on ? kYes : QStringLiteral("no"));
        showTable();
    });
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(query()); });
    return part;
}

QWidget *WarehouseCard::makePlan()
{
    auto *part = new QWidget(this);
    auto *what =
        new ToneLabel(tr("One rule for each selected event, for Segment's Protocols, a paid add-on. Connected, it "
                         "reports what does not fit as violations; whether that is blocked is set in the source's "
                         "schema settings."),
                      Tone::Muted, part);
    what->setWordWrap(true);
    auto *save = new QPushButton(tr("Save as a file…"), part);
    save->setObjectName(QStringLiteral("savePlan"));
    m_make = new QPushButton(tr("Create in Segment…"), part);
    m_make->setObjectName(QStringLiteral("makePlan"));
    m_planNote = new ToneLabel(Tone::Muted, part);
    m_planNote->setObjectName(QStringLiteral("planNote"));
    m_planNote->setWordWrap(true);
    m_planNote->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(save);
    row->addWidget(m_make);
    row->addStretch(1);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(what);
    column->addLayout(row);
    column->addWidget(m_planNote);
    connect(save, &QPushButton::clicked, this, &WarehouseCard::savePlan);
    connect(m_make, &QPushButton::clicked, this, [this] {
        if (!m_maker.isBusy()) {
            say(tr("Looking for the source…"), Tone::Muted);
            m_maker.prepare(m_connection, m_plan);
        }
    });
    return part;
}

void WarehouseCard::show(const Connection &connection)
{
    if (connection.id != m_connection.id) {
        m_planNote->hide();
    }
    m_connection = connection;
    m_tables = WarehousePlan::of(connection.name, connection.selection);
    m_plan = TrackingPlanDraft::of(connection.name, connection.selection);
    const QSignalBlocker events(m_event);
    const QSignalBlocker dialect(m_bigQuery);
    m_event->clear();
    for (const WarehousePlan::Table &table : std::as_const(m_tables.tables)) {
        m_event->addItem(plainText(table.event));
    }
    m_bigQuery->setChecked(m_context.settings().choice(kBigQuery) == kYes);
    m_make->setVisible(WorkspaceAccess::exists(connection.endpoint.region()));
    m_tracked->setText(tr("Counting…"));
    m_ids.count(connection.id);
    showTable();
}

QString WarehouseCard::query() const
{
    const WarehousePlan::Table table = m_tables.tables.value(m_event->currentIndex());
    return m_bigQuery->isChecked() ? table.bigQuery : table.query;
}

void WarehouseCard::showTable()
{
    const WarehousePlan::Table table = m_tables.tables.value(m_event->currentIndex());
    m_query->setPlainText(query());
    m_place->setText(
        tr("Table %1 to come, with the columns %2 and Segment's standard ones. The schema's exact name stands in "
           "the source's SQL settings; rows come with the next sync, within a day or two.")
            .arg(plainText(table.place), table.columns.join(QStringLiteral(", "))));
}

void WarehouseCard::savePlan()
{
    auto *dialog = new QFileDialog(this, tr("Save the tracking plan"));
    dialog->setObjectName(QStringLiteral("planFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setDirectory(QDir::homePath());
    dialog->selectFile(QStringLiteral("tracking-plan.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &WarehouseCard::writePlan);
    dialog->open();
}

void WarehouseCard::writePlan(const QString &path)
{
    whenAnswered(inThePool<Status>([path, bytes = m_plan.json()] { return writePrivately(path, bytes); }), this,
                 [this, path](const Status &written) {
                     if (written) {
                         say(tr("Saved as %1").arg(plainText(path)), Tone::Good);
                     } else {
                         say(plainText(written.error().userText), Tone::Warning);
                     }
                 });
}

void WarehouseCard::askPlan()
{
    say({}, Tone::Muted);
    QPushButton *confirm =
        ask({QStringLiteral("planQuestion"), tr("Create a tracking plan?"), plainText(m_maker.question()),
             tr("This changes the workspace. It can be done by hand instead: save the file, and make the plan in "
                "Segment under "
                "Protocols."),
             tr("Create and connect")},
            window());
    connect(confirm, &QPushButton::clicked, this, [this] {
        say(tr("Creating…"), Tone::Muted);
        m_maker.make();
    });
}

void WarehouseCard::say(const QString &text, Tone tone)
{
    m_planNote->setTone(tone);
    m_planNote->setText(plainText(text));
    m_planNote->setVisible(!text.isEmpty());
}

void WarehouseCard::hideEvent(QHideEvent *event)
{
    m_ids.stop();
    if (m_maker.isBusy()) {
        m_maker.stop();
        say(tr("Stopped, because the page was left. What was made in Segment by then stays there."), Tone::Warning);
    }
    QFrame::hideEvent(event);
}

} // namespace segue
