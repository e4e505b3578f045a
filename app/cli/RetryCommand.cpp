// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Await.h"
#include "app/cli/Command.h"
#include "app/cli/ConnectionsCommand.h"
#include "app/cli/KeyEntry.h"
#include "app/cli/SentEvents.h"
#include "app/cli/Terminal.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>

namespace segue::cli {

namespace {

const QString kConnection = QStringLiteral("connection");
const QString kState = QStringLiteral("state");
const QString kId = QStringLiteral("id");
const QString kTimeout = QStringLiteral("timeout");
const QString kYesProd = QStringLiteral("yes-prod");
const QString kKeyStdin = QStringLiteral("write-key-stdin");

constexpr int kUsualTimeoutSeconds = 30;
constexpr int kLongestTimeoutSeconds = 24 * 60 * 60;
constexpr std::size_t kMostWaiting = 1'000'000;

//! One run of `segue retry`. Each step gives nothing when the next may follow, else the status to end with.
class RetryRun
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::RetryCommand)
public:
    RetryRun(const Options &options, const Invocation &call)
        : m_options(options)
        , m_call(call)
        , m_out(call.out)
    {
    }

    static void addOptions(Options &options);
    int run();

private:
    std::optional<int> read();
    std::optional<int> readStates();
    std::optional<int> readIds();
    std::optional<int> open();
    std::optional<int> takeKey();
    std::optional<int> look();
    std::optional<int> lookForWaiting();
    std::optional<int> askForProd();
    std::optional<int> queue();
    void sayWhatStays() const;
    int follow();

    const Options &m_options;
    const Invocation &m_call;
    Output &m_out;
    EventFilter m_filter;
    std::vector<EntryId> m_ids;
    int m_timeoutSeconds = kUsualTimeoutSeconds;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TryAgain> m_again;
    Connection m_connection;
    TryAgainPlan m_plan;
    std::vector<EntryId> m_waiting; //!< for what held their connection up
    int m_queued = 0;
};

void RetryRun::addOptions(Options &options)
{
    options.addValue(kConnection, QStringLiteral("C"), tr("events of this connection, by name or id"));
    options.addValue(kState, QStringLiteral("WORDS"),
                     tr("in these states: refused, gave-up (both are the default), blocked, cancelled"));
    options.addValue(kId, QStringLiteral("N"), tr("this event, by its number in the log (id in NDJSON)"),
                     Options::Times::Repeatable);
    options.addValue(kTimeout, QStringLiteral("SECONDS"), tr("how long to wait for what becomes of them (default 30)"));
    options.addFlag(kYesProd, tr("send to a PROD source without asking"));
    options.addFlag(kKeyStdin, tr("read the write key from standard input, for this process alone"));
    options.addExample(QStringLiteral("segue retry --connection \"Acme dev\""),
                       tr("everything that was refused or given up, and what waits"));
    options.addExample(QStringLiteral("segue retry --connection Prod --state gave-up --yes-prod"),
                       tr("what was given up in a long outage"));
    options.addExample(QStringLiteral("segue retry --id 4711 --id 4712"), tr("two events of the log"));
}

std::optional<int> RetryRun::readStates()
{
    m_filter.states = {EventState::Refused, EventState::GaveUp};
    if (!m_options.has(kState)) {
        return std::nullopt;
    }
    m_filter.states.clear();
    const QStringList words = m_options.text(kState).toLower().split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto state = stateFromWord(word.trimmed().toStdString());
        if (!state || !canBeTriedAgain(*state)) {
            return m_options.wrongValue(kState, QStringLiteral("refused, gave-up, blocked, cancelled"), m_out);
        }
        m_filter.states.push_back(*state);
    }
    return words.isEmpty() ? std::optional(m_options.wrongValue(
                                 kState, QStringLiteral("refused, gave-up, blocked, cancelled"), m_out))
                           : std::nullopt;
}

std::optional<int> RetryRun::readIds()
{
    const QStringList texts = m_options.texts(kId);
    for (const QString &text : texts) {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (!isNumber || number <= 0) {
            return m_options.wrongValue(kId, tr("the number of an event in the log"), m_out);
        }
        m_ids.push_back(EntryId{number});
    }
    return std::nullopt;
}

