// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/RelayCard.h"

#include "app/exports/PlainText.h"
#include "ui/setup/RouteAddress.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Question.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace segue {

namespace {

//! More are said as "more than" so many.
constexpr int kMostCounted = 100'000;

} // namespace

RelayCard::RelayCard(AppContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_address(new RouteAddress(context, TokenRoute::Webhook, QStringLiteral("webhook"),
                                 tr("Address for Pushwoosh's webhook"), this))
    , m_state(new ToneLabel(Tone::Plain, this))
    , m_grounds(makeGrounds())
    , m_switch(new QPushButton(this))
    , m_send(new QPushButton(this))
    , m_repeats(new QCheckBox(tr("Send the same event only once within 24 hours"), this))
    , m_message(new ToneLabel(Tone::Muted, this))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Pushwoosh's webhook"));
    m_state->setObjectName(QStringLiteral("relayState"));
    m_state->setWordWrap(true);
    m_switch->setObjectName(QStringLiteral("relaySwitch"));
    m_send->setObjectName(QStringLiteral("sendKept"));
    m_repeats->setObjectName(QStringLiteral("relayRepeats"));
    m_repeats->setToolTip(
        tr("Pushwoosh repeats an event when an answer was lost. A repeat is counted at the first one."));
    m_message->setObjectName(QStringLiteral("relayMessage"));
    m_message->setWordWrap(true);
    m_message->hide();
    auto *title = new ToneLabel(tr("Pushwoosh's webhook"), Tone::Plain, this);
    title->setScale(1.0, true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_switch);
    row->addWidget(m_send);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(m_address);
    column->addWidget(m_state);
    column->addWidget(m_grounds);
    column->addLayout(row);
    column->addWidget(m_repeats);
    column->addWidget(m_message);

    connect(m_switch, &QPushButton::clicked, this, &RelayCard::switchOn);
    connect(m_send, &QPushButton::clicked, this, &RelayCard::askToSend);
    connect(m_repeats, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_filling) {
            change([on](Connection &connection) { connection.relay.countRepeats = on; });
        }
    });
    connect(&context.connections(), &ConnectionStore::changed, this, &RelayCard::refresh);
}

QWidget *RelayCard::makeGrounds()
{
    auto *part = new QWidget(this);
    part->setAccessibleName(tr("Why no event will arrive twice"));
    auto *what =
        new ToneLabel(tr("With the integration that is built into Pushwoosh and the relay together, every event would "
                         "arrive in Segment twice. To switch the relay on, say why it will not:"),
                      Tone::Muted, part);
    what->setWordWrap(true);
    m_builtInIsOff = new QRadioButton(tr("Pushwoosh's built-in Segment integration is off for this application"), part);
    m_builtInIsOff->setObjectName(QStringLiteral("relayBuiltInIsOff"));
    m_otherSource = new QRadioButton(tr("Pushwoosh's built-in integration goes to another source than this one"), part);
    m_otherSource->setObjectName(QStringLiteral("relayOtherSource"));
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(what);
    column->addWidget(m_builtInIsOff);
    column->addWidget(m_otherSource);
    for (QRadioButton *each : {m_builtInIsOff, m_otherSource}) {
        connect(each, &QRadioButton::toggled, this, &RelayCard::refresh);
    }
    return part;
}

void RelayCard::setConnection(const ConnectionId &id)
{
    m_id = id;
    m_kept = 0;
    m_address->setConnection(id);
    m_filling = true;
    for (QRadioButton *each : {m_builtInIsOff, m_otherSource}) {
        each->setAutoExclusive(false);
        each->setChecked(false);
        each->setAutoExclusive(true);
    }
    m_filling = false;
    say({}, Tone::Muted);
    refresh();
    countKept();
}

