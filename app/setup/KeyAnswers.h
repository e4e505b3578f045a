// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ConnectionId.h"
#include "app/segment/WriteKeyProbe.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace segue {

class SecretAccess;

//! What Segment answered last about the write keys in use, until the program ends: nobody is asked again for it. An
//! answer goes with its key. Lives on the main thread.
class KeyAnswers : public QObject
{
    Q_OBJECT
public:
    explicit KeyAnswers(SecretAccess &secrets, QObject *parent = nullptr);

    //! About the key that is kept for the connection, or the draft.
    void note(const ConnectionId &id, const KeyProbeAnswer &answer);
    std::optional<KeyProbeAnswer> find(const ConnectionId &id) const;

Q_SIGNALS:
    void changed(const segue::ConnectionId &id);

private:
    QHash<ConnectionId, KeyProbeAnswer> m_answers;
};

} // namespace segue
