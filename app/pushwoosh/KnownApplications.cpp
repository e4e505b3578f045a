// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pushwoosh/KnownApplications.h"

#include "app/core/PrivateFiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace segue {

namespace {

constexpr int kVersion = 1;
constexpr qint64 kLargestFile = qint64{64} * 1024 * 1024;

const QLatin1String kCode("code");
const QLatin1String kName("name");

} // namespace

KnownApplications::KnownApplications(const QString &dataFolder)
    : m_path(dataFolder + QStringLiteral("/applications.json"))
{
}

Result<KnownList> KnownApplications::read() const
{
    QFile file(m_path);
    QJsonObject object;
    if (file.open(QIODevice::ReadOnly) && file.size() <= kLargestFile) {
        object = QJsonDocument::fromJson(file.readAll()).object();
    }
    if (object.value(QLatin1String("version")).toInt() != kVersion) {
        return Error{ErrorCode::Absent, QStringLiteral("no list of applications"),
                     QCoreApplication::translate("segue::KnownApplications",
                                                 "No list of applications was read on this computer yet.")};
    }
    KnownList known;
    known.base = QUrl(object.value(QLatin1String("base")).toString());
    known.readAt = object.value(QLatin1String("readAt")).toInteger();
    known.list.isComplete = object.value(QLatin1String("complete")).toBool(true);
    const QJsonArray applications = object.value(QLatin1String("applications")).toArray();
    for (const auto &each : applications) {
        known.list.applications.append({each.toObject().value(kCode).toString(), each.toObject().value(kName).toString()});
    }
    return known;
}

Status KnownApplications::keep(const KnownList &known) const
{
    QJsonArray applications;
    for (const PushwooshApplication &each : known.list.applications) {
        applications.append(QJsonObject{{kCode, each.code}, {kName, each.name}});
    }
    const QJsonObject object{{QStringLiteral("version"), kVersion},
                             {QStringLiteral("base"), known.base.toString()},
                             {QStringLiteral("readAt"), qint64{known.readAt}},
                             {QStringLiteral("complete"), known.list.isComplete},
                             {QStringLiteral("applications"), applications}};
    return writePrivately(m_path, QJsonDocument(object).toJson(QJsonDocument::Indented));
}

QString KnownApplications::nameOf(const QString &code) const
{
    const Result<KnownList> known = read();
    if (!known) {
        return {};
    }
    for (const PushwooshApplication &each : known.value().list.applications) {
        if (each.code.compare(code, Qt::CaseInsensitive) == 0) {
            return each.name;
        }
    }
    return {};
}

} // namespace segue
