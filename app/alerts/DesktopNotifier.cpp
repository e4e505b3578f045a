// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/DesktopNotifier.h"

#include "app/core/Logging.h"
#include "app/exports/PlainText.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace segue {

namespace {

constexpr int kTimeoutMs = 5'000;
constexpr int kAsTheDesktopLikes = -1;
constexpr qsizetype kLongestText = 500;

QDBusMessage call(const QString &method)
{
    const QString service = QStringLiteral("org.freedesktop.Notifications");
    return QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/Notifications"), service, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{
}

void DesktopNotifier::show(const AlertKey &key, const QString &text)
{
    Notice &notice = m_notices[key];
    notice.isWanted = true;
    if (notice.isSending) {
        notice.next = text; // with the number that is yet to come, it takes the place of the first
    } else {
        send(key, text);
    }
}

void DesktopNotifier::send(const AlertKey &key, const QString &text)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        m_notices.remove(key);
        Q_EMIT failed(key);
        return;
    }
    Notice &notice = m_notices[key];
    notice.isSending = true;
    QDBusMessage notify = call(QStringLiteral("Notify"));
    notify.setArguments({QStringLiteral("Segue"), notice.number, QStringLiteral("segue"), QStringLiteral("Segue"),
                         plainTextCut(text, kLongestText).toHtmlEscaped(), QStringList(),
                         QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("segue")}}, kAsTheDesktopLikes});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(notify, kTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        const QDBusPendingReply<quint32> reply = *watcher;
        if (reply.isError()) {
            qCInfo(lcApp).noquote() << "no desktop notification:" << reply.error().message();
            m_notices.remove(key);
            Q_EMIT failed(key);
        } else {
            answered(key, reply.value());
        }
    });
}

void DesktopNotifier::answered(const AlertKey &key, quint32 number)
{
    Notice &notice = m_notices[key];
    notice.number = number;
    notice.isSending = false;
    if (!notice.isWanted) {
        m_notices.remove(key);
        takeAway(number);
    } else if (!notice.next.isEmpty()) {
        send(key, std::exchange(notice.next, {}));
    } else {
        Q_EMIT shown(key);
    }
}

void DesktopNotifier::close(const AlertKey &key)
{
    const auto found = m_notices.find(key);
    if (found == m_notices.end()) {
        return;
    }
    if (found->isSending) {
        found->isWanted = false;
        found->next.clear();
    } else {
        takeAway(found->number);
        m_notices.erase(found);
    }
}

void DesktopNotifier::takeAway(quint32 number)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (number != 0 && bus.isConnected()) {
        QDBusMessage close = call(QStringLiteral("CloseNotification"));
        close.setArguments({number});
        bus.call(close, QDBus::NoBlock);
    }
}

} // namespace segue
