// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segment/TrackCheck.h"

#include "app/catalog/EventCatalog.h"
#include "app/catalog/Identity.h"
#include "app/catalog/WarehouseNames.h"
#include "app/segment/JsonOutline.h"

#include <QDate>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

constexpr int kLevels = 12;                    // deep enough for every member that is looked at
constexpr qsizetype kLongestMessageId = 100;   // Segment reference 1.5
constexpr std::ptrdiff_t kMostProperties = 10000; // Segment reference 1.5

bool isGiven(const JsonNode *node)
{
    return node && node->kind != JsonKind::Null;
}

bool isString(const JsonNode *node)
{
    return node && node->kind == JsonKind::String;
}

QString textOf(const JsonNode *node)
{
    return isString(node) ? fromJsonUtf8(node->text) : QString();
}

//! Reads a time from its front. Written out because it is read of every captured event: a regular expression takes six
//! times as long.
class TimeReader
{
public:
    explicit TimeReader(QByteArrayView text)
        : m_rest(text)
    {
    }

    //! A date, with or without a time of day, with or without a zone, in ISO 8601's extended form.
    bool isIso()
    {
        const std::optional<int> year = number(4);
        const std::optional<int> month = taken('-') ? number(2) : std::nullopt;
        const std::optional<int> day = taken('-') ? number(2) : std::nullopt;
        if (!year || !month || !day || !QDate::isValid(*year, *month, *day)) {
            return false;
        }
        return m_rest.isEmpty() || (taken('T') && isTimeOfDay() && (m_rest.isEmpty() || isZone()));
    }

private:
    bool isTimeOfDay()
    {
        const std::optional<int> hour = number(2);
        const std::optional<int> minute = taken(':') ? number(2) : std::nullopt;
        if (!hour || !minute || *hour > 23 || *minute > 59) {
            return false;
        }
        if (!taken(':')) {
            return true;
        }
        const std::optional<int> second = number(2);
        return second && *second <= 60 && (!(taken('.') || taken(',')) || takeDigits(m_rest.size()) > 0);
    }

    bool isZone()
    {
        if (taken('Z')) {
            return m_rest.isEmpty();
        }
        if (!(taken('+') || taken('-')) || !number(2)) {
            return false;
        }
        return m_rest.isEmpty() || ((taken(':'), number(2)) && m_rest.isEmpty());
    }

    bool taken(char wanted)
    {
        if (m_rest.isEmpty() || m_rest.front() != wanted) {
            return false;
        }
        m_rest = m_rest.sliced(1);
        return true;
    }

    qsizetype takeDigits(qsizetype most)
    {
        qsizetype count = 0;
        for (; count < std::min(most, m_rest.size()) && m_rest[count] >= '0' && m_rest[count] <= '9'; ++count) {
            m_number = m_number * 10 + static_cast<unsigned>(m_rest[count] - '0');
        }
        m_rest = m_rest.sliced(count);
        return count;
    }

    //! Of exactly so many digits.
    std::optional<int> number(qsizetype digits)
    {
        m_number = 0;
        return takeDigits(digits) == digits ? std::optional(static_cast<int>(m_number)) : std::nullopt;
    }

    QByteArrayView m_rest;
    unsigned m_number = 0; // a fraction's may run over; nobody looks at it
};

QString withoutBlanksAndCase(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (!c.isSpace()) {
            result += c.toCaseFolded();
        }
    }
    return result;
}

bool differsInCaseAlone(const QString &event)
{
    const QString folded = withoutBlanksAndCase(event);
    const auto &all = EventCatalog::events();
    return std::any_of(all.begin(), all.end(),
                       [&](const CatalogEvent &known) { return withoutBlanksAndCase(known.name) == folded; });
}

bool makesStandardColumn(const QString &propertyPath)
{
    return WarehouseNames::isStandardColumn(WarehouseNames::column(propertyPath));
}

//! The same for a property that stands in no object. The names of an application's properties come again with each of
//! its events: what they make is remembered.
bool isReserved(QByteArrayView name)
{
    constexpr qsizetype kMost = 1'000;
    constexpr qsizetype kLongest = 100;
    if (name.size() > kLongest) {
        return makesStandardColumn(fromJsonUtf8(name));
    }
    thread_local QHash<QByteArray, bool> known;
    const auto found = known.constFind(QByteArray::fromRawData(name.data(), name.size()));
    if (found != known.constEnd()) {
        return *found;
    }
    if (known.size() >= kMost) {
        known.clear();
    }
    return *known.insert(name.toByteArray(), makesStandardColumn(fromJsonUtf8(name)));
}

