// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/delivery/CourierRig.h"

#include "app/segment/TrackCall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QUuid>

#include <future>

namespace segue::test {

using namespace Qt::StringLiterals;

CourierRig::CourierRig(const QString &inFolder)
    : folder(inFolder)
{
    connection.id = ConnectionId::fromText(u"5d4f2d52-3f2e-4f0e-9d64-0b2a1a8b6a01"_s);
    connection.name = u"Acme"_s;
    auto opened = Journal::open({folder.toStdString(), &clock});
    if (!opened) {
        qFatal("%s", opened.error().detail.c_str());
    }
    journal = std::move(opened).value();
    policy.firstDelayMs = 20;
    policy.longestDelayMs = 200;
    limits.timeoutMs = 5000;
}

CourierRig::~CourierRig()
{
    stop();
}

void CourierRig::setEndpoint(const QUrl &url)
{
    const Result<Endpoint> endpoint = Endpoint::parse(url.toString());
    if (!endpoint) {
        qFatal("%s", qPrintable(endpoint.error().detail));
    }
    connection.endpoint = endpoint.value();
    publish();
}

void CourierRig::publish()
{
    snapshot.setConnections({connection, sandboxConnection()});
    if (courier) {
        courier->wake();
    }
}

void CourierRig::start(std::function<void(const char *)> testPoint)
{
    courier = std::make_unique<Courier>(Courier::Parts{
        .dataFolder = folder,
        .journal = *journal,
        .resolver = snapshot,
        .readKey =
            [this](const ConnectionId &) {
                ++keyQuestions;
                QPromise<Result<Secret>> promise;
                promise.start();
                promise.addResult(key);
                promise.finish();
                return promise.future();
            },
        .clock = clock,
        .redactor = redactor,
        .rules = {policy, rates},
        .limits = limits,
        .logins = logins,
        .testPoint = std::move(testPoint),
    });
    courier->start();
}

void CourierRig::stop()
{
    courier.reset();
}

NewEntry CourierRig::event(qsizetype bytes)
{
    TrackCall call;
    call.event = u"Push Sent"_s;
    call.identity = {Identity::Kind::UserId, u"qa"_s};
    call.messageType = u"Push"_s;
    call.messageId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    call.timestamp = clock.now();
    call.campaignCode = QString::number(++eventNumber);
    call.campaignCode += QString(std::max<qsizetype>(0, bytes - call.payload().size()), u'x');
    NewEntry entry;
    entry.fields.connection = connection.id.key();
    entry.fields.received = clock.now();
    entry.fields.event = "Push Sent";
    entry.fields.idKind = IdKind::UserId;
    entry.fields.identity = "qa";
    entry.fields.messageId = call.messageId.toStdString();
    entry.payload = call.payload().toStdString();
    return entry;
}

std::vector<EntryId> CourierRig::queue(int count, qsizetype bytes)
{
    std::vector<NewEntry> entries;
    for (int i = 0; i < count; ++i) {
        entries.push_back(event(bytes));
    }
    return append(std::move(entries));
}

std::vector<EntryId> CourierRig::append(std::vector<NewEntry> entries)
{
    std::promise<std::vector<EntryId>> promise;
    journal->append(std::move(entries), [&promise](const JournalResult<std::vector<EntryId>> &result) {
        promise.set_value(result.valueOr({}));
    });
    const std::vector<EntryId> ids = promise.get_future().get();
    if (courier) {
        courier->wake();
    }
    return ids;
}

Entry CourierRig::entry(EntryId id)
{
    return reader().entry(id).valueOr(std::nullopt).value_or(Entry{});
}

std::vector<Attempt> CourierRig::attempts(EntryId id)
{
    return reader().attempts(id).valueOr({});
}

std::int64_t CourierRig::count(EventState state)
{
    return reader().counts(connection.id.key()).valueOr({}).of(state);
}

JournalReader &CourierRig::reader()
{
    if (!m_reader) {
        auto opened = JournalReader::open(folder.toStdString());
        if (!opened) {
            qFatal("%s", opened.error().detail.c_str());
        }
        m_reader = std::move(opened).value();
    }
    return *m_reader;
}

QStringList messageIdsIn(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    QStringList ids;
    if (object.contains("batch"_L1)) {
        const QJsonArray batch = object.value("batch"_L1).toArray();
        for (const QJsonValue &item : batch) {
            ids.append(item.toObject().value("messageId"_L1).toString());
        }
    } else {
        ids.append(object.value("messageId"_L1).toString());
    }
    return ids;
}

} // namespace segue::test
