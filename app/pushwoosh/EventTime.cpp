// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pushwoosh/EventTime.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace segue {

namespace {

constexpr std::int64_t kFirst = 946'684'800'000;   // 2000-01-01T00:00:00Z
constexpr std::int64_t kLast = 4'102'444'800'000;  // 2100-01-01T00:00:00Z
constexpr std::int64_t kFirstMs = 100'000'000'000; // as seconds this would be the year 5138
constexpr qsizetype kMostDigits = 15;

std::optional<std::int64_t> plausible(std::int64_t ms)
{
    return ms >= kFirst && ms < kLast ? std::optional(ms) : std::nullopt;
}

std::optional<std::int64_t> readNumber(const QString &text)
{
    const qsizetype point = text.indexOf(u'.');
    const QString whole = text.left(point);
    bool ok = false;
    const std::int64_t number = whole.toLongLong(&ok);
    if (!ok) {
        return {};
    }
    if (number >= kFirstMs) {
        return plausible(number);
    }
    const QString fraction = point < 0 ? QString() : text.mid(point + 1, 3).leftJustified(3, u'0');
    return plausible(number * 1'000 + fraction.toInt());
}

} // namespace

std::optional<std::int64_t> readEventTime(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool isNumber =
        !trimmed.isEmpty() && trimmed.count(u'.') <= 1 && trimmed.indexOf(u'.') != 0 &&
        std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
    if (isNumber) {
        const qsizetype digits = trimmed.contains(u'.') ? trimmed.indexOf(u'.') : trimmed.size();
        return digits > kMostDigits ? std::nullopt : readNumber(trimmed);
    }
    // Qt takes both a blank and a T between date and time; without a zone it means local time, Pushwoosh means UTC.
    QDateTime time = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
    if (!time.isValid()) {
        return {};
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return plausible(time.toMSecsSinceEpoch());
}

} // namespace segue
