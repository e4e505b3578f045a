// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/core/Redactor.h"
#include "app/core/WebAnswer.h"

namespace segue {

//! What an answer of the Public API that is no success means for a person, and what to do (Segment reference 3.2).
//! Codes: Denied 401 and 403, Absent 404, InvalidInput 400, 409, 413 and 422, Busy 429, Network 5xx and no whole
//! answer, TimedOut, Cancelled, Payload for what is not of Segment's form.
namespace PublicApiErrors {

//! A whole answer of another status than 2xx. Quotes Segment's own message, redacted.
Error ofStatus(const WebAnswer &answer, const Redactor &redactor);
//! 429 that asks for longer than we wait by ourselves. ms.
Error tooBusy(std::int64_t wait);
//! No whole answer.
Error ofFailure(const WebAnswer &answer);
//! A success that is not in Segment's form.
Error unreadable(const QString &detail);
Error noToken();
Error cancelled();

//! How long a 429 asks to wait: its `msBeforeNext`, else its Retry-After; -1: it does not say. ms.
std::int64_t askedWait(const WebAnswer &answer);

} // namespace PublicApiErrors

} // namespace segue
