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
    : SourceChange(workspaces, secrets, parent)
{
}

QString EchoDestinationMaker::nameOfDestination()
{
    return QStringLiteral("Segue echo"); // stands in Segment, in one language
}

void EchoDestinationMaker::prepare(const Connection &connection)
{
    open(connection, [this] {
        end();
        Q_EMIT ready();
    });
}

QString EchoDestinationMaker::question() const
{
    const SegmentSource &source = match().source;
    return tr("Create the Webhooks destination “%1” in Segment, for the source “%2” (%3)? From then on Segment sends "
              "every "
              "track call of this source to this computer as well.",
              "destination, source, how it was found")
        .arg(nameOfDestination(), plainTextCut(source.name.isEmpty() ? source.slug : source.name, kLongestName),
             match().how());
}

void EchoDestinationMaker::make(const Secret &address, const Secret &sharedSecret)
{
    if (!begin()) {
        return;
    }
    whenAnswered(api().createWebhooksDestination(match().source.id, nameOfDestination(), sharedSecret), this,
                 [this, address, own = generation()](const Result<SegmentDestination> &destination) {
                     if (isLate(own)) {
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
        api().createWebhooksMapping(destination.id, found->id, address), this,
        [this, own = generation()](const Status &mapped) {
            if (isLate(own)) {
                return;
            }
            if (!mapped) {
                fail(tr("%1 The destination “%2” was made and sends nothing yet. Add a mapping in Segment by hand, "
                        "or delete it there.")
                         .arg(mapped.error().userText, nameOfDestination()));
                return;
            }
            end();
            Q_EMIT made(tr("The destination “%1” was made. Send a test event: it becomes Confirmed when Segment "
                           "brings it back.")
                            .arg(nameOfDestination()));
        });
}

} // namespace segue
