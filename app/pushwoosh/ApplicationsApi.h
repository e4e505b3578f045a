// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"
#include "app/core/WebClient.h"
#include "app/pushwoosh/ApplicationsAnswer.h"

#include <QFuture>
#include <QUrl>

#include <memory>
#include <unordered_map>

namespace segue {

//! The applications that a token may see.
struct ApplicationList
{
    QList<PushwooshApplication> applications; //!< sorted by name, then by code
    bool isComplete = true;                   //!< false: there are more than Segue asks for
    QString otherBase;                        //!< where Pushwoosh wants further calls to go; mostly empty

    bool operator==(const ApplicationList &) const = default;
};

//! Asks Pushwoosh for the applications of an account (method getApplications, reference 2.1), page by page. Lives on
//! one thread. The token stands in the body of the request, nowhere else; it is not followed to another host.
class ApplicationsApi : public QObject
{
    Q_OBJECT
public:
    struct Limits
    {
        std::int64_t timeoutMs = 15'000;                  //!< for each page
        qint64 maxAnswerBytes = qint64{16} * 1024 * 1024; //!< of each page
        int pages = 100;                                  //!< reference 2.1
        std::int64_t longestWaitMs = 30'000;              //!< a longer wait asked for ends the listing
        int waits = 3;                                    //!< so often in one listing
    };

    ApplicationsApi(const Clock &clock, const Redactor &redactor, Limits limits, QObject *parent = nullptr,
                    ProxyLogins *logins = nullptr);
    ~ApplicationsApi() override;

    //! Where Pushwoosh's API is unless an account has a place of its own (reference 1.1).
    static QUrl defaultBase();
    //! The address as it is used, or what is wrong with it: https, or http on this computer; no user, no query.
    static Result<QUrl> readBase(const QString &text);

    //! All applications that the token may see. Errors as readApplicationsPage(), Network when there is no whole
    //! answer, Cancelled after abort(). One listing at a time is the caller's business; several do not disturb each
    //! other.
    QFuture<Result<ApplicationList>> list(const QUrl &base, const Secret &token);
    //! Ends what is under way.
    void abort();

private:
    struct Listing;
    void ask(quint64 number);
    void answered(quint64 number, const WebAnswer &answer);
    void take(Listing &listing, const ApplicationsPage &page);
    void finish(quint64 number, Result<ApplicationList> result);

    const Redactor &m_redactor;
    Limits m_limits;
    WebClient m_web;
    quint64 m_lastNumber = 0;
    std::unordered_map<quint64, std::unique_ptr<Listing>> m_listings;
};

} // namespace segue
