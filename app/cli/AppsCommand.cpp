// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Await.h"
#include "app/cli/Command.h"
#include "app/cli/Options.h"
#include "app/cli/Session.h"
#include "app/cli/Terminal.h"
#include "app/cli/TextTable.h"
#include "app/exports/PlainText.h"
#include "app/pushwoosh/KnownApplications.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::AppsCommand)
};

const QString kSearch = QStringLiteral("search");
const QString kTokenStdin = QStringLiteral("token-stdin");
const QString kKeep = QStringLiteral("keep-token");
const QString kForget = QStringLiteral("forget-token");
const QString kAddress = QStringLiteral("address");
const QString kOffline = QStringLiteral("offline");

QString when(std::int64_t ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

//! From standard input or the keychain. Nothing when there is none, which has been said.
std::optional<Secret> readToken(Session &session, const Options &options, const Invocation &call, int &status)
{
    if (options.has(kTokenStdin)) {
        const Result<Secret> token = Terminal(call.out, call.stop).readKey();
        if (!token) {
            status = kFailed;
            if (token.error().code == ErrorCode::InvalidInput) {
                status = options.wrong(token.error().userText, call.out);
            } else {
                call.out.failure(token.error().userText);
            }
            return std::nullopt;
        }
        session->redactor().learn(token.value());
        return token.value();
    }
    const auto read = awaitFuture(session->secrets().read(SecretName::pushwooshToken()), call.stop);
    if (!read) {
        call.out.failure(Text::tr("Stopped before the keychain answered."));
        status = kFailed;
        return std::nullopt;
    }
    if (*read) {
        return read->value();
    }
    if (read->error().code == ErrorCode::Absent) {
        call.out.failure(
            Text::tr("No Pushwoosh token is kept. Give one of the kind Server with --token-stdin, and with "
                     "--keep-token to keep it in the keychain; Pushwoosh makes it in Settings > API Access."));
        status = kFailed;
    } else {
        call.out.failure(read->error().userText);
        status = kEnvironment;
    }
    return std::nullopt;
}

int show(const KnownList &known, bool offline, const Options &options, Output &out)
{
    const QString search = options.text(kSearch);
    QList<QStringList> rows;
    QJsonArray array;
    for (const PushwooshApplication &each : known.list.applications) {
        if (!search.isEmpty() && !each.name.contains(search, Qt::CaseInsensitive) &&
            !each.code.contains(search, Qt::CaseInsensitive)) {
            continue;
        }
        rows.append({each.code, each.name});
        array.append(QJsonObject{{QStringLiteral("code"), each.code}, {QStringLiteral("name"), each.name}});
    }
    if (options.json()) {
        out.json(QJsonObject{{QStringLiteral("applications"), array},
                             {QStringLiteral("complete"), known.list.isComplete},
                             {QStringLiteral("offline"), offline},
                             {QStringLiteral("readAt"),
                              QDateTime::fromMSecsSinceEpoch(known.readAt, Qt::UTC).toString(Qt::ISODateWithMs)}});
    } else {
        TextTable table({{Text::tr("CODE")}, {Text::tr("NAME"), 80}});
        const QStringList lines = rows.isEmpty() ? QStringList() : table.lines(rows);
        for (const QString &line : lines) {
            out.result(line);
        }
    }
    if (known.list.applications.isEmpty()) {
        out.note(
            Text::tr("The token sees no application. A new token is given them one by one in Settings > API Access of "
                     "the Control Panel."));
    } else if (rows.isEmpty()) {
        out.note(
            Text::tr("None of %n application(s) fits “%1”.", nullptr, static_cast<int>(known.list.applications.size()))
                .arg(plainTextCut(search, 60)));
    }
    if (!known.list.isComplete) {
        out.warning(Text::tr("There may be more applications than Segue asked for."));
    }
    if (!known.list.otherBase.isEmpty()) {
        out.note(Text::tr("Pushwoosh names another address for this account: %1. Segue does not go there by itself; "
                          "--address takes it.")
                     .arg(plainTextCut(known.list.otherBase, 200)));
    }
    return kDone;
}

int showKept(const KnownApplications &kept, const Options &options, Output &out)
{
    const Result<KnownList> known = kept.read();
    if (!known) {
        out.failure(known.error().userText);
        return kFailed;
    }
    out.note(Text::tr("As they were on %1.").arg(when(known.value().readAt)));
    return show(known.value(), true, options, out);
}

int forget(Session &session, const Invocation &call)
{
    const auto removed = awaitFuture(session->secrets().remove(SecretName::pushwooshToken()), call.stop);
    if (!removed || !*removed) {
        call.out.failure(removed ? removed->error().userText : Text::tr("Stopped before the keychain answered."));
        return removed ? kEnvironment : kFailed;
    }
    call.out.note(Text::tr("No Pushwoosh token is in the keychain."));
    return kDone;
}

int ask(Session &session, const QUrl &base, const Options &options, const Invocation &call)
{
    int status = kFailed;
    const auto token = readToken(session, options, call, status);
    if (!token) {
        return status;
    }
    ApplicationsApi api(session->clock(), session->redactor(), {}, nullptr, &session->proxyLogins());
    const auto answer = awaitFuture(api.list(base, *token), call.stop);
    const KnownApplications kept(session->dataFolder());
    if (!answer) {
        call.out.failure(Text::tr("Stopped before Pushwoosh answered."));
        return kFailed;
    }
    if (!*answer) {
        call.out.failure(answer->error().userText);
        if (const Result<KnownList> known = kept.read()) {
            call.out.note(Text::tr("--offline shows the list of %1.").arg(when(known.value().readAt)));
        }
        return kFailed;
    }
    if (options.has(kKeep)) {
        const auto stored = awaitFuture(
            session->secrets().write(SecretName::pushwooshToken(), *token, SecretPlace::Keychain), call.stop);
        if (!stored || !*stored) {
            call.out.failure((stored ? stored->error().userText : Text::tr("Stopped before the keychain answered.")) +
                             u' ' + Text::tr("The token is not kept."));
            return kEnvironment;
        }
        call.out.note(Text::tr("The token is in the keychain."));
    }
    const KnownList known{answer->value(), base, session->clock().now()};
    if (const Status written = kept.keep(known); !written) {
        call.out.warning(written.error().userText);
    }
    return show(known, false, options, call.out);
}

} // namespace

