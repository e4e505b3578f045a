// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/QueueFigures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::QueueFigures)
};

constexpr std::int64_t kDayMs = std::int64_t{24} * 60 * 60 * 1'000;

//! The time of day, with the date when that is more than a day away.
QString when(std::int64_t time, std::int64_t now)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time);
    const bool near = time > now - kDayMs && time < now + kDayMs;
    return near ? QLocale().toString(local.time(), QLocale::ShortFormat)
                : QLocale().toString(local, QLocale::ShortFormat);
}

} // namespace

void QueueFigures::take(const DeliveryStatus &status)
{
    nextTry = status.kind == DeliveryStatus::Kind::Retrying ? status.nextAttempt : -1;
    perSecond = status.perSecond;
}

QString QueueFigures::words(std::int64_t now) const
{
    QStringList parts;
    if (queued > 0) {
        parts.append(Text::tr("%1 queued", "a number of events").arg(QLocale().toString(qint64{queued})));
    }
    if (queued > 0 && oldestSince >= 0) {
        parts.append(Text::tr("oldest since %1", "a time").arg(when(oldestSince, now)));
    }
    if (nextTry >= 0) {
        parts.append(
            Text::tr("next try at %1", "a time")
                .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(nextTry).time(), QStringLiteral("HH:mm:ss"))));
    }
    if (perSecond > 0) {
        parts.append(Text::tr("%1 a second", "events").arg(QLocale().toString(perSecond)));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace segue
