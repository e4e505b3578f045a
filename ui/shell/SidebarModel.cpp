// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SidebarModel.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/Tone.h"

#include <QLocale>

namespace segue {

ConnectionId capturedId()
{
    return ConnectionId(QUuid(QStringLiteral("5e60e5a4-db0c-4000-8000-000000000002")));
}

SidebarModel::SidebarModel(ConnectionStore &connections, SetupDraftStore &drafts, QObject *parent)
    : QAbstractListModel(parent)
    , m_connections(connections)
    , m_drafts(drafts)
{
    connect(&connections, &ConnectionStore::changed, this, &SidebarModel::rebuild);
    connect(&drafts, &SetupDraftStore::changed, this, &SidebarModel::rebuild);
    rebuild();
}

void SidebarModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_rows.append({Kind::AllEvents, tr("All events"), {}});
    addConnections();
    if (m_captured > 0) {
        m_rows.append({Kind::Heading, tr("Captured", "events that came under unknown keys"), {}});
        m_rows.append({Kind::Captured, tr("Unknown keys"), capturedId()});
    }
    addDrafts();
    endResetModel();
}

void SidebarModel::addConnections()
{
    for (const Environment environment :
         {Environment::Prod, Environment::Staging, Environment::Dev, Environment::Sandbox}) {
        bool headed = false;
        for (const Connection &connection : m_connections.all()) {
            if (connection.environment != environment) {
                continue;
            }
            if (!headed) {
                m_rows.append({Kind::Heading, environmentName(environment), {}});
                headed = true;
            }
            m_rows.append({Kind::Connection, connection.name, connection.id});
            m_states[connection.id].paused = connection.paused;
        }
    }
}

void SidebarModel::addDrafts()
{
    const QList<SetupDraft> drafts = m_drafts.open();
    if (!drafts.isEmpty()) {
        m_rows.append({Kind::Heading, tr("Drafts", "connections that are begun and not finished"), {}});
    }
    for (const SetupDraft &draft : drafts) {
        m_rows.append(
            {Kind::Draft, plainText(draft.name.trimmed()), draft.id,
             tr("%1 of %2", "number of a step, of how many").arg(static_cast<int>(draft.step) + 1).arg(kSetupSteps)});
    }
}

void SidebarModel::setStatus(const ConnectionId &id, const DeliveryStatus &status)
{
    m_states[id].status = status;
    announce(id);
}

void SidebarModel::setFailed(const ConnectionId &id, qint64 failed)
{
    State &state = m_states[id];
    if (state.failed != failed) {
        state.failed = failed;
        announce(id);
    }
}

void SidebarModel::setFigures(const ConnectionId &id, const QString &figures)
{
    State &state = m_states[id];
    if (state.figures != figures) {
        state.figures = figures;
        announce(id);
    }
}

bool SidebarModel::canBeTriedNow(const ConnectionId &id) const
{
    const State state = m_states.value(id);
    return !state.paused && (state.status.kind == DeliveryStatus::Kind::Paused ||
                             state.status.kind == DeliveryStatus::Kind::Retrying);
}

void SidebarModel::setKeyless(const ConnectionId &id, bool keyless)
{
    State &state = m_states[id];
    if (state.keyless != keyless) {
        state.keyless = keyless;
        announce(id);
    }
}

void SidebarModel::setCaptured(qint64 events)
{
    if (events == m_captured) {
        return;
    }
    const bool sameRows = (events > 0) == (m_captured > 0);
    m_captured = events;
    if (sameRows) {
        announce(capturedId());
    } else {
        rebuild();
    }
}

void SidebarModel::announce(const ConnectionId &id)
{
    const QModelIndex index = indexOf(id);
    if (index.isValid()) {
        Q_EMIT dataChanged(index, index);
    }
}

