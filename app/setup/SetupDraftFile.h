// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SetupDraft.h"

#include <QByteArray>

namespace segue::SetupDraftFile {

//! `name`, `segment`, …: as the file spells the pages.
QString stepWord(SetupStep step);

//! NewerVersion when a newer program wrote it, Damaged when any part cannot be understood; the detail names the place.
Result<QList<SetupDraft>> read(const QByteArray &bytes, int supportedVersion);
QByteArray bytes(const QList<SetupDraft> &drafts, int version);

} // namespace segue::SetupDraftFile
