// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

//! What has to be done by hand in Pushwoosh's Control Panel (source page, Getting started 5 to 8).
namespace segue::PushwooshSteps {

//! Their words, in order, as drafts keep them.
const QStringList &words();
//! What is to be done, translated.
QString text(const QString &word);

} // namespace segue::PushwooshSteps
