// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace segue {

//! An application of a Pushwoosh account. Both texts come from outside.
struct PushwooshApplication
{
    QString code; //!< such as 1A2B3-C4D5E
    QString name;

    bool operator==(const PushwooshApplication &) const = default;
};

//! One answer of getApplications (Pushwoosh reference 2.1).
struct ApplicationsPage
{
    QList<PushwooshApplication> applications; //!< as they came; a code is there once
    //! The last page's number or how many pages there are; the documents do not say which. -1: not told.
    int total = -1;
    //! Where Pushwoosh wants further calls to go; shown, never followed. Mostly empty.
    QString otherBase;
};

//! Reads an answer with its HTTP status. Accepts an object or an empty array of applications, and every form of error
//! that is documented (reference 1.2). Errors: Denied (token, rights, plan), InvalidInput (an argument was wrong),
//! Network (their side, or too many requests), Payload (not an answer of Pushwoosh).
Result<ApplicationsPage> readApplicationsPage(int httpStatus, const QByteArray &contentType, const QByteArray &body);

} // namespace segue
