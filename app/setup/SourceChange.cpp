// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/SourceChange.h"

#include "app/segment/PublicApi.h"

#include <utility>

namespace segue {

SourceChange::SourceChange(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent)
    : QObject(parent)
    , m_access(workspaces, secrets)
{
}

void SourceChange::open(const Connection &connection, std::function<void()> found)
{
    stop();
    m_busy = true;
    m_access.open(connection, [this, found = std::move(found)](const OpenedSource &opened) {
        m_opened = opened;
        if (opened.state == OpenedSource::State::Ready) {
            found();
        } else {
            fail(opened.sentence());
        }
    });
}

bool SourceChange::begin()
{
    if (m_busy || m_opened.state != OpenedSource::State::Ready) {
        return false;
    }
    m_busy = true;
    return true;
}

void SourceChange::stop()
{
    ++m_generation;
    m_access.stop();
    if (m_opened.api) {
        m_opened.api->abortAll();
    }
    m_opened = {};
    m_busy = false;
}

void SourceChange::fail(const QString &text)
{
    m_busy = false;
    Q_EMIT failed(text);
}

} // namespace segue
