// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over a journal of many events (fill_journal), painted on the display it is given:
//   bench_window live FOLDER [SECONDS [EVENTS_A_SECOND]]: arrivals with Follow on; turns of the event loop, losses
//   bench_window flow FOLDER [SECONDS [EVENTS_A_SECOND]]: the same while retention keeps a million; memory as it goes
//   bench_window select FOLDER: all rows selected and given back; the longest turn
//   bench_window search FOLDER: from a filter to its first rows on the screen, and to its end
//   bench_window memory FOLDER: resident memory after scrolling from end to end and ten searches
#include "tests/bench/TrackLines.h"
#include "tests/bench/TurnMeter.h"

#include "app/AppContext.h"
#include "ui/MainWindow.h"
#include "ui/log/LogTable.h"
#include "ui/shell/Theme.h"
#include "ui/widgets/ScrollAreaAccess.h"

#include <QApplication>
#include <QFile>
#include <QScrollBar>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <thread>

using namespace segue;
using namespace segue::bench;

namespace {

constexpr int kSettleMs = 3'000;

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

EventFilter wordFilter(const EventFilter &base, const std::string &word)
{
    EventFilter filter = base;
    filter.search = {{SearchTerm::text(word)}};
    return filter;
}

//! Hands events to the journal at an even pace, from a thread of its own.
class Feed
{
public:
    Feed(Journal &journal, int seconds, int perSecond, std::string connection)
        : m_journal(journal)
        , m_seconds(seconds)
        , m_perSecond(perSecond)
        , m_connection(std::move(connection))
    {
    }
    ~Feed()
    {
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }
    Feed(const Feed &) = delete;
    Feed &operator=(const Feed &) = delete;

    void start()
    {
        m_thread = std::thread([this] { run(); });
    }
    bool isOver() const { return m_over && kept + failed == handed; }

