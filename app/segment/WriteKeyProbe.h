// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/WebClient.h"
#include "app/segment/Endpoint.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <optional>

namespace segue {

//! What Segment's settings route says of a write key. There is no verdict against a key: one that is not found there
//! may still be right (Segment reference 2.2: a key copied from a source page was not; changes take up to a day).
enum class KeyVerdict {
    Known,        //!< Segment publishes settings for this key
    NotConfirmed, //!< 404: unknown, or not published there
    CouldNotAsk,  //!< no answer, or one that is not Segment's
};

//! One asking and what came of it.
struct KeyProbeAnswer
{
    KeyVerdict verdict = KeyVerdict::CouldNotAsk;
    //! The region of the ingest host that the answer names; nothing when it names none of Segment's own.
    std::optional<Endpoint::Region> region;
    int status = 0;           //!< HTTP status; 0 when there was none
    std::int64_t askedAt = 0; //!< ms since 1970 UTC
    QString sentence;         //!< for people: what it means and what to do
    QString detail;           //!< for logs, redacted

    bool operator==(const KeyProbeAnswer &) const = default;
};

//! Asks Segment's CDN whether it has settings for a write key, without sending an event (Segment reference 2.2). This
//! puts the key into a URL of Segment's: a person is told before. Lives on one thread.
class WriteKeyProbe : public QObject
{
    Q_OBJECT
public:
    //! @param cdn up to and with `/v1`; tests give a stand-in
    WriteKeyProbe(const Clock &clock, const Redactor &redactor, const QUrl &cdn = segmentCdn(),
                  QObject *parent = nullptr, ProxyLogins *logins = nullptr);

    //! `https://cdn.segment.com/v1`, the same for US and EU.
    static QUrl segmentCdn();

    //! Asks once. Only for Segment's own endpoints, and for one on this computer, which is asked itself (the sandbox
    //! has the same route); another endpoint's key is given to nobody: CouldNotAsk at once. Cancelling the future ends
    //! the request.
    QFuture<KeyProbeAnswer> ask(const Endpoint &endpoint, const Secret &writeKey);
    //! Ends what is under way: CouldNotAsk.
    void abortAll() { m_web.abortAll(); }

private:
    WebClient m_web;
    QUrl m_cdn;
};

} // namespace segue
