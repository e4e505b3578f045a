// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Output.h"

#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace segue::cli {

//! The options of one command: reads its line, answers --help, and says in a sentence that names the option what is
//! wrong. The options that every command has (--data-dir, --json, --verbose, --theme, --help) are there from the start.
class Options
{
public:
    enum class Times { Once, Repeatable };

    //! `command`: as typed, such as `connections add`; `words`: what follows besides options, such as `CONNECTION`.
    Options(const QString &command, const QString &words, const QString &summary);

    void addFlag(const QString &name, const QString &description);
    void addValue(const QString &name, const QString &value, const QString &description, Times times = Times::Once);
    void addExample(const QString &line, const QString &meaning);

    //! Reads what follows the command. Nothing: go on. Else the status to end with: help was shown, or the line was
    //! wrong and that has been said. `least` and `most` words besides options are taken.
    std::optional<int> read(const QStringList &arguments, qsizetype least, qsizetype most, Output &out);

    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString text(const QString &name) const { return m_parser.value(name); }
    QStringList texts(const QString &name) const { return m_parser.values(name); }
    QStringList words() const { return m_parser.positionalArguments(); }
    bool json() const { return has(QStringLiteral("json")); }
    //! As given; empty: the default.
    QString dataFolder() const { return text(QStringLiteral("data-dir")); }

    //! A sentence when more than one of them is given.
    std::optional<QString> conflict(const QStringList &names) const;
    //! A whole number from `least` to `most`; nothing, with the sentence said, when it is none. `fallback` when not
    //! given.
    std::optional<int> number(const QString &name, int fallback, int least, int most, Output &out) const;

    //! Says the sentence and where help is; the status for wrong usage.
    int wrong(const QString &sentence, Output &out) const;
    //! The option's value is not one of those it takes.
    int wrongValue(const QString &name, const QString &takes, Output &out) const;

    //! The whole help text.
    QString help() const;

private:
    struct Described
    {
        QString name;
        QString value;
        QString description;
        bool repeatable;
        bool common;
    };
    struct Example
    {
        QString line;
        QString meaning;
    };

    void add(const Described &option);
    std::optional<QString> fault(const QStringList &arguments) const;
    std::optional<QString> missingValue(const QStringList &arguments) const;
    const Described *find(const QString &argument) const;

    QString m_command;
    QString m_words;
    QString m_summary;
    QList<Described> m_options;
    QList<Example> m_examples;
    QCommandLineParser m_parser;
};

} // namespace segue::cli
