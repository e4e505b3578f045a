// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/PayloadValues.h"

#include "app/core/Logging.h"

#include <algorithm>
#include <utility>

namespace segue {

namespace {

//! More than some screens are not read at once: who scrolls fast sees only the last of them.
constexpr std::size_t kMostWanted = 512;
constexpr qsizetype kSlotBytes = 96; // what a slot takes beside its texts, roughly

QString kept(const std::optional<QByteArray> &value)
{
    if (!value) {
        return {};
    }
    // Cut before it is decoded: a value may be the whole of a payload.
    QString text = QString::fromUtf8(value->left(4 * PayloadValues::kLongest));
    if (text.size() > PayloadValues::kLongest) {
        const bool apart = text.at(PayloadValues::kLongest - 1).isHighSurrogate();
        text.truncate(PayloadValues::kLongest - (apart ? 1 : 0));
        text += u'…';
    }
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

PayloadValues::PayloadValues(EventLog &log, QObject *parent)
    : QObject(parent)
    , m_log(log)
{
}

void PayloadValues::setPaths(const QList<JsonPath> &paths)
{
    if (paths == m_paths) {
        return;
    }
    m_paths = paths;
    clear();
}

void PayloadValues::clear()
{
    ++m_generation;
    m_slots.clear();
    m_wanted.clear();
    m_inFlight.clear();
    m_bytes = 0;
}

const QList<QString> *PayloadValues::find(EntryId id) const
{
    const auto found = m_slots.find(id);
    if (found == m_slots.end()) {
        return nullptr;
    }
    found->second.used = ++m_uses;
    return &found->second.values;
}

void PayloadValues::want(const std::vector<EntryId> &ids)
{
    for (const EntryId id : ids) {
        if (!m_slots.contains(id) && m_inFlight.insert(id).second) {
            m_wanted.push_back(id);
        }
    }
    if (m_wanted.size() > kMostWanted) {
        const auto kept = m_wanted.end() - static_cast<std::ptrdiff_t>(kMostWanted);
        std::for_each(m_wanted.begin(), kept, [this](EntryId id) { m_inFlight.erase(id); });
        m_wanted.erase(m_wanted.begin(), kept);
    }
    if (!m_scheduled && !m_wanted.empty()) {
        m_scheduled = true;
        QMetaObject::invokeMethod(
            this, [this] { ask(); }, Qt::QueuedConnection);
    }
}

void PayloadValues::ask()
{
    m_scheduled = false;
    if (m_wanted.empty()) {
        return;
    }
    std::vector<EntryId> asked = std::exchange(m_wanted, {});
    std::ranges::sort(asked);
    m_log.payloadValues(asked, m_paths, this,
                        [this, asked, of = m_generation](const Result<std::vector<EntryValues>> &found) {
                            if (of != m_generation) {
                                return;
                            }
                            if (!found) {
                                // The rows themselves say aloud that reading fails.
                                qCWarning(lcJournal).noquote() << "values:" << found.error().detail;
                                take(asked, {});
                                return;
                            }
                            take(asked, found.value());
                        });
}

void PayloadValues::take(const std::vector<EntryId> &asked, const std::vector<EntryValues> &found)
{
    for (const EntryValues &each : found) {
        QList<QString> values;
        values.reserve(static_cast<qsizetype>(each.values.size()));
        std::ranges::transform(each.values, std::back_inserter(values), kept);
        put(each.id, std::move(values));
    }
    for (const EntryId id : asked) {
        m_inFlight.erase(id);
        if (!m_slots.contains(id)) {
            put(id, QList<QString>(m_paths.size())); // gone meanwhile: it is not asked for again and again
        }
    }
    trim();
    Q_EMIT read(asked);
}

void PayloadValues::put(EntryId id, QList<QString> values)
{
    Slot &slot = m_slots[id];
    m_bytes -= slot.bytes;
    slot.bytes = kSlotBytes;
    for (const QString &value : std::as_const(values)) {
        slot.bytes += 2 * value.capacity() + qsizetype(sizeof(QString));
    }
    slot.values = std::move(values);
    slot.used = ++m_uses;
    m_bytes += slot.bytes;
}

void PayloadValues::drop(const EntryIdList &gone)
{
    std::erase_if(m_slots, [&](const auto &slot) {
        const bool goes = gone.contains(slot.first);
        m_bytes -= goes ? slot.second.bytes : 0;
        return goes;
    });
}

void PayloadValues::trim()
{
    if (m_bytes <= kMostBytes) {
        return;
    }
    std::vector<std::pair<quint64, EntryId>> uses;
    uses.reserve(m_slots.size());
    for (const auto &[id, slot] : m_slots) {
        uses.emplace_back(slot.used, id);
    }
    std::ranges::sort(uses);
    for (std::size_t i = 0; i < uses.size() && m_bytes > kMostBytes / 2; ++i) {
        const auto found = m_slots.find(uses[i].second);
        m_bytes -= found->second.bytes;
        m_slots.erase(found);
    }
}

} // namespace segue
