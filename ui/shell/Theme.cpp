// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Theme.h"

#include "ui/widgets/Tone.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QStyleFactory>

namespace segue {

namespace {

const QString kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kColorScheme = QStringLiteral("color-scheme");

// The portal's value, at times wrapped twice: 1 means that a dark look is wanted.
bool meansDark(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value.toUInt() == 1;
}

} // namespace

Theme::Theme(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_choice(settings.theme())
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    m_desktopIsDark = isDark(QApplication::palette());
    connect(&settings, &Settings::themeChanged, this, [this](ThemeChoice choice) {
        m_choice = choice;
        apply();
    });
    apply();
    askPortal();
}

void Theme::force(ThemeChoice choice)
{
    m_settings.forceTheme(choice); // whoever shows the choice hears of it as well
}

void Theme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(kPortal, kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"), this,
                SLOT(portalSettingChanged(QString,QString,QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, QStringLiteral("Read"));
    question << kAppearance << kColorScheme;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (!reply.isError()) {
            m_desktopIsDark = meansDark(reply.value().variant());
            apply();
        }
    });
}

void Theme::portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kAppearance && key == kColorScheme) {
        m_desktopIsDark = meansDark(value.variant());
        apply();
    }
}

void Theme::apply()
{
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_desktopIsDark);
    const QPalette wanted = palette(dark);
    if (!qApp->styleSheet().isEmpty() && QApplication::palette().color(QPalette::Base) == wanted.color(QPalette::Base)) {
        return;
    }
    QApplication::setPalette(wanted);
    qApp->setStyleSheet(styleSheet(dark));
}

QPalette Theme::palette(bool dark)
{
    // Tones and surfaces read light or dark off the palette's text.
    QPalette seed;
    seed.setColor(QPalette::Text, dark ? Qt::white : Qt::black);
    const QColor text = toneColor(seed, Tone::Plain);
    const QColor muted = toneColor(seed, Tone::Muted);
    const QColor content = surfaceColor(seed, Surface::Content);

    QPalette palette;
    palette.setColor(QPalette::Window, content);
    palette.setColor(QPalette::Base, content);
    palette.setColor(QPalette::AlternateBase, surfaceColor(seed, Surface::Hover));
    palette.setColor(QPalette::Button, content);
    palette.setColor(QPalette::Mid, surfaceColor(seed, Surface::Border));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, text);
    palette.setColor(QPalette::ToolTipBase, surfaceColor(seed, Surface::Sidebar));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Link, toneColor(seed, Tone::Accent));
    palette.setColor(QPalette::Highlight, surfaceColor(seed, Surface::Primary));
    palette.setColor(QPalette::HighlightedText, surfaceColor(seed, Surface::PrimaryText));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        QColor faded = text;
        faded.setAlphaF(0.45F);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    return palette;
}

QString Theme::styleSheet(bool dark)
{
    QFile file(QStringLiteral(":/style/segue.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const QPalette colors = palette(dark);
    const auto put = [&sheet](const char *name, const QColor &color) {
        sheet.replace(QLatin1String("@") + QLatin1String(name) + QLatin1String("@"), color.name());
    };
    put("content", surfaceColor(colors, Surface::Content));
    put("sidebar", surfaceColor(colors, Surface::Sidebar));
    put("border", surfaceColor(colors, Surface::Border));
    put("hover", surfaceColor(colors, Surface::Hover));
    put("selected", surfaceColor(colors, Surface::Selected));
    put("primary", surfaceColor(colors, Surface::Primary));
    put("primaryText", surfaceColor(colors, Surface::PrimaryText));
    put("text", toneColor(colors, Tone::Plain));
    put("muted", toneColor(colors, Tone::Muted));
    put("accent", toneColor(colors, Tone::Accent));
    put("warning", toneColor(colors, Tone::Warning));
    sheet.replace(QStringLiteral("@variant@"), dark ? QStringLiteral("dark") : QStringLiteral("light"));
    return sheet;
}

} // namespace segue
