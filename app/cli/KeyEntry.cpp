// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/KeyEntry.h"

#include "app/cli/Await.h"
#include "app/cli/Terminal.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::KeyEntry)
};

} // namespace

std::optional<Secret> readWriteKey(Session &session, const Endpoint &endpoint, const Options &options,
                                   const Invocation &call, int &status)
{
    const Result<Secret> key = Terminal(call.out, call.stop).readKey();
    if (!key) {
        status = kFailed;
        if (key.error().code == ErrorCode::InvalidInput) {
            status = options.wrong(key.error().userText, call.out);
        } else {
            call.out.failure(key.error().userText);
        }
        return std::nullopt;
    }
    session->redactor().learn(key.value());
    QString text = key.value().use([](QByteArrayView bytes) { return QString::fromUtf8(bytes); });
    const QString remark = writeKeyRemark(text, !endpoint.isSegment());
    wipe(text);
    if (!remark.isEmpty()) {
        call.out.warning(remark);
    }
    return key.value();
}

std::optional<int> storeWriteKey(Session &session, const ConnectionId &id, const Secret &key, SecretPlace place,
                                 const QString &kept, const Invocation &call)
{
    const auto stored = awaitFuture(session->secrets().write(SecretName::writeKey(id), key, place), call.stop);
    if (!stored) {
        call.out.failure(Text::tr("Stopped before the keychain answered.") + u' ' + kept);
        return kFailed;
    }
    if (!*stored) {
        call.out.failure(stored->error().userText + u' ' + kept);
        return kEnvironment;
    }
    return std::nullopt;
}

std::int64_t undelivered(Session &session, const ConnectionId &id, const Stop &stop)
{
    const auto counts = awaitAnswer<Result<StateCounts>>(
        [&](QObject *context, auto callback) { session->log().counts(id.key(), context, std::move(callback)); }, &stop);
    return counts && *counts ? counts->value().undelivered() : 0;
}

std::optional<int> takeKeyForThisRun(Session &session, const Connection &connection, const Options &options,
                                     const QString &kept, const Invocation &call)
{
    if (connection.isSandbox()) {
        return options.wrong(Text::tr("--write-key-stdin: the sandbox has a fixed public key."), call.out);
    }
    int status = kFailed;
    const auto key = readWriteKey(session, connection.endpoint, options, call, status);
    if (!key) {
        return status;
    }
    const auto failed = storeWriteKey(session, connection.id, *key, SecretPlace::SessionOnly, kept, call);
    if (!failed && session->courier() != nullptr) {
        session->courier()->start();
    }
    return failed;
}

std::optional<int> replaceWriteKey(Session &session, const Connection &connection, const Secret &key,
                                   const QString &kept, const Invocation &call)
{
    const auto replaced = awaitFuture(session->rotation().begin(connection.id, key, SecretPlace::Keychain), call.stop);
    if (!replaced) {
        call.out.failure(Text::tr("Stopped before the keychain answered.") + u' ' + kept);
        return kFailed;
    }
    if (!*replaced) {
        call.out.failure(replaced->error().userText + u' ' + kept);
        return kEnvironment;
    }
    if (replaced->value() == KeyRotation::Replacement::First) {
        return std::nullopt;
    }
    call.out.note(KeyRotation::sentence(replaced->value(), undelivered(session, connection.id, call.stop)));
    if (replaced->value() == KeyRotation::Replacement::Replaced) {
        call.out.note(
            Text::tr("“%1” removes the old key, “%2” uses it again.")
                .arg(QStringLiteral("segue connections set-key %1 --drop-previous").arg(connection.id.text()),
                     QStringLiteral("segue connections set-key %1 --use-previous").arg(connection.id.text())));
    }
    return std::nullopt;
}

int settlePreviousKey(Session &session, const Connection &connection, PreviousKey what, const Invocation &call)
{
    if (!session->rotation().isUnderWay(connection.id)) {
        call.out.failure(Text::tr("No old key of “%1” is kept. Nothing was changed.").arg(plainText(connection.name)));
        return kFailed;
    }
    const auto settled = awaitFuture(what == PreviousKey::Drop ? session->rotation().end(connection.id)
                                                               : session->rotation().back(connection.id),
                                     call.stop);
    if (!settled) {
        call.out.failure(Text::tr("Stopped before the keychain answered."));
        return kFailed;
    }
    if (!*settled) {
        call.out.failure(settled->error().userText);
        return statusOf(settled->error());
    }
    call.out.note(what == PreviousKey::Drop
                      ? Text::tr("The old key of “%1” was removed.").arg(plainText(connection.name))
                      : KeyRotation::sentence(KeyRotation::Replacement::TakenBack, 0));
    return kDone;
}

} // namespace segue::cli
