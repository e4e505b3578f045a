// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/HoldLines.h"

#include "app/cli/SentEvents.h"
#include "app/exports/PlainText.h"

namespace segue::cli {

HoldLines::HoldLines(AppContext &context, Output &out)
    : m_context(context)
    , m_out(out)
{
    connect(context.courier(), &Courier::statusChanged, this, &HoldLines::take);
}

void HoldLines::take(const ConnectionId &id, const DeliveryStatus &status)
{
    const auto connection = m_context.connections().find(id);
    const QString name = connection ? connection->name : id.text();
    if (status.kind == DeliveryStatus::Kind::Paused && status.reason != DeliverySentences::proxyWord()) {
        if (m_told.value(id) == status.sentence) {
            return;
        }
        m_told.insert(id, status.sentence);
        const QString line = status.sentence.contains(name) ? status.sentence : name + u": " + status.sentence;
        const QString hint = StoredReason{status.reason, status.sentence}.tryNowHint(id);
        m_out.warning(plainText(hint.isEmpty() ? line : line + u' ' + hint));
    } else if ((status.kind == DeliveryStatus::Kind::Idle || status.perSecond > 0) && m_told.remove(id) > 0) {
        // A try alone is no end: what it brings is waited for.
        m_out.note(tr("Delivery goes on for “%1”.").arg(plainText(name)));
    }
}

} // namespace segue::cli
