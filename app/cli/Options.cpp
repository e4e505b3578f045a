// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Options.h"

#include "app/exports/PlainText.h"

#include <QCommandLineOption>
#include <QCoreApplication>

#include <algorithm>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::Options)
};

constexpr qsizetype kShownValue = 60;

QString shownOption(const QString &name)
{
    return (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + plainTextCut(name, kShownValue);
}

} // namespace

Options::Options(const QString &command, const QString &words, const QString &summary)
    : m_command(command)
    , m_words(words)
    , m_summary(summary)
{
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    const auto common = [this](const char *name, const QString &value, const QString &description) {
        add({QString::fromLatin1(name), value, description, false, true});
    };
    common("data-dir", QStringLiteral("DIR"),
           Text::tr("folder with connections and journal (also SEGUE_DATA_DIR; default: the platform's own)"));
    common("json", {}, Text::tr("machine-readable result on standard output, messages on standard error"));
    common("verbose", {}, Text::tr("say more about what happens"));
    common("help", {}, Text::tr("show this help"));
    QCommandLineOption theme(QStringLiteral("theme"), {}, QStringLiteral("NAME"));
    theme.setFlags(QCommandLineOption::HiddenFromHelp);
    m_parser.addOption(theme);
}

void Options::add(const Described &option)
{
    QStringList names{option.name};
    if (option.name == u"help") {
        names.append(QStringLiteral("h"));
    }
    m_parser.addOption(QCommandLineOption(names, option.description, option.value));
    m_options.append(option);
}

void Options::addFlag(const QString &name, const QString &description)
{
    add({name, {}, description, true, false});
}

void Options::addValue(const QString &name, const QString &value, const QString &description, Times times)
{
    add({name, value, description, times == Times::Repeatable, false});
}

void Options::addExample(const QString &line, const QString &meaning)
{
    m_examples.append({line, meaning});
}

std::optional<int> Options::read(const QStringList &arguments, qsizetype least, qsizetype most, Output &out)
{
    const bool understood = m_parser.parse(QStringList{QStringLiteral("segue")} + arguments);
    if (has(QStringLiteral("help"))) {
        out.bytes(help().toUtf8());
        return kDone;
    }
    out.setVerbose(has(QStringLiteral("verbose")));
    if (const auto sentence = fault(arguments)) {
        return wrong(*sentence, out);
    }
    if (!understood) {
        return wrong(plainText(m_parser.errorText()), out);
    }
    const QStringList given = words();
    if (given.size() > most) {
        return wrong(Text::tr("“%1” is one word too many.").arg(plainTextCut(given[most], kShownValue)), out);
    }
    if (given.size() < least) {
        return wrong(Text::tr("%1 is missing.").arg(m_words), out);
    }
    return std::nullopt;
}

const Options::Described *Options::find(const QString &argument) const
{
    QString name = argument.section(u'=', 0, 0);
    while (name.startsWith(u'-')) {
        name.remove(0, 1);
    }
    const auto found =
        std::find_if(m_options.begin(), m_options.end(), [&](const Described &option) { return option.name == name; });
    return found == m_options.end() ? nullptr : &*found;
}

// QCommandLineParser takes whatever follows as the value, so `--connection --json` would look for a connection
// "--json".
std::optional<QString> Options::missingValue(const QStringList &arguments) const
{
    for (qsizetype i = 0; i < arguments.size() && arguments[i] != u"--"; ++i) {
        const Described *option = arguments[i].startsWith(u'-') ? find(arguments[i]) : nullptr;
        if (!option || option->value.isEmpty() || arguments[i].contains(u'=')) {
            continue;
        }
        const bool last = i + 1 == arguments.size();
        if (last || (arguments[i + 1].startsWith(u"--") && find(arguments[i + 1]))) {
            return Text::tr("%1 needs a value: %2.").arg(shownOption(option->name), option->value);
        }
        ++i;
    }
    return std::nullopt;
}

std::optional<QString> Options::fault(const QStringList &arguments) const
{
    if (auto sentence = missingValue(arguments)) {
        return sentence;
    }
    const QStringList unknown = m_parser.unknownOptionNames();
    if (!unknown.isEmpty()) {
        return Text::tr("There is no option %1 here.").arg(shownOption(unknown.front()));
    }
    for (const Described &option : m_options) {
        if (!option.value.isEmpty() && !option.repeatable && m_parser.values(option.name).size() > 1) {
            return Text::tr("%1 may be given once only.").arg(shownOption(option.name));
        }
    }
    if (has(QStringLiteral("data-dir")) && dataFolder().isEmpty()) {
        return Text::tr("%1 needs a value: %2.").arg(QStringLiteral("--data-dir"), QStringLiteral("DIR"));
    }
    return std::nullopt;
}

std::optional<QString> Options::conflict(const QStringList &names) const
{
    QStringList given;
    for (const QString &name : names) {
        if (has(name)) {
            given.append(shownOption(name));
        }
    }
    if (given.size() < 2) {
        return std::nullopt;
    }
    return Text::tr("%1 and %2 cannot be given together.").arg(given[0], given[1]);
}

std::optional<int> Options::number(const QString &name, int fallback, int least, int most, Output &out) const
{
    if (!has(name)) {
        return fallback;
    }
    bool ok = false;
    const int value = text(name).toInt(&ok);
    if (!ok || value < least || value > most) {
        wrongValue(name, Text::tr("a whole number from %1 to %2").arg(QString::number(least), QString::number(most)),
                   out);
        return std::nullopt;
    }
    return value;
}

int Options::wrong(const QString &sentence, Output &out) const
{
    out.failure(sentence);
    out.note(
        Text::tr("“%1” shows what can be given.").arg(QStringLiteral("segue %1 --help").arg(m_command).simplified()));
    return kUsage;
}

int Options::wrongValue(const QString &name, const QString &takes, Output &out) const
{
    return wrong(
        Text::tr("%1 takes %2, not “%3”.").arg(shownOption(name), takes, plainTextCut(text(name), kShownValue)), out);
}

QString Options::help() const
{
    QString result =
        Text::tr("Usage: %1")
            .arg(QStringLiteral("segue %1 %2").arg(m_command, m_words).simplified() + QStringLiteral(" [options]"));
    result += QStringLiteral("\n\n") + m_summary + u'\n';
    qsizetype widest = 0;
    const auto left = [](const Described &option) {
        return QString(QStringLiteral("--") + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value));
    };
    for (const Described &option : m_options) {
        widest = std::max(widest, left(option).size());
    }
    const auto section = [&](const QString &title, bool common) {
        QString lines;
        for (const Described &option : m_options) {
            if (option.common == common) {
                lines += QStringLiteral("  ") + left(option).leftJustified(widest + 2) + option.description + u'\n';
            }
        }
        return lines.isEmpty() ? QString() : QString(u'\n' + title + u'\n' + lines);
    };
    result += section(Text::tr("Options:"), false) + section(Text::tr("Options of every command:"), true);
    if (!m_examples.isEmpty()) {
        result += u'\n' + Text::tr("Examples:") + u'\n';
    }
    for (const Example &example : m_examples) {
        result += QStringLiteral("  %1\n      %2\n").arg(example.line, example.meaning);
    }
    return result;
}

} // namespace segue::cli
