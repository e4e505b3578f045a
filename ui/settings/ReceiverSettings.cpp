// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ReceiverSettings.h"

#include "app/exports/PlainText.h"
#include "app/receiver/PublicAddress.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>

#include <limits>

namespace segue {

namespace {

constexpr int kLeastPort = 1'024; // those below are the system's
constexpr qsizetype kMostOrigins = 20;

QString joined(const QStringList &origins)
{
    return origins.join(u' ');
}

} // namespace

ReceiverSettings::ReceiverSettings(AppContext &context, QWidget *parent)
    : SettingsCard(QStringLiteral("receiver"), tr("Receiver"), parent)
    , m_context(context)
{
    m_on = addSwitch(
        QStringLiteral("receiverOn"), tr("Receive events on this computer"),
        tr("Off by default: nothing listens that nobody asked for. It answers programs on this computer only."));
    m_port =
        addNumber({QStringLiteral("receiverPort"),
                   tr("Port"),
                   {},
                   kLeastPort,
                   std::numeric_limits<std::uint16_t>::max(),
                   tr("8765 by default, or the first free one; it stays the same, so that what is pointed at it finds "
                      "it again."),
                   {}});
    m_address =
        addLine(QStringLiteral("publicAddress"), tr("Public address"), QStringLiteral("https://segue.example.com"),
                tr("Empty by default: Pushwoosh and Segment are in the cloud and reach this computer only through a "
                   "tunnel or reverse proxy that you run. Its https address stands here; it opens nothing but the "
                   "secret addresses on the Setup pages."));
    m_origins = addLine(QStringLiteral("receiverOrigins"), tr("Web pages that may send"),
                        QStringLiteral("https://shop.example http://127.0.0.1:3000"),
                        tr("Empty by default: a page in a browser is refused, since any page could try. Origins, with "
                           "spaces between them."));
    m_strict =
        addSwitch(QStringLiteral("receiverStrict"), tr("Strict"),
                  tr("Off by default: a call that Segment would take and then drop is answered 200, as Segment does. "
                     "Strict answers 400 with the reason, so that a client's mistake shows."));
    connect(m_on, &QCheckBox::toggled, this, [this](bool on) {
        if (on != this->m_context.receiver().isWanted()) {
            Q_EMIT onWanted(on);
            showState();
        }
    });
    connect(&context.receiver(), &ReceiverService::changed, this, &ReceiverSettings::showState);
    load();
}

void ReceiverSettings::load()
{
    const ReceiverChoice choice = m_context.settings().receiver();
    fill([&] {
        m_address->setText(choice.publicAddress.toString());
        m_origins->setText(joined(choice.origins));
        m_strict->setChecked(choice.strict);
    });
    setWrong(m_address, false);
    setWrong(m_origins, false);
    say({}, Tone::Muted);
    showState();
}

void ReceiverSettings::showState()
{
    const ReceiverService &receiver = m_context.receiver();
    const std::uint16_t kept = m_context.settings().receiverPort();
    fill([&] {
        const QSignalBlocker blocker(m_on);
        m_on->setChecked(receiver.isWanted());
        m_port->setValue(receiver.isListening() ? receiver.port() : kept != 0 ? kept : ReceiverService::kUsualPort);
    });
    showTaken();
}

void ReceiverSettings::showTaken()
{
    const ReceiverService &receiver = m_context.receiver();
    const QString taken = receiver.takenSentence();
    if (!taken.isEmpty()) {
        say(taken, receiver.isTakenByOurs() ? Tone::Muted : Tone::Warning);
    } else if (m_saysTaken) {
        say({}, Tone::Muted);
    }
    m_saysTaken = !taken.isEmpty();
}

void ReceiverSettings::save()
{
    say({}, Tone::Muted);
    ReceiverChoice choice = m_context.settings().receiver();
    const Result<QUrl> address = PublicAddress::parse(m_address->text());
    setWrong(m_address, !address.ok());
    const bool originsFit = readOrigins(choice);
    if (!address) {
        say(address.error().userText, Tone::Warning, m_address);
    }
    if (!address || !originsFit || !movePort()) {
        return;
    }
    choice.publicAddress = address.value();
    choice.strict = m_strict->isChecked();
    m_context.settings().setReceiver(choice);
    fill([&] {
        m_address->setText(choice.publicAddress.toString());
        m_origins->setText(joined(choice.origins));
    });
    showTaken();
}

bool ReceiverSettings::readOrigins(ReceiverChoice &choice)
{
    static const QRegularExpression kBetween(QStringLiteral("[\\s,]+"));
    const QStringList typed = m_origins->text().split(kBetween, Qt::SkipEmptyParts);
    choice.origins.clear();
    QString wrong = typed.size() > kMostOrigins
                        ? tr("At most %n origins can be allowed.", nullptr, static_cast<int>(kMostOrigins))
                        : QString();
    for (const QString &each : typed) {
        const Result<QString> origin = PublicAddress::parseOrigin(each);
        if (!origin) {
            wrong = origin.error().userText;
            break;
        }
        if (!choice.origins.contains(origin.value())) {
            choice.origins.append(origin.value());
        }
    }
    setWrong(m_origins, !wrong.isEmpty());
    if (!wrong.isEmpty()) {
        say(plainText(wrong), Tone::Warning, m_origins);
    }
    return wrong.isEmpty();
}

bool ReceiverSettings::movePort()
{
    const auto port = static_cast<std::uint16_t>(m_port->value());
    const ReceiverService &receiver = m_context.receiver();
    const std::uint16_t now = receiver.isListening() ? receiver.port() : m_context.settings().receiverPort();
    // A port that nobody chose is not kept: the usual one is looked for at the first start.
    if (port == now || (now == 0 && port == ReceiverService::kUsualPort)) {
        return true;
    }
    if (const Status moved = m_context.receiver().moveTo(port); !moved) {
        showState();
        say(moved.error().userText, Tone::Warning, m_port);
        return false;
    }
    return true;
}

void ReceiverSettings::useDefaults()
{
    fill([this] {
        m_port->setValue(ReceiverService::kUsualPort);
        m_origins->clear();
        m_strict->setChecked(false);
        m_address->setText(m_context.settings().receiver().publicAddress.toString()); // theirs, and nobody's default
    });
    save();
}

} // namespace segue
