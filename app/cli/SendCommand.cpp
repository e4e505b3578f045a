// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Await.h"
#include "app/cli/Command.h"
#include "app/cli/ConnectionsCommand.h"
#include "app/cli/KeyEntry.h"
#include "app/cli/SendRequest.h"
#include "app/cli/SentEvents.h"
#include "app/cli/Terminal.h"
#include "app/exports/PlainText.h"
#include "app/segment/TrackCheck.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUuid>

namespace segue::cli {

namespace {

constexpr qsizetype kLongestFile = qsizetype{64} * 1024 * 1024;

//! One run of `segue send`, step by step. Each step gives nothing when the next may follow, else the status to end
//! with.
class SendRun
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::SendCommand)
public:
    SendRun(const Options &options, SendRequest request, const Invocation &call)
        : m_options(options)
        , m_request(std::move(request))
        , m_call(call)
        , m_out(call.out)
    {
    }

    int run();

private:
    std::optional<int> open();
    std::optional<int> readFile();
    std::optional<int> takeKey();
    std::optional<int> askForProd(int events);
    std::vector<NewEntry> entries();
    void sayFindings(const std::vector<NewEntry> &entries);
    int follow(std::vector<EntryId> ids, std::vector<std::string> messageIds);
    void report(const SentEvents &sent);
    int verdict(const SentEvents &sent, SentEvents::End end);
    QString explain(const StoredReason &reason) const;

    const Options &m_options;
    SendRequest m_request;
    const Invocation &m_call;
    Output &m_out;
    std::unique_ptr<Session> m_session;
    Connection m_connection;
    QList<QByteArray> m_payloads;
};

std::optional<int> SendRun::open()
{
    const auto delivery = m_request.keyFromStdin ? Session::Delivery::AfterKey : Session::Delivery::On;
    m_session = Session::open(m_options, delivery, m_out);
    if (!m_session) {
        return kEnvironment;
    }
    int status = kFailed;
    const auto connection = findConnection(*m_session, m_request.connection, m_out, status);
    if (!connection) {
        return status;
    }
    m_connection = *connection;
    if (m_connection.isSandbox() && !(*m_session)->sandboxFault().isEmpty()) {
        m_out.failure((*m_session)->sandboxFault());
        return kEnvironment;
    }
    return std::nullopt;
}

std::optional<int> SendRun::readFile()
{
    if (m_request.payloadFile.isEmpty()) {
        return std::nullopt;
    }
    QByteArray content;
    const QString shown = plainText(QDir::toNativeSeparators(m_request.payloadFile));
    if (m_request.payloadFile == u"-") {
        const Result<QByteArray> read = Terminal(m_out, m_call.stop).readAll(kLongestFile);
        if (!read) {
            m_out.failure(read.error().userText);
            return kFailed;
        }
        content = read.value();
    } else {
        QFile file(m_request.payloadFile);
        if (!file.open(QIODevice::ReadOnly)) {
            m_out.failure(tr("%1 cannot be read (%2). Nothing was sent.").arg(shown, file.errorString()));
            return kEnvironment;
        }
        content = file.read(kLongestFile + 1);
    }
    const Result<QList<QByteArray>> payloads = Payload::splitFile(content);
    if (!payloads) {
        m_out.failure(QStringLiteral("%1: %2 ").arg(shown, plainText(payloads.error().userText)) +
                      tr("Nothing was sent."));
        return kFailed;
    }
    if (payloads.value().isEmpty()) {
        m_out.failure(tr("%1 holds no event. Nothing was sent.").arg(shown));
        return kFailed;
    }
    m_payloads = payloads.value();
    return std::nullopt;
}

std::optional<int> SendRun::takeKey()
{
    if (!m_request.keyFromStdin) {
        return std::nullopt;
    }
    return takeKeyForThisRun(*m_session, m_connection, m_options, tr("Nothing was sent."), m_call);
}

