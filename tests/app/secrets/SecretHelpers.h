// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/SecretStore.h"

#include <QTest>

namespace segue::test {

inline QByteArray bytesOf(const Secret &secret)
{
    return secret.use([](QByteArrayView bytes) { return bytes.toByteArray(); });
}

//! The answer of a future, which must come within ms; a failure of the test when it does not.
template <class T> Result<T> answerOf(const QFuture<Result<T>> &future, int ms = 30'000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, ms) || future.resultCount() == 0) {
        QTest::qFail("no answer came", __FILE__, __LINE__);
        return Error{ErrorCode::Internal, QStringLiteral("no answer came"), {}};
    }
    return future.result();
}

//! For comparing: the code of an error, or nothing when it went well.
template <class T> std::optional<ErrorCode> codeOf(const Result<T> &result)
{
    return result.ok() ? std::nullopt : std::optional(result.error().code);
}

} // namespace segue::test
