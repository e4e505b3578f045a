// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Settings.h"

#include "app/core/WebClient.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace segue {

namespace {

const QString kTheme = QStringLiteral("window/theme");
const QString kFilters = QStringLiteral("log/savedFilters");
const QLatin1String kName("name");
const QLatin1String kFilter("filter");
const QString kHideIdentities = QStringLiteral("window/hideIdentities");
const QString kPushwooshAddress = QStringLiteral("pushwoosh/address");
const QString kPublicApiStandIn = QStringLiteral("segment/publicApiStandIn");
const QString kCdnStandIn = QStringLiteral("segment/cdnStandIn");
const QString kTrackingStandIn = QStringLiteral("segment/trackingStandIn");
const QString kReceiverPort = QStringLiteral("receiver/port");
const QString kSandboxPort = QStringLiteral("sandbox/port");
const QString kReceiverOn = QStringLiteral("receiver/on");
const QString kPublicAddress = QStringLiteral("receiver/publicAddress");
const QString kOrigins = QStringLiteral("receiver/origins");
const QString kStrict = QStringLiteral("receiver/strict");
const QString kFaultTooMany = QStringLiteral("faults/tooMany");
const QString kFaultRetryAfter = QStringLiteral("faults/retryAfterSeconds");
const QString kFaultServerError = QStringLiteral("faults/serverError");
const QString kFaultDelay = QStringLiteral("faults/delay");
const QString kFaultDelaySeconds = QStringLiteral("faults/delaySeconds");
const QString kFaultReset = QStringLiteral("faults/reset");
const QString kAlertsDesktop = QStringLiteral("alerts/desktop");
const QString kAlertsQuiet = QStringLiteral("alerts/quietHours");
const QString kAlertsPause = QStringLiteral("alerts/pauseMinutes");
const QString kSalt = QStringLiteral("receiver/salt");
const QString kKeepDays = QStringLiteral("journal/keepDays");
const QString kKeepMegabytes = QStringLiteral("journal/keepMegabytes");
const QString kKeepEntries = QStringLiteral("journal/keepEntries");

const QString kRequestsPerSecond = QStringLiteral("delivery/requestsPerSecond");
const QString kEventsPerSecond = QStringLiteral("delivery/eventsPerSecond");
const QString kBudgetDays = QStringLiteral("delivery/budgetDays");
const QString kLongestWait = QStringLiteral("delivery/longestWaitSeconds");

constexpr int kSettleMs = 100; // another program's write comes as several notices
constexpr int kMostDays = 365;
constexpr int kMostWaitSeconds = 24 * 60 * 60;
constexpr qsizetype kSaltBytes = 32;
constexpr int kPercent = 100;
constexpr int kLongestRetryAfter = 3'600;
constexpr int kLongestDelay = 60;
constexpr int kMostQuietHours = 24 * 31;
constexpr int kMostPauseMinutes = 24 * 60;

int numberOr(const QVariant &value, int fallback)
{
    bool read = false;
    // QVariant's toInt() would cut a number that is too large, and call it read.
    const qlonglong number = value.toString().toLongLong(&read);
    return read && number >= 0 && number <= std::numeric_limits<int>::max() ? static_cast<int>(number) : fallback;
}

std::uint16_t portOf(const QVariant &value)
{
    const int port = numberOr(value, 0);
    return port <= std::numeric_limits<std::uint16_t>::max() ? static_cast<std::uint16_t>(port) : std::uint16_t{0};
}

DeliveryChoice bounded(const DeliveryChoice &choice)
{
    return {std::max(0, choice.requestsPerSecond), std::max(0, choice.eventsPerSecond),
            std::clamp(choice.budgetDays, 1, kMostDays), std::clamp(choice.longestWaitSeconds, 1, kMostWaitSeconds)};
}

FaultChoice bounded(const FaultChoice &choice)
{
    return {
        std::clamp(choice.tooMany, 0, kPercent),           std::clamp(choice.retryAfterSeconds, 0, kLongestRetryAfter),
        std::clamp(choice.serverError, 0, kPercent),       std::clamp(choice.delay, 0, kPercent),
        std::clamp(choice.delaySeconds, 1, kLongestDelay), std::clamp(choice.reset, 0, kPercent)};
}

AlertChoice bounded(const AlertChoice &choice)
{
    return {choice.desktop, std::clamp(choice.quietHours, 0, kMostQuietHours),
            std::clamp(choice.pauseMinutes, 1, kMostPauseMinutes)};
}

QUrl onThisComputer(const QVariant &value)
{
    const QUrl url(value.toString(), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    return isHttp && WebClient::isLoopback(url.host()) ? url : QUrl();
}

bool isNamed(const SavedFilter &filter, const QString &name)
{
    return filter.name.compare(name.simplified(), Qt::CaseInsensitive) == 0;
}

std::optional<Error> faultOf(const QString &name)
{
    if (name.simplified().isEmpty()) {
        return Error{ErrorCode::InvalidInput, QString(), Settings::tr("The filter needs a name.")};
    }
    if (name.simplified().size() > SavedFilter::kLongestName) {
        return Error{ErrorCode::InvalidInput, QString(),
                     Settings::tr("The name is longer than %n characters.", nullptr,
                                  static_cast<int>(SavedFilter::kLongestName))};
    }
    return {};
}

} // namespace

Settings::Settings(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_file(QDir(dataFolder).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
    , m_told(read())
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    const auto start = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, start);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, start);
    connect(&m_settle, &QTimer::timeout, this, &Settings::lookAgain);
    watch();
}

