// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/TestSend.h"

class QPushButton;
class QWidget;

namespace segue {

//! Asks, before test events go to a PROD source, whether they shall. The confirming button, to connect to; its click is
//! to be told to the ProdGuard.
QPushButton *askBeforeProd(const Connection &connection, int events, bool keptOutOfDestinations, QWidget *window);

} // namespace segue
