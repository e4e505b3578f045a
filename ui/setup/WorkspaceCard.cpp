// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/WorkspaceCard.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/setup/TokenRemark.h"
#include "ui/setup/AskingLine.h"
#include "ui/setup/DestinationsList.h"
#include "ui/setup/TokenEntry.h"
#include "ui/setup/WarehouseCard.h"

#include <QVBoxLayout>

namespace segue {

WorkspaceCard::WorkspaceCard(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_entry(new TokenEntry({QStringLiteral("workspaceToken"), tr("Token of Segment's Public API (optional)"),
                              tr("With it, Segue shows the destinations of the source and what Segment counts, and the "
                                 "checkup looks at the source. A Workspace Owner makes it in Segment, under Settings › "
                                 "Workspace settings › Access Management › Tokens (plans Team and Business). It is used "
                                 "for all connections of this region."),
                              tr("Use the token"), tr("Without it, the token is kept in memory for this session only"),
                              &TokenRemark::ofSegment},
                             this))
    , m_line(new AskingLine(QStringLiteral("workspaceToken"), this))
    , m_destinations(new DestinationsList(context, this))
    , m_warehouse(new WarehouseCard(context, this))
{
    m_destinations->setTokenIsAbove();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_entry);
    column->addWidget(m_line);
    column->addWidget(m_destinations);
    column->addWidget(m_warehouse);

    connect(m_entry, &TokenEntry::given, this, &WorkspaceCard::tryToken);
    connect(m_entry, &TokenEntry::letGo, this, &WorkspaceCard::forget);
    connect(m_entry, &TokenEntry::sessionWanted, this, [this] { keep(SecretPlace::SessionOnly); });
    connect(m_entry, &TokenEntry::edited, m_line, &AskingLine::clear);
    connect(m_line, &AskingLine::cancelled, this, [this] {
        stop();
        m_line->say(tr("Cancelled. The token is not kept."));
    });
    connect(m_line, &AskingLine::again, this, &WorkspaceCard::tryToken);
    connect(m_destinations, &DestinationsList::changed, this, &WorkspaceCard::changed);
    connect(m_destinations, &DestinationsList::problem, this, &WorkspaceCard::problem);
}

QList<DestinationTick> WorkspaceCard::ticks() const
{
    return m_destinations->ticks();
}

void WorkspaceCard::show(const Connection &connection, const QList<DestinationTick> &ticks)
{
    stop();
    m_connection = connection;
    m_line->clear();
    const bool exists = WorkspaceAccess::exists(region());
    m_entry->setVisible(exists);
    m_destinations->show(connection, ticks);
    m_warehouse->setVisible(exists); // its tables and plans are Segment's
    m_warehouse->show(connection);
    if (exists) {
        lookForToken();
    }
}

void WorkspaceCard::hideEvent(QHideEvent *event)
{
    stop();
    QWidget::hideEvent(event);
}

void WorkspaceCard::stop()
{
    ++m_generation;
    m_token = {};
    m_entry->setBusy(false);
    if (m_asking) {
        m_asking->abortAll();
        m_asking.reset();
    }
}

void WorkspaceCard::lookForToken()
{
    m_entry->askForOne();
    const SecretName name = WorkspaceAccess::nameOf(region());
    whenAnswered(m_context.secrets().read(name), this, [this, name, own = m_generation](const Result<Secret> &token) {
        if (own != m_generation) {
            return;
        }
        if (token) {
            const bool session = m_context.secrets().isSessionOnly(name);
            m_entry->showInUse(session ? TokenEntry::Place::Session : TokenEntry::Place::Keychain);
        } else if (token.error().code != ErrorCode::Absent) {
            m_line->failed(token.error().userText, false);
        }
    });
}

void WorkspaceCard::tryToken()
{
    const Secret typed = m_entry->typed();
    stop();
    m_token = typed;
    m_asking = m_context.workspaces().openWith(region(), m_token);
    m_entry->setBusy(true);
    m_line->asking(tr("Asking Segment whether it takes the token…"));
    whenAnswered(m_asking->workspace(), this, [this, own = m_generation](const Result<SegmentWorkspace> &workspace) {
        if (own == m_generation) {
            tried(workspace);
        }
    });
}

void WorkspaceCard::tried(const Result<SegmentWorkspace> &workspace)
{
    m_asking.reset();
    m_entry->setBusy(false);
    if (!workspace) {
        m_token = {};
        m_line->failed(workspace.error().userText);
        return;
    }
    m_line->say(tr("The token opens the workspace “%1”.").arg(plainTextCut(workspace.value().name, 100)), Tone::Good);
    keep(m_entry->isToBeKept() ? SecretPlace::Keychain : SecretPlace::SessionOnly);
}

void WorkspaceCard::keep(SecretPlace place)
{
    const auto kept = m_context.workspaces().keep(region(), m_token, place);
    whenAnswered(kept, this, [this, place, own = m_generation](const Status &status) {
        if (own != m_generation) {
            return;
        }
        if (!status) {
            m_entry->showNotKept(status.error().userText);
            return;
        }
        m_token = {};
        m_entry->showInUse(place == SecretPlace::Keychain ? TokenEntry::Place::Keychain : TokenEntry::Place::Session);
        m_destinations->lookAgain();
    });
}

void WorkspaceCard::forget()
{
    stop();
    m_line->clear();
    whenAnswered(m_context.workspaces().forget(region()), this, [this, own = m_generation](const Status &forgotten) {
        if (own != m_generation) {
            return;
        }
        if (!forgotten) {
            m_line->failed(forgotten.error().userText, false);
            return;
        }
        m_entry->askForOne();
        m_destinations->lookAgain();
    });
}

} // namespace segue
