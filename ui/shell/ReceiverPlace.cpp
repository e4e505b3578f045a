// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ReceiverPlace.h"

#include "ui/shell/StatusBar.h"
#include "ui/widgets/MessageBar.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>

namespace segue {

namespace {

const QString kSubject = QStringLiteral("receiver");
constexpr int kToldMs = 6'000;

//! What the receiver does to its clients; empty: nothing.
QString faultWords(const FaultChoice &faults)
{
    if (!faults.isOn()) {
        return {};
    }
    QStringList parts;
    const auto tell = [&parts](int share, const QString &what) {
        if (share > 0) {
            parts.append(ReceiverPlace::tr("%1 %: %2", "share of requests, what is done to them").arg(share).arg(what));
        }
    };
    tell(faults.tooMany, ReceiverPlace::tr("429, wait %n second(s)", nullptr, faults.retryAfterSeconds));
    tell(faults.serverError, ReceiverPlace::tr("server errors (5xx)"));
    tell(faults.delay, ReceiverPlace::tr("answered %n second(s) late", nullptr, faults.delaySeconds));
    tell(faults.reset, ReceiverPlace::tr("connection cut"));
    return ReceiverPlace::tr("The receiver plays faults to its clients: %1. What is refused is not kept.")
        .arg(parts.join(QStringLiteral(", ")));
}

QString hostAndPort(std::uint16_t port)
{
    return port == 0 ? QString() : QStringLiteral("127.0.0.1:%1").arg(port);
}

} // namespace

ReceiverPlace::ReceiverPlace(AppContext &context, StatusBar &bar, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_bar(bar)
    , m_messages(messages)
    , m_copy(new QAction(tr("Copy the address"), this))
{
    connect(&context.receiver(), &ReceiverService::holderFound, this, &ReceiverPlace::tellHolder);
    connect(&context.receiver(), &ReceiverService::changed, this, &ReceiverPlace::show);
    connect(&context.receiver(), &ReceiverService::failed, this, &ReceiverPlace::tellTaken);
    connect(&context.settings(), &Settings::receiverChanged, this, &ReceiverPlace::show);
    connect(&bar, &StatusBar::receiverClicked, this, [this] { setOn(!m_context.receiver().isWanted()); });
    m_copy->setObjectName(QStringLiteral("copyReceiverAddress"));
    connect(m_copy, &QAction::triggered, this, &ReceiverPlace::copyAddress);
    auto *settings = new QAction(tr("Settings…"), this);
    settings->setObjectName(QStringLiteral("receiverSettings"));
    connect(settings, &QAction::triggered, this, &ReceiverPlace::settingsRequested);
    bar.receiverButton()->addActions({m_copy, settings});
    show();
}

void ReceiverPlace::resume()
{
    if (m_context.courier() != nullptr && m_context.settings().isReceiverOn()) {
        start();
    }
}

void ReceiverPlace::setOn(bool on)
{
    m_context.settings().setReceiverOn(on);
    if (on) {
        start();
    } else {
        m_context.receiver().stop();
        m_messages.clear(kSubject);
    }
}

void ReceiverPlace::start()
{
    if (const Status started = m_context.receiver().keepOn(); !started) {
        tellTaken(started.error());
    } else {
        m_messages.clear(kSubject);
    }
}

void ReceiverPlace::startOnNextPort()
{
    if (const Status started = m_context.receiver().startOnNextPort(); !started) {
        m_messages.show({kSubject, Tone::Warning, started.error().userText, {}, {}});
        return;
    }
    m_context.settings().setReceiverOn(true);
    m_messages.show({kSubject,
                     Tone::Good,
                     tr("The receiver listens on port %1 from now on. What was pointed at the old port has to be told.")
                         .arg(m_context.receiver().port()),
                     {},
                     {},
                     kToldMs});
}

void ReceiverPlace::tellTaken(const Error &error)
{
    if (error.code != ErrorCode::Busy) {
        m_messages.show({kSubject, Tone::Warning, error.userText, {}, {}});
        return;
    }
    // Another port is offered only when it is known who has this one: the services on both sides know it by its number.
    m_takenWords = error.userText;
    m_messages.show({kSubject, Tone::Warning, m_takenWords, {}, {}});
}

void ReceiverPlace::tellHolder(bool isOurs)
{
    if (isOurs) {
        m_messages.show({kSubject, Tone::Accent, m_context.receiver().takenSentence(), {}, {}, 0, true});
    } else {
        m_messages.show(
            {kSubject, Tone::Warning, m_takenWords, tr("Use another port"), [this] { startOnNextPort(); }, 0, true});
    }
}

void ReceiverPlace::show()
{
    const std::uint16_t port = m_context.receiver().port();
    const std::uint16_t taken = m_context.receiver().takenPort();
    if (m_context.receiver().isTakenByOurs()) {
        m_bar.setReceiverElsewhere(taken);
    } else if (taken != 0) {
        m_bar.setReceiverTaken(taken);
    } else {
        m_bar.setReceiver(hostAndPort(port));
    }
    if (m_isTaken && taken == 0) {
        m_messages.clear(kSubject);
    }
    m_isTaken = taken != 0;
    m_bar.setFaults(port == 0 ? QString() : faultWords(m_context.settings().receiver().faults));
    m_copy->setEnabled(port != 0);
}

void ReceiverPlace::copyAddress()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("http://%1").arg(hostAndPort(m_context.receiver().port())));
}

} // namespace segue
