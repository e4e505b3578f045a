// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/EchoCard.h"

#include "app/core/Futures.h"
#include "app/receiver/PublicAddress.h"
#include "app/receiver/RouteTokens.h"
#include "ui/setup/AskingLine.h"
#include "ui/setup/RouteAddress.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/SecretClipboard.h"

#include <QDateTime>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kLongestSecret = 512;
} // namespace

EchoCard::EchoCard(AppContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_clipboard(new SecretClipboard(this))
    , m_maker(context.workspaces(), context.secrets())
    , m_address(new RouteAddress(context, TokenRoute::Echo, QStringLiteral("echo"),
                                 tr("Address for Segment's Webhooks destination"), this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Segment's echo"));
    auto *title = new ToneLabel(tr("Segment's echo"), Tone::Plain, this);
    title->setScale(1.0, true);
    auto *what =
        new ToneLabel(tr("Segment sends each event of the source back: what Segue sent becomes Confirmed, and what "
                         "Pushwoosh's built-in integration sent is seen as Observed."),
                      Tone::Muted, this);
    what->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(what);
    column->addWidget(m_address);
    column->addWidget(makeSecret());
    column->addWidget(makeDestination());
    connect(&context.connections(), &ConnectionStore::changed, this, &EchoCard::refresh);
    connect(&context.receiver(), &ReceiverService::echoesRefused, this, &EchoCard::showRefused);
    connect(&m_maker, &EchoDestinationMaker::ready, this, &EchoCard::askDestination);
    connect(&m_maker, &EchoDestinationMaker::made, this,
            [this](const QString &text) { m_line->say(text, Tone::Good); });
    connect(&m_maker, &EchoDestinationMaker::failed, this,
            [this](const QString &text) { m_line->failed(text, false); });
}

QWidget *EchoCard::makeSecret()
{
    auto *part = new QWidget(this);
    auto *label = new ToneLabel(tr("Shared secret, with which Segment signs"), Tone::Muted, part);
    m_secret = new QLineEdit(part);
    m_secret->setObjectName(QStringLiteral("echoSecret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(kLongestSecret);
    m_secret->setAccessibleName(label->text());
    m_secret->setPlaceholderText(tr("The shared secret of the destination"));
    label->setBuddy(m_secret);
    m_keep = new QPushButton(tr("Keep it"), part);
    m_keep->setObjectName(QStringLiteral("keepEchoSecret"));
    m_makeOne = new QPushButton(tr("Make one and copy it"), part);
    m_makeOne->setObjectName(QStringLiteral("makeEchoSecret"));
    m_remove = new QPushButton(tr("Remove"), part);
    m_remove->setObjectName(QStringLiteral("removeEchoSecret"));
    m_remove->setAccessibleName(tr("Remove the shared secret"));
    m_secretState = new ToneLabel(Tone::Muted, part);
    m_secretState->setObjectName(QStringLiteral("echoSecretState"));
    m_secretState->setWordWrap(true);
    m_refused = new ToneLabel(Tone::Warning, part);
    m_refused->setObjectName(QStringLiteral("echoesRefused"));
    m_refused->setWordWrap(true);
    m_refused->hide();
    m_message = new ToneLabel(Tone::Muted, part);
    m_message->setObjectName(QStringLiteral("echoSecretMessage"));
    m_message->setWordWrap(true);
    m_message->hide();
    auto *buttons = new FlowLayout(8);
    for (QPushButton *button : {m_keep, m_makeOne, m_remove}) {
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(label);
    column->addWidget(m_secret);
    column->addLayout(buttons);
    column->addWidget(m_secretState);
    column->addWidget(m_refused);
    column->addWidget(m_message);
    connect(m_secret, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_keep->setEnabled(!text.isEmpty()); });
    connect(m_secret, &QLineEdit::returnPressed, m_keep, &QPushButton::click);
    connect(m_keep, &QPushButton::clicked, this, &EchoCard::keepSecret);
    connect(m_makeOne, &QPushButton::clicked, this, &EchoCard::makeOne);
    connect(m_remove, &QPushButton::clicked, this, &EchoCard::removeSecret);
    return part;
}

QWidget *EchoCard::makeDestination()
{
    auto *part = new QWidget(this);
    auto *steps =
        new ToneLabel(tr("In Segment, by hand:\n"
                         "1. Connections › Catalog › Webhooks (Actions) › Add destination, and choose the source.\n"
                         "2. In its settings, enter the shared secret from above.\n"
                         "3. Mappings › New mapping › Send: trigger “Event Type is Track”, URL: the address from "
                         "above, method POST, data $.\n"
                         "4. Enable the mapping and the destination."),
                      Tone::Muted, part);
    steps->setObjectName(QStringLiteral("echoSteps"));
    steps->setWordWrap(true);
    m_make = new QPushButton(tr("Make it with the workspace's token…"), part);
    m_make->setObjectName(QStringLiteral("makeEchoDestination"));
    m_line = new AskingLine(QStringLiteral("echoDestination"), part);
    auto *row = new QHBoxLayout;
    row->addWidget(m_make);
    row->addStretch(1);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    column->addWidget(steps);
    column->addLayout(row);
    column->addWidget(m_line);
    connect(m_make, &QPushButton::clicked, this, &EchoCard::prepareDestination);
    connect(m_line, &AskingLine::cancelled, this, [this] {
        m_maker.stop();
        m_line->say(tr("Cancelled. Nothing was made."));
    });
    return part;
}

void EchoCard::setConnection(const ConnectionId &id)
{
    stop();
    m_id = id;
    m_address->setConnection(id);
    m_secret->clear();
    m_line->clear();
    say({}, Tone::Muted);
    refresh();
}

void EchoCard::hideEvent(QHideEvent *event)
{
    stop();
    m_secret->clear();
    QFrame::hideEvent(event);
}

void EchoCard::stop()
{
    ++m_generation;
    if (m_maker.isBusy()) {
        m_maker.stop();
        m_line->clear();
    }
}

void EchoCard::refresh()
{
    const auto connection = m_context.connections().find(m_id);
    if (!connection) {
        return;
    }
    const bool isSigned = connection->echoSecretExpected;
    m_keep->setEnabled(!m_secret->text().isEmpty());
    m_keep->setText(isSigned ? tr("Replace it") : tr("Keep it"));
    m_remove->setVisible(isSigned);
    m_secretState->setText(isSigned
                               ? tr("A secret is kept in the keychain: an echo that is not signed with it is refused.")
                               : tr("Without a secret, echoes count as unsigned: whoever has the address could confirm "
                                    "events."));
    m_make->setVisible(WorkspaceAccess::exists(connection->endpoint.region()));
    m_make->setEnabled(!m_context.settings().receiver().publicAddress.isEmpty());
    m_make->setToolTip(m_make->isEnabled() ? QString()
                                           : tr("First give the receiver a public address, in the settings"));
    showRefused();
}

void EchoCard::showRefused()
{
    const ReceiverService::RefusedEchoes echoes = m_context.receiver().refusedEchoes(m_id);
    // Without a secret nothing is refused any more.
    m_refused->setVisible(echoes.count > 0 && !m_remove->isHidden());
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(echoes.last);
    m_refused->setText(tr("%n echo(es) were refused: their signature does not fit the secret. Last at %1.", nullptr,
                          static_cast<int>(echoes.count))
                           .arg(QLocale().toString(last, QLocale::ShortFormat)));
}

void EchoCard::keepSecret()
{
    store(Secret::fromText(m_secret->text()), tr("Kept. From now on an echo must be signed with it."));
}

void EchoCard::makeOne()
{
    const Secret secret = RouteToken::create();
    m_clipboard->put(secret);
    store(secret,
          tr("A secret was made, kept and copied: enter it in the destination's settings. It leaves the clipboard "
             "after 30 seconds."));
}

void EchoCard::store(const Secret &secret, const QString &said)
{
    whenAnswered(m_context.routeTokens().setEchoSecret(m_id, secret), this,
                 [this, said, own = m_generation](const Status &kept) {
                     if (own != m_generation) {
                         return;
                     }
                     if (kept) {
                         m_secret->clear();
                         say(said, Tone::Good);
                     } else {
                         say(kept.error().userText, Tone::Warning);
                     }
                 });
}

void EchoCard::removeSecret()
{
    whenAnswered(
        m_context.routeTokens().clearEchoSecret(m_id), this, [this, own = m_generation](const Status &removed) {
            if (own == m_generation) {
                say(removed ? tr("The secret was removed. Echoes count as unsigned.") : removed.error().userText,
                    removed ? Tone::Muted : Tone::Warning);
            }
        });
}

void EchoCard::prepareDestination()
{
    const auto connection = m_context.connections().find(m_id);
    if (connection && !m_maker.isBusy()) {
        m_line->asking(tr("Looking for the source in Segment…"));
        m_maker.prepare(*connection);
    }
}

void EchoCard::askDestination()
{
    m_line->clear();
    if (!isVisible()) {
        return;
    }
    const QPushButton *confirm =
        ask({QStringLiteral("echoDestinationQuestion"), tr("Create it in Segment?"), m_maker.question(),
             tr("It can be switched off and deleted in Segment."), tr("Create"), QMessageBox::AcceptRole},
            this);
    connect(confirm, &QPushButton::clicked, this, &EchoCard::makeDestinationNow);
}

void EchoCard::makeDestinationNow()
{
    m_line->asking(tr("Making the destination in Segment…"));
    const QUrl base = m_context.settings().receiver().publicAddress;
    whenAnswered(m_context.routeTokens().token(m_id, TokenRoute::Echo), this,
                 [this, base, own = m_generation](const Result<Secret> &token) {
                     if (own != m_generation) {
                         return;
                     }
                     if (!token) {
                         m_line->failed(token.error().userText, false);
                         return;
                     }
                     const Secret address =
                         PublicAddress::withToken(base, RouteToken::pathBefore(TokenRoute::Echo), token.value());
                     whenAnswered(m_context.secrets().read(SecretName::echoSecret(m_id)), this,
                                  [this, address, own](const Result<Secret> &secret) {
                                      if (own == m_generation) {
                                          m_maker.make(address, secret ? secret.value() : Secret());
                                      }
                                  });
                 });
}

void EchoCard::say(const QString &text, Tone tone)
{
    m_message->setTone(tone);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace segue
