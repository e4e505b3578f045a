// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QObject>

#include <algorithm>
#include <ctime>
#include <vector>

namespace segue::bench {

inline double milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1'000 + static_cast<double>(time.tv_nsec) / 1'000'000;
}

//! Times every turn of the main thread's event loop, from when it wakes up to when it is about to sleep again or to
//! begin the next turn: by the wall and by the thread's own processor time. For the dispatcher without GLib, which
//! tells when it sleeps (QT_NO_GLIB=1); that it has slept it tells only after the timers, so the first event counts.
class TurnMeter : public QObject
{
public:
    TurnMeter()
    {
        auto *dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
            end();
            begin();
        });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { end(); });
        QCoreApplication::instance()->installEventFilter(this);
    }

    void start()
    {
        m_wall.clear();
        m_processor.clear();
        m_startWall = milliseconds(CLOCK_MONOTONIC);
        m_startProcessor = milliseconds(CLOCK_THREAD_CPUTIME_ID);
        begin();
    }

    std::size_t turns() const { return m_wall.size(); }
    //! The time by the wall, in ms, that so much of all turns (0 to 1) stay below.
    double wall(double share) { return at(m_wall, share); }
    double processor(double share) { return at(m_processor, share); }
    //! How many turns took longer by the wall.
    std::size_t longerThan(double ms) const
    {
        return static_cast<std::size_t>(std::ranges::count_if(m_wall, [ms](double turn) { return turn > ms; }));
    }
    //! How much of one core the thread has used since start().
    double load() const
    {
        return (milliseconds(CLOCK_THREAD_CPUTIME_ID) - m_startProcessor) /
               (milliseconds(CLOCK_MONOTONIC) - m_startWall);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (!m_running) {
            begin();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void begin()
    {
        m_running = true;
        m_wallAt = milliseconds(CLOCK_MONOTONIC);
        m_processorAt = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    }
    void end()
    {
        if (m_running) {
            m_running = false;
            m_wall.push_back(milliseconds(CLOCK_MONOTONIC) - m_wallAt);
            m_processor.push_back(milliseconds(CLOCK_THREAD_CPUTIME_ID) - m_processorAt);
        }
    }
    static double at(std::vector<double> &values, double share)
    {
        if (values.empty()) {
            return 0;
        }
        std::ranges::sort(values);
        return values[std::min(values.size() - 1,
                               static_cast<std::size_t>(share * static_cast<double>(values.size())))];
    }

    bool m_running = false;
    double m_wallAt = 0;
    double m_processorAt = 0;
    double m_startWall = 0;
    double m_startProcessor = 0;
    std::vector<double> m_wall;
    std::vector<double> m_processor;
};

} // namespace segue::bench
