// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/RouteAddress.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/receiver/PublicAddress.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/SecretClipboard.h"

#include <QAccessible>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {

constexpr qsizetype kMaskLength = 12;

QString pathOf(TokenRoute route)
{
    const std::string_view before = RouteToken::pathBefore(route);
    return QString::fromLatin1(before.data(), static_cast<qsizetype>(before.size()));
}

const TokenRecord &recordOf(const Connection &connection, TokenRoute route)
{
    return route == TokenRoute::Webhook ? connection.webhookToken : connection.echoToken;
}

} // namespace

RouteAddress::RouteAddress(AppContext &context, TokenRoute route, const QString &name, const QString &label,
                           QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_route(route)
    , m_name(name)
    , m_clipboard(new SecretClipboard(this))
    , m_check(context.clock(), context.redactor(), nullptr, &context.proxyLogins())
    , m_shown(new QLineEdit(this))
    , m_copy(new QPushButton(Icons::get(QStringLiteral("copy")), tr("Copy the address"), this))
    , m_renew(new QPushButton(tr("Renew…"), this))
    , m_checkButton(new QPushButton(tr("Check from outside"), this))
    , m_note(new ToneLabel(Tone::Muted, this))
    , m_message(new ToneLabel(Tone::Muted, this))
{
    m_shown->setObjectName(name + QStringLiteral("Address"));
    m_shown->setReadOnly(true);
    m_shown->setAccessibleName(label);
    m_copy->setObjectName(name + QStringLiteral("Copy"));
    m_copy->setAccessibleName(tr("Copy: %1", "whose address").arg(label));
    m_renew->setObjectName(name + QStringLiteral("Renew"));
    m_renew->setAccessibleName(tr("Make a new address: %1", "whose address").arg(label));
    m_checkButton->setObjectName(name + QStringLiteral("Check"));
    m_checkButton->setAccessibleName(tr("Check from outside: %1", "whose address").arg(label));
    m_note->setWordWrap(true);
    m_note->setObjectName(name + QStringLiteral("Note"));
    m_message->setWordWrap(true);
    m_message->setObjectName(name + QStringLiteral("Message"));
    m_message->hide();
    auto *title = new ToneLabel(label, Tone::Muted, this);
    title->setBuddy(m_shown);
    auto *buttons = new FlowLayout(8);
    for (QPushButton *button : {m_copy, m_checkButton, m_renew}) {
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(m_shown);
    column->addLayout(buttons);
    column->addWidget(m_note);
    column->addWidget(m_message);

    connect(m_copy, &QPushButton::clicked, this, &RouteAddress::copy);
    connect(m_renew, &QPushButton::clicked, this, &RouteAddress::askToRenew);
    connect(m_checkButton, &QPushButton::clicked, this, &RouteAddress::check);
    connect(&m_check, &PublicAddressCheck::found, this, [this](const PublicAddressCheck::Finding &finding) {
        m_checkButton->setEnabled(isPublic());
        say(finding.sentence, finding.outcome == PublicAddressCheck::Outcome::Reached ? Tone::Good : Tone::Warning);
    });
    connect(&context.connections(), &ConnectionStore::changed, this, &RouteAddress::refresh);
    connect(&context.settings(), &Settings::receiverChanged, this, &RouteAddress::refresh);
    connect(&context.receiver(), &ReceiverService::changed, this, &RouteAddress::refresh);
}

void RouteAddress::setConnection(const ConnectionId &id)
{
    stop();
    m_id = id;
    say({}, Tone::Muted);
    refresh();
}

void RouteAddress::hideEvent(QHideEvent *event)
{
    stop();
    QWidget::hideEvent(event);
}

void RouteAddress::stop()
{
    ++m_generation;
    m_check.stop();
}

bool RouteAddress::isPublic() const
{
    return !m_context.settings().receiver().publicAddress.isEmpty();
}

QUrl RouteAddress::base() const
{
    if (isPublic()) {
        return m_context.settings().receiver().publicAddress;
    }
    const std::uint16_t listens = m_context.receiver().port();
    const std::uint16_t kept = m_context.settings().receiverPort();
    const std::uint16_t port = listens != 0 ? listens : kept != 0 ? kept : ReceiverService::kUsualPort;
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
}

void RouteAddress::refresh()
{
    const auto connection = m_context.connections().find(m_id);
    if (!connection) {
        return;
    }
    const TokenRecord &record = recordOf(*connection, m_route);
    const bool exists = !record.digest.isEmpty();
    m_shown->setText(base().toString() + pathOf(m_route) + QString(kMaskLength, QChar(0x2022)));
    m_shown->setCursorPosition(0);
    m_renew->setEnabled(exists);
    m_checkButton->setEnabled(isPublic() && !m_check.isAsking());
    m_checkButton->setToolTip(isPublic() ? QString() : tr("First give the receiver a public address, in the settings"));
    QString note = isPublic() ? QString()
                              : tr("This address is good on this computer only. A public address, set in the settings, "
                                   "makes it one that can be reached from outside.");
    if (!exists) {
        note = tr("The address is made when it is first copied.") + u' ' + note;
    } else if (!record.previous.isEmpty() && record.previousUntil > m_context.clock().now()) {
        const QDateTime until = QDateTime::fromMSecsSinceEpoch(record.previousUntil).toLocalTime();
        note = tr("The address before is good until %1.").arg(QLocale().toString(until, QLocale::ShortFormat)) + u' ' +
               note;
    }
    m_note->setText(note.trimmed());
    m_note->setVisible(!note.trimmed().isEmpty());
}

void RouteAddress::withAddress(const QFuture<Result<Secret>> &token, const std::function<void(const Secret &)> &use)
{
    whenAnswered(token, this, [this, use, own = m_generation](const Result<Secret> &answer) {
        if (own != m_generation) {
            return; // the page was left, or shows another connection
        }
        if (!answer) {
            say(answer.error().userText, Tone::Warning);
            return;
        }
        use(PublicAddress::withToken(base(), RouteToken::pathBefore(m_route), answer.value()));
        refresh();
    });
}

void RouteAddress::copy()
{
    withAddress(m_context.routeTokens().token(m_id, m_route), [this](const Secret &address) {
        m_clipboard->put(address);
        say(tr("Copied. It is a secret: whoever has it can send events here. It leaves the clipboard after 30 "
               "seconds."),
            Tone::Muted);
    });
}

void RouteAddress::askToRenew()
{
    const QPushButton *confirm =
        ask({m_name + QStringLiteral("RenewQuestion"), tr("Make a new address?"),
             tr("The old address goes on working for 24 hours, then it ends."),
             m_route == TokenRoute::Webhook ? tr("Within that time, put the new one into Pushwoosh.")
                                            : tr("Within that time, put the new one into the destination in Segment."),
             tr("Make a new one"), QMessageBox::AcceptRole},
            this);
    connect(confirm, &QPushButton::clicked, this, &RouteAddress::renew);
}

void RouteAddress::renew()
{
    withAddress(m_context.routeTokens().renew(m_id, m_route), [this](const Secret &address) {
        m_clipboard->put(address);
        say(tr("A new address was made and copied. It leaves the clipboard after 30 seconds."), Tone::Good);
    });
}

void RouteAddress::check()
{
    m_checkButton->setEnabled(false);
    say(tr("Calling the public address…"), Tone::Muted);
    withAddress(m_context.routeTokens().token(m_id, m_route), [this](const Secret &address) { m_check.ask(address); });
}

void RouteAddress::say(const QString &text, Tone tone)
{
    m_message->setTone(tone);
    m_message->setText(plainText(text));
    m_message->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent heard(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&heard);
    }
}

} // namespace segue
