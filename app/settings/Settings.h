// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Error.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSettings>
#include <QString>
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
    void savedFiltersChanged();

private:
    void writeFilters(QList<SavedFilter> filters);

    QSettings m_file;
    std::optional<ThemeChoice> m_forced;
};

} // namespace segue
