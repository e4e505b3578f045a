// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Await.h"
#include "app/cli/Command.h"
#include "app/cli/Options.h"
#include "app/cli/Session.h"
#include "app/cli/Terminal.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::ProxyCommand)
};

const QString kUser = QStringLiteral("user");
const QString kPasswordStdin = QStringLiteral("password-stdin");
const QString kForget = QStringLiteral("forget");
constexpr qsizetype kLongestUser = 256;

int stopped(Output &out)
{
    out.failure(Text::tr("Stopped before the keychain answered."));
    return kFailed;
}

QString howToGive()
{
    return Text::tr("When it asks for them, “%1” keeps them.")
        .arg(QStringLiteral("segue proxy --user NAME --password-stdin"));
}

void sayKept(const ProxyAccess::Kept &kept, Output &out)
{
    const QString user = plainTextCut(kept.user, 60);
    if (kept.isRefused) {
        out.result(Text::tr("The proxy refused the password of “%1” that is in the keychain; it is not tried again.")
                       .arg(user));
        out.note(Text::tr("“%1” keeps another one.").arg(QStringLiteral("segue proxy --user NAME --password-stdin")));
    } else {
        out.result(Text::tr("The password of “%1” for it is in the keychain.").arg(user));
    }
}

int show(Session &session, const ProxyName &proxy, const Options &options, const Invocation &call)
{
    const auto kept = awaitFuture(session->proxies().kept(proxy), call.stop);
    if (!kept) {
        return stopped(call.out);
    }
    const bool isKept = kept->ok();
    if (!isKept && kept->error().code != ErrorCode::Absent) {
        call.out.failure(kept->error().userText);
        return statusOf(kept->error());
    }
    if (options.json()) {
        call.out.json(QJsonObject{{QStringLiteral("proxy"), proxy.text()},
                                  {kUser, isKept ? QJsonValue(kept->value().user) : QJsonValue()},
                                  {QStringLiteral("kept"), isKept},
                                  {QStringLiteral("refused"), isKept && kept->value().isRefused}});
        return kDone;
    }
    call.out.result(Text::tr("For Segment's address the system names the proxy %1.").arg(plainText(proxy.text())));
    if (isKept) {
        sayKept(kept->value(), call.out);
    } else {
        call.out.result(Text::tr("No name and password for it are in the keychain."));
        call.out.note(howToGive());
    }
    return kDone;
}

int forget(Session &session, const ProxyName &proxy, const Invocation &call)
{
    const auto removed = awaitFuture(session->proxies().forget(proxy), call.stop);
    if (!removed) {
        return stopped(call.out);
    }
    if (!*removed) {
        call.out.failure(removed->error().userText);
        return statusOf(removed->error());
    }
    call.out.note(Text::tr("No name and password for the proxy %1 are in the keychain.").arg(plainText(proxy.text())));
    return kDone;
}

int keep(Session &session, const ProxyName &proxy, const Options &options, const Invocation &call)
{
    const Result<Secret> password = Terminal(call.out, call.stop).readKey(Terminal::Wanted::Password);
    if (!password) {
        if (password.error().code == ErrorCode::InvalidInput) {
            return options.wrong(password.error().userText, call.out);
        }
        call.out.failure(password.error().userText);
        return kFailed;
    }
    const ProxyLogin login{options.text(kUser), password.value()};
    const auto set = awaitFuture(session->proxies().set(proxy, login, SecretPlace::Keychain), call.stop);
    if (!set) {
        return stopped(call.out);
    }
    if (!*set) {
        call.out.failure(set->error().userText);
        return statusOf(set->error());
    }
    const QString sentence = plainText(ProxyAccess::sentence(set->value(), proxy));
    if (set->value() == ProxyAccess::Outcome::Refused) {
        call.out.failure(sentence);
        return kFailed;
    }
    if (set->value() == ProxyAccess::Outcome::Untried) {
        call.out.warning(sentence);
    } else {
        call.out.note(sentence + u' ' + Text::tr("They are in the keychain."));
    }
    return kDone;
}

int noProxy(const Options &options, Output &out)
{
    if (options.has(kUser) || options.has(kForget)) {
        out.failure(Text::tr("The system names no proxy for Segment's address. Nothing was changed."));
        return kFailed;
    }
    if (options.json()) {
        out.json(QJsonObject{{QStringLiteral("proxy"), QJsonValue()}, {QStringLiteral("kept"), false}});
    } else {
        out.result(Text::tr("The system names no proxy for Segment's address: Segue goes there directly."));
    }
    return kDone;
}

} // namespace

int runProxy(const Invocation &call)
{
    Options options(
        QStringLiteral("proxy"), {},
        Text::tr(
            "Shows which proxy the system names for Segment's address, and whether the keychain holds a name and a\n"
            "password for it. With --user they are tried once at the proxy and kept if it does not refuse them; a\n"
            "Segue that runs finds them there by itself. The password is never an argument."));
    options.addValue(kUser, QStringLiteral("NAME"), Text::tr("the name with which the proxy knows you"));
    options.addFlag(kPasswordStdin, Text::tr("with --user: read the password from standard input, one line"));
    options.addFlag(kForget, Text::tr("remove name and password from the keychain"));
    options.addExample(QStringLiteral("pass show proxy | segue proxy --user ada --password-stdin"),
                       Text::tr("takes the password from a password store and keeps it"));
    if (const auto status = options.read(call.common + call.arguments, 0, 0, call.out)) {
        return *status;
    }
    if (const auto sentence = options.conflict({kUser, kForget})) {
        return options.wrong(*sentence, call.out);
    }
    if (options.has(kUser) != options.has(kPasswordStdin)) {
        return options.wrong(Text::tr("--user and --password-stdin go together."), call.out);
    }
    const QString user = options.text(kUser);
    if (options.has(kUser) && (user.isEmpty() || user.size() > kLongestUser || user.contains(u':'))) {
        return options.wrongValue(kUser, Text::tr("a name without a colon"), call.out);
    }
    const auto session = Session::open(options, Session::Delivery::Off, call.out);
    if (!session) {
        return kEnvironment;
    }
    const auto proxy = awaitFuture((*session)->proxies().systemProxy(), call.stop);
    if (!proxy) {
        call.out.failure(Text::tr("Stopped."));
        return kFailed;
    }
    if (proxy->isNull()) {
        return noProxy(options, call.out);
    }
    if (options.has(kForget)) {
        return forget(*session, *proxy, call);
    }
    return options.has(kUser) ? keep(*session, *proxy, options, call) : show(*session, *proxy, options, call);
}

} // namespace segue::cli
