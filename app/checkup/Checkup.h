// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkup/CheckResult.h"
#include "app/connections/Connection.h"
#include "app/core/Clock.h"
#include "app/core/ProxyLogins.h"
#include "app/core/Redactor.h"
#include "app/core/Secret.h"

#include <QObject>

#include <functional>
#include <optional>

namespace segue {

class ConnectionStore;
class EventLog;
class SecretAccess;
class Settings;
class SetupDraftStore;
class WorkspaceAccess;

//! Makes all checks of one connection, side by side, and announces each result as it comes. Nothing here changes
//! anything at Segment or Pushwoosh, and no event is sent. What does not answer within the limit is NotChecked. Texts
//! go through the redactor before anybody gets them. Lives on the main thread.
class Checkup : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const ConnectionStore &connections;
        const SetupDraftStore &drafts;
        SecretAccess &secrets;
        WorkspaceAccess &workspaces;
        EventLog &log;
        const Settings &settings;
        const Clock &clock;
        Redactor &redactor;
        //! Where the sandbox listens; null when it does not.
        std::function<Endpoint()> sandboxEndpoint;
        ProxyLogins *logins = nullptr; //!< of proxies; null: there are none
    };
    struct Options
    {
        //! Whether Segment's CDN may be asked about the key: that puts the key into a URL of Segment's.
        bool askSegment = false;
        //! A key for this run alone, in place of the kept one.
        std::optional<Secret> writeKey = {};
    };
    struct Limits
    {
        int wholeMs = 60'000;
        std::int64_t endpointMs = 10'000;
        std::size_t rows = 10'000; //!< of the journal that are looked at for shares
    };

    explicit Checkup(const Parts &parts, QObject *parent = nullptr);
    Checkup(const Parts &parts, const Limits &limits, QObject *parent = nullptr);
    ~Checkup() override;

    //! Begins; one that is under way is given up.
    void start(const Connection &connection, const Options &options);
    //! Gives up what is under way, with its requests; finished() does not follow.
    void cancel();
    bool isRunning() const { return m_run != nullptr; }
    //! As far as it has come.
    const CheckupRecord &record() const { return m_record; }

Q_SIGNALS:
    void resultReady(const segue::CheckResult &result);
    void finished();

private:
    class Run;
    void judge();
    void announce(CheckResult result);

    const Parts m_parts;
    const Limits m_limits;
    Run *m_run = nullptr;
    CheckupRecord m_record;
    std::int64_t m_begun = 0; //!< of the monotonic clock
};

} // namespace segue
