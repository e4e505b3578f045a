// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/cli/Command.h"
#include "app/core/PrivateFiles.h"
#include "app/core/Translations.h"
#include "app/exports/PlainText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <csignal>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::CommandLine)
};

struct Command
{
    const char *name;
    int (*run)(const Invocation &call);
};

constexpr std::array<Command, 10> kCommands{{
    {"demo", runDemo},
    {"connections", runConnections},
    {"send", runSend},
    {"retry", runRetry},
    {"log", runLog},
    {"receive", runReceive},
    {"check", runCheck},
    {"apps", runApps},
    {"proxy", runProxy},
    {"erase", runErase},
}};

// Options of QGuiApplication and QApplication (Qt 6.4): a line with these alone opens the window.
constexpr std::array kQtOptionsWithValue{
    "platform",    "platformpluginpath", "platformtheme", "plugin",     "qwindowgeometry",
    "qwindowicon", "qwindowtitle",       "style",         "stylesheet", "session",
    "display",     "geometry",           "fontengine",    "dialogs",    "qmljsdebugger"};
constexpr std::array kQtFlags{"reverse", "widgetcount", "nograb", "dograb", "sync"};

bool isOneOf(const auto &names, const QString &name)
{
    return std::any_of(names.begin(), names.end(), [&](const char *each) { return name == QLatin1StringView(each); });
}

const Command *findCommand(const QString &word)
{
    const auto *found = std::find_if(kCommands.begin(), kCommands.end(),
                                     [&](const Command &each) { return word == QLatin1StringView(each.name); });
    return found == kCommands.end() ? nullptr : found;
}

//! A line taken apart as far as is needed to know whom it is for.
struct Line
{
    QStringList before;       //!< options in front of the command, as typed
    QString word;             //!< the command; empty when there is none
    QStringList rest;         //!< what follows it
    QString strange;          //!< an option in front that neither the window nor every command knows
    bool onlyCommand = false; //!< --json, --verbose: of no use to a window
    bool help = false;
    bool version = false;
    WindowOptions window;
};

//! Reads one option in front of the command; gives how many arguments it takes.
qsizetype readOption(const QStringList &arguments, qsizetype at, Line &line)
{
    const QString &argument = arguments[at];
    const QString name = argument.section(u'=', 0, 0).remove(0, argument.startsWith(u"--") ? 2 : 1);
    const bool joined = argument.contains(u'=');
    const bool common = name == u"data-dir" || name == u"theme";
    const bool takesValue = common || isOneOf(kQtOptionsWithValue, name);
    const QString value = joined ? argument.section(u'=', 1) : arguments.value(at + 1);
    if (name == u"data-dir") {
        line.window.dataFolder = value;
    } else if (name == u"theme") {
        line.window.theme = value;
    } else if (name == u"help" || name == u"h") {
        line.help = true;
    } else if (name == u"version" || name == u"v") {
        line.version = true;
    } else if (name == u"json" || name == u"verbose") {
        line.onlyCommand = true;
    } else if (!takesValue && !isOneOf(kQtFlags, name) && line.strange.isEmpty()) {
        line.strange = argument;
    }
    if (common && !joined && at + 1 == arguments.size()) {
        line.strange = argument;
    }
    const qsizetype taken = takesValue && !joined ? 2 : 1;
    line.before += arguments.mid(at, taken);
    return taken;
}

Line takeApart(const QStringList &arguments)
{
    Line line;
    qsizetype at = 0;
    while (at < arguments.size() && arguments[at].startsWith(u'-')) {
        at += readOption(arguments, at, line);
    }
    if (at < arguments.size()) {
        line.word = arguments[at];
        line.rest = arguments.mid(at + 1);
    }
    return line;
}