    std::atomic<std::int64_t> handed = 0;
    std::atomic<std::int64_t> kept = 0;
    std::atomic<std::int64_t> failed = 0;

private:
    void run()
    {
        constexpr int kSlices = 100; // a second
        TrackLines source(99, SystemClock().now());
        const auto begin = std::chrono::steady_clock::now();
        for (int slice = 0; slice < m_seconds * kSlices; ++slice) {
            std::vector<NewEntry> some;
            for (int i = 0; i < m_perSecond / kSlices; ++i) {
                some.push_back(source.next(m_connection));
            }
            const auto count = static_cast<std::int64_t>(some.size());
            handed += count;
            m_journal.append(std::move(some), [this, count](const JournalResult<std::vector<EntryId>> &added) {
                (added ? kept : failed) += count;
            });
            std::this_thread::sleep_until(begin + std::chrono::milliseconds(1'000 / kSlices) * (slice + 1));
        }
        m_over = true;
    }

    Journal &m_journal;
    int m_seconds;
    int m_perSecond;
    std::string m_connection;
    std::atomic<bool> m_over = false;
    std::thread m_thread;
};

//! The window and what each measurement needs of it. Steps follow each other by timers, so that the loop runs as ever.
class Bench : public QObject
{
public:
    explicit Bench(AppContext &context)
        : m_context(context)
        , m_window(context)
    {
        m_window.resize(1280, 860);
        m_window.show();
        m_table = m_window.findChild<LogTable *>();
        m_model = qobject_cast<EventLogModel *>(m_table->model());
    }

    //! When the window stands still over all its rows.
    void whenReady(std::function<void()> then)
    {
        when([this] { return !m_model->isLoading() && !m_model->isSearching() && m_model->rowCount() > 0; },
             [this, then = std::move(then)] { QTimer::singleShot(kSettleMs, this, then); });
    }

    void live(int seconds, int perSecond)
    {
        const int before = m_model->rowCount();
        m_table->setFollowing(true);
        m_feed =
            std::make_unique<Feed>(m_context.journal(), seconds, perSecond, m_model->filter().connection.value_or(""));
        m_meter.start();
        m_feed->start();
        when([this] { return m_feed->isOver(); },
             [this, before] {
                 const double load = m_meter.load();
                 QTimer::singleShot(kSettleMs, this, [this, before, load] { tellLive(before, load); });
             });
    }

    void flow(int seconds, int perSecond)
    {
        m_context.settings().setRetention({36'500, 0, m_model->rowCount()});
        std::printf("%12s %12s %10s\n", "handed over", "rows", "RSS (MB)");
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [this] { tellFlow(); });
        timer->start(std::max(1, seconds / 10) * 1'000);
        m_table->setFollowing(true);
        m_feed =
            std::make_unique<Feed>(m_context.journal(), seconds, perSecond, m_model->filter().connection.value_or(""));
        m_feed->start();
        when([this] { return m_feed->isOver(); },
             [this] {
                 QTimer::singleShot(5 * kSettleMs, this, [this] {
                     tellFlow();
                     QApplication::quit();
                 });
             });
    }

    void select()
    {
        m_meter.start();
        m_table->selectAll();
        QTimer::singleShot(kSettleMs, this, [this] {
            const double selected = m_meter.wall(1);
            const int count = m_table->selectedCount();
            m_meter.start();
            m_table->clearSelection();
            QTimer::singleShot(kSettleMs, this, [this, selected, count] {
                std::printf("%-44s %10d\n", "rows selected", count);
                std::printf("%-44s %10.1f\n", "longest turn while selecting (ms)", selected);
                std::printf("%-44s %10.1f\n", "longest turn while giving back (ms)", m_meter.wall(1));
                QApplication::quit();
            });
        });
    }

    void search()
    {
        m_base = m_model->filter();
        // The last: in one of the newest 200,000 rows, and in few others.
        const EntryId old = m_model->idAt(m_model->rowCount() - std::min(m_model->rowCount(), 190'000));
        m_context.log().details(old, this, [this](const Result<std::optional<EventDetails>> &found) {
            m_words = {"zebra crossing", "C00123-", "Push Sent"};
            if (found && found.value()) {
                m_words.push_back(found.value()->entry.fields.messageId);
            }
            m_table->viewport()->installEventFilter(this);
            connect(m_model, &EventLogModel::loaded, this, [this] { m_hasRows = m_model->rowCount() > 0; });
            std::printf("%-40s %10s %14s %14s\n", "word", "rows", "on screen (ms)", "complete (ms)");
            nextSearch(0);
        });
    }

    void memory()
    {
        std::printf("%-44s %10.1f\n", "RSS with the newest rows shown (MB)", residentMegabytes());
        m_base = m_model->filter();
        scrollFrom(m_table->verticalScrollBar()->maximum());
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_hasRows && m_paintedAfter < 0) {
            // After it has been painted.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (m_paintedAfter < 0) {
                        m_paintedAfter = milliseconds(CLOCK_MONOTONIC) - m_asked;
                    }
                },
                Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void when(std::function<bool()> ready, std::function<void()> then)
    {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [timer, ready = std::move(ready), then = std::move(then)] {
            if (ready()) {
                timer->deleteLater();
                timer->stop();
                then();
            }
        });
        timer->start(5);
    }

    void tellFlow()
    {
        std::printf("%12lld %12d %10.1f\n", static_cast<long long>(m_feed->handed), m_model->rowCount(),
                    residentMegabytes());
    }

    void tellLive(int before, double load)
    {
        const auto rows = static_cast<std::int64_t>(m_model->rowCount());
        const std::int64_t lost = before + m_feed->handed - rows;
        const bool atEnd = m_table->verticalScrollBar()->value() == m_table->verticalScrollBar()->maximum();
        std::printf("%-44s %10lld\n", "rows before", static_cast<long long>(before));
        std::printf("%-44s %10lld\n", "events handed over", static_cast<long long>(m_feed->handed));
        std::printf("%-44s %10lld\n", "not kept by the journal", static_cast<long long>(m_feed->failed));
        std::printf("%-44s %10lld\n", "not in the table", static_cast<long long>(lost));
        std::printf("%-44s %10s\n", "the newest row is in sight", atEnd ? "yes" : "no");
        std::printf("%-44s %10zu\n", "turns of the event loop", m_meter.turns());
        std::printf("%-44s %10.1f\n", "GUI thread, % of a core", load * 100);
        std::printf("%-44s %10.2f\n", "turn, median (ms)", m_meter.wall(0.5));
        std::printf("%-44s %10.2f\n", "turn, 99th percentile (ms)", m_meter.wall(0.99));
        std::printf("%-44s %10.2f\n", "longest turn (ms)", m_meter.wall(1));
        std::printf("%-44s %10.2f\n", "longest turn, processor time (ms)", m_meter.processor(1));
        std::printf("%-44s %10.1f\n", "RSS (MB)", residentMegabytes());
        QApplication::quit();
    }

    void nextSearch(std::size_t number)
    {
        if (number == m_words.size()) {
            QApplication::quit();
            return;
        }
        m_hasRows = false;
        m_paintedAfter = -1;
        m_asked = milliseconds(CLOCK_MONOTONIC);
        m_model->setFilter(wordFilter(m_base, m_words[number]));
        when([this] { return !m_model->isSearching() && (m_paintedAfter >= 0 || m_model->rowCount() == 0); },
             [this, number] {
                 const double complete = milliseconds(CLOCK_MONOTONIC) - m_asked;
                 std::printf("%-40s %10d %14.1f %14.1f\n", m_words[number].c_str(), m_model->rowCount(), m_paintedAfter,
                             complete);
                 QTimer::singleShot(300, this, [this, number] { nextSearch(number + 1); });
             });
    }

    void scrollFrom(int place)
    {
        QScrollBar *bar = m_table->verticalScrollBar();
        bar->setValue(place);
        if (place > 0) {
            QTimer::singleShot(2, this, [this, place, bar] { scrollFrom(std::max(0, place - 12 * bar->pageStep())); });
            return;
        }
        std::printf("%-44s %10.1f\n", "RSS after scrolling to the oldest row (MB)", residentMegabytes());
        searchTenTimes(10);
    }

    void searchTenTimes(int left)
    {
        if (left == 0) {
            m_model->setFilter(m_base);
            when([this] { return !m_model->isSearching(); },
                 [this] {
                     std::printf("%-44s %10.1f\n", "RSS right after ten searches (MB)", residentMegabytes());
                     QTimer::singleShot(kSettleMs, this, [] {
                         std::printf("%-44s %10.1f\n", "RSS 3 s later (MB)", residentMegabytes());
                         QApplication::quit();
                     });
                 });
            return;
        }
        static const char *const kWords[] = {"zebra", "C00123-", "Push", "user-0123", "Huawei"};
        m_model->setFilter(wordFilter(m_base, kWords[left % 5]));
        when([this] { return !m_model->isSearching(); }, [this, left] { searchTenTimes(left - 1); });
    }

    AppContext &m_context;
    MainWindow m_window;
    LogTable *m_table = nullptr;
    EventLogModel *m_model = nullptr;
    TurnMeter m_meter;
    std::unique_ptr<Feed> m_feed;
    EventFilter m_base;
    std::vector<std::string> m_words;
    double m_asked = 0;
    double m_paintedAfter = -1;
    bool m_hasRows = false;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3) {
        std::fputs("usage: bench_window live|flow|select|search|memory FOLDER [SECONDS [EVENTS_A_SECOND]]\n", stderr);
        return 2;
    }
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    installScrollAreaAccess();
    Result<std::unique_ptr<AppContext>> context = AppContext::create({.dataFolder = arguments[2], .deliver = false});
    if (!context) {
        std::fprintf(stderr, "bench_window: %s\n", qUtf8Printable(context.error().userText));
        return 1;
    }
    Theme theme(context.value()->settings());
    Bench bench(*context.value());
    bench.whenReady([&] {
        const auto number = [&](int at, int otherwise) {
            return arguments.size() > at ? arguments[at].toInt() : otherwise;
        };
        if (arguments[1] == QStringLiteral("live")) {
            bench.live(number(3, 60), number(4, 10'000));
        } else if (arguments[1] == QStringLiteral("flow")) {
            bench.flow(number(3, 400), number(4, 25'000));
        } else if (arguments[1] == QStringLiteral("select")) {
            bench.select();
        } else if (arguments[1] == QStringLiteral("search")) {
            bench.search();
        } else {
            bench.memory();
        }
    });
    return QApplication::exec();
}
