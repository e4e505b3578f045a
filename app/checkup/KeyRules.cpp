// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckRules.h"
#include "app/checkup/RuleParts.h"

namespace segue::CheckRules {

using namespace Qt::StringLiterals;

namespace {

Missing needsKey()
{
    return {{}, Text::tr("A write key."), toSetup()};
}

QString whereKeyStands(const KeyFact &key)
{
    if (!key.hasShape) {
        return Text::tr("Get it from whoever runs the endpoint, and store it on the Setup page.");
    }
    return Text::tr("Copy it in Segment, Connections › Sources › the source › Settings › API Keys, and store it on the "
                    "Setup page.");
}

//! What the Public API says of the key; empty when it does not know it.
QString namedByApi(const Result<SourceFact, Missing> &source)
{
    if (!source || !source.value().match.isByKey()) {
        return {};
    }
    const SegmentSource &found = source.value().match.source;
    return Text::tr("The Public API names its source: %1.").arg(quoted(found.name.isEmpty() ? found.slug : found.name));
}

} // namespace

CheckResult keychainEntry(const Result<KeyFact, Missing> &key)
{
    constexpr CheckId id = CheckId::KeychainEntry;
    if (!key) {
        return notChecked(id, key.error());
    }
    switch (key.value().standing) {
    case KeyFact::Standing::Kept:
        return made(id, Verdict::Pass, Text::tr("The write key is in the keychain"),
                    {Text::tr("The keychain of this computer gave it out.")});
    case KeyFact::Standing::Public:
        return made(id, Verdict::Pass, Text::tr("The sandbox needs no keychain"),
                    {Text::tr("Its key is public and the same everywhere.")});
    case KeyFact::Standing::SessionOnly:
        return made(id, Verdict::Warn, Text::tr("The write key is kept for this session only"),
                    {Text::tr("It goes when Segue ends; what is queued then waits.")},
                    Text::tr("Store it in the keychain, on the Setup page."), toSetup());
    case KeyFact::Standing::GivenForRun:
        return notChecked(id, {Text::tr("The key came from standard input, for this run alone."),
                               Text::tr("A run without --write-key-stdin."),
                               {}});
    case KeyFact::Standing::NeverGiven:
        return made(id, Verdict::Fail, Text::tr("There is no write key yet"),
                    {Text::tr("Events of this connection wait until there is one.")}, whereKeyStands(key.value()), toSetup());
    case KeyFact::Standing::NotHere:
        break;
    }
    return made(id, Verdict::Fail, Text::tr("The write key is not on this computer"),
                {Text::tr("One was stored for this connection, but the keychain here does not have it. Events wait.")},
                whereKeyStands(key.value()), toSetup());
}

CheckResult keyShape(const Result<KeyFact, Missing> &key)
{
    constexpr CheckId id = CheckId::KeyShape;
    if (!key) {
        return notChecked(id, key.error());
    }
    if (!key.value().isThere()) {
        return notChecked(id, needsKey());
    }
    if (!key.value().remark.isEmpty()) {
        return made(id, Verdict::Warn, Text::tr("The write key looks odd"), {key.value().remark},
                    key.value().hasShape ? Text::tr("Compare it with the one in the source's settings in Segment.")
                                         : Text::tr("Compare it with the one that you got for the endpoint."),
                    toSetup());
    }
    if (!key.value().hasShape) {
        return notChecked(id, {Text::tr("Keys of another endpoint than Segment's have no known shape."), {}, {}});
    }
    return made(id, Verdict::Pass, Text::tr("The write key has the usual shape"),
                {Text::tr("32 letters and digits, as all keys seen so far.")});
}

CheckResult keyShared(const Result<KeyTwins::Found, Missing> &twins, Environment own)
{
    constexpr CheckId id = CheckId::KeyShared;
    if (!twins) {
        return notChecked(id, twins.error());
    }
    const KeyTwins::Found &found = twins.value();
    const QString unread =
        found.unread == 0 ? QString()
                          : Text::tr("%n key(s) could not be read, and so not be compared.", nullptr, found.unread);
    if (!found.twins.isEmpty()) {
        const QString title = found.twins.size() == 1
                                  ? Text::tr("The same write key is used by %1").arg(quoted(found.twins.first().name))
                                  : Text::tr("The same write key is used by %n other connection(s)", nullptr,
                                             static_cast<int>(found.twins.size()));
        return made(id, Verdict::Warn, title,
                    {KeyTwins::sentence(found.twins, own),
                     Text::tr("Their events arrive in one source and cannot be told apart later."), unread},
                    Text::tr("Make a source for each environment, and give each connection its own key."),
                    toSetup());
    }
    if (found.unread > 0) {
        return notChecked(id, {unread, Text::tr("A keychain that gives out all keys."), {}});
    }
    return made(id, Verdict::Pass, Text::tr("No other connection uses this write key"),
                {Text::tr("It was compared with the keys of all connections and drafts of this computer.")});
}

CheckResult keyKnown(const Result<KeyProbeAnswer, Missing> &probe, const Result<SourceFact, Missing> &source)
{
    constexpr CheckId id = CheckId::KeyKnown;
    const QString named = namedByApi(source);
    const bool asked = probe.ok();
    const KeyVerdict verdict = asked ? probe.value().verdict : KeyVerdict::CouldNotAsk;
    QStringList evidence;
    if (verdict == KeyVerdict::Known) {
        evidence.append(
            Text::tr("The settings service answered for this key at %1.").arg(timeOfDay(probe.value().askedAt)));
    } else if (asked) {
        evidence.append(probe.value().sentence);
    }
    evidence.append(named);
    if (verdict == KeyVerdict::Known || !named.isEmpty()) {
        return made(id, Verdict::Pass, Text::tr("The write key is known to Segment"), evidence);
    }
    if (verdict == KeyVerdict::NotConfirmed) {
        return made(
            id, Verdict::Warn, Text::tr("Segment has not confirmed the write key"), evidence,
            Text::tr("Compare it with the source's page in Segment, and prove it with a test event. A Public API "
                     "token makes this check certain."),
            toSetup());
    }
    CheckResult result =
        notChecked(id, asked ? Missing{{}, Text::tr("An answer of Segment's settings service."), {}} : probe.error());
    result.evidence += evidence;
    result.evidence.removeAll(QString());
    return result;
}

CheckResult region(const Connection &connection, const Result<KeyProbeAnswer, Missing> &probe,
                   const Result<SourceFact, Missing> &source)
{
    constexpr CheckId id = CheckId::Region;
    using Region = Endpoint::Region;
    const Region own = connection.endpoint.region();
    if (own == Region::Other) {
        return notChecked(id, {Text::tr("Another endpoint than Segment's has no region."), {}, {}});
    }
    std::optional<Region> found;
    QString how;
    if (source && source.value().match.isByKey()) {
        found = source.value().region;
        how = Text::tr("The key's source stands in the %1 workspace %2.")
                  .arg(regionName(*found), quoted(source.value().workspace.name));
    } else if (probe && probe.value().region) {
        found = probe.value().region;
        how = Text::tr("Segment's settings for this key name the %1 endpoint.").arg(regionName(*found));
    }
    const QString host = connection.endpoint.base().host();
    if (found && *found != own) {
        return made(
            id, Verdict::Fail, Text::tr("The key belongs to the other region"),
            {how, Text::tr("Events go to %1 (%2). Segment drops or rejects events from the wrong region, and may "
                           "answer 200 all the same.")
                      .arg(regionName(own), host)},
            Text::tr("Choose %1 as the region on the Setup page.").arg(regionName(*found)), toSetup());
    }
    if (own == Region::Eu) {
        return made(
            id, Verdict::Warn, Text::tr("It is not certain that Pushwoosh reaches the EU"),
            {how, Text::tr("Segment's catalogue lists Pushwoosh for EU workspaces, but with the US endpoint alone; "
                           "events from the wrong region are rejected. Nobody has confirmed either (unverified).")},
            Text::tr("Ask Pushwoosh's support whether their stream sends to %1.").arg(host), toSupport());
    }
    if (!found) {
        return notChecked(id, {Text::tr("Events go to %1 (%2).").arg(regionName(own), host),
                               Text::tr("A Public API token, or your yes to ask Segment about the key."),
                               {NextStep::Kind::AskSegment, {}}});
    }
    return made(id, Verdict::Pass, Text::tr("The region fits"),
                {how, Text::tr("Events go to %1 (%2).").arg(regionName(own), host)});
}

} // namespace segue::CheckRules
