// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/SecretStore.h"

#include <QHash>
#include <QPromise>

#include <memory>
#include <optional>

namespace segue::test {

//! A keychain in memory that fails, or falls silent, from a given call on.
class ScriptedSecretStore : public SecretStore
{
public:
    enum class Trouble {
        None,
        Refuses,      //!< an error, and nothing is done
        SilentBefore, //!< nothing is done, and no answer comes: the program died before
        SilentAfter,  //!< it is done, and no answer comes: the program died after
    };

    //! From the call with this number on, counted from 1 from now.
    void setTrouble(Trouble trouble, int fromCall, ErrorCode code = ErrorCode::Locked)
    {
        m_trouble = trouble;
        m_fromCall = fromCall;
        m_code = code;
        calls = 0;
    }

    QFuture<Result<Secret>> read(const SecretName &name) override
    {
        const Trouble trouble = next();
        const auto found = secrets.constFind(name.account);
        return answer<Result<Secret>>(trouble, found == secrets.constEnd() ? Result<Secret>(fault(ErrorCode::Absent))
                                                                           : Result<Secret>(*found));
    }
    QFuture<Status> write(const SecretName &name, const Secret &secret) override
    {
        const Trouble trouble = next();
        if (trouble == Trouble::None || trouble == Trouble::SilentAfter) {
            secrets.insert(name.account, secret);
        }
        return answer<Status>(trouble, done);
    }
    QFuture<Status> remove(const SecretName &name) override
    {
        const Trouble trouble = next();
        if (trouble == Trouble::None || trouble == Trouble::SilentAfter) {
            secrets.remove(name.account);
        }
        return answer<Status>(trouble, done);
    }

    bool isSilent() const { return m_trouble >= Trouble::SilentBefore && calls >= m_fromCall; }

    QHash<QString, Secret> secrets;
    int calls = 0;

private:
    static Error fault(ErrorCode code)
    {
        return {code, QStringLiteral("scripted"), QStringLiteral("The keychain says no.")};
    }

    //! One death: what comes after it is never asked.
    Trouble next()
    {
        ++calls;
        if (calls < m_fromCall || m_trouble == Trouble::None) {
            return Trouble::None;
        }
        return calls > m_fromCall && m_trouble == Trouble::SilentAfter ? Trouble::SilentBefore : m_trouble;
    }

    template <class T> QFuture<T> answer(Trouble trouble, const T &value)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        if (trouble == Trouble::SilentBefore || trouble == Trouble::SilentAfter) {
            m_unanswered.append(promise);
            return promise->future();
        }
        const T given = trouble == Trouble::Refuses ? T(fault(m_code)) : value;
        QMetaObject::invokeMethod(
            this,
            [promise, given] {
                promise->addResult(given);
                promise->finish();
            },
            Qt::QueuedConnection);
        return promise->future();
    }

    Trouble m_trouble = Trouble::None;
    int m_fromCall = 0;
    ErrorCode m_code = ErrorCode::Locked;
    QList<std::shared_ptr<void>> m_unanswered;
};

} // namespace segue::test
