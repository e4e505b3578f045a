// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/EventLog.h"

#include <QWidget>

class QVBoxLayout;

namespace segue {

class Settings;

//! The last sends of the composer with their live states.
class RecentSends : public QWidget
{
    Q_OBJECT
public:
    RecentSends(EventLog &log, const Settings &settings, QWidget *parent = nullptr);

    void add(const std::vector<EntryId> &ids);

private:
    void ask();
    void present(const std::vector<Entry> &entries);

    EventLog &m_log;
    const Settings &m_settings;
    std::vector<EntryId> m_ids;
    QVBoxLayout *m_rows;
    QWidget *m_list;
};

} // namespace segue
