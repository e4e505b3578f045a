// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/SetupDraftFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace segue::SetupDraftFile {

using namespace Qt::StringLiterals;

namespace {

const std::array<QLatin1StringView, kSetupSteps> kSteps{"name"_L1,  "segment"_L1, "application"_L1, "events"_L1,
                                                        "apply"_L1, "prove"_L1,   "done"_L1};
const std::array<QLatin1StringView, 3> kRegions{"us"_L1, "eu"_L1, "other"_L1};
const std::array<QLatin1StringView, 3> kCountedBy{"nobody"_L1, "run"_L1, "name"_L1};
const std::array<QLatin1StringView, 3> kCounted{"no"_L1, "received"_L1, "failed"_L1};

Error damaged(const QString &place)
{
    return {ErrorCode::Damaged, place, {}};
}

template <std::size_t N> std::optional<std::size_t> placeOf(const std::array<QLatin1StringView, N> &words, const QString &word)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (word == words[i]) {
            return i;
        }
    }
    return std::nullopt;
}

//! Journal ids and times need more digits than a double has.
QString numberText(std::int64_t number)
{
    return QString::number(number);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray items = value.toArray();
    for (const auto &item : items) {
        texts.append(item.toString());
    }
    return texts;
}

QJsonObject written(const ProofRecord &proof)
{
    QJsonArray samples;
    for (const ProofRecord::Sample &sample : proof.samples) {
        QJsonObject object{{"event"_L1, sample.event},
                           {"messageId"_L1, sample.messageId},
                           {"entry"_L1, numberText(sample.entry.value)}};
        if (sample.counted != ProofRecord::Counted::No) {
            object.insert("counted"_L1, QString(kCounted.at(static_cast<std::size_t>(sample.counted))));
        }
        if (!sample.discardReason.isEmpty()) {
            object.insert("discardReason"_L1, sample.discardReason);
        }
        samples.append(object);
    }
    return {{"run"_L1, proof.runId},
            {"started"_L1, numberText(proof.started)},
            {"keptOut"_L1, proof.keptOut},
            {"samples"_L1, samples},
            {"countedBy"_L1, QString(kCountedBy.at(static_cast<std::size_t>(proof.countedBy)))},
            {"countedAt"_L1, numberText(proof.countedAt)},
            {"seenByPerson"_L1, numberText(proof.seenByPerson)},
            {"proven"_L1, proof.proven}};
}

QJsonObject written(const SetupDraft &draft)
{
    QJsonObject object{
        {"id"_L1, draft.id.text()},
        {"name"_L1, draft.name},
        {"nameTyped"_L1, draft.nameTyped},
        {"environment"_L1, environmentWord(draft.environment)},
        {"region"_L1, QString(kRegions.at(static_cast<std::size_t>(draft.region)))},
        {"endpoint"_L1, draft.endpointText},
        {"application"_L1, draft.applicationText},
        {"allEvents"_L1, draft.allEvents},
        {"events"_L1, QJsonArray::fromStringList(draft.events)},
        {"keyExpected"_L1, draft.keyExpected},
        {"step"_L1, stepWord(draft.step)},
        {"furthest"_L1, stepWord(draft.furthest)},
        {"ticks"_L1, QJsonArray::fromStringList(draft.ticks)},
        {"finished"_L1, draft.finished},
    };
    if (!draft.destinations.isEmpty()) {
        QJsonArray destinations;
        for (const DestinationTick &each : draft.destinations) {
            destinations.append(
                QJsonObject{{"id"_L1, each.id}, {"name"_L1, each.name}, {"seen"_L1, numberText(each.seen)}});
        }
        object.insert("destinations"_L1, destinations);
    }
    if (draft.proof) {
        object.insert("proof"_L1, written(*draft.proof));
    }
    return object;
}