std::optional<int> RetryRun::read()
{
    for (const QStringList &pair :
         {QStringList{kConnection, kId}, QStringList{kState, kId}, QStringList{kKeyStdin, kId}}) {
        if (const auto sentence = m_options.conflict(pair)) {
            return m_options.wrong(*sentence, m_out);
        }
    }
    if (m_options.text(kConnection).isEmpty() && !m_options.has(kId)) {
        return m_options.wrong(tr("Say which: --connection, or --id for single events."), m_out);
    }
    const auto timeout = m_options.number(kTimeout, kUsualTimeoutSeconds, 0, kLongestTimeoutSeconds, m_out);
    if (!timeout) {
        return kUsage;
    }
    m_timeoutSeconds = *timeout;
    if (const auto status = readStates()) {
        return status;
    }
    return readIds();
}

std::optional<int> RetryRun::open()
{
    const auto delivery = m_options.has(kKeyStdin) ? Session::Delivery::AfterKey : Session::Delivery::On;
    m_session = Session::open(m_options, delivery, m_out);
    if (!m_session) {
        return kEnvironment;
    }
    m_again = (*m_session)->tryAgain();
    if (!m_ids.empty()) {
        return std::nullopt;
    }
    int status = kFailed;
    const auto connection = findConnection(*m_session, m_options.text(kConnection), m_out, status);
    if (!connection) {
        return status;
    }
    m_connection = *connection;
    m_filter.connection = connection->id.key();
    return std::nullopt;
}

std::optional<int> RetryRun::takeKey()
{
    if (!m_options.has(kKeyStdin)) {
        return std::nullopt;
    }
    return takeKeyForThisRun(*m_session, m_connection, m_options, tr("Nothing was sent."), m_call);
}

std::optional<int> RetryRun::look()
{
    const auto plan = awaitAnswer<Result<TryAgainPlan>>(
        [this](QObject *, const std::function<void(Result<TryAgainPlan>)> &callback) {
            if (m_ids.empty()) {
                m_again->lookAt(m_filter, callback);
            } else {
                m_again->look(m_ids, callback);
            }
        },
        &m_call.stop);
    if (!plan) {
        m_again->stop();
        return kFailed;
    }
    if (!*plan) {
        m_out.failure(plan->error().userText);
        return statusOf(plan->error());
    }
    m_plan = plan->value();
    sayWhatStays();
    return std::nullopt;
}

// What waits for the connection is tried as well, unless the line names states.
std::optional<int> RetryRun::lookForWaiting()
{
    if (!m_ids.empty() || m_options.has(kState)) {
        return std::nullopt;
    }
    EventFilter filter;
    filter.connection = m_filter.connection;
    filter.states = {EventState::Queued, EventState::Waiting};
    const auto found = awaitAnswer<Result<std::vector<EntryId>>>(
        [&](QObject *context, const std::function<void(Result<std::vector<EntryId>>)> &callback) {
            (*m_session)->log().ids(filter, {}, kMostWaiting, context, callback);
        },
        &m_call.stop);
    if (!found) {
        return kFailed;
    }
    if (!*found) {
        m_out.failure(found->error().userText);
        return statusOf(found->error());
    }
    m_waiting = found->value();
    return std::nullopt;
}

void RetryRun::sayWhatStays() const
{
    const QStringList stays = m_plan.whatStays();
    for (const QString &sentence : stays) {
        m_out.warning(sentence);
    }
    if (m_plan.mayArriveTwice > 0) {
        m_out.warning(tr("%n of the events may arrive twice: an earlier try lies more than a day back, nobody knows "
                         "whether it arrived, and Segment has forgotten its message ID by now.",
                         nullptr, m_plan.mayArriveTwice));
    }
}

std::optional<int> RetryRun::askForProd()
{
    ProdGuard &guard = (*m_session)->prodGuard();
    for (auto it = m_plan.connections.cbegin(); it != m_plan.connections.cend(); ++it) {
        const auto connection = (*m_session)->connections().find(it.key());
        if (!connection || !guard.mustAsk(*connection, it.value())) {
            continue;
        }
        const QString question = plainText(ProdGuard::againQuestion(*connection, it.value()));
        if (m_options.has(kYesProd)) {
            m_out.detail(question + QStringLiteral(" --yes-prod."));
        } else if (!Terminal::isInteractive()) {
            m_out.note(question);
            return m_options.wrong(tr("“%1” is a PROD connection: give --yes-prod to send there. Nothing was sent.")
                                       .arg(plainText(connection->name)),
                                   m_out);
        } else if (!Terminal(m_out, m_call.stop).confirms(question)) {
            m_out.note(tr("Nothing was sent."));
            return kFailed;
        }
        guard.confirmed(*connection);
    }
    return std::nullopt;
}