std::optional<int> SendRun::askForProd(int events)
{
    ProdGuard &guard = (*m_session)->prodGuard();
    if (!guard.mustAsk(m_connection, events)) {
        return std::nullopt;
    }
    if (m_request.keepsOut(m_connection) && m_payloads.isEmpty()) {
        m_out.note(
            tr("The samples are kept out of destinations, so downstream tools will not show them (--no-keep-out lets "
               "them through)."));
    }
    const QString question = plainText(ProdGuard::question(m_connection, events));
    if (m_request.yesProd) {
        m_out.detail(question + QStringLiteral(" --yes-prod."));
    } else if (!Terminal::isInteractive()) {
        m_out.note(question);
        return m_options.wrong(tr("“%1” is a PROD connection: give --yes-prod to send there. Nothing was sent.")
                                   .arg(plainText(m_connection.name)),
                               m_out);
    } else if (!Terminal(m_out, m_call.stop).confirms(question)) {
        m_out.note(tr("Nothing was sent."));
        return kFailed;
    }
    guard.confirmed(m_connection);
    return std::nullopt;
}

std::vector<NewEntry> SendRun::entries()
{
    TestSend send;
    send.connection = m_connection.id;
    send.count = m_request.count;
    send.perSecond = m_request.perSecond;
    send.now = (*m_session)->clock().now();
    send.newMessageId = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    return m_payloads.isEmpty() ? send.entriesFor(m_request.calls(m_connection, m_out))
                                : send.entriesForPayloads(m_payloads);
}

// Each finding once, however many events have it.
void SendRun::sayFindings(const std::vector<NewEntry> &entries)
{
    std::uint32_t bits = 0;
    for (const NewEntry &entry : entries) {
        bits |= entry.fields.findings;
    }
    const QList<FindingText> findings = TrackCheck::explain(bits);
    for (const FindingText &finding : findings) {
        // Names of samples have been spoken of already.
        const bool said = m_payloads.isEmpty() &&
                          (finding.finding == Finding::UnknownEvent || finding.finding == Finding::EventCaseDiffers);
        if (!said) {
            const QString text = QStringLiteral("%1: %2 %3").arg(finding.code, finding.sentence, finding.remedy);
            m_out.warning(finding.blocks ? tr("%1 Not sent.").arg(text.trimmed() + u' ') : text.trimmed());
        }
    }
}

void SendRun::report(const SentEvents &sent)
{
    const std::vector<Entry> entries = sent.entries();
    if (m_options.json()) {
        m_out.json(QJsonObject{
            {QStringLiteral("connection"), m_connection.id.text()},
            {QStringLiteral("connectionName"), m_connection.name},
            {QStringLiteral("events"), sentJson(entries)},
            {QStringLiteral("submitted"), static_cast<qint64>(entries.size())},
            {QStringLiteral("accepted"), sent.arrived()},
            {QStringLiteral("confirmed"), sent.count(EventState::Confirmed)},
            {QStringLiteral("left"), sent.left()},
        });
        return;
    }
    const QStringList lines = sentTable(entries);
    for (const QString &line : lines) {
        m_out.result(line);
    }
}

//! Why events wait: the courier's own sentence, and what can be done about it here.
QString SendRun::explain(const StoredReason &reason) const
{
    QString sentence = plainText(reason.sentence.isEmpty() ? reason.code : reason.sentence);
    if (const QString hint = reason.tryNowHint(m_connection.id); !hint.isEmpty()) {
        sentence += u' ' + hint;
    }
    if (reason.isAboutKey() && m_request.keyFromStdin && !(*m_session)->courier()->isWorking()) {
        return sentence + u' ' +
               tr("Another Segue delivers for this data folder, and it cannot use a key that was given to this process "
                  "alone. Close it, or keep the key with “segue connections set-key”.");
    }
    if (reason.isAboutKey()) {
        return sentence + u' ' +
               tr("In the terminal: “segue connections set-key” keeps a key in the keychain, and --write-key-stdin "
                  "gives "
                  "one to this process alone, for a machine without a keychain.");
    }
    if (reason.isAboutProxy() && !(*m_session)->courier()->isWorking()) {
        return sentence + u' ' + tr("In the terminal: “segue proxy --user NAME --password-stdin”.");
    }
    if (reason.code == u"paused") {
        return sentence + u' ' + tr("In the terminal: “segue connections edit … --resume”.");
    }
    return sentence;
}

