// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace segue {

//! Calls f on the context's thread when somebody cancels the future before it has ended; not after the context has
//! gone.
template <class T, class F> void whenCancelled(const QFuture<T> &future, QObject *context, F f)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, context, std::move(f));
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
}

//! Calls f with the future's answer, later, on the context's thread; never when the context has gone by then, and never
//! when the future was given up without one. (QFuture::then() of Qt 6.4 asserts that its context is still there.)
template <class T, class F> void whenAnswered(const QFuture<T> &future, QObject *context, F f)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, context, [watcher, f = std::move(f)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            f(watcher->result());
        }
    });
    watcher->setFuture(future);
}

} // namespace segue
