// SPDX-License-Identifier: GPL-3.0-or-later
// Segment and Pushwoosh for integration scripts, all on loopback: a workspace behind Segment's Public API, the tracking
// API that its sources are fed by, and Pushwoosh's list of applications. An event that is taken under a key of the
// workspace is counted as received in its Event Delivery, by its source, name and version of the application. Prints
// one line of JSON with the addresses once they answer, and runs until it is ended.
#include "tests/support/FaultServer.h"
#include "tests/support/PublicApiDouble.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace segue::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kApplications = R"json({"status_code":200,"status_message":"OK","response":{"total":0,"applications":
    {"A1B2C-3D4E5":"Shop (production)","0F9E8-7D6C5":"Łódź staging"}}})json";

QString sourceOf(const PublicApiDouble &workspace, const QByteArray &authorization)
{
    const QByteArray pair = QByteArray::fromBase64(authorization.mid(QByteArrayView("Basic ").size()));
    const QJsonArray sources = workspace.sources();
    for (const QJsonValue &each : sources) {
        const QJsonArray keys = each[u"writeKeys"].toArray();
        for (const QJsonValue &key : keys) {
            if (pair == key.toString().toLatin1() + ':') {
                return each[u"id"].toString();
            }
        }
    }
    return {};
}

void take(PublicApiDouble &workspace, const QString &source, const QJsonObject &call)
{
    workspace.count(u"successfully-received"_s, source, call.value(u"event"_s).toString(),
                    call[u"context"][u"app"][u"version"].toString());
}

//! As Segment: 200 for every key, and what comes under an unknown one is dropped in silence.
Answer track(PublicApiDouble &workspace, const Request &request)
{
    const QString source = sourceOf(workspace, request.header("Authorization"));
    if (source.isEmpty()) {
        return Answer::success();
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QJsonArray batch = body.contains(u"batch"_s) ? body.value(u"batch"_s).toArray() : QJsonArray{body};
    for (const QJsonValue &call : batch) {
        take(workspace, source, call.toObject());
    }
    return Answer::success();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"token"_s, u"The token of the workspace."_s, u"token"_s});
    parser.addOption(
        {u"source"_s, u"A source that is there already, and its write key; may be given again."_s, u"name:key"_s});
    parser.process(app);

    PublicApiDouble workspace(parser.value(u"token"_s).toLatin1());
    const QStringList sources = parser.values(u"source"_s);
    for (const QString &source : sources) {
        workspace.addSource(source.section(u':', 0, 0), source.section(u':', 1).toLatin1());
    }
    FaultServer tracking;
    tracking.setResponder([&workspace](const Request &request) { return track(workspace, request); });
    FaultServer pushwoosh;
    Answer applications;
    applications.body = kApplications;
    pushwoosh.setStandingAnswer(applications);

    const QJsonObject addresses{{u"publicApi"_s, workspace.url().toString()},
                                {u"tracking"_s, tracking.url(u"/v1"_s).toString()},
                                {u"pushwoosh"_s, pushwoosh.url().toString()}};
    std::printf("%s\n", QJsonDocument(addresses).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
