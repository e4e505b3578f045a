// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckupFile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace segue::CheckupFile {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::CheckupHistory)
};

constexpr int kVersion = 1;

QString isoText(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

std::int64_t timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

QJsonObject stored(const CheckResult &result)
{
    QJsonObject object = resultJson(result);
    if (result.next.kind != NextStep::Kind::None) {
        object.insert("next"_L1, nextStepWord(result.next.kind));
        object.insert("url"_L1, result.next.url.toString(QUrl::FullyEncoded));
    }
    return object;
}

std::optional<CheckResult> readResult(const QJsonObject &object)
{
    const auto id = checkFromWord(object.value("id"_L1).toString());
    const auto verdict = verdictFromWord(object.value("verdict"_L1).toString());
    if (!id || !verdict) {
        return {};
    }
    CheckResult result;
    result.id = *id;
    result.verdict = *verdict;
    result.title = object.value("title"_L1).toString();
    const QJsonArray evidence = object.value("evidence"_L1).toArray();
    for (const auto &line : evidence) {
        result.evidence.append(line.toString());
    }
    result.remedy = object.value("remedy"_L1).toString();
    result.needs = object.value("needs"_L1).toString();
    result.next.kind = nextStepFromWord(object.value("next"_L1).toString());
    result.next.url = QUrl(object.value("url"_L1).toString());
    result.at = timeOf(object.value("at"_L1));
    return result;
}

CheckupRecord readRecord(const QJsonObject &object, const ConnectionId &connection)
{
    CheckupRecord record;
    record.connection = connection;
    record.startedAt = timeOf(object.value("startedAt"_L1));
    record.duration = object.value("duration"_L1).toInteger();
    record.askedSegment = object.value("askedSegment"_L1).toBool();
    record.endpoint = object.value("endpoint"_L1).toString();
    record.application = object.value("application"_L1).toString();
    record.earlierKey = object.value("earlierKey"_L1).toBool();
    const QJsonArray results = object.value("results"_L1).toArray();
    for (const auto &each : results) {
        if (const auto result = readResult(each.toObject())) {
            record.results.append(*result);
        }
    }
    return record;
}

} // namespace

QJsonObject resultJson(const CheckResult &result)
{
    return {{u"id"_s, checkWord(result.id)}, {u"verdict"_s, verdictWord(result.verdict)},
            {u"title"_s, result.title},      {u"evidence"_s, QJsonArray::fromStringList(result.evidence)},
            {u"remedy"_s, result.remedy},    {u"needs"_s, result.needs},
            {u"at"_s, isoText(result.at)}};
}

QByteArray bytes(const QList<CheckupRecord> &records)
{
    QJsonArray array;
    for (const CheckupRecord &record : records) {
        QJsonArray results;
        for (const CheckResult &result : record.results) {
            results.append(stored(result));
        }
        array.append(QJsonObject{{u"startedAt"_s, isoText(record.startedAt)},
                                 {u"duration"_s, qint64{record.duration}},
                                 {u"askedSegment"_s, record.askedSegment},
                                 {u"endpoint"_s, record.endpoint},
                                 {u"application"_s, record.application},
                                 {u"earlierKey"_s, record.earlierKey},
                                 {u"results"_s, results}});
    }
    return QJsonDocument(QJsonObject{{u"version"_s, kVersion}, {u"checkups"_s, array}}).toJson();
}

Result<QList<CheckupRecord>> read(const QByteArray &bytes, const ConnectionId &connection)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    const int version = root.value("version"_L1).toInt();
    if (version > kVersion) {
        return Error{
            ErrorCode::NewerVersion, u"checkups of version %1"_s.arg(version),
            Text::tr("Earlier checkups of this connection were kept by a newer version of Segue. They were left as "
                     "they are; new ones are not kept.")};
    }
    if (version < 1 || !root.value("checkups"_L1).isArray()) {
        return Error{
            ErrorCode::Damaged, u"checkups cannot be read"_s,
            Text::tr("The file with earlier checkups of this connection is damaged. It was left as it is; new ones "
                     "are not kept until it is moved away.")};
    }
    QList<CheckupRecord> records;
    const QJsonArray array = root.value("checkups"_L1).toArray();
    for (const auto &each : array) {
        if (const CheckupRecord record = readRecord(each.toObject(), connection); !record.results.isEmpty()) {
            records.append(record);
        }
    }
    return records;
}

} // namespace segue::CheckupFile