int runApps(const Invocation &call)
{
    Options options(
        QStringLiteral("apps"), {},
        Text::tr("Lists the applications of a Pushwoosh account that an API token of the kind Server can see, with\n"
                 "their codes. The token comes from the keychain or from standard input, and is never an argument.\n"
                 "The last list is kept without the token, for --offline."));
    options.addValue(kSearch, QStringLiteral("TEXT"), Text::tr("only those whose name or code holds the text"));
    options.addFlag(kTokenStdin, Text::tr("read the token from standard input, one line, for this process alone"));
    options.addFlag(kKeep, Text::tr("with --token-stdin: keep the token in the keychain once Pushwoosh has taken it"));
    options.addFlag(kForget, Text::tr("remove the token from the keychain, and list nothing"));
    options.addValue(kAddress, QStringLiteral("URL"),
                     Text::tr("the Pushwoosh API of accounts with a place of their own (default: %1)")
                         .arg(ApplicationsApi::defaultBase().toString()));
    options.addFlag(kOffline, Text::tr("the list as it was last read, without asking"));
    options.addExample(QStringLiteral("pass show pushwoosh | segue apps --token-stdin --keep-token"),
                       Text::tr("takes the token from a password store and keeps it"));
    options.addExample(QStringLiteral("segue apps --search shop --json"), Text::tr("for a script"));
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    if (const auto sentence = options.conflict({kTokenStdin, kForget, kOffline})) {
        return options.wrong(*sentence, call.out);
    }
    if (options.has(kKeep) && !options.has(kTokenStdin)) {
        return options.wrong(Text::tr("--keep-token goes with --token-stdin."), call.out);
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    if (options.has(kForget)) {
        return forget(*session, call);
    }
    if (options.has(kOffline)) {
        return showKept(KnownApplications((*session)->dataFolder()), options, call.out);
    }
    const QString set = (*session)->settings().pushwooshAddress();
    const QString address = options.has(kAddress) ? options.text(kAddress)
                            : set.isEmpty()       ? ApplicationsApi::defaultBase().toString()
                                                  : set;
    const Result<QUrl> base = ApplicationsApi::readBase(address);
    if (!base) {
        return options.wrong(base.error().userText, call.out);
    }
    return ask(*session, base.value(), options, call);
}

} // namespace segue::cli
