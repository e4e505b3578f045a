// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <cstdint>

namespace segue {

//! Fills one request by serialised UTF-8 bytes (Segment reference 1.5). Pure.
class BatchBuilder
{
public:
    struct Limits
    {
        qsizetype requestBytes = qsizetype{480} * 1024; //!< of 500 KB, as Segment's own client stops
        qsizetype eventBytes = qsizetype{32} * 1024;
        int events = 2500;
    };
    enum class Fit {
        Added,
        Full,     //!< belongs into the next request
        TooLarge, //!< would be refused in any request
    };

    explicit BatchBuilder(Limits limits);
    BatchBuilder()
        : BatchBuilder(Limits{})
    {
    }

    //! The caller stops at the first Full, so that the order is kept.
    Fit add(const QByteArray &payload);

    int count() const { return static_cast<int>(m_payloads.size()); }
    bool isEmpty() const { return m_payloads.isEmpty(); }
    //! Serialised size of what body() would give as a batch.
    qsizetype bytes() const { return m_bytes; }

    //! Whether it goes to /batch; one event alone goes to /track, unless `sentAt` would lift it over the limit of an
    //! event.
    bool isBatch() const;
    //! The body of the request; `sentAt` in ms since 1970 UTC.
    QByteArray body(std::int64_t sentAt) const;

private:
    Limits m_limits;
    QList<QByteArray> m_payloads;
    qsizetype m_bytes;
};

} // namespace segue
