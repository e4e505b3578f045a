// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Output.h"
#include "app/cli/Stop.h"
#include "app/core/Error.h"
#include "app/core/Secret.h"

#include <QByteArray>
#include <QString>

namespace segue::cli {

//! What a command reads from standard input. All of it ends at once when the stop is asked for (Cancelled).
class Terminal
{
public:
    Terminal(Output &out, const Stop &stop);

    //! Whether a person sits at standard input.
    static bool isInteractive();

    enum class Wanted { WriteKey, Password };
    //! One line, trimmed; a terminal does not show what is typed. InvalidInput when there is none, when more follows,
    //! or when it holds control characters.
    Result<Secret> readKey(Wanted wanted = Wanted::WriteKey);
    //! Asks; yes only for `y` or `yes`. Only for a terminal.
    bool confirms(const QString &question);
    //! Everything up to the end, at most `most` bytes.
    Result<QByteArray> readAll(qsizetype most);

private:
    enum class Until { LineEnd, End };
    Result<QByteArray> read(Until until, qsizetype most);

    Output &m_out;
    const Stop &m_stop;
};

} // namespace segue::cli
