// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/ShownEvent.h"

#include "app/exports/EntryWriter.h"
#include "app/exports/PlainText.h"
#include "app/segment/JsonOutline.h"
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

} // namespace

ShownEvent ShownEvent::from(const EventDetails &details, const QString &sourceName, bool hideIdentities)
{
    ShownEvent event;
    event.entry = details.entry;
    event.attempts = details.attempts;
    event.payload = details.payload;
    event.storedBytes = details.payload.size();
    event.secondPart = {details.secondPart, details.secondPart.size()};
    event.sourceName = sourceName;
    // A call of a client that has no type of its own is shown by that of its route.
    const QString typeOfRoute = QString::fromStdString(details.entry.fields.event);
    event.findings = details.entry.fields.findings | TrackCheck::of(details.payload, typeOfRoute).bits();
    event.hidden = hideIdentities;
    if (!hideIdentities) {
        return event;
    }
    ShownJson &part = event.secondPart;
    part.withheld = part.storedBytes > kMostMasked || (part.storedBytes > 0 && !JsonOutline::read(part.bytes, 0));
    if (part.withheld) {
        part.bytes.clear();
    }
    StoredEntry stored{details.entry,
                       details.payload.toStdString(),
                       {details.attempts.begin(), details.attempts.end()},
                       part.bytes.toStdString()};
    EntryWriter::hide(stored);
    event.entry = stored.entry;
    event.attempts = {stored.attempts.begin(), stored.attempts.end()};
    event.withheld = !JsonOutline::read(details.payload, 0);
    event.payload = event.withheld ? QByteArray() : QByteArray::fromStdString(*stored.payload);
    part.bytes = QByteArray::fromStdString(stored.secondPart);
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