//! The shape that device ids have on the channel of an event (Pushwoosh reference 6.5).
HwidShape deviceShape(const QString &messageType, const QString &event)
{
    for (const QString &hint : {messageType, event}) {
        if (hint.startsWith(u"email", Qt::CaseInsensitive)) {
            return HwidShape::Email;
        }
        if (hint.startsWith(u"sms", Qt::CaseInsensitive)) {
            return HwidShape::Phone;
        }
    }
    return HwidShape::Uuid;
}

class Examination
{
public:
    Examination(const JsonOutline &outline, const QString &typeOfRoute)
        : m_outline(outline)
        , m_typeOfRoute(typeOfRoute)
    {
    }

    std::uint32_t run()
    {
        const QString type = checkType();
        checkIds();
        // A text has no more characters than bytes.
        if (const JsonNode *id = top("messageId");
            isString(id) && id->text.size() > kLongestMessageId && textOf(id).toUcs4().size() > kLongestMessageId) {
            add(Finding::MessageIdTooLong);
        }
        if (const JsonNode *time = top("timestamp");
            isGiven(time) && !(isString(time) && TimeReader(time->text).isIso())) {
            add(Finding::TimestampNotIso);
        }
        const JsonNode *device = m_outline.member(top("context"), "device");
        if (const JsonNode *id = m_outline.member(device, "advertisingId"); isGiven(id) && !isString(id)) {
            add(Finding::AdvertisingIdNotString);
        }
        if (type == u"track") {
            checkTrack();
        } else {
            checkOtherType(type);
        }
        return m_bits;
    }

private:
    void add(Finding finding) { m_bits |= static_cast<std::uint32_t>(finding); }
    const JsonNode *top(const char *name) const { return m_outline.member(&m_outline.root(), name); }

    QString checkType()
    {
        static const QStringList known{u"track"_s, u"identify"_s, u"page"_s, u"screen"_s, u"group"_s, u"alias"_s};
        if (!isGiven(top("type"))) {
            return known.contains(m_typeOfRoute) ? m_typeOfRoute : known.first();
        }
        QString type = textOf(top("type"));
        if (!known.contains(type)) {
            add(Finding::InvalidType);
        }
        return type;
    }

    void checkIds()
    {
        int good = 0;
        bool empty = false;
        bool wrong = false;
        for (const char *name : {"userId", "anonymousId"}) {
            if (const JsonNode *id = top(name); isGiven(id)) {
                wrong = wrong || !isString(id);
                empty = empty || (isString(id) && id->text.isEmpty());
                good += isString(id) && !id->text.isEmpty() ? 1 : 0;
            }
        }
        if (wrong || (good > 0 && empty)) {
            add(Finding::IdNotString);
        } else if (good == 0) {
            add(Finding::NoUserAnonId);
        }
    }

    void checkString(const char *name, Finding finding)
    {
        if (isGiven(top(name)) && !isString(top(name))) {
            add(finding);
        }
    }

    void checkObject(const char *name, Finding finding)
    {
        if (const JsonNode *node = top(name); isGiven(node) && node->kind != JsonKind::Object) {
            add(finding);
        }
    }

    //! `name` and `category`: "an empty string or not a string" (Delivery Overview).
    void checkFilled(const char *name, Finding finding)
    {
        if (isGiven(top(name)) && textOf(top(name)).isEmpty()) {
            add(finding);
        }
    }

    void checkRequiredId(const char *name)
    {
        checkString(name, Finding::IdNotString);
        if (!isGiven(top(name)) || (isString(top(name)) && top(name)->text.isEmpty())) {
            add(Finding::IdRequired);
        }
    }

    void checkOtherType(const QString &type)
    {
        if (type == u"identify" || type == u"group") {
            checkObject("traits", Finding::TraitsNotObject);
        }
        if (type == u"page" || type == u"screen") {
            checkObject("properties", Finding::PropertiesNotObject);
            checkFilled("name", Finding::NameNotString);
            checkFilled("category", Finding::CategoryNotString);
        }
        if (type == u"group") {
            checkRequiredId("groupId");
        } else if (type == u"alias") {
            checkRequiredId("previousId");
        }
    }

