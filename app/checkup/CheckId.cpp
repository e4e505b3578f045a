// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckId.h"

#include "app/connections/Connection.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace segue {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::CheckId)
};

struct Described
{
    CheckId id;
    const char *word;
    const char *name;
    enum class Of { Segment, Endpoints, All };
    Of of; //!< Segment's endpoints alone, other ones as well, or the sandbox, too
};

constexpr std::array<Described, 19> kChecks{{
    {CheckId::KeychainEntry, "keychain-entry", QT_TRANSLATE_NOOP("segue::CheckId", "Write key in the keychain"), Described::Of::All},
    {CheckId::KeyShape, "key-shape", QT_TRANSLATE_NOOP("segue::CheckId", "Shape of the write key"), Described::Of::Endpoints},
    {CheckId::KeyShared, "key-shared", QT_TRANSLATE_NOOP("segue::CheckId", "A write key of its own"), Described::Of::Endpoints},
    {CheckId::KeyKnown, "key-known", QT_TRANSLATE_NOOP("segue::CheckId", "Write key known to Segment"), Described::Of::Segment},
    {CheckId::Region, "region", QT_TRANSLATE_NOOP("segue::CheckId", "Region"), Described::Of::Segment},
    {CheckId::Endpoint, "endpoint", QT_TRANSLATE_NOOP("segue::CheckId", "Endpoint and clock"), Described::Of::All},
    {CheckId::Source, "source", QT_TRANSLATE_NOOP("segue::CheckId", "Source in Segment"), Described::Of::Segment},
    {CheckId::Destinations, "destinations", QT_TRANSLATE_NOOP("segue::CheckId", "Destinations of the source"), Described::Of::Segment},
    {CheckId::Loop, "loop", QT_TRANSLATE_NOOP("segue::CheckId", "Loop back into Pushwoosh"), Described::Of::Segment},
    {CheckId::Schema, "schema", QT_TRANSLATE_NOOP("segue::CheckId", "Schema settings"), Described::Of::Segment},
    {CheckId::Delivery24h, "delivery-24h", QT_TRANSLATE_NOOP("segue::CheckId", "Last 24 hours at Segment"), Described::Of::Segment},
    {CheckId::Application, "application", QT_TRANSLATE_NOOP("segue::CheckId", "Pushwoosh application"), Described::Of::Endpoints},
    {CheckId::Selection, "selection", QT_TRANSLATE_NOOP("segue::CheckId", "Selected events"), Described::Of::All},
    {CheckId::UserIsHwid, "identity-user-is-hwid", QT_TRANSLATE_NOOP("segue::CheckId", "User IDs that are device ids"),
     Described::Of::All},
    {CheckId::ContactHwid, "identity-contact-hwid",
     QT_TRANSLATE_NOOP("segue::CheckId", "E-mail addresses and phone numbers as ids"), Described::Of::All},
    {CheckId::Anonymous, "identity-anonymous", QT_TRANSLATE_NOOP("segue::CheckId", "Anonymous events"), Described::Of::All},
    {CheckId::ExpectedEvents, "expected-events", QT_TRANSLATE_NOOP("segue::CheckId", "Expected events"), Described::Of::All},
    {CheckId::DoubleSending, "double-sending", QT_TRANSLATE_NOOP("segue::CheckId", "Events sent twice"), Described::Of::Endpoints},
    {CheckId::Queue, "queue", QT_TRANSLATE_NOOP("segue::CheckId", "Queue"), Described::Of::All},
}};

const Described &described(CheckId id)
{
    return kChecks.at(static_cast<std::size_t>(id));
}

} // namespace

const QList<CheckId> &allChecks()
{
    static const QList<CheckId> all = [] {
        QList<CheckId> ids;
        for (const Described &each : kChecks) {
            ids.append(each.id);
        }
        return ids;
    }();
    return all;
}

QList<CheckId> checksOf(const Connection &connection)
{
    QList<CheckId> ids = allChecks();
    using Of = Described::Of;
    const Of of = connection.isSandbox() ? Of::All : connection.endpoint.isSegment() ? Of::Segment : Of::Endpoints;
    ids.removeIf([of](CheckId id) { return described(id).of < of; });
    return ids;
}

QString checkWord(CheckId id)
{
    return QLatin1StringView(described(id).word);
}

std::optional<CheckId> checkFromWord(const QString &word)
{
    const auto *found =
        std::ranges::find_if(kChecks, [&](const Described &each) { return word == QLatin1StringView(each.word); });
    return found == kChecks.end() ? std::nullopt : std::optional(found->id);
}

QString checkName(CheckId id)
{
    return Text::tr(described(id).name);
}

} // namespace segue
