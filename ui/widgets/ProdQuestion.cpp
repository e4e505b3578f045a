// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ProdQuestion.h"

#include "ui/widgets/Question.h"

#include <QCoreApplication>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::ProdQuestion)
};

} // namespace

QPushButton *askBeforeProd(const Connection &connection, int events, bool keptOutOfDestinations, QWidget *window)
{
    const QString kept = Text::tr("Kept out of destinations: downstream tools will not show what is sent.");
    const QString real = Text::tr("Not kept out of destinations: downstream tools will take what is sent for real.");
    return ask({QStringLiteral("prodGuard"), Text::tr("Send to PROD?"), ProdGuard::question(connection, events),
                keptOutOfDestinations ? kept : real, Text::tr("Send to PROD")},
               window);
}

} // namespace segue
