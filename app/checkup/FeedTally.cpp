// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/FeedTally.h"

#include "app/segment/TrackCheck.h"

#include <QCryptographicHash>

#include <algorithm>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kTwinMs = 60'000;
constexpr qsizetype kMostExamples = 3;

bool has(const Entry &entry, Finding finding)
{
    return (entry.fields.findings & static_cast<std::uint32_t>(finding)) != 0;
}

void addExample(QStringList &examples, const QString &identity)
{
    if (examples.size() < kMostExamples && !examples.contains(identity)) {
        examples.append(identity);
    }
}

//! Events that have been at Segment: an echo comes from there, a webhook event may have been relayed there.
bool wasAtSegment(const Entry &entry)
{
    return entry.fields.origin == Origin::Echo ||
           (entry.fields.origin == Origin::Webhook &&
            (entry.fields.state == EventState::Accepted || entry.fields.state == EventState::Confirmed));
}

} // namespace

QList<JsonPath> FeedTally::devicePaths()
{
    return {JsonPath::of({"anonymousId"}), JsonPath::of({"hwid"}), JsonPath::of({"context", "device", "id"})};
}

void FeedTally::add(const Entry &entry, const std::vector<std::optional<QByteArray>> &values)
{
    ++m_fact.looked;
    ++m_fact.origins[entry.fields.origin];
    const QString event = QString::fromStdString(entry.fields.event);
    ++m_fact.events[event];
    if (event == u"Push Sent"_s) {
        ++m_fact.pushSent;
        const QString device = QString::fromStdString(entry.fields.device);
        m_fact.pushSentToIos += device.compare(u"ios"_s, Qt::CaseInsensitive) == 0 || device == u"1"_s ? 1 : 0;
    }
    addIdentity(entry, values);
    addSighting(entry);
}

void FeedTally::addIdentity(const Entry &entry, const std::vector<std::optional<QByteArray>> &values)
{
    const QString identity = QString::fromStdString(entry.fields.identity);
    switch (entry.fields.idKind) {
    case IdKind::UserId: {
        ++m_fact.withUserId;
        const bool equals = std::ranges::any_of(values, [&](const auto &value) {
            return value && *value == QByteArray::fromStdString(entry.fields.identity);
        });
        if (equals || has(entry, Finding::UserIdIsDevice)) {
            ++m_fact.userIsHwid;
            addExample(m_fact.userIsHwidExamples, identity);
        }
        break;
    }
    case IdKind::AnonymousId: {
        ++m_fact.anonymous;
        const HwidShape shape = hwidShape(identity);
        if (shape == HwidShape::Email || shape == HwidShape::Phone) {
            ++m_fact.contactHwid;
            addExample(m_fact.contactExamples, identity);
        }
        break;
    }
    case IdKind::Nobody:
        ++m_fact.nobody;
        break;
    }
}

void FeedTally::addSighting(const Entry &entry)
{
    if (!wasAtSegment(entry)) {
        return;
    }
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const std::string &part :
         {entry.fields.event, entry.fields.identity, entry.fields.campaign, entry.fields.device}) {
        hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
        hash.addData(QByteArrayView("\0", 1));
    }
    const bool isEcho = entry.fields.origin == Origin::Echo;
    m_fact.echoes += isEcho ? 1 : 0;
    m_sightings[hash.result()].append({entry.fields.received, isEcho});
}

FeedFact FeedTally::result() const
{
    FeedFact fact = m_fact;
    for (const QList<Sighting> &unsorted : m_sightings) {
        QList<Sighting> each = unsorted;
        std::ranges::sort(each, {}, &Sighting::time);
        for (qsizetype i = 0; i < each.size(); ++i) {
            const bool before = i > 0 && each.at(i).time - each.at(i - 1).time <= kTwinMs;
            const bool after = i + 1 < each.size() && each.at(i + 1).time - each.at(i).time <= kTwinMs;
            fact.echoedTwice += each.at(i).isEcho && (before || after) ? 1 : 0;
        }
    }
    return fact;
}

} // namespace segue
