// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/TrackedIds.h"

#include "app/core/Clock.h"

#include <limits>

namespace segue {

namespace {
constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60 * 1'000;
}

TrackedIds::TrackedIds(EventLog &log, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_clock(clock)
{
}

void TrackedIds::count(const ConnectionId &connection)
{
    ++m_generation;
    m_connection = connection.key();
    m_since = m_clock.now() - kDays * kDay;
    m_looked = 0;
    m_ids.clear();
    m_isKnown = false;
    m_isCut = false;
    readPiece(EntryId{std::numeric_limits<std::int64_t>::max()});
}

void TrackedIds::readPiece(EntryId before)
{
    m_log.anonymousIds(m_connection, m_since, before, kPiece, this,
                       [this, own = m_generation](const Result<AnonymousIds> &piece) {
                           if (own != m_generation) {
                               return;
                           }
                           if (piece) {
                               m_ids.insert(piece.value().hashes.begin(), piece.value().hashes.end());
                               m_looked += kPiece;
                               m_isCut = !piece.value().isLast && m_looked >= kMostEntries;
                               if (!piece.value().isLast && !m_isCut) {
                                   readPiece(piece.value().next);
                                   return;
                               }
                           }
                           m_isKnown = piece.ok();
                           Q_EMIT changed();
                       });
}

QString TrackedIds::sentence() const
{
    if (!m_isKnown) {
        return {};
    }
    const QString what =
        tr("In the last %1 days Segue has seen %Ln anonymous id(s) for this connection. Segment counts each "
           "that no User ID is tied to as a tracked user.",
           nullptr, static_cast<int>(m_ids.size()))
            .arg(kDays);
    const QString bound = m_isCut ? tr("Only the newest entries of the log were looked at.") + u' ' : QString();
    return what + u' ' + bound +
           tr("An estimate: what Pushwoosh sends straight to Segment is not in this log unless it is echoed.");
}

} // namespace segue
