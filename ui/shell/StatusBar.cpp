// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusBar.h"

#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace segue {

StatusBar::StatusBar(QWidget *parent)
    : QWidget(parent)
    , m_sandboxDot(new IconLabel(12, this))
    , m_sandbox(new ToneLabel(Tone::Muted, this))
    , m_receiver(new QToolButton(this))
    , m_faults(new ToneLabel(Tone::Warning, this))
    , m_standIns(new ToneLabel(Tone::Warning, this))
    , m_queue(new ToneLabel(Tone::Muted, this))
    , m_events(new ToneLabel(Tone::Muted, this))
    , m_keychain(new QToolButton(this))
    , m_menu(new QToolButton(this))
{
    setObjectName(QStringLiteral("statusBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_sandbox->setObjectName(QStringLiteral("sandboxAddress"));
    m_receiver->setObjectName(QStringLiteral("receiverState"));
    m_receiver->setAutoRaise(true);
    m_receiver->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_receiver->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_receiver->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_faults->setObjectName(QStringLiteral("receiverFaults"));
    m_faults->setText(tr("Plays faults"));
    m_faults->hide();
    m_standIns->setObjectName(QStringLiteral("standIns"));
    m_standIns->hide();
    m_queue->setObjectName(QStringLiteral("queueLength"));
    m_events->setObjectName(QStringLiteral("eventCount"));
    m_keychain->setObjectName(QStringLiteral("keychainState"));
    m_keychain->setAutoRaise(true);
    m_keychain->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_menu->setObjectName(QStringLiteral("windowMenu"));
    m_menu->setAutoRaise(true);
    m_menu->setIcon(Icons::get(QStringLiteral("menu"), Tone::Muted));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Appearance, privacy, about"));
    m_menu->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 8, 2);
    row->setSpacing(6);
    row->addWidget(m_receiver);
    row->addWidget(m_faults);
    row->addSpacing(8);
    row->addWidget(m_sandboxDot);
    row->addWidget(m_sandbox);
    row->addSpacing(14);
    row->addWidget(m_standIns);
    m_standIns->setContentsMargins(0, 0, 14, 0);
    row->addWidget(m_queue);
    row->addSpacing(14);
    row->addWidget(m_events);
    row->addStretch(1);
    row->addWidget(m_keychain);
    row->addWidget(m_menu);

    connect(m_keychain, &QToolButton::clicked, this, &StatusBar::keychainClicked);
    connect(m_receiver, &QToolButton::clicked, this, &StatusBar::receiverClicked);
    setReceiver({});
    setCounts({}, true);
    setKeychain(KeychainState::NotAsked);
}

void StatusBar::setSandbox(const QString &address, const QString &fault)
{
    const bool listens = fault.isEmpty();
    m_sandboxDot->setIcon(listens ? QStringLiteral("dot") : QStringLiteral("warning"),
                          listens ? Tone::Good : Tone::Warning);
    m_sandbox->setText(listens ? tr("Sandbox %1").arg(address) : tr("Sandbox is off"));
    m_sandbox->setToolTip(listens ? tr("Segue's own Segment-compatible endpoint; it answers on this machine only")
                                  : fault.toHtmlEscaped());
}

void StatusBar::setReceiver(const QString &address)
{
    const bool listens = !address.isEmpty();
    m_receiver->setIcon(
        Icons::get(listens ? QStringLiteral("dot") : QStringLiteral("ring"), listens ? Tone::Good : Tone::Muted));
    m_receiver->setText(listens ? tr("Receiver %1", "address").arg(address) : tr("Receiver is off"));
    m_receiver->setAccessibleName(m_receiver->text());
    m_receiver->setToolTip(listens
                               ? tr("The receiver takes events on this computer. A click turns it off.")
                               : tr("A click turns the receiver on: other programs can then send events to Segue."));
    m_receiver->setAccessibleDescription(m_receiver->toolTip());
}

void StatusBar::setReceiverTaken(std::uint16_t port)
{
    m_receiver->setIcon(Icons::get(QStringLiteral("warning"), Tone::Warning));
    m_receiver->setText(tr("Receiver could not start: port %1 is taken").arg(port));
    m_receiver->setAccessibleName(m_receiver->text());
    m_receiver->setToolTip(
        tr("Another program has the port. It is tried again every 10 seconds; until then nothing comes "
           "in. A click turns the receiver off."));
    m_receiver->setAccessibleDescription(m_receiver->toolTip());
}

void StatusBar::setReceiverElsewhere(std::uint16_t port)
{
    m_receiver->setIcon(Icons::get(QStringLiteral("dot"), Tone::Good));
    m_receiver->setText(tr("Receiver 127.0.0.1:%1, of another Segue").arg(port));
    m_receiver->setAccessibleName(m_receiver->text());
    m_receiver->setToolTip(
        tr("Another Segue with the same data receives there; what it takes is shown here as well. When it ends, this "
           "window takes its place within 10 seconds. A click turns the receiver of this window off."));
    m_receiver->setAccessibleDescription(m_receiver->toolTip());
}

void StatusBar::setFaults(const QString &words)
{
    m_faults->setVisible(!words.isEmpty());
    m_faults->setToolTip(words.toHtmlEscaped());
    m_faults->setAccessibleDescription(words);
}

void StatusBar::setStandIns(const QStringList &standIns)
{
    m_standIns->setVisible(!standIns.isEmpty());
    m_standIns->setText(tr("Rehearsal: not Segment itself"));
    m_standIns->setToolTip(standIns.join(u'\n').toHtmlEscaped());
}

void StatusBar::setCounts(const StateCounts &counts, bool delivering)
{
    const qint64 queue =
        counts.of(EventState::Queued) + counts.of(EventState::Retrying) + counts.of(EventState::Waiting);
    const QString queued = tr("Queue %1").arg(QLocale().toString(queue));
    m_queue->setText(delivering ? queued : tr("%1 (another Segue sends)").arg(queued));
    m_events->setText(tr("%n event(s)", nullptr, static_cast<int>(counts.total())));
}

void StatusBar::setKeychain(KeychainState state)
{
    const bool ready = state == KeychainState::Ready;
    const bool unknown = state == KeychainState::NotAsked;
    m_keychain->setIcon(
        Icons::get(ready || unknown ? QStringLiteral("dot") : QStringLiteral("warning"), ready     ? Tone::Good
                                                                                         : unknown ? Tone::Muted
                                                                                                   : Tone::Warning));
    QString text = tr("Keychain: %1").arg(KeychainSecretStore::serviceName());
    switch (state) {
    case KeychainState::NotAsked:
    case KeychainState::Ready:
        break;
    case KeychainState::Locked:
        text = tr("Keychain locked");
        break;
    case KeychainState::NoService:
        text = tr("No keychain");
        break;
    case KeychainState::NotAnswering:
        text = tr("Keychain does not answer");
        break;
    }
    m_keychain->setText(text);
    m_keychain->setAccessibleName(text);
    m_keychain->setToolTip(KeychainSecretStore::describe(state).toHtmlEscaped());
}

} // namespace segue