int SendRun::verdict(const SentEvents &sent, SentEvents::End end)
{
    const int left = sent.left();
    const std::optional<StoredReason> reason = sent.reason();
    if (end == SentEvents::End::Failed) {
        m_out.failure(sent.error().userText);
    }
    if (end == SentEvents::End::Stopped) {
        m_out.note(tr("Stopped."));
    }
    if (reason && left > 0) {
        m_out.failure(explain(*reason));
    }
    if (left > 0) {
        m_out.note(
            tr("%n event(s) stay queued and are sent when a Segue runs for this data folder and the way is free.",
               nullptr, left));
    }
    const bool secretMissing =
        end == SentEvents::End::Stuck && reason && (reason->isAboutKey() || reason->isAboutProxy());
    if (end == SentEvents::End::Failed || secretMissing) {
        return kEnvironment;
    }
    return left == 0 && sent.arrived() == static_cast<int>(sent.entries().size()) ? kDone : kFailed;
}

int SendRun::follow(std::vector<EntryId> ids, std::vector<std::string> messageIds)
{
    SentEvents sent((*m_session)->log(), std::move(ids), std::move(messageIds), m_connection.isSandbox());
    if (!(*m_session)->courier()->isWorking()) {
        m_out.detail(
            tr("Another Segue delivers for this data folder, or this one is about to; waiting for the events."));
    }
    const SentEvents::End end = sent.wait(m_request.timeoutMs, m_call.stop);
    report(sent);
    return verdict(sent, end);
}

int SendRun::run()
{
    for (const auto step : {&SendRun::open, &SendRun::readFile, &SendRun::takeKey}) {
        if (const auto status = (this->*step)()) {
            return *status;
        }
    }
    std::vector<NewEntry> toSend = entries();
    sayFindings(toSend);
    const auto going = std::count_if(toSend.begin(), toSend.end(),
                                     [](const NewEntry &entry) { return entry.fields.state == EventState::Queued; });
    if (going > 0) {
        if (const auto status = askForProd(static_cast<int>(going))) {
            return *status;
        }
    }
    std::vector<std::string> messageIds = messageIdsOf(toSend);
    const auto submitted = awaitAnswer<Result<std::vector<EntryId>>>(
        [&](QObject *context, auto callback) { (*m_session)->submit(std::move(toSend), context, std::move(callback)); },
        nullptr);
    if (!*submitted) {
        m_out.failure(submitted->error().userText + u' ' + tr("Nothing was sent."));
        return kEnvironment;
    }
    return follow(submitted->value(), std::move(messageIds));
}

} // namespace

int runSend(const Invocation &call)
{
    Options options(
        QStringLiteral("send"), {},
        SendRun::tr("Sends sample events, or events from a file, through a connection, and waits for what becomes of\n"
                    "them. The status is 0 when all are accepted or confirmed. Accepted is not delivered: Segment\n"
                    "accepts events under unknown keys as well. What is left stays queued."));
    SendRequest::addOptions(options);
    options.addExample(QStringLiteral("segue send --connection \"Acme dev\" --event \"Email Sent\" --user-id 4711"),
                       SendRun::tr("one sample for one user"));
    options.addExample(QStringLiteral("segue send --connection \"Acme dev\" --all-events --json"),
                       SendRun::tr("one of each selected event, the outcome for a script"));
    options.addExample(QStringLiteral("segue send --connection Prod --payload calls.json --yes-prod --pace 5/s"),
                       SendRun::tr("a file of track calls, five a second"));
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    int status = kUsage;
    const auto request = SendRequest::read(options, SystemClock().now(), call.out, status);
    return request ? SendRun(options, *request, call).run() : status;
}

} // namespace segue::cli
