// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pushwoosh/KnownApplications.h"
#include "app/secrets/SecretAccess.h"

namespace segue {

class Settings;

//! The way to the applications of a Pushwoosh account: the Server token in the keychain or used once, the list as
//! Pushwoosh tells it, and the last one for when it cannot be asked. Lives on the main thread; the disk is left to
//! another one.
class ApplicationsAccess : public QObject
{
    Q_OBJECT
public:
    ApplicationsAccess(const Clock &clock, Redactor &redactor, SecretAccess &secrets, const Settings &settings,
                       const QString &dataFolder, QObject *parent = nullptr, ProxyLogins *logins = nullptr);

    //! The last list that was read from where the settings point to; Absent when there is none.
    QFuture<Result<KnownList>> known() const;
    //! Absent when none is kept, else as the keychain says.
    QFuture<Result<Secret>> keptToken() { return m_secrets.read(SecretName::pushwooshToken()); }
    //! Asks Pushwoosh; what comes is kept for known(). Errors as ApplicationsApi, InvalidInput for an address in the
    //! settings that is none.
    QFuture<Result<KnownList>> list(const Secret &token);
    QFuture<Status> keep(const Secret &token, SecretPlace place)
    {
        return m_secrets.write(SecretName::pushwooshToken(), token, place);
    }
    QFuture<Status> forget() { return m_secrets.remove(SecretName::pushwooshToken()); }
    //! Ends the asking: Cancelled.
    void abort() { m_api.abort(); }

private:
    Result<QUrl> base() const;

    const Clock &m_clock;
    Redactor &m_redactor;
    SecretAccess &m_secrets;
    const Settings &m_settings;
    KnownApplications m_known;
    ApplicationsApi m_api;
};

} // namespace segue
