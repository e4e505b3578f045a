// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/KeyEntry.h"

#include "app/cli/Await.h"
#include "app/cli/Terminal.h"

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

} // namespace segue::cli
