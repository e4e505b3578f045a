// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/TrackingPlanDraft.h"

#include "app/catalog/EventCatalog.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::TrackingPlanDraft)
};

QJsonObject ofType(const QJsonValue &type, const QString &description)
{
    return {{u"type"_s, type}, {u"description"_s, description}};
}

QJsonObject schemaOf(const QString &event)
{
    const auto known = EventCatalog::find(event);
    const QJsonObject properties{
        {u"message_type"_s, ofType(u"string"_s, Text::tr("The type of the message (Push, Email, In-App or SMS)"))},
        {u"campaign_code"_s, ofType(u"string"_s, Text::tr("The code of the message's campaign"))},
        {u"device_type"_s, ofType(QJsonArray{u"string"_s, u"number"_s}, Text::tr("The type of the device"))},
    };
    return {
        {u"$schema"_s, u"http://json-schema.org/draft-07/schema#"_s},
        {u"type"_s, u"object"_s},
        {u"description"_s, known ? known->description : QString()},
        {u"labels"_s, QJsonObject()},
        {u"properties"_s, QJsonObject{{u"context"_s, QJsonObject()},
                                      {u"traits"_s, QJsonObject()},
                                      {u"properties"_s, QJsonObject{{u"type"_s, u"object"_s},
                                                                    {u"properties"_s, properties},
                                                                    {u"required"_s, QJsonArray{u"message_type"_s}}}}}}};
}

} // namespace

TrackingPlanDraft TrackingPlanDraft::of(const QString &connectionName, const Selection &selection)
{
    TrackingPlanDraft plan;
    plan.name = connectionName.trimmed();
    plan.description = Text::tr("Events of Pushwoosh's source, made by Segue");
    const QStringList names = selection.names().mid(0, kMostRules);
    for (const QString &event : names) {
        plan.rules.append({event, schemaOf(event), 1});
    }
    return plan;
}

QByteArray TrackingPlanDraft::json() const
{
    QJsonArray all;
    for (const TrackRule &rule : rules) {
        all.append(QJsonObject{{u"type"_s, u"TRACK"_s},
                               {u"key"_s, rule.event},
                               {u"version"_s, rule.version},
                               {u"jsonSchema"_s, rule.jsonSchema}});
    }
    const QJsonObject plan{{u"name"_s, name}, {u"description"_s, description}, {u"type"_s, u"LIVE"_s}};
    return QJsonDocument(QJsonObject{{u"trackingPlan"_s, plan}, {u"rules"_s, all}}).toJson(QJsonDocument::Indented);
}

} // namespace segue
