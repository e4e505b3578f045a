// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/AttemptHar.h"

#include "app/segment/TrackCall.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>
#include <QUrl>

namespace segue::AttemptHar {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kUnknown = -1;
constexpr qsizetype kKeptBody = 4096; // of an answer, as TrackingApi keeps it

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

//! The first line of a stored head and its fields.
struct Head
{
    QStringList start;
    QJsonArray fields;
    qint64 size = kUnknown;

    explicit Head(const std::string &stored)
    {
        QStringList lines = text(stored).split(u'\n');
        for (QString &line : lines) {
            line.remove(u'\r');
        }
        start = lines.takeFirst().split(u' ');
        for (const QString &line : std::as_const(lines)) {
            if (const qsizetype colon = line.indexOf(u':'); colon > 0) {
                fields.append(QJsonObject{{u"name"_s, line.left(colon)}, {u"value"_s, line.mid(colon + 1).trimmed()}});
            }
        }
        if (!stored.empty()) {
            size = static_cast<qint64>(stored.size());
        }
    }

    QString value(QLatin1String name) const
    {
        for (const auto &field : fields) {
            const QJsonObject object = field.toObject();
            if (object.value(u"name").toString().compare(name, Qt::CaseInsensitive) == 0) {
                return object.value(u"value").toString();
            }
        }
        return {};
    }

    qint64 length() const
    {
        bool known = false;
        const qint64 length = value(QLatin1String("Content-Length")).toLongLong(&known);
        return known ? length : kUnknown;
    }
};

QString addressOf(const Head &head)
{
    const QString authority = head.value(QLatin1String("Host"));
    if (authority.isEmpty()) {
        return {};
    }
    const QString host = QUrl(u"http://"_s + authority).host();
    const bool here = host == u"localhost" || QHostAddress(host).isLoopback();
    return (here ? u"http://"_s : u"https://"_s) + authority + head.start.value(1);
}

QJsonObject requestOf(const Head &head, const StoredEntry &stored)
{
    const QString path = head.start.value(1);
    const QString url = addressOf(head);
    QJsonObject request{
        {u"method"_s, head.start.value(0)},
        {u"url"_s, url},
        {u"httpVersion"_s, head.start.value(2)},
        {u"cookies"_s, QJsonArray()},
        {u"headers"_s, head.fields},
        {u"queryString"_s, QJsonArray()},
        {u"headersSize"_s, head.size},
        {u"bodySize"_s, head.length()},
    };
    const QString comment = path.endsWith(u"/batch")
                                ? u"This event alone, without sentAt; the request carried it in a batch, of which the "
                                  "rest is not told here."_s
                                : u"The event without sentAt, which is added on each attempt."_s;
    request.insert(u"postData"_s, QJsonObject{{u"mimeType"_s, head.value(QLatin1String("Content-Type"))},
                                              {u"text"_s, text(stored.payload.value_or(std::string()))},
                                              {u"comment"_s, comment}});
    return request;
}

QJsonObject contentOf(const Head &head, const std::string &kept)
{
    const QByteArray body = QByteArray::fromStdString(kept);
    const qint64 length = head.length();
    QJsonObject content{{u"size"_s, std::max<qint64>(length, body.size())},
                        {u"mimeType"_s, head.value(QLatin1String("Content-Type"))}};
    // With a state: a character that was cut off at the end is no error.
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(body);
    if (decoder.hasError()) {
        content.insert(u"encoding"_s, u"base64"_s);
        content.insert(u"text"_s, QString::fromLatin1(body.toBase64()));
    } else {
        content.insert(u"text"_s, decoded);
    }
    if (length > body.size() || body.size() >= kKeptBody) {
        content.insert(u"comment"_s, u"Cut off: Segue keeps the first 4 KB of an answer."_s);
    }
    return content;
}

QJsonObject responseOf(const Head &head, const Attempt &attempt)
{
    return {
        {u"status"_s, attempt.status},
        {u"statusText"_s, head.start.mid(2).join(u' ')},
        {u"httpVersion"_s, head.start.value(0)},
        {u"cookies"_s, QJsonArray()},
        {u"headers"_s, head.fields},
        {u"content"_s, contentOf(head, attempt.responseBody)},
        {u"redirectURL"_s, head.value(QLatin1String("Location"))},
        {u"headersSize"_s, head.size},
        {u"bodySize"_s, head.length()},
    };
}

QByteArray entryOf(const StoredEntry &stored, std::size_t index, const QString &connectionName)
{
    const Attempt &attempt = stored.attempts[index];
    const EntryFields &fields = stored.entry.fields;
    const Head request(attempt.requestHead);
    const Head response(attempt.responseHead);
    const QJsonObject segue{
        {u"id"_s, static_cast<qint64>(stored.entry.id.value)},
        {u"event"_s, text(fields.event)},
        {u"messageId"_s, text(fields.messageId)},
        {u"connection"_s, text(fields.connection)},
        {u"connectionName"_s, connectionName},
        {u"attempt"_s, static_cast<qint64>(index + 1)},
        {u"outcome"_s, text(attempt.outcome)},
        {u"mayHaveArrived"_s, attempt.mayHaveArrived},
    };
    const qint64 duration = std::max<qint64>(attempt.duration, 0);
    QJsonObject entry{
        {u"startedDateTime"_s, Payload::isoTime(attempt.started)},
        {u"time"_s, duration},
        {u"request"_s, requestOf(request, stored)},
        {u"response"_s, responseOf(response, attempt)},
        {u"cache"_s, QJsonObject()},
        {u"timings"_s, QJsonObject{{u"send"_s, 0}, {u"wait"_s, duration}, {u"receive"_s, 0}}},
        {u"_segue"_s, segue},
    };
    if (!attempt.error.empty()) {
        entry.insert(u"comment"_s, text(attempt.error));
    }
    return QJsonDocument(entry).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray begin()
{
    return "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"Segue\",\"version\":\"" SEGUE_VERSION
           "\"},\"comment\":\"Attempts to deliver events. Secrets are redacted.\",\"entries\":[\n";
}

QByteArray end()
{
    return "\n]}}\n";
}

QByteArray entries(const StoredEntry &stored, const QString &connectionName)
{
    QByteArray all;
    for (std::size_t i = 0; i < stored.attempts.size(); ++i) {
        if (!all.isEmpty()) {
            all += ",\n";
        }
        all += entryOf(stored, i, connectionName);
    }
    return all;
}

} // namespace segue::AttemptHar