QModelIndex SidebarModel::indexOf(const ConnectionId &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const Kind kind = m_rows.at(row).kind;
        if ((kind == Kind::Connection || kind == Kind::Captured || kind == Kind::AllEvents) &&
            m_rows.at(row).id == id) {
            return index(row, 0);
        }
    }
    return {};
}

ConnectionId SidebarModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).id : ConnectionId();
}

SidebarModel::Kind SidebarModel::kindAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).kind : Kind::Heading;
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && m_rows.at(index.row()).kind == Kind::Heading) {
        return Qt::NoItemFlags;
    }
    return QAbstractListModel::flags(index);
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case KindRole:
        return static_cast<int>(row.kind);
    case ConnectionRole:
        return QVariant::fromValue(row.id);
    default:
        return row.kind == Kind::Connection ? connectionData(row, role)
               : row.kind == Kind::Captured ? capturedData(role)
               : row.kind == Kind::Draft    ? draftData(row, role)
                                            : QVariant();
    }
}

QVariant SidebarModel::capturedData(int role) const
{
    const QString count = QLocale().toString(m_captured);
    switch (role) {
    case StatusIconRole:
        return QStringLiteral("key");
    case StatusToneRole:
    case StatusWordToneRole:
        return static_cast<int>(Tone::Muted);
    case StatusWordRole:
        return count;
    case Qt::ToolTipRole:
        return tr("What clients of Segment sent to this computer under keys that belong to no connection");
    case Qt::AccessibleTextRole:
        return tr("Captured under unknown keys, %n event(s)", nullptr, static_cast<int>(m_captured));
    default:
        return {};
    }
}

QVariant SidebarModel::draftData(const Row &row, int role) const
{
    switch (role) {
    case StatusIconRole:
        return QStringLiteral("pencil");
    case StatusToneRole:
    case StatusWordToneRole:
        return static_cast<int>(Tone::Muted);
    case StatusWordRole:
        return row.progress;
    case Qt::ToolTipRole:
        return tr("“%1” is begun and not finished. A click goes on with it.").arg(row.text).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return tr("Draft %1, step %2", "name, number of a step of how many").arg(row.text, row.progress);
    default:
        return {};
    }
}

QVariant SidebarModel::connectionData(const Row &row, int role) const
{
    const State state = m_states.value(row.id);
    const bool held = state.paused || state.status.kind == DeliveryStatus::Kind::Paused;
    const bool troubled = held || state.status.kind == DeliveryStatus::Kind::Retrying;
    switch (role) {
    case StatusIconRole:
        return troubled ? QStringLiteral("warning") : state.keyless ? QStringLiteral("ring") : QStringLiteral("dot");
    case StatusToneRole:
        return static_cast<int>(troubled ? Tone::Warning : state.keyless ? Tone::Muted : Tone::Good);
    case StatusWordRole:
        return statusWord(state);
    case StatusWordToneRole:
        return static_cast<int>(troubled ? Tone::Warning : state.failed > 0 ? Tone::Bad : Tone::Muted);
    case Qt::ToolTipRole:
        return toolTip(row, state);
    case Qt::AccessibleTextRole:
        return statusWord(state).isEmpty() ? row.text
                                           : tr("%1, %2", "connection, state").arg(row.text, statusWord(state));
    default:
        return {};
    }
}

QString SidebarModel::toolTip(const Row &row, const State &state)
{
    QStringList lines{row.text, state.status.sentence, state.figures};
    lines.removeAll(QString());
    return lines.join(u'\n').toHtmlEscaped();
}

QString SidebarModel::statusWord(const State &state) const
{
    if (state.paused || state.status.kind == DeliveryStatus::Kind::Paused) {
        return tr("paused");
    }
    if (state.status.kind == DeliveryStatus::Kind::Retrying) {
        return tr("retrying");
    }
    if (state.failed > 0) {
        return tr("%n failed", nullptr, static_cast<int>(state.failed));
    }
    return state.keyless ? tr("no key", "of a connection, in few letters") : QString();
}

} // namespace segue
