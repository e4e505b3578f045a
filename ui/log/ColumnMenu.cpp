// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/ColumnMenu.h"

#include "app/exports/PlainText.h"

namespace segue {

namespace {

constexpr qsizetype kLongestName = 60;

//! As a menu shows it: an ampersand in a path is no shortcut.
QString menuText(const TableColumns::Spec &spec)
{
    return plainTextCut(EventLogModel::columnName(spec), kLongestName).replace(u'&', QStringLiteral("&&"));
}

} // namespace

ColumnMenu::ColumnMenu(TableColumns &columns, QWidget *parent)
    : QMenu(parent)
    , m_columns(columns)
{
    setObjectName(QStringLiteral("columnMenu"));
    setAccessibleName(tr("Columns"));
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
    connect(this, &QMenu::aboutToHide, this, [this] { m_column.reset(); });
}

void ColumnMenu::openAt(const QPoint &place, const std::optional<TableColumns::Spec> &column)
{
    m_column = column;
    popup(place);
}

void ColumnMenu::fill()
{
    clear();
    const std::optional<TableColumns::Spec> column = m_column ? m_column : m_columns.current();
    if (column) {
        addPlaces(*column);
    }
    const QList<EventLogModel::Column> builtIn = LogColumns::builtIn();
    for (const EventLogModel::Column each : builtIn) {
        addTick({each, {}});
    }
    addSeparator();
    const QList<LogColumn> shown = m_columns.all();
    for (const LogColumn &each : shown) {
        if (each.spec.column == EventLogModel::PayloadColumn) {
            addTick(each.spec);
        }
    }
    QAction *more = addAction(tr("Column from the payload…"));
    more->setObjectName(QStringLiteral("payloadColumn"));
    more->setEnabled(!m_columns.isFull());
    connect(more, &QAction::triggered, this, [this] { Q_EMIT payloadColumnWanted(payloadQuestion()); });
    QAction *reset = addAction(tr("Usual columns"));
    reset->setObjectName(QStringLiteral("usualColumns"));
    connect(reset, &QAction::triggered, &m_columns, &TableColumns::reset);
}

void ColumnMenu::addTick(const TableColumns::Spec &spec)
{
    const bool shown = m_columns.has(spec);
    QAction *action = addAction(menuText(spec));
    action->setCheckable(true);
    action->setChecked(shown);
    action->setEnabled(shown ? m_columns.all().size() > 1 : !m_columns.isFull());
    connect(action, &QAction::toggled, &m_columns, [this, spec](bool on) {
        if (on) {
            m_columns.add(spec);
        } else {
            m_columns.remove(spec);
        }
    });
}

void ColumnMenu::addPlaces(const TableColumns::Spec &spec)
{
    const QList<LogColumn> shown = m_columns.all();
    const auto found = std::ranges::find(shown, spec, &LogColumn::spec);
    const auto place = found - shown.begin();
    const auto addMove = [&](const QString &text, int by, bool possible) {
        QAction *action = addAction(text.arg(menuText(spec)));
        action->setEnabled(possible);
        connect(action, &QAction::triggered, &m_columns, [this, spec, by] { m_columns.move(spec, by); });
    };
    addMove(tr("Move “%1” towards the start", "a column"), -1, place > 0);
    addMove(tr("Move “%1” towards the end", "a column"), 1, place + 1 < shown.size());
    QAction *hide = addAction(tr("Hide “%1”", "a column").arg(menuText(spec)));
    hide->setEnabled(shown.size() > 1);
    connect(hide, &QAction::triggered, &m_columns, [this, spec] { m_columns.remove(spec); });
    addSeparator();
}

TextStrip::Question ColumnMenu::payloadQuestion()
{
    TextStrip::Question question;
    question.label = tr("Column from the payload:");
    question.placeholder = QStringLiteral("properties.campaign_code");
    question.action = tr("Add column");
    question.longest = static_cast<int>(LogColumns::kLongestPath);
    question.take = [this](const QString &text) {
        const std::optional<JsonPath> path = LogColumns::readPath(text);
        if (!path) {
            return tr("This is no path. Type the names that lead to the value, parted by dots, such as %1; a dot "
                      "within a name is written \\.")
                .arg(QStringLiteral("context.app.version"));
        }
        const EventLogModel::ColumnSpec spec{EventLogModel::PayloadColumn, *path};
        if (m_columns.has(spec)) {
            return tr("There is a column for this path already.");
        }
        m_columns.add(spec);
        return QString();
    };
    return question;
}

} // namespace segue
