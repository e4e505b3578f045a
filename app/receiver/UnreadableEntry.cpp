// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/UnreadableEntry.h"

#include "app/segment/JsonOutline.h"

#include <QString>

namespace segue {

NewEntry unreadableEntry(const std::string &connection, Origin origin, std::int64_t received, std::string reason,
                         std::string bytes)
{
    NewEntry entry;
    entry.fields.connection = connection;
    entry.fields.origin = origin;
    entry.fields.received = received;
    entry.fields.state = EventState::Unreadable;
    entry.fields.error = "unreadable: " + std::move(reason);
    if (bytes.size() > kMostUnreadableBytes) {
        entry.fields.error += " (kept: the first " + std::to_string(kMostUnreadableBytes) + " of " +
                              std::to_string(bytes.size()) + " bytes)";
        bytes.resize(kMostUnreadableBytes);
        bytes.shrink_to_fit();
    }
    entry.payload = std::move(bytes);
    return entry;
}

std::string refusalText(const std::string &reason)
{
    const QByteArray quoted = jsonString(QString::fromStdString(reason));
    return quoted.sliced(1, quoted.size() - 2).toStdString();
}

} // namespace segue
