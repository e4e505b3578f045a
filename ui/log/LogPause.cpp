// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/LogPause.h"

#include "ui/log/FilterBar.h"

namespace segue {

namespace {
constexpr int kCountMs = 500;
} // namespace

LogPause::LogPause(EventLog &log, EventLogModel &model, FilterBar &bar)
    : QObject(&bar)
    , m_log(log)
    , m_model(model)
    , m_bar(bar)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kCountMs);
    connect(&m_soon, &QTimer::timeout, this, &LogPause::count);
    connect(&bar, &FilterBar::pausedChanged, this, &LogPause::pause);
    connect(&model, &EventLogModel::loaded, this, &LogPause::startOver);
    connect(&log, &EventLog::changed, this, [this](const JournalChange &change, bool resync) {
        if (m_paused && (resync || !change.added.empty()) && !m_soon.isActive()) {
            m_soon.start();
        }
    });
}

void LogPause::pause(bool paused)
{
    m_model.setPaused(paused);
    m_paused = paused;
    startOver();
}

void LogPause::startOver()
{
    ++m_generation;
    m_soon.stop();
    m_last = m_model.rowCount() > 0 ? m_model.idAt(m_model.rowCount() - 1) : EntryId{};
    m_bar.setMissed(0);
}

void LogPause::count()
{
    m_log.ids(m_model.filter(), m_last, static_cast<std::size_t>(kMost) + 1, this,
              [this, generation = m_generation](const Result<std::vector<EntryId>> &found) {
                  if (generation == m_generation && found) {
                      m_bar.setMissed(static_cast<int>(found.value().size()));
                  }
              });
}

} // namespace segue
