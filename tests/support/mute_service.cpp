// SPDX-License-Identifier: GPL-3.0-or-later
// Owns the names given to it on the session bus and never answers a call: a service that hangs.

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusVirtualObject>

#include <cstdio>

namespace {

class MuteObject : public QDBusVirtualObject
{
    Q_OBJECT
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override { return true; }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QDBusConnection bus = QDBusConnection::sessionBus();
    MuteObject object;
    if (!bus.registerVirtualObject(QStringLiteral("/"), &object, QDBusConnection::SubPath)) {
        std::fputs("mute_service: no bus\n", stderr);
        return 1;
    }
    const QStringList names = QCoreApplication::arguments().mid(1);
    for (const QString &name : names) {
        if (!bus.registerService(name)) {
            std::fprintf(stderr, "mute_service: %s is taken\n", qPrintable(name));
            return 1;
        }
    }
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

#include "mute_service.moc"
