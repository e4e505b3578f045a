// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Stop.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>
#include <QTimer>

#include <functional>
#include <optional>

namespace segue::cli {

//! A command has nothing else to do while it waits, so here, and nowhere else in app/, an event loop is run in place.
//! Each of these gives nothing when the stop was asked for first.

//! Waits until the stop is asked for.
inline void awaitStop(const Stop &stop)
{
    QEventLoop loop;
    QObject::connect(&stop, &Stop::requested, &loop, &QEventLoop::quit);
    if (!stop.isRequested()) {
        loop.exec();
    }
}

//! Waits for a future.
template <class T> std::optional<T> awaitFuture(const QFuture<T> &future, const Stop &stop)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QObject::connect(&stop, &Stop::requested, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished() && !stop.isRequested()) {
        loop.exec();
    }
    if (!future.isFinished() || future.resultCount() == 0) {
        return std::nullopt;
    }
    return future.result();
}

//! Starts a call that answers by a callback on this thread, and waits for the answer. Without `stop` nothing ends the
//! wait: for what answers soon and must be known.
template <class T>
std::optional<T> awaitAnswer(const std::function<void(QObject *context, std::function<void(T)> callback)> &start,
                             const Stop *stop)
{
    QEventLoop loop;
    QObject context;
    std::optional<T> answer;
    if (stop) {
        QObject::connect(stop, &Stop::requested, &loop, &QEventLoop::quit);
    }
    start(&context, [&](T value) {
        answer.emplace(std::move(value));
        loop.quit();
    });
    if (!answer && !(stop && stop->isRequested())) {
        loop.exec();
    }
    return answer;
}

//! Waits until the predicate holds; it is asked whenever the sender gives the signal. False when the time ran out
//! first.
template <class Sender, class Signal>
bool awaitSignal(const Sender *sender, Signal signal, const std::function<bool()> &holds, int timeoutMs,
                 const Stop &stop)
{
    QEventLoop loop;
    QObject::connect(&stop, &Stop::requested, &loop, &QEventLoop::quit);
    QObject::connect(sender, signal, &loop, [&] {
        if (holds()) {
            loop.quit();
        }
    });
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    if (!holds() && !stop.isRequested()) {
        loop.exec();
    }
    return holds();
}

} // namespace segue::cli
