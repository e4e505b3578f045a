// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusFeed.h"

#include "ui/shell/StatusBar.h"

namespace segue {

StatusFeed::StatusFeed(AppContext &context, StatusBar &bar, QObject *parent)
    : QObject(parent)
{
    bar.setSandbox(QStringLiteral("127.0.0.1:%1").arg(context.sandboxPort()), context.sandboxFault());
    bar.setStandIns(context.settings().standIns());
    connect(&context.keychain(), &KeychainSecretStore::stateChanged, &bar, &StatusBar::setKeychain);
    connect(&bar, &StatusBar::keychainClicked, this, [&context] { context.keychain().probe(); });
}

} // namespace segue
