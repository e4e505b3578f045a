// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/Logging.h"

#include "app/core/Redactor.h"

#include <atomic>
#include <cstdio>

namespace segue {

Q_LOGGING_CATEGORY(lcApp, "segue.app", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSecrets, "segue.secrets", QtWarningMsg)
Q_LOGGING_CATEGORY(lcJournal, "segue.journal", QtWarningMsg)
Q_LOGGING_CATEGORY(lcDelivery, "segue.delivery", QtWarningMsg)
Q_LOGGING_CATEGORY(lcReceiver, "segue.receiver", QtWarningMsg)

namespace {

// Qt takes a plain function as its handler, so the redactor has to be reachable without an argument.
std::atomic<const Redactor *> redactorInUse{nullptr};

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QByteArray line = qFormatLogMessage(type, context, message).toUtf8();
    if (const Redactor *redactor = redactorInUse.load()) {
        line = redactor->redact(std::move(line));
    }
    line.append('\n');
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

} // namespace

LogToStandardError::LogToStandardError(const Redactor &redactor)
{
    redactorInUse = &redactor;
    qInstallMessageHandler(writeRedacted);
}

LogToStandardError::~LogToStandardError()
{
    qInstallMessageHandler(nullptr);
    redactorInUse = nullptr;
}

} // namespace segue
