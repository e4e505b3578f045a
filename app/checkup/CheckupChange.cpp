// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckupChange.h"

#include "app/exports/PlainText.h"

#include <QCoreApplication>

namespace segue::CheckupChange {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::CheckupChange)
};

constexpr qsizetype kLongest = 120;

QString shown(const QString &value)
{
    return value.isEmpty() ? Text::tr("none", "no application") : plainTextCut(value, kLongest);
}

} // namespace

void note(CheckupRecord &record, const Connection &connection)
{
    record.endpoint = connection.endpoint.displayText();
    record.application = connection.applicationCode;
}

QStringList since(const CheckupRecord &record, const Connection &now)
{
    QStringList changes;
    // A record of an earlier Segue does not say what it is about.
    const bool isKnown = !record.endpoint.isEmpty() && !now.isSandbox();
    if (isKnown && record.endpoint != now.endpoint.displayText()) {
        changes.append(Text::tr("The endpoint was changed since, from %1 to %2.")
                           .arg(shown(record.endpoint), shown(now.endpoint.displayText())));
    }
    if (isKnown && record.application != now.applicationCode) {
        changes.append(Text::tr("The Pushwoosh application was changed since, from %1 to %2.")
                           .arg(shown(record.application), shown(now.applicationCode)));
    }
    if (record.earlierKey) {
        changes.append(Text::tr("The write key was changed since."));
    }
    return changes;
}

} // namespace segue::CheckupChange
