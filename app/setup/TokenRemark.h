// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! What looks odd about a pasted token, translated; empty when nothing does. Never an error: neither service documents
//! what its tokens look like (Segment reference 2.1, Pushwoosh reference 1). Pure.
namespace segue::TokenRemark {

//! Of Segment's Public API.
QString ofSegment(const QString &token);
//! Of Pushwoosh's API, of the kind Server.
QString ofPushwoosh(const QString &token);

} // namespace segue::TokenRemark