//! The folder for a file that is made or put in its place, the file for one that is written over.
void Settings::watch()
{
    const QString path = m_file.fileName();
    const QString folder = QFileInfo(path).path();
    if (m_watcher.directories().isEmpty() && QFileInfo::exists(folder)) {
        m_watcher.addPath(folder);
    }
    if (!m_watcher.files().contains(path) && QFileInfo::exists(path)) {
        m_watcher.addPath(path);
    }
}

Settings::Told Settings::read() const
{
    return {retention(), delivery(), receiver(), alerts(), savedFilters()};
}

//! Several programs share a folder, such as a receiver in the background beside a window: what is set in one holds in
//! all of them.
void Settings::lookAgain()
{
    watch();
    m_file.sync();
    const Told before = std::exchange(m_told, read());
    if (before == m_told) {
        return;
    }
    if (before.retention != m_told.retention) {
        Q_EMIT retentionChanged(m_told.retention);
    }
    if (before.delivery != m_told.delivery) {
        Q_EMIT deliveryChanged(m_told.delivery);
    }
    if (before.receiver != m_told.receiver) {
        Q_EMIT receiverChanged(m_told.receiver);
    }
    if (before.alerts != m_told.alerts) {
        Q_EMIT alertsChanged(m_told.alerts);
    }
    if (before.filters != m_told.filters) {
        Q_EMIT savedFiltersChanged();
    }
    Q_EMIT changedElsewhere();
}

