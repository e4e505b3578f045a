// SPDX-License-Identifier: GPL-3.0-or-later
// Posts events as Pushwoosh's webhook does, in arrays, each event another one:
//   webhook_poster PORT PATH EVENTS [A_REQUEST [CONNECTIONS [FIRST]]]
// Prints how many were answered 200, and the seconds it took.
#include "tests/support/RawClient.h"

#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>
#include <thread>
#include <vector>

using namespace segue::test;

namespace {

struct Job
{
    std::uint16_t port = 0;
    QByteArray path;
    int events = 0;
    int aRequest = 100;
    int connections = 8;
    int first = 0;
};

QByteArray eventOf(int number)
{
    const QByteArray digits = QByteArray::number(number);
    return R"({"event_name":"Push Delivered","message_id":)" + digits + R"(,"message_code":"ABCD-)" +
           QByteArray::number(number % 20) +
           R"(","campaign_id":4711,"platform":"android","application_code":"1A2B3-C4D5E",)"
           R"("hwid":"00000000-0000-0000-0000-)" +
           digits.rightJustified(12, '0') + R"(","user_id":"user-)" + digits + R"("})";
}

QByteArray requestOf(const Job &job, int number)
{
    const int begin = job.first + number * job.aRequest;
    const int end = std::min(begin + job.aRequest, job.first + job.events);
    QByteArray body = "[" + eventOf(begin);
    for (int each = begin + 1; each < end; ++each) {
        body += ',' + eventOf(each);
    }
    body += ']';
    return "POST " + job.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(job.port) +
           "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

std::optional<Job> jobOf(int argc, char **argv)
{
    std::vector<int> numbers;
    for (int i = 1; i < argc; ++i) {
        int number = 0;
        std::from_chars(argv[i], argv[i] + std::strlen(argv[i]), number);
        numbers.push_back(number);
    }
    if (numbers.size() < 3 || numbers[0] <= 0 || numbers[2] <= 0) {
        return std::nullopt;
    }
    Job job{static_cast<std::uint16_t>(numbers[0]), argv[2], numbers[2]};
    job.aRequest = numbers.size() > 3 ? numbers[3] : job.aRequest;
    job.connections = numbers.size() > 4 ? numbers[4] : job.connections;
    job.first = numbers.size() > 5 ? numbers[5] : job.first;
    return job;
}

} // namespace

int main(int argc, char **argv)
{
    const std::optional<Job> job = jobOf(argc, argv);
    if (!job) {
        std::fputs("webhook_poster PORT PATH EVENTS [A_REQUEST [CONNECTIONS [FIRST]]]\n", stderr);
        return 2;
    }
    const int requests = (job->events + job->aRequest - 1) / job->aRequest;
    std::atomic<int> next = 0;
    std::atomic<int> taken = 0;
    const auto begun = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (int i = 0; i < job->connections; ++i) {
        threads.emplace_back([&] {
            RawClient client(job->port);
            for (int number = next++; number < requests; number = next++) {
                if (client.send(requestOf(*job, number)) && client.readAnswer().status == 200) {
                    ++taken;
                }
            }
        });
    }
    for (std::thread &each : threads) {
        each.join();
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begun;
    std::printf("%d of %d requests in %.3f s\n", taken.load(), requests, seconds.count());
    return taken == requests ? 0 : 1;
}