void RelayCard::refresh()
{
    const auto connection = m_context.connections().find(m_id);
    if (m_filling || !connection) {
        return;
    }
    const RelayChoice &relay = connection->relay;
    m_filling = true;
    m_repeats->setChecked(relay.countRepeats);
    m_filling = false;
    m_grounds->setVisible(!relay.on);
    m_switch->setText(relay.on ? tr("Switch the relay off") : tr("Switch the relay on"));
    m_switch->setEnabled(relay.on || m_builtInIsOff->isChecked() || m_otherSource->isChecked());
    const QRadioButton *grounds = relay.grounds == RelayChoice::Grounds::BuiltInIsOff ? m_builtInIsOff : m_otherSource;
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(relay.confirmedAt).toLocalTime();
    m_state->setText(relay.on
                         ? tr("The relay is on: what the webhook brings is sent on to Segment. Confirmed on %1: %2.",
                              "date, why no event arrives twice")
                               .arg(QLocale().toString(since, QLocale::ShortFormat), grounds->text())
                         : tr("The relay is off: what the webhook brings is kept as Received, and not sent."));
    m_send->setVisible(relay.on && m_kept > 0);
    m_send->setText(m_kept > kMostCounted
                        ? tr("Send more than %1 kept ones…", "events").arg(QLocale().toString(kMostCounted))
                        : tr("Send the kept %n…", "events", static_cast<int>(m_kept)));
}

void RelayCard::countKept()
{
    EventFilter filter;
    filter.connection = m_id.key();
    filter.origins = {Origin::Webhook};
    filter.states = {EventState::Received};
    m_context.log().ids(filter, {}, kMostCounted + 1, this,
                        [this, id = m_id](const Result<std::vector<EntryId>> &kept) {
                            if (kept && id == m_id) {
                                m_kept = static_cast<qint64>(kept.value().size());
                                refresh();
                            }
                        });
}

void RelayCard::change(const std::function<void(Connection &)> &change)
{
    auto connection = m_context.connections().find(m_id);
    if (!connection) {
        return;
    }
    change(*connection);
    if (const Status written = m_context.connections().update(*connection); !written) {
        say(written.error().userText, Tone::Warning);
        refresh();
    }
}

void RelayCard::switchOn()
{
    const auto connection = m_context.connections().find(m_id);
    if (!connection || connection->relay.on || connection->environment != Environment::Prod) {
        turn();
        return;
    }
    const QPushButton *confirm =
        ask({QStringLiteral("relayProdQuestion"), tr("Relay to PROD?"),
             tr("“%1” is a PROD connection.").arg(plainText(connection->name)),
             tr("Each webhook event that comes from now on is sent there, to live destinations."),
             tr("Switch the relay on"), QMessageBox::AcceptRole},
            this);
    connect(confirm, &QPushButton::clicked, this, &RelayCard::turn);
}

void RelayCard::turn()
{
    say({}, Tone::Muted);
    change([this](Connection &connection) {
        connection.relay.on = !connection.relay.on;
        if (connection.relay.on) {
            connection.relay.grounds =
                m_builtInIsOff->isChecked() ? RelayChoice::Grounds::BuiltInIsOff : RelayChoice::Grounds::OtherSource;
            connection.relay.confirmedAt = m_context.clock().now();
        }
    });
    countKept();
}

void RelayCard::askToSend()
{
    const auto connection = m_context.connections().find(m_id);
    if (!connection) {
        return;
    }
    const QString what =
        m_kept > kMostCounted
            ? tr("More than %1 events that the webhook brought while the relay was off go to Segment now, the oldest "
                 "first.")
                  .arg(QLocale().toString(kMostCounted))
            : tr("%n event(s) that the webhook brought while the relay was off go to Segment now, the oldest first.",
                 nullptr, static_cast<int>(m_kept));
    QString where = tr("They go to the source of “%1”. If the built-in integration was on in that time, they arrive a "
                       "second time.")
                        .arg(plainText(connection->name));
    if (connection->environment == Environment::Prod) {
        where += u' ' + tr("“%1” is a PROD connection: its destinations are live.").arg(plainText(connection->name));
    }
    const QPushButton *confirm = ask({QStringLiteral("sendKeptQuestion"), tr("Send the kept events?"), what, where,
                                      tr("Send them"), QMessageBox::AcceptRole},
                                     this);
    connect(confirm, &QPushButton::clicked, this, &RelayCard::sendKept);
}

void RelayCard::sendKept()
{
    m_send->setEnabled(false);
    m_context.sendKept(m_id, this, [this, id = m_id](const Result<std::size_t> &sent) {
        m_send->setEnabled(true);
        if (id != m_id) {
            return;
        }
        if (sent) {
            say(tr("%n event(s) are queued.", nullptr, static_cast<int>(sent.value())), Tone::Good);
        } else {
            say(sent.error().userText, Tone::Warning);
        }
        countKept();
    });
}

void RelayCard::say(const QString &text, Tone tone)
{
    m_message->setTone(tone);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace segue