ThemeChoice Settings::theme() const
{
    if (m_forced) {
        return *m_forced;
    }
    const QString word = m_file.value(kTheme).toString();
    if (word == QStringLiteral("light")) {
        return ThemeChoice::Light;
    }
    return word == QStringLiteral("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme)
{
    const bool differs = theme != this->theme();
    m_forced.reset();
    switch (theme) {
    case ThemeChoice::System:
        m_file.remove(kTheme);
        break;
    case ThemeChoice::Light:
        m_file.setValue(kTheme, QStringLiteral("light"));
        break;
    case ThemeChoice::Dark:
        m_file.setValue(kTheme, QStringLiteral("dark"));
        break;
    }
    if (differs) {
        Q_EMIT themeChanged(theme);
    }
}

void Settings::forceTheme(ThemeChoice theme)
{
    const bool differs = theme != this->theme();
    m_forced = theme;
    if (differs) {
        Q_EMIT themeChanged(theme);
    }
}

bool Settings::hideIdentities() const
{
    return m_file.value(kHideIdentities, false).toBool();
}

void Settings::setHideIdentities(bool hide)
{
    if (hide != hideIdentities()) {
        m_file.setValue(kHideIdentities, hide);
        Q_EMIT hideIdentitiesChanged(hide);
    }
}

RetentionChoice Settings::retention() const
{
    const RetentionChoice usual;
    return {numberOr(m_file.value(kKeepDays), usual.days), numberOr(m_file.value(kKeepMegabytes), usual.megabytes),
            numberOr(m_file.value(kKeepEntries), usual.entries)};
}

void Settings::setRetention(const RetentionChoice &retention)
{
    const RetentionChoice kept{std::max(0, retention.days), std::max(0, retention.megabytes),
                               std::max(0, retention.entries)};
    if (kept == this->retention()) {
        return;
    }
    m_file.setValue(kKeepDays, kept.days);
    m_file.setValue(kKeepMegabytes, kept.megabytes);
    m_file.setValue(kKeepEntries, kept.entries);
    m_told.retention = kept;
    Q_EMIT retentionChanged(kept);
}

DeliveryChoice Settings::delivery() const
{
    const DeliveryChoice usual;
    return bounded(DeliveryChoice{numberOr(m_file.value(kRequestsPerSecond), usual.requestsPerSecond),
                                  numberOr(m_file.value(kEventsPerSecond), usual.eventsPerSecond),
                                  numberOr(m_file.value(kBudgetDays), usual.budgetDays),
                                  numberOr(m_file.value(kLongestWait), usual.longestWaitSeconds)});
}

void Settings::setDelivery(const DeliveryChoice &delivery)
{
    const DeliveryChoice kept = bounded(delivery);
    if (kept == this->delivery()) {
        return;
    }
    m_file.setValue(kRequestsPerSecond, kept.requestsPerSecond);
    m_file.setValue(kEventsPerSecond, kept.eventsPerSecond);
    m_file.setValue(kBudgetDays, kept.budgetDays);
    m_file.setValue(kLongestWait, kept.longestWaitSeconds);
    m_told.delivery = kept;
    Q_EMIT deliveryChanged(kept);
}

QList<SavedFilter> Settings::savedFilters() const
{
    QList<SavedFilter> filters;
    const QJsonArray array = QJsonDocument::fromJson(m_file.value(kFilters).toByteArray()).array();
    for (const auto &value : array) {
        const QString name = value[kName].toString().left(SavedFilter::kLongestName);
        if (!name.isEmpty() && filters.size() < SavedFilter::kMost) {
            filters.append({name, value[kFilter].toString().toUtf8()});
        }
    }
    return filters;
}

Status Settings::saveFilter(const SavedFilter &filter)
{
    if (const std::optional<Error> fault = faultOf(filter.name)) {
        return *fault;
    }
    const QString name = filter.name.simplified();
    QList<SavedFilter> filters = savedFilters();
    filters.removeIf([&](const SavedFilter &other) { return isNamed(other, name); });
    if (filters.size() >= SavedFilter::kMost) {
        return Error{ErrorCode::InvalidInput, QString(),
                     tr("There are %n saved filters already. Delete one first.", nullptr, SavedFilter::kMost)};
    }
    filters.append({name, filter.filter});
    writeFilters(std::move(filters));
    return done;
}

Status Settings::renameFilter(const QString &from, const QString &to)
{
    const QList<SavedFilter> filters = savedFilters();
    const auto found = std::ranges::find_if(filters, [&](const SavedFilter &other) { return isNamed(other, from); });
    if (found == filters.end()) {
        return Error{ErrorCode::Absent, QString(), tr("This filter is no longer there.")};
    }
    const bool taken = std::ranges::any_of(
        filters, [&](const SavedFilter &other) { return isNamed(other, to.simplified()) && !isNamed(other, from); });
    if (taken) {
        return Error{ErrorCode::InvalidInput, QString(), tr("Another filter has this name.")};
    }
    if (const std::optional<Error> fault = faultOf(to)) {
        return *fault;
    }
    QList<SavedFilter> changed = filters;
    changed[found - filters.begin()].name = to.simplified();
    writeFilters(std::move(changed));
    return done;
}

void Settings::removeFilter(const QString &name)
{
    QList<SavedFilter> filters = savedFilters();
    if (filters.removeIf([&](const SavedFilter &other) { return isNamed(other, name); }) > 0) {
        writeFilters(std::move(filters));
    }
}

void Settings::writeFilters(QList<SavedFilter> filters)
{
    std::ranges::sort(filters, [](const SavedFilter &one, const SavedFilter &other) {
        return QString::localeAwareCompare(one.name.toCaseFolded(), other.name.toCaseFolded()) < 0;
    });
    QJsonArray array;
    for (const SavedFilter &filter : std::as_const(filters)) {
        array.append(QJsonObject{{kName, filter.name}, {kFilter, QString::fromUtf8(filter.filter)}});
    }
    m_file.setValue(kFilters, QJsonDocument(array).toJson(QJsonDocument::Compact));
    m_told.filters = savedFilters();
    Q_EMIT savedFiltersChanged();
}

QString Settings::pushwooshAddress() const
{
    return m_file.value(kPushwooshAddress).toString().trimmed();
}

void Settings::setPushwooshAddress(const QString &address)
{
    if (address.trimmed().isEmpty()) {
        m_file.remove(kPushwooshAddress);
    } else {
        m_file.setValue(kPushwooshAddress, address.trimmed());
    }
}

QUrl Settings::publicApiStandIn() const
{
    return onThisComputer(m_file.value(kPublicApiStandIn));
}

QUrl Settings::cdnStandIn() const
{
    return onThisComputer(m_file.value(kCdnStandIn));
}

QUrl Settings::trackingStandIn() const
{
    return onThisComputer(m_file.value(kTrackingStandIn));
}

QStringList Settings::standIns() const
{
    QStringList told;
    const auto tell = [&told](const QString &sentence, const QUrl &address) {
        if (!address.isEmpty()) {
            told.append(sentence.arg(address.toString()));
        }
    };
    tell(tr("%1 stands in for Segment's tracking API."), trackingStandIn());
    tell(tr("%1 stands in for Segment's Public API."), publicApiStandIn());
    tell(tr("%1 stands in for Segment's CDN."), cdnStandIn());
    return told;
}

std::uint16_t Settings::receiverPort() const
{
    return portOf(m_file.value(kReceiverPort));
}

void Settings::setReceiverPort(std::uint16_t port)
{
    m_file.setValue(kReceiverPort, port);
}

std::uint16_t Settings::sandboxPort() const
{
    return portOf(m_file.value(kSandboxPort));
}

void Settings::setSandboxPort(std::uint16_t port)
{
    m_file.setValue(kSandboxPort, port);
}

bool Settings::isReceiverOn() const
{
    return m_file.value(kReceiverOn, false).toBool();
}

void Settings::setReceiverOn(bool on)
{
    m_file.setValue(kReceiverOn, on);
}

ReceiverChoice Settings::receiver() const
{
    const FaultChoice usual;
    ReceiverChoice choice;
    choice.publicAddress = QUrl(m_file.value(kPublicAddress).toString(), QUrl::StrictMode);
    choice.origins = m_file.value(kOrigins).toStringList();
    choice.strict = m_file.value(kStrict, false).toBool();
    choice.faults = bounded(FaultChoice{numberOr(m_file.value(kFaultTooMany), usual.tooMany),
                                        numberOr(m_file.value(kFaultRetryAfter), usual.retryAfterSeconds),
                                        numberOr(m_file.value(kFaultServerError), usual.serverError),
                                        numberOr(m_file.value(kFaultDelay), usual.delay),
                                        numberOr(m_file.value(kFaultDelaySeconds), usual.delaySeconds),
                                        numberOr(m_file.value(kFaultReset), usual.reset)});
    return choice;
}

void Settings::setReceiver(const ReceiverChoice &receiver)
{
    ReceiverChoice kept = receiver;
    kept.faults = bounded(receiver.faults);
    if (kept == this->receiver()) {
        return;
    }
    m_file.setValue(kPublicAddress, kept.publicAddress.toString());
    m_file.setValue(kOrigins, kept.origins);
    m_file.setValue(kStrict, kept.strict);
    m_file.setValue(kFaultTooMany, kept.faults.tooMany);
    m_file.setValue(kFaultRetryAfter, kept.faults.retryAfterSeconds);
    m_file.setValue(kFaultServerError, kept.faults.serverError);
    m_file.setValue(kFaultDelay, kept.faults.delay);
    m_file.setValue(kFaultDelaySeconds, kept.faults.delaySeconds);
    m_file.setValue(kFaultReset, kept.faults.reset);
    m_told.receiver = this->receiver();
    Q_EMIT receiverChanged(kept);
}

AlertChoice Settings::alerts() const
{
    const AlertChoice usual;
    return bounded(AlertChoice{m_file.value(kAlertsDesktop, usual.desktop).toBool(),
                               numberOr(m_file.value(kAlertsQuiet), usual.quietHours),
                               numberOr(m_file.value(kAlertsPause), usual.pauseMinutes)});
}

void Settings::setAlerts(const AlertChoice &alerts)
{
    const AlertChoice kept = bounded(alerts);
    if (kept == this->alerts()) {
        return;
    }
    m_file.setValue(kAlertsDesktop, kept.desktop);
    m_file.setValue(kAlertsQuiet, kept.quietHours);
    m_file.setValue(kAlertsPause, kept.pauseMinutes);
    m_told.alerts = kept;
    Q_EMIT alertsChanged(kept);
}

QByteArray Settings::installationSalt()
{
    QByteArray salt = QByteArray::fromHex(m_file.value(kSalt).toByteArray());
    if (salt.size() < kSaltBytes) {
        salt.resize(kSaltBytes);
        QRandomGenerator::system()->generate(salt.begin(), salt.end());
        m_file.setValue(kSalt, salt.toHex());
    }
    return salt;
}

QByteArray Settings::layout(const QString &part) const
{
    return m_file.value(QStringLiteral("layout/") + part).toByteArray();
}

void Settings::setLayout(const QString &part, const QByteArray &state)
{
    m_file.setValue(QStringLiteral("layout/") + part, state);
}

QString Settings::choice(const QString &name) const
{
    return m_file.value(QStringLiteral("choice/") + name).toString();
}

void Settings::setChoice(const QString &name, const QString &value)
{
    m_file.setValue(QStringLiteral("choice/") + name, value);
}

} // namespace segue
