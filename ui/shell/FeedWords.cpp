// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/FeedWords.h"

#include "app/AppContext.h"

#include <QCoreApplication>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::FeedWords)
};

struct Feeds
{
    bool webhook = false;
    bool echo = false;
    bool capture = false;
};

Feeds feedsOf(AppContext &context, const Connection &connection)
{
    if (!context.receiver().isListening()) {
        return {};
    }
    const bool hasKey = connection.keyExpected || context.secrets().isSessionOnly(SecretName::writeKey(connection.id));
    return {!connection.webhookToken.digest.isEmpty(), !connection.echoToken.digest.isEmpty(),
            hasKey && !connection.isSandbox()};
}

QString words(const Feeds &feeds)
{
    QStringList names{Text::tr("test", "feed of events: what Segue itself sends")};
    if (feeds.webhook) {
        names.append(Text::tr("webhook", "feed of events: Pushwoosh's webhook"));
    }
    if (feeds.echo) {
        names.append(Text::tr("echo", "feed of events: what Segment sends back"));
    }
    if (feeds.capture) {
        names.append(Text::tr("capture", "feed of events: what clients of Segment send to the receiver"));
    }
    return Text::tr("feeds: %1", "which feeds of events are on").arg(names.join(QStringLiteral(", ")));
}

} // namespace

QString feedWords(AppContext &context, const Connection &connection)
{
    return words(feedsOf(context, connection));
}

QString feedWords(AppContext &context)
{
    Feeds all{false, false, context.receiver().isListening()};
    const QList<Connection> connections = context.connections().all();
    for (const Connection &connection : connections) {
        const Feeds feeds = feedsOf(context, connection);
        all.webhook = all.webhook || feeds.webhook;
        all.echo = all.echo || feeds.echo;
    }
    return words(all);
}

} // namespace segue
