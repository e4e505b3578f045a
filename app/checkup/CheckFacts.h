// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckResult.h"
#include "app/connections/Connection.h"
#include "app/core/Result.h"
#include "app/core/WebAnswer.h"
#include "app/journal/Entry.h"
#include "app/segment/PublicApiTypes.h"
#include "app/segment/WriteKeyProbe.h"
#include "app/setup/KeyTwins.h"
#include "app/setup/SourceMatch.h"

#include <QMap>

//! What the checks look at, gathered first and judged afterwards (CheckRules). Plain values; no secret is in them.
namespace segue {

//! Why there is no fact: what happened, and what it would take. Both translated, either may be empty.
struct Missing
{
    QString reason;
    QString needs;
    NextStep next;

    bool operator==(const Missing &) const = default;
};

//! Nothing while it is still being looked for.
template <class T> using Fact = std::optional<Result<T, Missing>>;

//! How the connection's write key stands on this computer.
struct KeyFact
{
    enum class Standing {
        Kept,        //!< in the keychain
        SessionOnly, //!< in memory, until Segue ends
        GivenForRun, //!< from standard input
        Public,      //!< the sandbox's
        NeverGiven,
        NotHere, //!< one was stored, the keychain does not have it
    };
    Standing standing = Standing::NeverGiven;
    QString remark;       //!< what looks odd about it; empty: nothing
    bool hasShape = true; //!< keys of this endpoint have a known shape

    bool isThere() const { return standing != Standing::NeverGiven && standing != Standing::NotHere; }
};

//! What came of one harmless request to the endpoint.
struct EndpointFact
{
    QString host;
    bool isSegment = true; //!< one of Segment's own
    bool secure = true;    //!< TLS, and so a verified certificate
    WebFailure failure = WebFailure::None;
    int status = 0;
    QString sentence;                     //!< of a failure
    std::int64_t duration = 0;            //!< ms
    std::optional<std::int64_t> clockOff; //!< ms that this computer's clock is ahead of the server's Date
};

//! The workspace that the token opens, and the connection's source in it.
struct SourceFact
{
    SegmentWorkspace workspace;
    Endpoint::Region region = Endpoint::Region::Us;
    SourceMatch match; //!< its source without keys
    bool showsKeys = false;
    int sources = 0;

    static SourceFact of(const QList<SegmentSource> &sources, const std::optional<Secret> &key, const QString &name);
};

//! Where the source's events go.
struct OutletFact
{
    QString sourceSlug;
    QList<SegmentDestination> destinations;
    QList<SegmentWarehouse> warehouses;
};

struct SchemaFact
{
    QString sourceSlug;
    SchemaSettings settings;
    bool hasTrackingPlan = false;
};

//! Segment's figures of the last 24 hours.
struct DayFact
{
    struct Destination
    {
        QString name;
        QString slug; //!< of its kind
        std::int64_t delivered = 0;
        std::int64_t failed = 0;
    };
    QString sourceSlug;
    std::int64_t received = 0;
    DeliveryFigures failedOnIngest;
    std::int64_t filteredAtSource = 0;
    QList<Destination> destinations;
    int leftOut = 0; //!< destinations that were not asked about
};

//! The applications that the Pushwoosh token sees.
struct ApplicationFact
{
    int applications = 0;
    bool isComplete = true;
    std::optional<QString> name; //!< of the connection's application; nothing: it is not among them
};

//! What the feeds (webhook, echo, capture) have brought lately, in numbers.
struct FeedFact
{
    int looked = 0;
    int days = 0;
    bool isBounded = false; //!< there may be more than were looked at
    QMap<Origin, int> origins;
    int withUserId = 0;
    int userIsHwid = 0; //!< of those: equal to the HWID beside it, or of the shape of one
    int anonymous = 0;
    int contactHwid = 0; //!< of those: an e-mail address or a phone number
    int nobody = 0;
    QMap<QString, int> events;
    int pushSent = 0;
    int pushSentToIos = 0; //!< of those: by their device type
    int echoes = 0;
    int echoedTwice = 0; //!< of those: the same event of the same person came twice within a minute
    QStringList userIsHwidExamples;
    QStringList contactExamples;
};

//! What the journal still has to deliver for the connection.
struct QueueFact
{
    StateCounts counts;
    std::int64_t oldest = -1;   //!< ms since 1970 UTC when the oldest undelivered event was received; -1: none
    bool oldestIsBound = false; //!< there may be older ones
    int lost = 0;               //!< refused or given up in the last week
    QString waitsFor;           //!< the reason of the newest event that waits; for people
    std::int64_t now = 0;
};

//! Everything about one connection.
struct CheckFacts
{
    Connection connection;
    Fact<KeyFact> key;
    Fact<KeyTwins::Found> twins;
    Fact<KeyProbeAnswer> probe;
    Fact<EndpointFact> endpoint;
    Fact<SourceFact> source;
    Fact<OutletFact> outlets;
    Fact<SchemaFact> schema;
    Fact<DayFact> day;
    Fact<ApplicationFact> application;
    Fact<FeedFact> feed;
    Fact<QueueFact> queue;

    //! Gives each fact that is still being looked for this reason.
    void giveUp(const Missing &missing);
};

} // namespace segue
