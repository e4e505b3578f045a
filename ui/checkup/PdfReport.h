// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/Report.h"

#include <QByteArray>

namespace segue {

//! The report as a PDF of A4 pages, drawn from its HTML. Takes a while; safe on every thread while the application
//! object stands.
QByteArray pdfOf(const Report &report);

} // namespace segue
