// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ConnectionHeader.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QAction>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

namespace segue {

ConnectionHeader::ConnectionHeader(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(Tone::Plain, this))
    , m_chip(new EnvironmentChip(this))
    , m_info(new ElidedLabel(Tone::Muted, this))
    , m_keyIcon(new IconLabel(16, this))
    , m_keyText(new ElidedLabel(Tone::Muted, this))
    , m_tabs(new QTabBar(this))
    , m_send(new QPushButton(Icons::onPrimary(QStringLiteral("play")), tr("Send test event"), this))
    , m_export(new QPushButton(Icons::get(QStringLiteral("arrow-down")), tr("Export…"), this))
{
    setObjectName(QStringLiteral("connectionHeader"));
    setAttribute(Qt::WA_StyledBackground);
    m_name->setObjectName(QStringLiteral("connectionName"));
    m_name->setScale(1.3, true);
    m_name->setLeast(14);
    m_info->setObjectName(QStringLiteral("connectionInfo"));
    m_keyText->setObjectName(QStringLiteral("keyState"));
    m_keyText->setLeast(8);
    m_tabs->setObjectName(QStringLiteral("pageTabs"));
    m_tabs->setAccessibleName(tr("Pages of the connection"));
    m_tabs->addTab(tr("Log"));
    m_tabs->addTab(tr("Setup"));
    m_tabs->addTab(tr("Checkup"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_send->setObjectName(QStringLiteral("sendTestEvent"));
    m_send->setProperty("primary", true);
    m_send->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_send->setToolTip(tr("Compose a test event (%1)").arg(m_send->shortcut().toString(QKeySequence::NativeText)));
    m_export->setObjectName(QStringLiteral("exportEvents"));
    m_export->setAccessibleName(tr("Export events"));
    m_export->setToolTip(tr("Write the selected events, or all that the filter means, into a file"));

    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(m_name);
    line->addWidget(m_chip);
    line->addWidget(m_info);
    line->addWidget(m_keyIcon);
    line->addWidget(m_keyText);
    line->addStretch(1);
    line->addWidget(m_export);
    line->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 0);
    column->setSpacing(6);
    column->addLayout(line);
    column->addWidget(m_tabs);

    connect(m_send, &QPushButton::clicked, this, &ConnectionHeader::sendRequested);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_export->setVisible(index == LogPage);
        Q_EMIT pageChanged(static_cast<Page>(index));
    });
}

void ConnectionHeader::showEvents(const QString &title, const QString &feeds)
{
    m_name->setFullText(title);
    m_chip->hide();
    m_info->setFullText(feeds);
    setKeyState({}, Tone::Muted, {});
    m_tabs->setTabVisible(SetupPage, false);
    m_tabs->setTabVisible(CheckupPage, false);
    setPage(LogPage);
}

void ConnectionHeader::showConnection(const Connection &connection, const QString &sandboxAddress, const QString &feeds)
{
    m_name->setFullText(plainText(connection.name));
    m_chip->show();
    m_chip->setEnvironment(connection.environment);
    QStringList parts{connection.isSandbox() ? sandboxAddress : connection.endpoint.displayText()};
    if (!connection.applicationCode.isEmpty()) {
        parts.append(connection.applicationCode);
    }
    parts.append(feeds);
    parts.removeAll(QString());
    m_info->setFullText(parts.join(QStringLiteral("  ·  ")));
    m_tabs->setTabVisible(SetupPage, true);
    m_tabs->setTabVisible(CheckupPage, true);
}

void ConnectionHeader::setKeyState(const QString &icon, Tone tone, const QString &text)
{
    m_keyIcon->setVisible(!icon.isEmpty());
    m_keyIcon->setIcon(icon, tone);
    m_keyText->setTone(tone);
    m_keyText->setFullText(text);
}

ConnectionHeader::Page ConnectionHeader::page() const
{
    return static_cast<Page>(m_tabs->currentIndex());
}

void ConnectionHeader::setExport(QAction *action)
{
    connect(m_export, &QPushButton::clicked, action, &QAction::trigger);
}

void ConnectionHeader::setPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

} // namespace segue
