// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/WebAnswer.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace segue {

namespace {

constexpr std::int64_t kLongestWait = std::int64_t{365} * 24 * 3600 * 1000;

} // namespace

WebAuthorization WebAuthorization::basic(const Secret &user)
{
    return {"Basic", basicCredentials(user)};
}

WebAuthorization WebAuthorization::bearer(const Secret &token)
{
    return {"Bearer", token};
}

QByteArray WebAnswer::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto &pair) {
        return QByteArrayView(pair.first).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

std::int64_t readRetryAfter(const QByteArray &value, std::int64_t nowMs)
{
    const QByteArray text = value.trimmed();
    if (text.isEmpty()) {
        return -1;
    }
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool ok = false;
        const qlonglong asked = text.toLongLong(&ok);
        return ok && asked < kLongestWait / 1000 ? asked * 1000 : kLongestWait;
    }
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid()) {
        return -1;
    }
    date.setTimeSpec(Qt::UTC);
    return std::clamp<std::int64_t>(date.toMSecsSinceEpoch() - nowMs, 0, kLongestWait);
}

QString secondsText(std::int64_t ms)
{
    return QLocale().toString(static_cast<double>(ms) / 1000, 'g', 6);
}

} // namespace segue
