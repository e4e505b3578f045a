// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Terminal.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace segue::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::cli::Terminal)
};

constexpr qsizetype kLongestKey = 1024;

//! A terminal does not show what is typed while this lives.
class Unseen
{
public:
    Unseen()
    {
        m_changed = ::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_changed) {
            termios quiet = m_before;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            quiet.c_lflag |= ECHONL;
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~Unseen()
    {
        if (m_changed) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }
    Q_DISABLE_COPY_MOVE(Unseen)

private:
    termios m_before = {};
    bool m_changed = false;
};

Error unusable(const QString &sentence)
{
    return {ErrorCode::InvalidInput, QStringLiteral("standard input"), sentence};
}

} // namespace

Terminal::Terminal(Output &out, const Stop &stop)
    : m_out(out)
    , m_stop(stop)
{
}

bool Terminal::isInteractive()
{
    return ::isatty(STDIN_FILENO) == 1;
}

// The event loop waits instead of read(), since a signal would not end a read() that is under way.
Result<QByteArray> Terminal::read(Until until, qsizetype most)
{
    if (::fcntl(STDIN_FILENO, F_GETFD) < 0) {
        return unusable(Text::tr("Standard input is closed."));
    }
    QByteArray content;
    content.reserve(std::min(most, qsizetype{64} * 1024) + 1);
    bool ended = false;
    QEventLoop loop;
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&m_stop, &Stop::requested, &loop, &QEventLoop::quit);
    QObject::connect(&notifier, &QSocketNotifier::activated, &loop, [&] {
        std::array<char, 4096> piece{};
        const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (got > 0) {
            content.append(piece.data(), got);
            explicit_bzero(piece.data(), piece.size());
            ended = content.size() > most || (until == Until::LineEnd && content.contains('\n'));
        } else {
            ended = got == 0 || (errno != EINTR && errno != EAGAIN);
        }
        if (ended) {
            loop.quit();
        }
    });
    if (!m_stop.isRequested()) {
        loop.exec();
    }
    if (!ended) {
        wipe(content);
        return Error{ErrorCode::Cancelled, QStringLiteral("stopped while reading"), Text::tr("Stopped.")};
    }
    return content;
}

Result<Secret> Terminal::readKey(Wanted wanted)
{
    const bool isKey = wanted == Wanted::WriteKey;
    const Unseen unseen;
    if (isInteractive()) {
        m_out.prompt(isKey ? Text::tr("Write key (it is not shown): ") : Text::tr("Password (it is not shown): "));
    }
    Result<QByteArray> read = this->read(Until::LineEnd, kLongestKey);
    if (!read) {
        return read.error();
    }
    QByteArray &content = read.value();
    const qsizetype lineEnd = content.indexOf('\n');
    const QByteArrayView line = QByteArrayView(content).first(lineEnd < 0 ? content.size() : lineEnd).trimmed();
    const bool moreFollows = lineEnd >= 0 && !QByteArrayView(content).sliced(lineEnd).trimmed().isEmpty();
    const bool hasControls =
        std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    const Secret key = Secret::fromBytes(line);
    const bool tooLong = content.size() > kLongestKey;
    wipe(content);
    if (key.isEmpty()) {
        return unusable(isKey ? Text::tr("No write key came on standard input.")
                              : Text::tr("No password came on standard input."));
    }
    if (moreFollows || hasControls || tooLong) {
        return unusable(isKey ? Text::tr("Standard input must hold the write key alone, in one line.")
                              : Text::tr("Standard input must hold the password alone, in one line."));
    }
    return key;
}

bool Terminal::confirms(const QString &question)
{
    m_out.prompt(question + u' ' + Text::tr("[y/N]", "answers to a question: yes or no") + u' ');
    const Result<QByteArray> answer = read(Until::LineEnd, kLongestKey);
    if (!answer) {
        return false;
    }
    const QByteArray word = answer.value().trimmed().toLower();
    return word == "y" || word == "yes";
}

Result<QByteArray> Terminal::readAll(qsizetype most)
{
    Result<QByteArray> content = read(Until::End, most);
    if (content && content.value().size() > most) {
        return unusable(Text::tr("Standard input holds more than %1 bytes.").arg(most));
    }
    return content;
}

} // namespace segue::cli
