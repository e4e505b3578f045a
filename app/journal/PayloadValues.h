// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EntryIdList.h"
#include "app/journal/EventLog.h"

#include <QObject>

#include <unordered_map>
#include <unordered_set>

namespace segue {

//! What stands at some JSON paths in the payloads of the rows that somebody looks at: asked for in pages, read off the
//! main thread, the least used forgotten. Lives on the main thread.
class PayloadValues : public QObject
{
    Q_OBJECT
public:
    //! Characters of one value that are kept; a longer one ends with "…".
    static constexpr qsizetype kLongest = 1'000;
    //! Bytes that all of them may take before the least used half goes.
    static constexpr qsizetype kMostBytes = qsizetype{8} * 1024 * 1024;

    explicit PayloadValues(EventLog &log, QObject *parent = nullptr);

    //! Forgets everything when they differ from those before.
    void setPaths(const QList<JsonPath> &paths);
    const QList<JsonPath> &paths() const { return m_paths; }

    //! The value of each path, a null text where a path leads nowhere. Nothing when it has not been read yet.
    const QList<QString> *find(EntryId id) const;
    //! Somebody looks at these: they are read soon, together with others asked for in the same turn of the event loop.
    void want(const std::vector<EntryId> &ids);
    //! Forgets everything.
    void clear();
    //! Forgets the values of entries that have gone.
    void drop(const EntryIdList &gone);

Q_SIGNALS:
    //! Values that are there now.
    void read(const std::vector<segue::EntryId> &ids);

private:
    void ask();
    void take(const std::vector<EntryId> &asked, const std::vector<EntryValues> &found);
    void put(EntryId id, QList<QString> values);
    void trim();

    struct Slot
    {
        QList<QString> values;
        qsizetype bytes = 0;
        mutable quint64 used = 0;
    };
    EventLog &m_log;
    QList<JsonPath> m_paths;
    std::unordered_map<EntryId, Slot> m_slots;
    std::vector<EntryId> m_wanted; //!< the latest last
    std::unordered_set<EntryId> m_inFlight;
    qsizetype m_bytes = 0;
    mutable quint64 m_uses = 0;
    quint64 m_generation = 0; //!< of the paths; an answer for older ones is dropped
    bool m_scheduled = false;
};

} // namespace segue
