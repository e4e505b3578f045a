// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Output.h"

#include "app/core/Error.h"
#include "app/core/Redactor.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::Output)
};

//! 0, or the errno of what went wrong.
int writeAll(int descriptor, const QByteArray &content)
{
    qsizetype at = 0;
    while (at < content.size()) {
        const ssize_t written =
            ::write(descriptor, content.constData() + at, static_cast<std::size_t>(content.size() - at));
        if (written >= 0) {
            at += written;
        } else if (errno == EAGAIN) {
            pollfd target{descriptor, POLLOUT, 0};
            ::poll(&target, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

} // namespace

ExitStatus statusOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NoService:
    case ErrorCode::Locked:
    case ErrorCode::Denied:
    case ErrorCode::TimedOut:
    case ErrorCode::Disk:
    case ErrorCode::Damaged:
    case ErrorCode::NewerVersion:
    case ErrorCode::Busy:
        return kEnvironment;
    case ErrorCode::InvalidInput:
    case ErrorCode::Absent:
    case ErrorCode::Payload:
    case ErrorCode::Network:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        break;
    }
    return kFailed;
}

void Output::result(const QString &line)
{
    bytes(line.toUtf8() + '\n');
}

void Output::bytes(const QByteArray &content)
{
    if (m_broken) {
        return;
    }
    if (const int error = writeAll(STDOUT_FILENO, content); error != 0) {
        m_broken = true;
        m_fault = error == EPIPE ? QString() : qt_error_string(error);
    }
}

void Output::json(const QJsonObject &object)
{
    bytes(QJsonDocument(object).toJson());
}

void Output::json(const QJsonArray &array)
{
    bytes(QJsonDocument(array).toJson());
}

void Output::note(const QString &sentence)
{
    say(sentence + u'\n');
}

void Output::warning(const QString &sentence)
{
    say(Text::tr("segue: warning: %1").arg(sentence) + u'\n');
}

void Output::failure(const QString &sentence)
{
    say(QStringLiteral("segue: ") + sentence + u'\n');
}

void Output::detail(const QString &sentence)
{
    if (m_verbose) {
        note(sentence);
    }
}

void Output::prompt(const QString &text)
{
    say(text);
}

void Output::say(const QString &text)
{
    writeAll(STDERR_FILENO, (m_redactor ? m_redactor->redact(text) : text).toUtf8());
}

bool Output::readerIsGone()
{
    pollfd target{STDOUT_FILENO, POLLOUT, 0};
    if (::poll(&target, 1, 0) > 0 && (target.revents & (POLLERR | POLLHUP | POLLNVAL)) != 0) {
        m_broken = true;
    }
    return m_broken;
}

} // namespace segue::cli