    void checkTrack()
    {
        const JsonNode *event = top("event");
        const QString name = textOf(event);
        if (isGiven(event) && !isString(event)) {
            add(Finding::EventNotString);
        } else if (name.isEmpty()) {
            add(Finding::EventNotDefined);
        } else if (!EventCatalog::find(name)) {
            add(differsInCaseAlone(name) ? Finding::EventCaseDiffers : Finding::UnknownEvent);
        }
        checkObject("properties", Finding::PropertiesNotObject);
        const JsonNode *properties = top("properties");
        if (properties && properties->kind == JsonKind::Object) {
            checkProperties(*properties);
        }
        checkWhom(textOf(m_outline.member(properties, "message_type")), name);
    }

    void checkProperties(const JsonNode &properties)
    {
        const auto self = static_cast<int>(&properties - m_outline.nodes().data());
        if (std::ranges::count(m_outline.nodes(), self, &JsonNode::parent) > kMostProperties) {
            add(Finding::TooManyProperties);
        }
        if (const JsonNode *type = m_outline.member(&properties, "message_type");
            isGiven(type) && !EventCatalog::messageTypes().contains(textOf(type))) {
            add(Finding::UnknownMessageType);
        }
        if (const JsonNode *type = m_outline.member(&properties, "device_type"); isGiven(type) && !isString(type)) {
            add(Finding::DeviceTypeNotText);
        }
        checkColumns(properties);
    }

    //! An object makes no column of its own: what stands in it makes one each, named by the whole path.
    void checkColumns(const JsonNode &properties)
    {
        const std::vector<JsonNode> &nodes = m_outline.nodes();
        const auto first = static_cast<std::size_t>(&properties - nodes.data());
        std::map<std::size_t, QString> above; // the paths of objects, but of those that stand in an array
        above.emplace(first, QString());
        for (std::size_t i = first + 1; i < nodes.size() && nodes[i].depth > properties.depth; ++i) {
            const JsonNode &node = nodes[i];
            const auto path = above.find(static_cast<std::size_t>(node.parent));
            if (path == above.end()) {
                continue;
            }
            if (node.kind == JsonKind::Object) {
                above.emplace(i, path->second + fromJsonUtf8(node.name) + u'.');
            } else if (path->second.isEmpty() ? isReserved(node.name)
                                              : makesStandardColumn(path->second + fromJsonUtf8(node.name))) {
                add(Finding::ReservedColumn);
                return;
            }
        }
    }

    void checkWhom(const QString &messageType, const QString &event)
    {
        const QString userId = textOf(top("userId"));
        const QString anonymousId = textOf(top("anonymousId"));
        if (!userId.isEmpty() && (userId == anonymousId || hwidShape(userId) == deviceShape(messageType, event))) {
            add(Finding::UserIdIsDevice);
        }
        if (const HwidShape shape = hwidShape(anonymousId); shape == HwidShape::Email || shape == HwidShape::Phone) {
            add(Finding::HwidIsPersonal);
        }
    }

    const JsonOutline &m_outline;
    const QString &m_typeOfRoute;
    std::uint32_t m_bits = 0;
};

} // namespace

TrackCheck TrackCheck::of(const QByteArray &payload, const QString &typeOfRoute)
{
    const Result<JsonOutline, JsonFault> outline = JsonOutline::read(payload, kLevels);
    return of(payload, outline && outline.value().isObject() ? &outline.value() : nullptr, typeOfRoute);
}

TrackCheck TrackCheck::of(const QByteArray &payload, const JsonOutline *outline, const QString &typeOfRoute)
{
    TrackCheck check;
    if (payload.size() > kMaxEventBytes) {
        check.m_findings |= static_cast<std::uint32_t>(Finding::EventTooLarge);
    }
    check.m_findings |=
        outline ? Examination(*outline, typeOfRoute).run() : static_cast<std::uint32_t>(Finding::MalformedJson);
    return check;
}

PayloadReading PayloadReading::of(const QByteArray &payload, const QString &typeOfRoute)
{
    const Result<JsonOutline, JsonFault> outline = JsonOutline::read(payload, kLevels);
    if (!outline || !outline.value().isObject()) {
        return {{}, TrackCheck::of(payload, nullptr, typeOfRoute)};
    }
    return {Payload::fields(payload, outline.value()), TrackCheck::of(payload, &outline.value(), typeOfRoute)};
}

} // namespace segue
