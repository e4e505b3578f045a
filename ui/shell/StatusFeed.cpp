// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusFeed.h"

#include "ui/shell/SidebarModel.h"
#include "ui/shell/StatusBar.h"

#include <QTimer>

namespace segue {

namespace {

constexpr int kCountsMs = 250;

} // namespace

StatusFeed::StatusFeed(AppContext &context, StatusBar &bar, SidebarModel &sidebar, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_bar(bar)
    , m_sidebar(sidebar)
    , m_timer(new QTimer(this))
{
    m_bar.setSandbox(QStringLiteral("127.0.0.1:%1").arg(context.sandboxPort()), context.sandboxFault());
    m_bar.setStandIns(context.settings().standIns());
    m_timer->setSingleShot(true);
    m_timer->setInterval(kCountsMs);
    connect(m_timer, &QTimer::timeout, this, &StatusFeed::refresh);
    connect(&context.connections(), &ConnectionStore::changed, this, &StatusFeed::refresh);
    connect(&context.secrets(), &SecretAccess::changed, this, &StatusFeed::refresh);
    connect(&context.log(), &EventLog::changed, this, &StatusFeed::refreshSoon);
    if (const Courier *courier = context.courier()) {
        connect(courier, &Courier::workingChanged, this, &StatusFeed::refresh);
    }
    connect(&context.keychain(), &KeychainSecretStore::stateChanged, &bar, &StatusBar::setKeychain);
    connect(&bar, &StatusBar::keychainClicked, this, [this] { m_context.keychain().probe(); });
    refresh();
}

void StatusFeed::refreshSoon()
{
    if (!m_timer->isActive()) {
        m_timer->start();
    }
}

void StatusFeed::refresh()
{
    m_context.log().counts({}, this, [this](const Result<StateCounts> &counts) {
        if (counts) {
            const Courier *courier = m_context.courier();
            m_bar.setCounts(counts.value(), courier == nullptr || courier->isWorking());
        }
    });
    for (const Connection &connection : m_context.connections().all()) {
        m_sidebar.setKeyless(connection.id,
                             !connection.isSandbox() && !connection.keyExpected &&
                                 !m_context.secrets().isSessionOnly(SecretName::writeKey(connection.id)));
        m_context.log().counts(connection.id.key(), this, [this, id = connection.id](const Result<StateCounts> &all) {
            if (all) {
                m_sidebar.setFailed(id, all.value().of(EventState::Refused) + all.value().of(EventState::GaveUp));
            }
        });
    }
}

} // namespace segue
