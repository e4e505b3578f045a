// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/EchoDestinationMaker.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/segment/PublicApi.h"

#include <algorithm>

namespace segue {

namespace {
constexpr qsizetype kLongestName = 60;
} // namespace

EchoDestinationMaker::EchoDestinationMaker(WorkspaceAccess &workspaces, SecretAccess &secrets, QObject *parent)
    : QObject(parent)
    , m_access(workspaces, secrets)
{
}

QString EchoDestinationMaker::nameOfDestination()
{
    return QStringLiteral("Segue echo"); // stands in Segment, in one language
}

void EchoDestinationMaker::prepare(const Connection &connection)
{
    stop();
    m_busy = true;
    m_access.open(connection, [this](const OpenedSource &opened) {
        m_opened = opened;
        if (opened.state != OpenedSource::State::Ready) {
            fail(opened.sentence());
            return;
        }
        m_busy = false;
        Q_EMIT ready();
    });
}

QString EchoDestinationMaker::question() const
{
    const SegmentSource &source = m_opened.match.source;
    return tr("Create the Webhooks destination “%1” in Segment, for the source “%2” (%3)? From then on Segment sends "
              "every "
              "track call of this source to this computer as well.",
              "destination, source, how it was found")
        .arg(nameOfDestination(), plainTextCut(source.name.isEmpty() ? source.slug : source.name, kLongestName),
             m_opened.match.how());
}

void EchoDestinationMaker::make(const Secret &address, const Secret &sharedSecret)
{
    if (m_busy || m_opened.state != OpenedSource::State::Ready) {
        return;
    }
    m_busy = true;
    whenAnswered(m_opened.api->createWebhooksDestination(m_opened.match.source.id, nameOfDestination(), sharedSecret),
                 this, [this, address, own = m_generation](const Result<SegmentDestination> &destination) {
                     if (own != m_generation) {
                         return;
                     }
                     if (!destination) {
                         fail(tr("%1 No destination was made.").arg(destination.error().userText));
                         return;
                     }
                     map(destination.value(), address);
                 });
}

void EchoDestinationMaker::map(const SegmentDestination &destination, const Secret &address)
{
    const auto found = std::ranges::find_if(destination.actions,
                                            [](const auto &action) { return action.slug == QStringLiteral("send"); });
    if (found == destination.actions.end()) {
        fail(tr("The destination “%1” was made, but Segment names no action for it; it sends nothing yet. Add a "
                "mapping in "
                "Segment by hand.")
                 .arg(nameOfDestination()));
        return;
    }
    whenAnswered(
        m_opened.api->createWebhooksMapping(destination.id, found->id, address), this,
        [this, own = m_generation](const Status &mapped) {
            if (own != m_generation) {
                return;
            }
            if (!mapped) {
                fail(tr("%1 The destination “%2” was made and sends nothing yet. Add a mapping in Segment by hand, "
                        "or delete it there.")
                         .arg(mapped.error().userText, nameOfDestination()));
                return;
            }
            m_busy = false;
            Q_EMIT made(tr("The destination “%1” was made. Send a test event: it becomes Confirmed when Segment "
                           "brings it back.")
                            .arg(nameOfDestination()));
        });
}

void EchoDestinationMaker::stop()
{
    ++m_generation;
    m_access.stop();
    if (m_opened.api) {
        m_opened.api->abortAll();
    }
    m_opened = {};
    m_busy = false;
}

void EchoDestinationMaker::fail(const QString &text)
{
    m_busy = false;
    Q_EMIT failed(text);
}

} // namespace segue
