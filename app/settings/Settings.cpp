// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/Settings.h"

#include <QDir>

#include <algorithm>

namespace segue {

namespace {

const QString kTheme = QStringLiteral("window/theme");
const QString kHideIdentities = QStringLiteral("window/hideIdentities");
const QString kKeepDays = QStringLiteral("journal/keepDays");
const QString kKeepMegabytes = QStringLiteral("journal/keepMegabytes");
const QString kKeepEntries = QStringLiteral("journal/keepEntries");

int numberOr(const QVariant &value, int fallback)
{
    bool read = false;
    const int number = value.toInt(&read);
    return read && number >= 0 ? number : fallback;
}

} // namespace

Settings::Settings(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_file(QDir(dataFolder).filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
{
}

ThemeChoice Settings::theme() const
{
    const QString word = m_file.value(kTheme).toString();
    if (word == QStringLiteral("light")) {
        return ThemeChoice::Light;
    }
    return word == QStringLiteral("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme)
{
    if (theme == this->theme()) {
        return;
    }
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
    Q_EMIT themeChanged(theme);
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
    Q_EMIT retentionChanged(kept);
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
