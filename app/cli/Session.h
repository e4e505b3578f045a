// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/cli/Options.h"
#include "app/cli/Stop.h"

#include <memory>
#include <optional>

namespace segue::cli {

//! The program's parts, opened for one command; messages are redacted while it lives.
class Session
{
public:
    //! AfterKey: it begins when takeKeyForThisRun() has the key; until then events of earlier runs would be found
    //! without one, and held up.
    enum class Delivery { Off, On, AfterKey };

    //! Opens the data folder that the options name. When that fails it has been said; the status is kEnvironment.
    static std::unique_ptr<Session> open(const Options &options, Delivery delivery, Output &out);
    static std::unique_ptr<Session> open(const QString &dataFolder, Delivery delivery, Output &out);
    //! The data folder that the options name.
    static QString folderOf(const Options &options);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    AppContext *operator->() const { return m_context.get(); }
    AppContext &operator*() const { return *m_context; }

    //! Says why the connections cannot be used, when they cannot; the status then.
    std::optional<int> connectionsFault(Output &out) const;

private:
    Session(std::unique_ptr<AppContext> context, Output &out);

    Output &m_out;
    std::unique_ptr<AppContext> m_context;
};

} // namespace segue::cli
