// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/ShownEvent.h"

#include "app/exports/PlainText.h"
#include "app/segment/IdentityMask.h"
#include "app/segment/TrackCheck.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::ShownEvent)
};

constexpr qsizetype kLongestTitle = 200;

void maskAnswer(std::string &body, const QString &identity)
{
    const QByteArray bytes = QByteArray::fromStdString(body);
    if (const auto masked = IdentityMask::maskedPayload(bytes, identity)) {
        body = masked->toStdString();
    } else if (!identity.isEmpty() && bytes.contains(identity.toUtf8())) {
        body = Text::tr("(not shown: it holds the hidden identity)").toStdString();
    }
}

} // namespace

ShownEvent ShownEvent::from(const EventDetails &details, const QString &sourceName, bool hideIdentities)
{
    ShownEvent event;
    event.entry = details.entry;
    event.attempts = details.attempts;
    event.payload = details.payload;
    event.storedBytes = details.payload.size();
    event.sourceName = sourceName;
    event.findings = details.entry.fields.findings | TrackCheck::of(details.payload).bits();
    event.hidden = hideIdentities;
    if (!hideIdentities) {
        return event;
    }
    const QString identity = QString::fromStdString(details.entry.fields.identity);
    const auto masked = IdentityMask::maskedPayload(details.payload, identity);
    event.withheld = !masked;
    event.payload = masked.value_or(QByteArray());
    event.entry.fields.identity = IdentityMask::masked(identity).toStdString();
    for (Attempt &attempt : event.attempts) {
        maskAnswer(attempt.responseBody, identity);
    }
    return event;
}

QString ShownEvent::title() const
{
    return entry.fields.event.empty() ? Text::tr("Event without a name")
                                      : plainTextCut(QString::fromStdString(entry.fields.event), kLongestTitle);
}

QString ShownEvent::time() const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(entry.fields.received);
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' +
           local.toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace segue
