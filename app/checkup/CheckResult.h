// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckId.h"
#include "app/core/ConnectionId.h"

#include <QMetaType>
#include <QStringList>
#include <QUrl>

#include <cstdint>

namespace segue {

//! NotChecked: what the check looks at could not be seen. Never taken for Pass.
enum class Verdict { Pass, Warn, Fail, NotChecked };

//! `pass`, `warn`, `fail`, `not-checked`: as files and commands spell it.
QString verdictWord(Verdict verdict);
std::optional<Verdict> verdictFromWord(const QString &word);
//! What a person reads, translated.
QString verdictName(Verdict verdict);

//! Where to turn with a result.
struct NextStep
{
    enum class Kind {
        None,
        OpenSegment,    //!< the source's own pages, Event Delivery among them
        OpenDocument,   //!< the document of a destination
        OpenPushwoosh,  //!< the application in the Control Panel
        Setup,          //!< the Setup page of the connection
        TryNow,         //!< what waits in the queue
        AskSegment,     //!< to allow the question about the key, and to check again
        SupportMessage, //!< a ready message for Pushwoosh's support
    };
    Kind kind = Kind::None;
    QUrl url; //!< of the first three

    bool operator==(const NextStep &) const = default;
};

//! `open-segment` …: as files spell it.
QString nextStepWord(NextStep::Kind kind);
NextStep::Kind nextStepFromWord(const QString &word);
//! The word on its button, translated; empty for None.
QString nextStepText(NextStep::Kind kind);

//! What one check has found. Texts are translated and hold no secrets and no ids of people.
struct CheckResult
{
    CheckId id = CheckId::KeychainEntry;
    Verdict verdict = Verdict::NotChecked;
    QString title;
    QStringList evidence; //!< what the verdict rests on, in sentences
    QString remedy;       //!< what to do; empty when there is nothing to be done
    QString needs;        //!< of NotChecked: what it takes to check this
    NextStep next;
    std::int64_t at = 0;    //!< ms since 1970 UTC
    QStringList identities; //!< ids of people, as examples; they are neither kept on disk nor shown unmasked unasked

    bool operator==(const CheckResult &) const = default;
};

//! One checkup of a connection.
struct CheckupRecord
{
    ConnectionId connection;
    std::int64_t startedAt = 0; //!< ms since 1970 UTC
    std::int64_t duration = 0;  //!< ms
    bool askedSegment = false;  //!< whether Segment's CDN was asked about the key
    QString endpoint;           //!< where the connection sent to then; empty: the sandbox, or not known any more
    QString application;        //!< its Pushwoosh application then
    bool earlierKey = false;    //!< its write key has been changed since
    QList<CheckResult> results; //!< in the order of the checks

    int count(Verdict verdict) const;
    //! What failed first, then what was warned about, then the rest, each in the order of the checks.
    QList<CheckResult> inReadingOrder() const;
    //! What came of it in a few words, translated.
    QString headline() const;
    //! `4 pass · 2 warn · …`, translated; without those that are none.
    QString countsText() const;

    bool operator==(const CheckupRecord &) const = default;
};

} // namespace segue

Q_DECLARE_METATYPE(segue::CheckResult)
