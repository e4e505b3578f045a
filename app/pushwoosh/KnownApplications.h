// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pushwoosh/ApplicationsApi.h"

namespace segue {

//! A list of applications as it was when it was last read.
struct KnownList
{
    ApplicationList list;
    QUrl base;             //!< where it came from
    std::int64_t readAt = 0; //!< ms since 1970 UTC

    bool operator==(const KnownList &) const = default;
};

//! The last list of applications, kept in the data folder for when Pushwoosh cannot be asked. No secret is in it; a file
//! that cannot be read counts as none, since the next list takes its place.
class KnownApplications
{
public:
    explicit KnownApplications(const QString &dataFolder);

    //! Fails with Absent when none was kept.
    Result<KnownList> read() const;
    Status keep(const KnownList &known) const;
    //! The name that goes with a code; empty when it is not known.
    QString nameOf(const QString &code) const;

private:
    QString m_path;
};

} // namespace segue
