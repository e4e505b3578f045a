// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pushwoosh/EventMapper.h"

#include "app/catalog/EventCatalog.h"
#include "app/pushwoosh/Platform.h"

#include <QCryptographicHash>

namespace segue::EventMapper {

namespace {

constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60 * 1'000;

//! Well-formed JSON without the blanks between its tokens.
QByteArray withoutBlanks(const QByteArray &json)
{
    QByteArray result(json.size(), Qt::Uninitialized);
    char *end = result.data();
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inText && c == '\\' && i + 1 < json.size()) {
            *end++ = c;
            *end++ = json.at(++i);
            continue;
        }
        if (c == '"') {
            inText = !inText;
        }
        if (inText || (c != ' ' && c != '\t' && c != '\n' && c != '\r')) {
            *end++ = c;
        }
    }
    result.truncate(end - result.constData());
    return result;
}

QString messageTypeOf(const MessageEvent &event, const Platform &platform)
{
    if (const QString given = event.messageType.trimmed(); !given.isEmpty()) {
        return given;
    }
    if (!platform.deviceType.isEmpty()) {
        return platform.messageType;
    }
    const auto known = EventCatalog::find(event.eventName.trimmed());
    return known ? known->messageType : QString();
}

} // namespace

TrackCall call(const MessageEvent &event, const QString &connection, std::int64_t received)
{
    const Platform platform = Platform::read(event.platform);
    TrackCall result;
    result.event = event.eventName.trimmed();
    result.identity = Identity::fromPushwoosh(event.userId, event.hwid);
    result.messageType = messageTypeOf(event, platform);
    result.campaignCode = event.campaignCode.trimmed();
    if (result.campaignCode.isEmpty()) {
        result.campaignId = event.campaignId.trimmed();
    }
    result.deviceType = platform.deviceType;
    result.messageId = messageId(event.bytes, connection, received);
    result.timestamp = event.time.value_or(received);
    return result;
}

QString messageId(const QByteArray &event, const QString &connection, std::int64_t received)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(connection.toUtf8());
    hash.addData(QByteArray(1, '\n'));
    hash.addData(withoutBlanks(event));
    return QString::fromLatin1(hash.result().toHex()) + QLatin1Char('-') + QString::number(received / kDay);
}

std::array<QString, 2> idsOfDaysBeside(const QString &messageId)
{
    const qsizetype dayAt = messageId.lastIndexOf(QLatin1Char('-')) + 1;
    const qint64 day = QStringView(messageId).mid(dayAt).toLongLong();
    const QString event = messageId.left(dayAt);
    return {event + QString::number(day - 1), event + QString::number(day + 1)};
}

} // namespace segue::EventMapper
