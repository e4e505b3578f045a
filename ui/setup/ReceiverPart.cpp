// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ReceiverPart.h"

#include "ui/setup/EchoCard.h"
#include "ui/setup/RelayCard.h"
#include "ui/widgets/Labels.h"

#include <QKeySequence>
#include <QVBoxLayout>

namespace segue {

ReceiverPart::ReceiverPart(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_state(new ToneLabel(Tone::Muted, this))
    , m_relay(new RelayCard(context, this))
    , m_echo(new EchoCard(context, this))
{
    m_state->setObjectName(QStringLiteral("receiverPartState"));
    m_state->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_state);
    column->addWidget(m_relay);
    column->addWidget(m_echo);
    connect(&context.receiver(), &ReceiverService::changed, this, &ReceiverPart::refresh);
    connect(&context.settings(), &Settings::receiverChanged, this, &ReceiverPart::refresh);
    refresh();
}

void ReceiverPart::setConnection(const ConnectionId &id)
{
    m_relay->setConnection(id);
    m_echo->setConnection(id);
}

void ReceiverPart::refresh()
{
    const ReceiverService &receiver = m_context.receiver();
    m_state->setTone(receiver.isListening() || receiver.isTakenByOurs() ? Tone::Muted : Tone::Warning);
    if (receiver.takenPort() != 0) {
        m_state->setText(receiver.takenSentence());
    } else if (!receiver.isListening()) {
        m_state->setText(tr("The receiver is off, so nothing comes in. Turn it on in the status bar."));
    } else if (m_context.settings().receiver().publicAddress.isEmpty()) {
        m_state->setText(
            tr("The receiver listens on port %1 of this computer. Pushwoosh and Segment are in the cloud: they "
               "reach it through a tunnel or proxy, whose address is given in the settings (%2).")
                .arg(receiver.port())
                .arg(QKeySequence(Qt::CTRL | Qt::Key_Comma).toString(QKeySequence::NativeText)));
    } else {
        m_state->setText(tr("The receiver listens on port %1, and is reached from outside at %2.")
                             .arg(receiver.port())
                             .arg(m_context.settings().receiver().publicAddress.toString()));
    }
}

} // namespace segue
