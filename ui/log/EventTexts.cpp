// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/EventTexts.h"

#include "app/catalog/WarehouseNames.h"
#include "app/segment/TrackCall.h"
#include "ui/log/LogDelegate.h"
#include "ui/widgets/EventWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace segue::EventTexts {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::EventTexts)
};

QString jsonText(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

void flatten(const QString &prefix, const QJsonObject &object, QList<std::pair<QString, QString>> &columns)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString path = prefix + member.key();
        if (member.value().isObject()) {
            flatten(path + u'.', member.value().toObject(), columns);
        } else if (!member.value().isNull()) {
            columns.append({WarehouseNames::column(path), jsonText(member.value())});
        }
    }
}

QList<std::pair<QString, QString>> columnsOf(const EventDetails &details, bool hideIdentities)
{
    const QJsonObject event = QJsonDocument::fromJson(details.payload).object();
    const auto shown = [&](const char *member) {
        const QString value = event.value(QLatin1String(member)).toString();
        return hideIdentities ? hiddenIdentity(value) : value;
    };
    QList<std::pair<QString, QString>> columns{
        {QStringLiteral("id"), event.value(QLatin1String("messageId")).toString()},
        {QStringLiteral("user_id"), shown("userId")},
        {QStringLiteral("anonymous_id"), shown("anonymousId")},
        {QStringLiteral("event"), WarehouseNames::snakeCase(event.value(QLatin1String("event")).toString())},
        {QStringLiteral("event_text"), event.value(QLatin1String("event")).toString()},
        {QStringLiteral("original_timestamp"), event.value(QLatin1String("timestamp")).toString()},
    };
    flatten({}, event.value(QLatin1String("properties")).toObject(), columns);
    flatten(QStringLiteral("context."), event.value(QLatin1String("context")).toObject(), columns);
    columns.removeIf([](const auto &column) { return column.second.isEmpty(); });
    return columns;
}

} // namespace

QString attempts(const EventDetails &details)
{
    if (details.attempts.isEmpty()) {
        return Text::tr("No attempt yet.");
    }
    QStringList blocks;
    int number = 0;
    for (const Attempt &attempt : details.attempts) {
        const QString time =
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(attempt.started), QLocale::ShortFormat);
        const QString status =
            attempt.status > 0 ? Text::tr("answered %1").arg(attempt.status) : Text::tr("no answer");
        QStringList lines{Text::tr("Try %1 · %2 · %3 · %4", "number, time, answer, duration")
                              .arg(QLocale().toString(++number), time, status, EventWords::duration(attempt.duration))};
        for (const std::string &part : {attempt.error, attempt.requestHead, attempt.responseHead, attempt.responseBody}) {
            const QString text = QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size())).trimmed();
            if (!text.isEmpty()) {
                lines.append(QString(text).remove(u'\r'));
            }
        }
        blocks.append(lines.join(QStringLiteral("\n\n")));
    }
    return blocks.join(QStringLiteral("\n\n――――――\n\n"));
}

QString warehouseRow(const EventDetails &details, const QString &sourceName, bool hideIdentities)
{
    const QString table = WarehouseNames::table(QString::fromStdString(details.entry.fields.event));
    if (table.isEmpty()) {
        return Text::tr("The event's name gives no table name.");
    }
    const QString schema = WarehouseNames::schema(sourceName);
    const QList<std::pair<QString, QString>> columns = columnsOf(details, hideIdentities);
    qsizetype widest = 0;
    for (const auto &column : columns) {
        widest = std::max(widest, column.first.size());
    }
    QStringList lines{(schema.isEmpty() ? QString() : schema + u'.') + table, QString()};
    for (const auto &[name, value] : columns) {
        lines.append(name.leftJustified(widest + 2) + value);
    }
    lines.append({QString(), Text::tr("A preview: the schema's exact name is set in the source's SQL settings, and a "
                                      "warehouse gets events with the next sync, not at once.")});
    return lines.join(u'\n');
}

QByteArray withoutIdentity(const EventDetails &details)
{
    QByteArray payload = details.payload;
    const QByteArray identity = QByteArray::fromStdString(details.entry.fields.identity);
    if (identity.size() > 1) {
        payload.replace(identity, hiddenIdentity(QString::fromUtf8(identity)).toUtf8());
    }
    return payload;
}

} // namespace segue::EventTexts
