// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SourceAccess.h"

#include <QObject>

#include <optional>

namespace segue {

class Clock;

//! What a source's events go on to: the destinations and warehouses that are connected in Segment, with what was
//! delivered in the last 24 h (Segment reference 3.7, 3.10), as the kept token may see it. Asked on request only. Lives
//! on the main thread.
class SourceDestinations : public QObject
{
    Q_OBJECT
public:
    struct Destination
    {
        QString id;
        QString name;
        QString kind;
        bool enabled = false;
        bool isWarehouse = false;
        bool isPushwoosh = false;              //!< the other direction: with this source it makes a loop
        std::optional<std::int64_t> delivered; //!< of the last 24 h; nothing when it is not known
        std::optional<std::int64_t> failed;

        bool operator==(const Destination &) const = default;
    };
    //! More are listed without figures.
    static constexpr qsizetype kMostAsked = 20;

    SourceDestinations(WorkspaceAccess &workspaces, SecretAccess &secrets, const Clock &clock,
                       QObject *parent = nullptr);

    void look(const Connection &connection);
    //! Ends what is under way; what is known stays.
    void stop();
    void clear();

    bool isAsking() const { return m_asking; }
    //! Nothing before the first answer.
    const std::optional<OpenedSource> &opened() const { return m_opened; }
    const QList<Destination> &destinations() const { return m_destinations; }
    std::int64_t askedAt() const { return m_askedAt; }
    //! Whether the source has one that keeps it alive: a source without an enabled destination is switched off after 14
    //! days (Segment reference 4).
    bool hasEnabled() const;
    //! What stands in the way, or what the figures do not say; translated; may be empty.
    QString sentence() const;

Q_SIGNALS:
    void changed();

private:
    void askDestinations();
    void askWarehouses();
    void askFigures(qsizetype index);
    void askFailed(qsizetype index);
    void finish();

    SourceAccess m_access;
    const Clock &m_clock;
    std::optional<OpenedSource> m_opened;
    QList<Destination> m_destinations;
    std::int64_t m_askedAt = 0;
    QString m_fault;
    bool m_asking = false;
    quint64 m_generation = 0; //!< answers to an earlier one are late
};

} // namespace segue
