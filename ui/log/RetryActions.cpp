// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/RetryActions.h"

#include "ui/log/LogTable.h"
#include "ui/widgets/EventWords.h"
#include "ui/widgets/Question.h"

#include <QAction>
#include <QLocale>
#include <QPushButton>

#include <limits>

namespace segue {

namespace {

//! Of a larger selection only so many rows are looked at before the menu opens; doing it looks at all.
constexpr int kRowsLookedAt = 500;

//! "3 Gave up, 9 Refused"
QString byState(const StateCounts &counts)
{
    QStringList parts;
    for (int i = 0; i < kEventStateCount; ++i) {
        if (counts.counts[i] != 0) {
            parts.append(QLocale().toString(qint64{counts.counts[i]}) + u' ' +
                         EventWords::state(static_cast<EventState>(i)).word);
        }
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

RetryActions::RetryActions(AppContext &context, EventLogModel &model, LogTable &table, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_model(model)
    , m_table(table)
    , m_window(window)
    , m_again(context.tryAgain())
    , m_trySelected(add(QStringLiteral("tryAgain"), tr("Try again")))
    , m_cancelSelected(add(QStringLiteral("cancelSending"), tr("Cancel sending")))
    , m_tryAll(add(QStringLiteral("tryAllAgain"), tr("Try all again…")))
{
    m_tryAll->setToolTip(tr("Everything in this list that was refused, blocked, given up or cancelled"));
    connect(m_trySelected, &QAction::triggered, this, &RetryActions::trySelected);
    connect(m_cancelSelected, &QAction::triggered, this, &RetryActions::cancelSelected);
    connect(m_tryAll, &QAction::triggered, this, &RetryActions::tryAll);
}

QAction *RetryActions::add(const QString &name, const QString &text)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    m_table.addAction(action);
    return action;
}

void RetryActions::prepare()
{
    bool tries = false;
    bool cancels = false;
    int looked = 0;
    const QModelIndexList rows =
        m_table.selectedCount() <= kRowsLookedAt ? m_table.selectionModel()->selectedRows() : QModelIndexList();
    for (const QModelIndex &row : rows) {
        const auto state = static_cast<EventState>(row.data(EventLogModel::StateRole).toInt());
        tries = tries || canBeTriedAgain(state);
        cancels = cancels || isUndelivered(state);
        ++looked;
    }
    // Of many nobody knows without looking at each.
    const bool many = looked == 0 && m_table.selectedCount() > 0;
    m_trySelected->setVisible(tries || many);
    m_cancelSelected->setVisible(cancels || many);
}

void RetryActions::trySelected()
{
    m_again->look(m_table.selectedEntries(std::numeric_limits<int>::max()), [this](const Result<TryAgainPlan> &plan) {
        if (plan) {
            consider(plan.value(), false);
        } else {
            Q_EMIT problem(plan.error().userText);
        }
    });
}

void RetryActions::tryAll()
{
    m_again->lookAt(m_model.filter(), [this](const Result<TryAgainPlan> &plan) {
        if (plan) {
            consider(plan.value(), true);
        } else {
            Q_EMIT problem(plan.error().userText);
        }
    });
}

void RetryActions::cancelSelected()
{
    m_again->cancelEvents(m_table.selectedEntries(std::numeric_limits<int>::max()), [this](const Result<int> &moved) {
        if (!moved) {
            Q_EMIT problem(moved.error().userText);
        } else {
            Q_EMIT told(tr("%n event(s) cancelled. What was being sent at that moment may still arrive.", nullptr,
                           moved.value()));
        }
    });
}

void RetryActions::consider(const TryAgainPlan &plan, bool all)
{
    if (plan.ids.empty()) {
        Q_EMIT told(plan.blocked > 0
                        ? tr("Nothing can be tried again as it is: Segment would still drop these events. "
                             "“Send again…” opens one to be corrected.")
                        : tr("Nothing here can be tried again: only what was refused, blocked, given up or "
                             "cancelled can."));
        return;
    }
    const QList<Connection> prod = prodSources(plan);
    if (all || plan.mayArriveTwice > 0 || !prod.isEmpty()) {
        askFirst(plan, prod);
    } else {
        queue(plan);
    }
}

QList<Connection> RetryActions::prodSources(const TryAgainPlan &plan) const
{
    QList<Connection> prod;
    for (auto it = plan.connections.cbegin(); it != plan.connections.cend(); ++it) {
        const auto connection = m_context.connections().find(it.key());
        if (connection && m_context.prodGuard().mustAsk(*connection, it.value())) {
            prod.append(*connection);
        }
    }
    return prod;
}

void RetryActions::askFirst(const TryAgainPlan &plan, const QList<Connection> &prod)
{
    const int count = static_cast<int>(plan.ids.size());
    QStringList details{byState(plan.states) + u'.'};
    if (plan.mayArriveTwice > 0) {
        details.append(
            tr("%n of them may arrive twice: an earlier try lies more than a day back, nobody knows whether it "
               "arrived, and Segment has forgotten its message ID by now.",
               nullptr, plan.mayArriveTwice));
    }
    if (plan.blocked > 0) {
        details.append(tr("%n more stay blocked: Segment would still drop them.", nullptr, plan.blocked));
    }
    for (const Connection &connection : prod) {
        details.append(ProdGuard::againQuestion(connection, plan.connections.value(connection.id)));
    }
    const Question question{QStringLiteral("tryAgainQuestion"), tr("Try again?"),
                            tr("Try %n event(s) again, under their own message IDs?", nullptr, count),
                            details.join(QStringLiteral("\n\n")), tr("Try again")};
    connect(ask(question, m_window), &QPushButton::clicked, this, [this, plan, prod] {
        for (const Connection &connection : prod) {
            m_context.prodGuard().confirmed(connection);
        }
        queue(plan);
    });
}

void RetryActions::queue(const TryAgainPlan &plan)
{
    m_again->queue(plan, [this, stays = plan.whatStays()](const Result<int> &moved) {
        if (!moved) {
            Q_EMIT problem(moved.error().userText);
            return;
        }
        const QStringList sentences = QStringList{tr("%n event(s) are queued again.", nullptr, moved.value())} + stays;
        Q_EMIT told(sentences.join(u' '));
    });
}

} // namespace segue
