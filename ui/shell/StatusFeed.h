// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QObject>

namespace segue {

class StatusBar;

//! Keeps what the line at the bottom says of sandbox and keychain as the services say.
class StatusFeed : public QObject
{
    Q_OBJECT
public:
    //! All are borrowed.
    StatusFeed(AppContext &context, StatusBar &bar, QObject *parent = nullptr);
};

} // namespace segue
