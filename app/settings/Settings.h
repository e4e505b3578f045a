// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"
#include "app/settings/FaultChoice.h"

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <cstdint>

namespace segue {

enum class ThemeChoice { System, Light, Dark };

//! How much of the journal is kept; 0 means no limit.
struct RetentionChoice
{
    int days = 30;
    int megabytes = 2'000;
    int entries = 5'000'000;

    bool operator==(const RetentionChoice &) const = default;
};

//! How the courier delivers. What a person may set; the rest is fixed.
struct DeliveryChoice
{
    //! To Segment's own hosts, of all connections of a region together; 0: no limit. Segment asks those that feed it to
    //! stay at 50 requests a second, and takes 1,000 events a second from a workspace before it delays or refuses them.
    //! Loopback and other gateways have no limit in any case.
    int requestsPerSecond = 50;
    int eventsPerSecond = 1'000;
    //! An event that could not be delivered for so long is given up, from 1 day to 365. Segment forgets an id after a day,
    //! so what is tried later than that may arrive twice; a week bridges a long weekend.
    int budgetDays = 7;
    //! The longest pause between two tries while the other side cannot be reached, from 1 s to a day. Five minutes is soon
    //! enough after an outage, and costs about a hundred small requests in eight hours of it.
    int longestWaitSeconds = 300;

    bool operator==(const DeliveryChoice &) const = default;
};

//! How the receiver takes what comes, beside its port.
struct ReceiverChoice
{
    //! Where the cloud reaches this receiver, by a tunnel or a reverse proxy; empty: nowhere.
    QUrl publicAddress;
    //! Of web pages that may ask, as browsers spell them.
    QStringList origins;
    //! Captures are answered as Segment ought to: 400 with the reason.
    bool strict = false;
    FaultChoice faults;

    bool operator==(const ReceiverChoice &) const = default;
};

//! What a person is told of, and how.
struct AlertChoice
{
    bool desktop = false;  //!< as a notification of the desktop as well
    int quietHours = 0;    //!< a relay that brings nothing for so long is told of; 0: never
    int pauseMinutes = 30; //!< between two alerts of one kind about one connection

    bool operator==(const AlertChoice &) const = default;
};

//! A filter of the log under a name.
struct SavedFilter
{
    static constexpr int kMost = 50;
    static constexpr qsizetype kLongestName = 60;

    QString name;
    QByteArray filter;

    bool operator==(const SavedFilter &) const = default;
};

//! What a person set, typed; never a secret. One readable file, `settings.ini`, in the data folder. Lives on the main
//! thread.
class Settings : public QObject
{
    Q_OBJECT
public:
    explicit Settings(const QString &dataFolder, QObject *parent = nullptr);

    //! The one in force.
    ThemeChoice theme() const;
    //! Keeps the choice; what was forced gives way.
    void setTheme(ThemeChoice theme);
    //! For this run only.
    void forceTheme(ThemeChoice theme);

    bool hideIdentities() const;
    void setHideIdentities(bool hide);

    //! What stands in the file and cannot be one of these numbers counts as the default.
    RetentionChoice retention() const;
    //! Negative numbers become 0.
    void setRetention(const RetentionChoice &retention);

    //! As retention(): what cannot be one of these numbers counts as the default.
    DeliveryChoice delivery() const;
    //! Numbers out of bounds become the nearest one within.
    void setDelivery(const DeliveryChoice &delivery);

    //! Where Pushwoosh's API is; empty: where it is for everybody. Not checked here.
    QString pushwooshAddress() const;
    void setPushwooshAddress(const QString &address);

    //! What stands in for Segment's Public API, for its CDN and for both regions' tracking API on this computer, for
    //! tests and rehearsals; empty: nothing. An address elsewhere is passed over, since tokens and keys would go there.
    QUrl publicApiStandIn() const;
    QUrl cdnStandIn() const;
    QUrl trackingStandIn() const;
    //! Those that are set, each in words, so that nobody takes a rehearsal for Segment; translated.
    QStringList standIns() const;

    //! The receiver's port on this installation; 0: none has been chosen yet.
    std::uint16_t receiverPort() const;
    void setReceiverPort(std::uint16_t port);
    //! The sandbox's port on this installation; 0: none has been chosen yet.
    std::uint16_t sandboxPort() const;
    void setSandboxPort(std::uint16_t port);
    //! Whether a person wants the receiver: a window that is opened starts it again.
    bool isReceiverOn() const;
    void setReceiverOn(bool on);
    //! Numbers that cannot be count as the default, shares are cut to 100 percent.
    ReceiverChoice receiver() const;
    void setReceiver(const ReceiverChoice &receiver);

    AlertChoice alerts() const;
    void setAlerts(const AlertChoice &alerts);

    //! What the fingerprints of unknown keys are made with, so that they fit no other installation's; made at first
    //! use.
    QByteArray installationSalt();

    //! How a part of the window was left: geometry, splitters, columns. `part` is a stable name.
    QByteArray layout(const QString &part) const;
    void setLayout(const QString &part, const QByteArray &state);

    //! A single remembered choice, such as the page last shown.
    QString choice(const QString &name) const;
    void setChoice(const QString &name, const QString &value);

    //! The filters of the log that a person has named, in the order of their names. What a filter says is the window's.
    QList<SavedFilter> savedFilters() const;
    //! Adds it, or takes the place of the one of that name; upper and lower case are the same. Fails (InvalidInput) for
    //! a name that is empty or too long, and when there are too many.
    Status saveFilter(const SavedFilter &filter);
    Status renameFilter(const QString &from, const QString &to);
    void removeFilter(const QString &name);

Q_SIGNALS:
    void themeChanged(segue::ThemeChoice theme);
    void hideIdentitiesChanged(bool hide);
    void retentionChanged(const segue::RetentionChoice &retention);
    void deliveryChanged(const segue::DeliveryChoice &delivery);
    void receiverChanged(const segue::ReceiverChoice &receiver);
    void alertsChanged(const segue::AlertChoice &alerts);
    void savedFiltersChanged();
    //! Another program changed some of it; what else is to be told of it has been.
    void changedElsewhere();

private:
    //! What others are told of when it changes.
    struct Told
    {
        RetentionChoice retention;
        DeliveryChoice delivery;
        ReceiverChoice receiver;
        AlertChoice alerts;
        QList<SavedFilter> filters;

        bool operator==(const Told &) const = default;
    };
    Told read() const;
    void watch();
    void lookAgain();
    void writeFilters(QList<SavedFilter> filters);

    QSettings m_file;
    Told m_told;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    std::optional<ThemeChoice> m_forced;
};

} // namespace segue