std::optional<int> RetryRun::queue()
{
    // What has been begun is brought to its end, so that the number said is the number queued.
    const auto moved = awaitAnswer<Result<int>>(
        [this](QObject *, const std::function<void(Result<int>)> &callback) { m_again->queue(m_plan, callback); },
        nullptr);
    if (!*moved) {
        m_out.failure(moved->error().userText);
        return statusOf(moved->error());
    }
    m_queued = moved->value();
    if (m_queued > 0 || m_waiting.empty()) {
        m_out.note(m_queued == 0 ? tr("There is nothing to try again.")
                                 : tr("%n event(s) are queued again.", nullptr, m_queued));
    }
    if (!m_waiting.empty()) {
        // Whoever delivers takes it as an ask to try now. Written before anything is followed: what stands Waiting
        // would be taken for the answer.
        releaseWaiting(*m_session, m_connection.id);
        (*m_session)->journal().flush();
        (*m_session)->courier()->wake();
        m_out.note(tr("%n event(s) that wait are tried now.", nullptr, static_cast<int>(m_waiting.size())));
    }
    return std::nullopt;
}

int RetryRun::follow()
{
    const int tried = m_queued + static_cast<int>(m_waiting.size());
    std::vector<EntryId> ids = m_plan.ids;
    ids.insert(ids.end(), m_waiting.begin(), m_waiting.end());
    std::vector<std::string> messageIds(ids.size());
    SentEvents sent((*m_session)->log(), std::move(ids), std::move(messageIds), false);
    if (tried > 0) {
        const SentEvents::End end = sent.wait(std::int64_t{m_timeoutSeconds} * 1'000, m_call.stop);
        if (end == SentEvents::End::Failed) {
            m_out.failure(sent.error().userText);
            return kEnvironment;
        }
    }
    const int arrived = sent.arrived();
    const int left = tried == 0 ? 0 : sent.left();
    if (m_options.json()) {
        m_out.json(QJsonObject{{QStringLiteral("queued"), m_queued},
                               {QStringLiteral("waiting"), static_cast<qint64>(m_waiting.size())},
                               {QStringLiteral("blocked"), m_plan.blocked},
                               {QStringLiteral("others"), m_plan.others},
                               {QStringLiteral("accepted"), arrived},
                               {QStringLiteral("left"), left}});
    } else if (tried > 0) {
        m_out.result(tr("%n event(s) accepted.", nullptr, arrived));
    }
    if (left > 0) {
        if (const auto reason = sent.reason()) {
            const QString sentence = plainText(reason->sentence.isEmpty() ? reason->code : reason->sentence);
            const QString hint = m_ids.empty() ? reason->tryNowHint(m_connection.id) : QString();
            m_out.failure(hint.isEmpty() ? sentence : sentence + u' ' + hint);
        }
        m_out.note(
            tr("%n event(s) stay queued and are sent when a Segue runs for this data folder and the way is free.",
               nullptr, left));
    }
    return arrived == tried && m_plan.blocked == 0 && m_plan.others == 0 ? kDone : kFailed;
}

int RetryRun::run()
{
    for (const auto step : {&RetryRun::read, &RetryRun::open, &RetryRun::takeKey, &RetryRun::look,
                            &RetryRun::lookForWaiting, &RetryRun::askForProd, &RetryRun::queue}) {
        if (const auto status = (this->*step)()) {
            return *status;
        }
    }
    return follow();
}

} // namespace

int runRetry(const Invocation &call)
{
    Options options(
        QStringLiteral("retry"), {},
        QCoreApplication::translate(
            "segue::cli::RetryCommand",
            "Queues events again that were not delivered, under their own message IDs, and waits for what becomes of\n"
            "them. What waits for the connection is tried now as well, also when another Segue delivers. All are "
            "tried\n"
            "for as long as new ones, counted from now. Blocked events go only when Segment would take them by now. "
            "The\n"
            "status is 0 when all are accepted. What is left stays queued."));
    RetryRun::addOptions(options);
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    return RetryRun(options, call).run();
}

} // namespace segue::cli
