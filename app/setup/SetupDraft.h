// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/core/EntryId.h"

#include <QStringList>

#include <optional>

namespace segue {

//! The pages of the way to a connection, in order.
enum class SetupStep { Name, Segment, Application, Events, Apply, Prove, Done };

inline constexpr int kSetupSteps = 7;

//! A run of test events as it is kept: what was sent, and what a person said about it.
struct ProofRecord
{
    //! By what Segment's counts were matched to the run: by its id, which proves it, or by the events' names alone, which
    //! others may have sent as well.
    enum class CountedBy { Nobody, Run, Name };
    enum class Counted { No, Received, Failed };
    struct Sample
    {
        QString event;
        QString messageId;
        EntryId entry;
        Counted counted = Counted::No;
        QString discardReason = {}; //!< Segment's code word when it was counted as failed on ingest

        bool operator==(const Sample &) const = default;
    };
    QString runId;
    std::int64_t started = 0; //!< ms since 1970 UTC
    bool keptOut = false;     //!< kept out of destinations
    QList<Sample> samples;
    CountedBy countedBy = CountedBy::Nobody;
    std::int64_t countedAt = 0;    //!< when Segment's counts were read last; 0: never
    std::int64_t seenByPerson = 0; //!< when a person said that they had seen them at Segment; 0: nobody has
    bool proven = false;           //!< each was seen at the other side or counted under the run's id, once

    bool operator==(const ProofRecord &) const = default;
};

//! A tool that the source's events go on to, and whether a person has seen them there.
struct DestinationTick
{
    QString id; //!< Segment's; empty for one that a person named
    QString name;
    std::int64_t seen = 0; //!< when a person said that the events are there with all three properties; 0: nobody has

    bool operator==(const DestinationTick &) const = default;
};

//! A connection in the making: everything that a person has put in so far, as it was typed, and how far they are. Holds
//! no secret: the key waits in the keychain under the id, which becomes the connection's own. A value.
struct SetupDraft
{
    ConnectionId id;
    QString name;
    bool nameTyped = false; //!< by a person; no suggestion takes its place
    Environment environment = Environment::Dev;
    Endpoint::Region region = Endpoint::Region::Us;
    QString endpointText;    //!< of another endpoint; may not be readable yet
    QString applicationText; //!< as typed
    bool allEvents = true;
    QStringList events;       //!< the list, kept as well while all events are chosen
    bool keyExpected = false; //!< a key is in the keychain
    SetupStep step = SetupStep::Name;
    SetupStep furthest = SetupStep::Name;
    QStringList ticks; //!< words of what was done in Pushwoosh
    std::optional<ProofRecord> proof;
    QList<DestinationTick> destinations; //!< those ticked, and those that a person named
    bool finished = false; //!< kept for its ticks and its proof only

    bool operator==(const SetupDraft &) const = default;

    //! Takes over what the connection says; the rest stays.
    void take(const Connection &connection);
    Selection selection() const;
    Result<Endpoint> endpoint() const;
    //! The connection it makes; what stands in `base` beside it (a pause) stays. The error is the first fault, for people.
    Result<Connection> connection(const Connection &base, const QList<Connection> &others) const;
};

//! What a draft must have before the next page. Pure.
namespace SetupRules {

//! `Pushwoosh_Prod`, `Pushwoosh_Staging`, `Pushwoosh_Dev` (source page, Getting started 3); with `_2` and on when taken.
QString suggestedName(Environment environment, const QStringList &taken);
//! Why the name cannot be used; empty when it can.
QString nameFault(const SetupDraft &draft, const QList<Connection> &connections, const QList<SetupDraft> &drafts);
//! Why the endpoint cannot be used; empty when it can.
QString endpointFault(const SetupDraft &draft);
//! That Pushwoosh's own stream into an EU workspace is unverified; empty for the other regions.
QString regionWarning(Endpoint::Region region);

} // namespace SetupRules

} // namespace segue
