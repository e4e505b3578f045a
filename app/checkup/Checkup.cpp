// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/Checkup.h"

#include "app/checkup/ApplicationLook.h"
#include "app/checkup/CheckRules.h"
#include "app/checkup/CheckupChange.h"
#include "app/checkup/EndpointLook.h"
#include "app/checkup/JournalLook.h"
#include "app/checkup/KeyLook.h"
#include "app/checkup/WorkspaceLook.h"
#include "app/connections/ConnectionStore.h"
#include "app/settings/Settings.h"

#include <QTimer>

#include <algorithm>

namespace segue {

//! One run: the facts and those who look for them. With it everything under way ends.
class Checkup::Run : public QObject
{
public:
    Run(Checkup &checkup, const Connection &connection, const Options &options)
        : QObject(&checkup)
        , m_checkup(checkup)
        , m_options(options)
    {
        facts.connection = connection;
        left = checksOf(connection);
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(); });
    }

    ~Run() override
    {
        // The looks first: they write into the facts.
        const QList<QObject *> looks = children();
        qDeleteAll(looks);
    }
    Q_DISABLE_COPY_MOVE(Run)

    void start();
    //! Nothing is told any more; deleted soon, since it may stand on the stack.
    void end()
    {
        m_ended = true;
        m_deadline.stop();
        deleteLater();
    }

    CheckFacts facts;
    QList<CheckId> left; //!< without a result yet

private:
    void changed()
    {
        if (!m_ended) {
            m_checkup.judge();
        }
    }
    void giveUp()
    {
        facts.giveUp({Checkup::tr("No answer came within %1 s.").arg(m_checkup.m_limits.wholeMs / 1000),
                      Checkup::tr("An answer in time."),
                      {}});
        changed();
    }

    Checkup &m_checkup;
    const Options m_options;
    QTimer m_deadline;
    bool m_ended = false;
};

void Checkup::Run::start()
{
    const Parts &parts = m_checkup.m_parts;
    const auto changed = [this] { this->changed(); };
    m_deadline.start(m_checkup.m_limits.wholeMs);
    const Endpoint endpoint = facts.connection.isSandbox() ? parts.sandboxEndpoint() : facts.connection.endpoint;
    const QUrl standIn = parts.settings.cdnStandIn();
    auto *journal = new JournalLook(parts.log, parts.clock, m_checkup.m_limits.rows, facts, changed, this);
    auto *reach = new EndpointLook(parts.clock, parts.redactor, m_checkup.m_limits.endpointMs, facts, changed, this,
                                   parts.logins);
    auto *application =
        new ApplicationLook(parts.secrets, parts.clock, parts.redactor, facts, changed, this, parts.logins);
    auto *workspace = new WorkspaceLook(parts.workspaces, parts.clock, facts, changed, this);
    auto *key = new KeyLook({parts.connections, parts.drafts, parts.secrets, parts.clock, parts.redactor,
                             standIn.isEmpty() ? WriteKeyProbe::segmentCdn() : standIn, parts.logins},
                            endpoint, m_options.askSegment, facts, changed, this);
    journal->start();
    reach->start(endpoint);
    application->start(parts.settings.pushwooshAddress());
    key->start(m_options.writeKey, [workspace](const std::optional<Secret> &read) { workspace->start(read); });
}

Checkup::Checkup(const Parts &parts, QObject *parent)
    : Checkup(parts, Limits(), parent)
{
}

Checkup::Checkup(const Parts &parts, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_limits(limits)
{
}

Checkup::~Checkup() = default;

void Checkup::start(const Connection &connection, const Options &options)
{
    cancel();
    m_record = {};
    m_record.connection = connection.id;
    m_record.startedAt = m_parts.clock.now();
    m_record.askedSegment = options.askSegment;
    CheckupChange::note(m_record, connection);
    m_begun = m_parts.clock.monotonic();
    if (options.writeKey) {
        m_parts.redactor.learn(*options.writeKey);
    }
    m_run = new Run(*this, connection, options);
    m_run->start();
}

void Checkup::cancel()
{
    if (m_run != nullptr) {
        m_run->end();
        m_run = nullptr;
    }
}

void Checkup::judge()
{
    Run *run = m_run;
    if (run == nullptr) {
        return;
    }
    const QList<CheckId> open = run->left;
    for (const CheckId id : open) {
        if (std::optional<CheckResult> result = CheckRules::judge(id, run->facts)) {
            run->left.removeAll(id);
            announce(std::move(*result));
            if (m_run != run) {
                return; // whoever heard of it has begun anew
            }
        }
    }
    if (run->left.isEmpty()) {
        m_record.duration = m_parts.clock.monotonic() - m_begun;
        cancel();
        Q_EMIT finished();
    }
}

void Checkup::announce(CheckResult result)
{
    result.at = m_parts.clock.now();
    const Redactor &redactor = m_parts.redactor;
    for (QString *text : {&result.title, &result.remedy, &result.needs}) {
        *text = redactor.redact(*text);
    }
    for (QStringList *texts : {&result.evidence, &result.identities}) {
        for (QString &text : *texts) {
            text = redactor.redact(text);
        }
    }
    const auto place =
        std::ranges::count_if(m_record.results, [&](const CheckResult &each) { return each.id < result.id; });
    m_record.results.insert(place, result);
    Q_EMIT resultReady(result);
}

} // namespace segue
