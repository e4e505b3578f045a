// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/LogColumns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

namespace segue::LogColumns {

namespace {

using Model = EventLogModel;

//! A column's word in the settings, and a text that shows how wide it is meant to be.
struct Kind
{
    Model::Column column;
    const char *word;
    const char *ideal;
    const char *least;
};

constexpr std::array kKinds{
    Kind{Model::TimeColumn, "time", "00:00:00.0000", "00:00:00.000"},
    Kind{Model::EventColumn, "event", "Push Delivered MMMM", "Push Deliv…M"},
    Kind{Model::IdentityColumn, "identity", "9F3C1A77-2B40-4C1EM", "9F3C1A…MM"},
    Kind{Model::StateColumn, "state", "Retrying in 45 sMM", "ConfirmedMM"},
    Kind{Model::DurationColumn, "duration", "000000", "0000"},
    Kind{Model::OriginColumn, "origin", "Test eventM", "Webhook"},
    Kind{Model::ConnectionColumn, "connection", "Pushwoosh_StagingM", "Pushwoosh"},
    Kind{Model::EnvironmentColumn, "environment", "EnvironmentM", "Staging"},
    Kind{Model::MessageTypeColumn, "message-type", "Message typeM", "Email…"},
    Kind{Model::CampaignColumn, "campaign", "5F1C2-09AB7MM", "5F1C2-…"},
    Kind{Model::DeviceColumn, "device", "Android MM", "iOSMM"},
    Kind{Model::MessageIdColumn, "message-id", "6d1f0c52-8a1e-4b7f-9d00", "6d1f0c5…"},
    Kind{Model::AttemptsColumn, "attempts", "AttemptsM", "Attem"},
    Kind{Model::StatusColumn, "status", "StatusM", "Status"},
    Kind{Model::ReasonColumn, "reason", "Segment could not be reached (timed out)", "Segment…MM"},
    Kind{Model::PayloadColumn, "payload", "properties.campaignM", "propert…"},
};
constexpr int kMargins = 24;
constexpr int kWidestName = 280;
const QLatin1String kColumn("column");
const QLatin1String kPath("path");
const QLatin1String kWidth("width");

const Kind &kindOf(Model::Column column)
{
    const auto found = std::ranges::find(kKinds, column, &Kind::column);
    return found == kKinds.end() ? kKinds.front() : *found;
}

int appetiteOf(Model::Column column)
{
    switch (column) {
    case Model::IdentityColumn:
        return 2;
    case Model::EventColumn:
    case Model::ConnectionColumn:
    case Model::CampaignColumn:
    case Model::MessageIdColumn:
    case Model::ReasonColumn:
    case Model::PayloadColumn:
        return 1;
    default:
        return 0;
    }
}

std::optional<LogColumn> readOne(const QJsonObject &object)
{
    const QString word = object.value(kColumn).toString();
    const auto kind = std::ranges::find_if(kKinds, [&](const Kind &each) { return word == QLatin1String(each.word); });
    if (kind == kKinds.end()) {
        return {};
    }
    LogColumn column{{kind->column, {}}, 0};
    if (kind->column == Model::PayloadColumn) {
        const std::optional<JsonPath> path = readPath(object.value(kPath).toString());
        if (!path) {
            return {};
        }
        column.spec.path = *path;
    }
    if (const int width = object.value(kWidth).toInt(); width > 0) {
        column.width = std::clamp(width, kNarrowest, kWidest);
    }
    return column;
}

//! Takes so much from the widths, from each in proportion to what it can give, and no more than all give together.
void take(QList<int> &widths, const QList<int> &yields, int missing)
{
    const int most = std::accumulate(yields.cbegin(), yields.cend(), 0);
    const int wanted = std::min(missing, most);
    int taken = 0;
    int seen = 0;
    for (qsizetype i = 0; i < widths.size() && most > 0; ++i) {
        // By running sums, so that what is rounded off is not lost.
        seen += yields.at(i);
        const int upToHere = static_cast<int>(qint64(wanted) * seen / most);
        widths[i] -= upToHere - taken;
        taken = upToHere;
    }
}

} // namespace

QList<LogColumn> defaults()
{
    return {{{Model::TimeColumn, {}}, 0},
            {{Model::EventColumn, {}}, 0},
            {{Model::IdentityColumn, {}}, 0},
            {{Model::StateColumn, {}}, 0},
            {{Model::DurationColumn, {}}, 0}};
}

std::optional<JsonPath> readPath(const QString &text)
{
    if (text.size() > kLongestPath) {
        return {};
    }
    std::optional<JsonPath> path = JsonPath::parse(text.trimmed().toStdString());
    return path && path->names().size() <= kDeepestPath ? path : std::nullopt;
}

QList<Model::ColumnSpec> specs(const QList<LogColumn> &columns)
{
    QList<Model::ColumnSpec> specs;
    std::ranges::transform(columns, std::back_inserter(specs), &LogColumn::spec);
    return specs;
}

QList<Model::Column> builtIn()
{
    QList<Model::Column> all;
    for (const Kind &kind : kKinds) {
        if (kind.column != Model::PayloadColumn) {
            all.append(kind.column);
        }
    }
    return all;
}

QByteArray write(const QList<LogColumn> &columns)
{
    QJsonArray array;
    for (const LogColumn &column : columns) {
        QJsonObject object{{kColumn, QLatin1String(kindOf(column.spec.column).word)}};
        if (column.spec.column == Model::PayloadColumn) {
            object.insert(kPath, QString::fromStdString(column.spec.path.text()));
        }
        if (column.width > 0) {
            object.insert(kWidth, column.width);
        }
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<LogColumn> read(const QByteArray &text)
{
    QList<LogColumn> columns;
    const QJsonArray array = QJsonDocument::fromJson(text).array();
    for (const auto &value : array) {
        const std::optional<LogColumn> column = readOne(value.toObject());
        const auto isTheSame = [&](const LogColumn &other) { return other.spec == column->spec; };
        if (column && columns.size() < kMost && std::ranges::none_of(std::as_const(columns), isTheSame)) {
            columns.append(*column);
        }
    }
    return columns.isEmpty() ? defaults() : columns;
}

Fit fitOf(const LogColumn &column, const QFontMetrics &metrics, bool datesInTime)
{
    const Kind &kind = kindOf(column.spec.column);
    const auto wide = [&](const char *sample) {
        return metrics.horizontalAdvance(QString::fromUtf8(sample)) + kMargins;
    };
    Fit fit{column.width, wide(kind.ideal), wide(kind.least), appetiteOf(column.spec.column),
            column.spec.column == Model::StateColumn};
    if (column.spec.column == Model::PayloadColumn) {
        // A path is known by its end: it is shown whole where there is room.
        const int name = metrics.horizontalAdvance(Model::columnName(column.spec)) + 2 * kMargins;
        fit.ideal = std::clamp(name, fit.ideal, kWidestName);
    }
    if (column.spec.column == Model::TimeColumn && datesInTime) {
        const int date = metrics.horizontalAdvance(QStringLiteral("30 Nov "));
        fit.ideal += date;
        fit.least += date;
    }
    return fit;
}

QList<int> fit(const QList<Fit> &columns, int room)
{
    QList<int> widths;
    int total = 0;
    int yielding = 0;
    qsizetype filler = -1;
    for (const Fit &column : columns) {
        const bool byItself = column.width == 0;
        widths.append(byItself ? column.ideal : column.width);
        total += widths.last();
        yielding += byItself ? column.ideal - column.least : 0;
        const bool better = filler < 0 || column.appetite >= columns.at(filler).appetite;
        if (byItself && better) {
            filler = widths.size() - 1;
        }
    }
    if (total <= room) {
        if (filler >= 0) {
            widths[filler] += room - total;
        }
        return widths;
    }
    QList<int> yields;
    std::ranges::transform(columns, std::back_inserter(yields),
                           [](const Fit &column) { return column.width == 0 ? column.ideal - column.least : 0; });
    take(widths, yields, total - room);
    if (total - room <= yielding) {
        return widths;
    }
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const bool mayShrink = columns.at(i).width == 0 && !columns.at(i).firm;
        yields[i] = mayShrink ? std::max(0, widths.at(i) - kNarrowest) : 0;
    }
    take(widths, yields, total - yielding - room);
    return widths;
}

} // namespace segue::LogColumns
