// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ProxyPlace.h"

#include "app/delivery/DeliverySentences.h"
#include "app/exports/PlainText.h"
#include "ui/widgets/MessageBar.h"

namespace segue {

namespace {
const QString kSubject = QStringLiteral("proxy");
constexpr qsizetype kLongest = 500;
} // namespace

ProxyPlace::ProxyPlace(AppContext &context, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_messages(messages)
{
    connect(&context.proxies(), &ProxyAccess::changed, this, &ProxyPlace::tell);
    if (Courier *courier = context.courier()) {
        // Above what is said of the connection that it holds up.
        connect(courier, &Courier::statusChanged, this, [this](const ConnectionId &, const DeliveryStatus &status) {
            const QList<ProxyName> asking = m_context.proxies().asking();
            if (status.reason == DeliverySentences::proxyWord() && !asking.isEmpty()) {
                tell(asking.constFirst());
            }
        });
    }
}

void ProxyPlace::tell(const ProxyName &proxy)
{
    const ProxyStanding standing = m_context.proxies().standing(proxy);
    if (standing.state == ProxyStanding::State::Looking) {
        return; // until it is known
    }
    if (!m_context.proxies().asking().contains(proxy)) {
        m_messages.clear(kSubject);
        return;
    }
    const QString text = plainTextCut(ProxyAccess::sentence(standing, proxy), kLongest);
    if (standing.state == ProxyStanding::State::Unread) {
        m_messages.show(
            {kSubject, Tone::Warning, text, tr("Ask again"), [this, proxy] { m_context.proxies().lookAgain(proxy); }});
    } else {
        m_messages.show({kSubject, Tone::Warning, text, tr("Enter password…"), [this] { Q_EMIT passwordRequested(); }});
    }
}

} // namespace segue
