// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Secret.h"

#include <QByteArray>
#include <QString>

#include <mutex>
#include <vector>

namespace segue {

//! Takes out of a text what must not leave the process: every secret that the process knows, and what looks like one
//! by its place (Authorization, Cookie and X-Signature headers, `writeKey` and `auth` members, `sgp_…` tokens, the token
//! or key in a path of the receiver or of Segment's settings route). Safe on every thread.
class Redactor
{
public:
    //! From now on the secret's bytes, and their Basic-authentication form, are taken out wherever they stand.
    void learn(const Secret &secret);

    //! The bytes with each secret replaced by `[redacted]`.
    QByteArray redact(QByteArray bytes) const;
    QString redact(const QString &text) const;

private:
    mutable std::mutex m_mutex;
    std::vector<Secret> m_known;
};

} // namespace segue
