// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QLocalServer;

namespace segue {

//! One window per data folder: the first start holds a kernel lock, which dies with it; a second start asks the first to
//! come to the front.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    //! True when this is the first window of the folder; from then on raiseRequested() may come.
    bool acquire();
    //! Asks the first window to come to the front; the callback tells whether it could be reached.
    void raiseFirst(std::function<void(bool reached)> callback);

Q_SIGNALS:
    void raiseRequested();

private:
    QString m_lockPath;
    QString m_socketPath;
    int m_lock = -1;
    QLocalServer *m_server = nullptr;
};

} // namespace segue
