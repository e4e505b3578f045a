// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/journal/Entry.h"
#include "app/segment/TrackingApi.h"

#include <QString>

namespace segue {

//! Why a connection's events wait: what happened, what was kept, what to do.
struct HoldReason
{
    QString word;     //!< of the events: stable, never translated
    QString reason;   //!< of the connection's DeliveryStatus
    QString sentence; //!< translated

    bool operator==(const HoldReason &) const = default;
};

//! What the courier says. Pure.
namespace DeliverySentences {

HoldReason pausedByPerson(const QString &connectionName);
HoldReason noConnection();
HoldReason sandboxOff();
HoldReason keyProblem(ErrorCode code, const QString &connectionName);
HoldReason keyBeingAsked(const QString &connectionName);
//! For SomethingElse and Unauthorised.
HoldReason afterAnswer(const DeliveryAnswer &answer, DeliveryOutcome outcome);

//! Of the events that wait for a proxy's password.
QString proxyWord();

QString retrying(const DeliveryAnswer &answer, std::int64_t delayMs);
QString refused(const DeliveryAnswer &answer);
QString gaveUp(const QString &lastFailure, std::int64_t budgetMs);
QString tooLarge(qsizetype bytes, qsizetype limit);
QString journalFailed(const JournalError &error);
QString cannotRead(const JournalError &error);
//! Why it cannot be found out whether another process delivers.
QString cannotLock(const Error &error);

//! `accepted`, `something-else`, …: as the journal keeps an attempt's outcome.
QString outcomeWord(DeliveryOutcome outcome);
//! The journal's error text: `word: sentence`.
std::string entryError(const QString &word, const QString &sentence);

} // namespace DeliverySentences

} // namespace segue
