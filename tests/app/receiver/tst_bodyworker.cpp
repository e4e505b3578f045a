// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/BodyWorker.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <memory>

using namespace segue;

//! Large bodies are taken apart beside the server's thread.
class TestBodyWorker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void aSmallBodyIsTakenApartAtOnce();
    void othersAreServedWhileALargeOneIsTakenApart();
    void theOrderOfAConnectionStays();
    void moreThanFitsIsNotKept();
    void theEndWaitsForNoneThatHasNotBegun();

private:
    //! A body that is not done with before release().
    void takeHeld(const std::string &connection, std::size_t bytes = BodyWorker::kLarge);
    void release() { m_gate.set_value(); }
    void take(const std::string &connection, std::size_t bytes, const std::string &name);
    std::string order();

    std::promise<void> m_gate;
    std::shared_future<void> m_open;
    std::promise<std::thread::id> m_begun;
    std::mutex m_mutex;
    std::string m_order; //!< the names of those that were taken apart
    std::atomic<int> m_status = 0;
    std::unique_ptr<BodyWorker> m_worker;
};

void TestBodyWorker::init()
{
    m_gate = {};
    m_open = m_gate.get_future().share();
    m_begun = {};
    m_order.clear();
    m_status = 0;
    m_worker = std::make_unique<BodyWorker>();
}

void TestBodyWorker::cleanup()
{
    m_worker.reset();
}

void TestBodyWorker::takeHeld(const std::string &connection, std::size_t bytes)
{
    m_worker->take(
        connection, bytes,
        [this](const HttpServer::Answer &answer) {
            m_begun.set_value(std::this_thread::get_id());
            m_open.wait();
            answer({});
        },
        [this](const HttpReply &reply) { m_status = reply.status; });
}

void TestBodyWorker::take(const std::string &connection, std::size_t bytes, const std::string &name)
{
    m_worker->take(
        connection, bytes,
        [this, name](const HttpServer::Answer &answer) {
            const std::scoped_lock lock(m_mutex);
            m_order += name;
            answer({});
        },
        [](const HttpReply &) {});
}

std::string TestBodyWorker::order()
{
    const std::scoped_lock lock(m_mutex);
    return m_order;
}

void TestBodyWorker::aSmallBodyIsTakenApartAtOnce()
{
    take("one", BodyWorker::kLarge - 1, "a");
    QCOMPARE(order(), std::string("a"));
}

void TestBodyWorker::othersAreServedWhileALargeOneIsTakenApart()
{
    takeHeld("one");
    QVERIFY(m_begun.get_future().get() != std::this_thread::get_id());
    take("two", 100, "a");
    QCOMPARE(order(), std::string("a")); // while the large one is held
    QCOMPARE(m_status.load(), 0);
    release();
    QTRY_COMPARE(m_status.load(), 200);
}

void TestBodyWorker::theOrderOfAConnectionStays()
{
    takeHeld("one");
    take("one", 100, "a");
    take("one", BodyWorker::kLarge, "b");
    take("one", 100, "c");
    QCOMPARE(order(), std::string());
    release();
    QTRY_COMPARE(order(), std::string("abc"));
    // With nothing of it left there, the next is taken apart at once again.
    const auto isAtOnce = [this] {
        const auto thread = std::make_shared<std::atomic<std::thread::id>>();
        m_worker->take("one", 100, [thread](const HttpServer::Answer &) { *thread = std::this_thread::get_id(); }, {});
        return *thread == std::this_thread::get_id();
    };
    QTRY_VERIFY(isAtOnce());
}

void TestBodyWorker::moreThanFitsIsNotKept()
{
    takeHeld("one", BodyWorker::kMostBytes - BodyWorker::kLarge);
    take("two", BodyWorker::kLarge, "a");
    int status = 0;
    m_worker->take(
        "three", BodyWorker::kLarge, [](const HttpServer::Answer &) {},
        [&status](const HttpReply &reply) { status = reply.status; });
    QCOMPARE(status, 503);
    take("three", 100, "b"); // what is small needs no room
    QCOMPARE(order(), std::string("b"));
    release();
    QTRY_COMPARE(order(), std::string("ba"));
}

void TestBodyWorker::theEndWaitsForNoneThatHasNotBegun()
{
    takeHeld("one");
    m_begun.get_future().wait();
    std::atomic<int> status = 0;
    std::atomic<bool> worked = false;
    m_worker->take(
        "one", BodyWorker::kLarge, [&worked](const HttpServer::Answer &) { worked = true; },
        [&status](const HttpReply &reply) { status = reply.status; });
    m_worker->stop();
    QCOMPARE(status.load(), 503);
    take("two", BodyWorker::kLarge, "a"); // nor any that comes after
    release();
    m_worker.reset();
    QCOMPARE(m_status.load(), 200); // what had begun is done
    QVERIFY(!worked);
    QCOMPARE(order(), std::string());
}

QTEST_GUILESS_MAIN(TestBodyWorker)
#include "tst_bodyworker.moc"
