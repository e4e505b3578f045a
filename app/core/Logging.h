// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace segue {

class Redactor;

Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcSecrets)
Q_DECLARE_LOGGING_CATEGORY(lcJournal)
Q_DECLARE_LOGGING_CATEGORY(lcDelivery)
Q_DECLARE_LOGGING_CATEGORY(lcReceiver)

//! While it lives, every log line of the process (Qt's own included) goes to standard error, redacted.
class LogToStandardError
{
public:
    explicit LogToStandardError(const Redactor &redactor);
    ~LogToStandardError();
    Q_DISABLE_COPY_MOVE(LogToStandardError)
};

} // namespace segue