QString programHelp()
{
    return Text::tr("Usage: segue                      opens the window\n"
                    "       segue COMMAND [options]    works in the terminal, without a display\n\n"
                    "Sets up, tests and watches the Pushwoosh source of Twilio Segment.\n\n"
                    "Commands:\n"
                    "  demo           sends one sample of each of the seven events to a sandbox and shows the log\n"
                    "  connections    list, show, add, edit, remove, set-key, export, import\n"
                    "  send           sends sample events, or events from a file, and waits for their end states\n"
                    "  retry          queues events again that were refused, blocked, given up or cancelled\n"
                    "  log            shows and exports the events of the journal, or looks through its file\n"
                    "  receive        takes what clients of Segment send, without a window\n"
                    "  check          checks connections: key, source, destinations, identities, queue\n"
                    "  apps           lists the Pushwoosh applications that a token can see\n"
                    "  proxy          keeps the name and password for the system's proxy\n"
                    "  erase          erases a person from the journal\n\n"
                    "Options of every command:\n"
                    "  --data-dir DIR  folder with connections and journal (also SEGUE_DATA_DIR)\n"
                    "  --json          machine-readable result on standard output, messages on standard error\n"
                    "  --verbose       say more about what happens\n"
                    "  --help          help for the program, or for the command in front of it\n"
                    "  --version       the version\n"
                    "For the window: --theme light|dark|system\n\n"
                    "Examples:\n"
                    "  segue demo\n"
                    "  segue connections add --name \"Acme dev\" --environment dev --region us --write-key-stdin\n"
                    "  segue send --connection \"Acme dev\" --event \"Email Sent\" --user-id 4711\n"
                    "  segue log --since 2h --state refused,blocked\n\n"
                    "Exit status: 0 done; 1 something was refused or failed; 2 wrong usage; 3 the environment failed\n"
                    "(keychain, disk, port).\n");
}

int wrongUsage(const QString &sentence, Output &out)
{
    out.failure(sentence);
    out.note(Text::tr("“%1” shows what can be given.").arg(QStringLiteral("segue --help")));
    return kUsage;
}

int dispatch(const Line &line, Output &out, Stop &stop)
{
    if (line.version) {
        out.result(QStringLiteral("segue ") + QCoreApplication::applicationVersion());
        return kDone;
    }
    if (line.word.isEmpty() && line.help) {
        out.bytes(programHelp().toUtf8());
        return kDone;
    }
    if (line.word.isEmpty()) {
        return wrongUsage(
            line.strange.isEmpty()
                ? Text::tr("A command is missing.")
                : Text::tr("There is no option %1, or its value is missing.").arg(plainTextCut(line.strange, 60)),
            out);
    }
    const Command *command = findCommand(line.word);
    if (!command) {
        return wrongUsage(Text::tr("There is no command “%1”.").arg(plainTextCut(line.word, 60)), out);
    }
    if (line.rest == QStringList{QStringLiteral("--version")}) {
        out.result(QStringLiteral("segue ") + QCoreApplication::applicationVersion());
        return kDone;
    }
    return command->run({line.before, line.rest, out, stop});
}

} // namespace

bool isCommand(const QStringList &arguments)
{
    const Line line = takeApart(arguments);
    return !line.word.isEmpty() || line.help || line.version || line.onlyCommand || !line.strange.isEmpty();
}

WindowOptions windowOptions(const QStringList &arguments)
{
    return takeApart(arguments).window;
}

int run(int &argc, char **argv)
{
    keepFilesAndMemoryPrivate();
    // A reader that went away is seen by the write, and is no reason to die in the middle of something.
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("segue"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SEGUE_VERSION));
    speakLanguageOf(application, QLocale());
    Output out;
    Stop stop;
    const int status = dispatch(takeApart(QCoreApplication::arguments().mid(1)), out, stop);
    if (!out.fault().isEmpty()) {
        out.failure(Text::tr("Standard output could not be written (%1).").arg(out.fault()));
        return kEnvironment;
    }
    return status;
}

} // namespace segue::cli
