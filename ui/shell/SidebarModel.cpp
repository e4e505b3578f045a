// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SidebarModel.h"

#include "ui/widgets/Tone.h"

namespace segue {

SidebarModel::SidebarModel(ConnectionStore &connections, QObject *parent)
    : QAbstractListModel(parent)
    , m_connections(connections)
{
    connect(&connections, &ConnectionStore::changed, this, &SidebarModel::rebuild);
    rebuild();
}

void SidebarModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_rows.append({Kind::AllEvents, tr("All events"), {}});
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
    endResetModel();
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

void SidebarModel::setKeyless(const ConnectionId &id, bool keyless)
{
    State &state = m_states[id];
    if (state.keyless != keyless) {
        state.keyless = keyless;
        announce(id);
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
        if (m_rows.at(row).kind != Kind::Heading && m_rows.at(row).id == id) {
            return index(row, 0);
        }
    }
    return {};
}

ConnectionId SidebarModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).id : ConnectionId();
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
        return row.kind == Kind::Connection ? connectionData(row, role) : QVariant();
    }
}

QVariant SidebarModel::connectionData(const Row &row, int role) const
{
    const State state = m_states.value(row.id);
    const bool held = state.paused || state.status.kind == DeliveryStatus::Kind::Paused;
    const bool troubled = held || state.status.kind == DeliveryStatus::Kind::Retrying;
    switch (role) {
    case StatusIconRole:
        return troubled        ? QStringLiteral("warning")
               : state.keyless ? QStringLiteral("ring")
                               : QStringLiteral("dot");
    case StatusToneRole:
        return static_cast<int>(troubled ? Tone::Warning : state.keyless ? Tone::Muted : Tone::Good);
    case StatusWordRole:
        return statusWord(state);
    case StatusWordToneRole:
        return static_cast<int>(troubled ? Tone::Warning : state.failed > 0 ? Tone::Bad : Tone::Muted);
    case Qt::ToolTipRole:
        return (state.status.sentence.isEmpty() ? row.text : row.text + QStringLiteral("\n") + state.status.sentence)
            .toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return statusWord(state).isEmpty() ? row.text : tr("%1, %2", "connection, state").arg(row.text, statusWord(state));
    default:
        return {};
    }
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