std::optional<ProofRecord> readProof(const QJsonObject &object)
{
    ProofRecord proof;
    bool fits = true;
    const auto number = [&fits](const QJsonValue &value) {
        bool ok = false;
        const std::int64_t read = value.toString().toLongLong(&ok);
        fits = fits && ok;
        return read;
    };
    proof.runId = object.value("run"_L1).toString();
    proof.started = number(object.value("started"_L1));
    proof.keptOut = object.value("keptOut"_L1).toBool();
    proof.seenByPerson = number(object.value("seenByPerson"_L1));
    proof.proven = object.value("proven"_L1).toBool();
    const QJsonArray samples = object.value("samples"_L1).toArray();
    for (const auto &value : samples) {
        const QJsonObject sample = value.toObject();
        // What an older program did not know is absent, what a newer one may say else counts as nothing.
        const auto counted = placeOf(kCounted, sample.value("counted"_L1).toString());
        proof.samples.append({sample.value("event"_L1).toString(), sample.value("messageId"_L1).toString(),
                              EntryId{number(sample.value("entry"_L1))},
                              static_cast<ProofRecord::Counted>(counted.value_or(0)),
                              sample.value("discardReason"_L1).toString()});
    }
    const auto countedBy = placeOf(kCountedBy, object.value("countedBy"_L1).toString());
    proof.countedBy = static_cast<ProofRecord::CountedBy>(countedBy.value_or(0));
    proof.countedAt = object.value("countedAt"_L1).toString().toLongLong();
    return fits && !proof.runId.isEmpty() ? std::optional(proof) : std::nullopt;
}

Result<SetupDraft> readDraft(const QJsonObject &object, const QString &place)
{
    SetupDraft draft;
    draft.id = ConnectionId::fromText(object.value("id"_L1).toString());
    const auto environment = environmentFromWord(object.value("environment"_L1).toString());
    const auto region = placeOf(kRegions, object.value("region"_L1).toString());
    const auto step = placeOf(kSteps, object.value("step"_L1).toString());
    const auto furthest = placeOf(kSteps, object.value("furthest"_L1).toString());
    if (draft.id.isNull() || draft.id == sandboxId()) {
        return damaged(place + u".id"_s);
    }
    if (!environment || *environment == Environment::Sandbox || !region || !step || !furthest) {
        return damaged(place);
    }
    draft.name = object.value("name"_L1).toString();
    draft.nameTyped = object.value("nameTyped"_L1).toBool();
    draft.environment = *environment;
    draft.region = static_cast<Endpoint::Region>(*region);
    draft.endpointText = object.value("endpoint"_L1).toString();
    draft.applicationText = object.value("application"_L1).toString();
    draft.allEvents = object.value("allEvents"_L1).toBool(true);
    draft.events = textsOf(object.value("events"_L1));
    draft.keyExpected = object.value("keyExpected"_L1).toBool();
    draft.step = static_cast<SetupStep>(*step);
    draft.furthest = std::max(draft.step, static_cast<SetupStep>(*furthest));
    draft.ticks = textsOf(object.value("ticks"_L1));
    draft.finished = object.value("finished"_L1).toBool();
    const QJsonArray destinations = object.value("destinations"_L1).toArray();
    for (const auto &value : destinations) {
        const QJsonObject each = value.toObject();
        draft.destinations.append({each.value("id"_L1).toString(), each.value("name"_L1).toString(),
                                   each.value("seen"_L1).toString().toLongLong()});
    }
    if (object.contains("proof"_L1)) {
        draft.proof = readProof(object.value("proof"_L1).toObject());
        if (!draft.proof) {
            return damaged(place + u".proof"_s);
        }
    }
    return draft;
}

} // namespace

QString stepWord(SetupStep step)
{
    return kSteps.at(static_cast<std::size_t>(step));
}

Result<QList<SetupDraft>> read(const QByteArray &bytes, int supportedVersion)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    const QJsonObject root = document.object();
    const int version = root.value("version"_L1).toInt(-1);
    if (version > supportedVersion) {
        return Error{ErrorCode::NewerVersion, u"version %1"_s.arg(version), {}};
    }
    if (version < 1) {
        return damaged(parseError.error == QJsonParseError::NoError ? u"version"_s : parseError.errorString());
    }
    if (!root.value("drafts"_L1).isArray()) {
        return damaged(u"drafts"_s);
    }
    QList<SetupDraft> drafts;
    const QJsonArray items = root.value("drafts"_L1).toArray();
    for (const auto &item : items) {
        const Result<SetupDraft> draft = readDraft(item.toObject(), u"drafts[%1]"_s.arg(drafts.size()));
        if (!draft) {
            return draft.error();
        }
        drafts.append(draft.value());
    }
    return drafts;
}

QByteArray bytes(const QList<SetupDraft> &drafts, int version)
{
    QJsonArray items;
    for (const SetupDraft &draft : drafts) {
        items.append(written(draft));
    }
    return QJsonDocument(QJsonObject{{"version"_L1, version}, {"drafts"_L1, items}}).toJson(QJsonDocument::Indented);
}

} // namespace segue::SetupDraftFile
