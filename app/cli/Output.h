// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace segue {

class Redactor;
struct Error;

namespace cli {

//! How a command ended, as its exit status (PRODUCT, Command line).
enum ExitStatus : int {
    kDone = 0,
    kFailed = 1,      //!< it ran, and something was refused or failed
    kUsage = 2,       //!< wrong usage
    kEnvironment = 3, //!< keychain, disk or port failed
};

//! Which status goes with an error of the program.
ExitStatus statusOf(const Error &error);

//! Where a command writes: results on standard output, everything said to a person on standard error, redacted. Text is
//! UTF-8. A reader that went away (a closed pipe) is no failure: see broken().
class Output
{
public:
    //! One line of a result.
    void result(const QString &line);
    //! Bytes of a result, as they are.
    void bytes(const QByteArray &content);
    //! A whole machine-readable result, indented.
    void json(const QJsonObject &object);
    void json(const QJsonArray &array);

    //! Something worth knowing.
    void note(const QString &sentence);
    //! `segue: warning: …`
    void warning(const QString &sentence);
    //! `segue: …`: why it did not work.
    void failure(const QString &sentence);
    //! Only with --verbose.
    void detail(const QString &sentence);
    //! A question, without a line end.
    void prompt(const QString &text);

    void setVerbose(bool verbose) { m_verbose = verbose; }
    //! Messages go through it from now on; null: no longer. Borrowed.
    void redactWith(const Redactor *redactor) { m_redactor = redactor; }

    //! Results can no longer be written: nobody reads them any more, or see fault().
    bool broken() const { return m_broken; }
    //! Why results could not be written, such as a full disk; empty when they could, or when their reader went away.
    QString fault() const { return m_fault; }
    //! Asks whether standard output still has a reader, without writing.
    bool readerIsGone();

private:
    void say(const QString &text);

    const Redactor *m_redactor = nullptr;
    bool m_verbose = false;
    bool m_broken = false;
    QString m_fault;
};

} // namespace cli
} // namespace segue
