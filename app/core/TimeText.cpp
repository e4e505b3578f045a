// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/TimeText.h"

#include <QDateTime>
#include <QRegularExpression>

namespace segue::TimeText {

namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kLongest = 3653LL * 24 * 60 * 60 * kSecond;

std::int64_t unit(QChar letter)
{
    switch (letter.unicode()) {
    case u'm':
        return 60 * kSecond;
    case u'h':
        return std::int64_t{60} * 60 * kSecond;
    case u'd':
        return std::int64_t{24} * 60 * 60 * kSecond;
    case u'w':
        return std::int64_t{7} * 24 * 60 * 60 * kSecond;
    default:
        return kSecond;
    }
}

std::optional<std::int64_t> length(const QString &text, bool unitNeeded)
{
    static const QRegularExpression shape(QStringLiteral("^([0-9]{1,9})([smhdw]?)$"));
    const QRegularExpressionMatch match = shape.match(text);
    const QString letter = match.captured(2);
    if (!match.hasMatch() || (unitNeeded && letter.isEmpty())) {
        return std::nullopt;
    }
    const std::int64_t ms = match.captured(1).toLongLong() * unit(letter.isEmpty() ? QChar(u's') : letter.front());
    return ms <= kLongest ? std::optional(ms) : std::nullopt;
}

} // namespace

std::optional<std::int64_t> duration(const QString &text)
{
    return length(text, false);
}

std::optional<std::int64_t> point(const QString &text, std::int64_t nowMs)
{
    if (text == u"now") {
        return nowMs;
    }
    if (const auto ago = length(text, true)) {
        return nowMs - *ago;
    }
    // Qt's reader is lenient about what stands behind a date; the shape is therefore checked first.
    static const QRegularExpression date(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}$"));
    static const QRegularExpression dateTime(
        QStringLiteral(
            "^(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)(Z|[+-]\\d{2}:?\\d{2})?$"),
        QRegularExpression::CaseInsensitiveOption);
    QDateTime time;
    if (date.match(text).hasMatch()) {
        time = QDate::fromString(text, Qt::ISODate).startOfDay();
    } else if (const QRegularExpressionMatch match = dateTime.match(text); match.hasMatch()) {
        QString zone = match.captured(3).toUpper();
        if (zone.size() == 5) {
            zone.insert(3, u':');
        }
        time = QDateTime::fromString(match.captured(1) + u'T' + match.captured(2) + zone, Qt::ISODateWithMs);
    }
    return time.isValid() ? std::optional<std::int64_t>(time.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace segue::TimeText
