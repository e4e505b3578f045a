// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ProxySettings.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace segue {

namespace {
constexpr int kLongestUser = 256;
constexpr int kLongestPassword = 1'024;
constexpr qsizetype kLongestState = 400;
} // namespace

ProxySettings::ProxySettings(AppContext &context, QWidget *parent)
    : SettingsCard(QStringLiteral("proxy"), tr("Proxy"), parent)
    , m_context(context)
    , m_which(addText({}))
    , m_state(addText({}))
{
    hideDefaults();
    m_which->setObjectName(QStringLiteral("proxyWhich"));
    m_state->setObjectName(QStringLiteral("proxyState"));
    m_form = makeForm();
    addWidget(m_form);
    m_form->hide();
    connect(&context.proxies(), &ProxyAccess::changed, this, [this](const ProxyName &proxy) {
        if (proxy == m_proxy) {
            showStanding();
        }
    });
    connect(m_use, &QPushButton::clicked, this, &ProxySettings::give);
    connect(m_forget, &QPushButton::clicked, this, &ProxySettings::forget);
    connect(m_again, &QPushButton::clicked, this, [this] { m_context.proxies().lookAgain(m_proxy); });
    for (QLineEdit *line : {m_user, m_password}) {
        connect(line, &QLineEdit::textChanged, this, &ProxySettings::typed);
        connect(line, &QLineEdit::returnPressed, this, &ProxySettings::give);
    }
}

QWidget *ProxySettings::makeForm()
{
    auto *form = new QWidget(this);
    m_user = new QLineEdit(form);
    m_user->setObjectName(QStringLiteral("proxyUser"));
    m_user->setAccessibleName(tr("Name for the proxy"));
    m_user->setMaxLength(kLongestUser);
    m_password = new QLineEdit(form);
    m_password->setObjectName(QStringLiteral("proxyPassword"));
    m_password->setAccessibleName(tr("Password for the proxy"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(kLongestPassword);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                    Qt::ImhNoAutoUppercase);
    m_keep = new QCheckBox(tr("Keep them in the keychain"), form);
    m_keep->setObjectName(QStringLiteral("proxyKeep"));
    m_keep->setChecked(true);
    m_keep->setToolTip(tr("Without it they are kept in memory for this session only"));
    m_keep->setAccessibleDescription(m_keep->toolTip());
    m_use = new QPushButton(tr("Use them"), form);
    m_use->setObjectName(QStringLiteral("proxyUse"));
    m_use->setToolTip(tr("They are tried once at the proxy, and kept if it does not refuse them"));
    m_use->setEnabled(false);
    m_again = new QPushButton(tr("Ask the keychain again"), form);
    m_again->setObjectName(QStringLiteral("proxyAgain"));
    m_again->hide();
    m_forget = new QPushButton(tr("Forget them"), form);
    m_forget->setObjectName(QStringLiteral("proxyForget"));
    m_forget->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_use);
    buttons->addWidget(m_again);
    buttons->addWidget(m_forget);
    buttons->addStretch(1);
    auto *column = new QFormLayout(form);
    column->setContentsMargins(0, 4, 0, 0);
    column->addRow(tr("Name"), m_user);
    column->addRow(tr("Password"), m_password);
    column->addRow(QString(), m_keep);
    column->addRow(QString(), buttons);
    return form;
}

void ProxySettings::load()
{
    say({}, Tone::Muted);
    const quint64 turn = ++m_turn;
    if (m_proxy.isNull()) {
        m_which->setText(tr("The system is asked for its proxy…"));
    }
    whenAnswered(m_context.proxies().systemProxy(), this, [this, turn](const ProxyName &proxy) {
        if (turn == m_turn) {
            showProxy(proxy);
        }
    });
}

// One that asks goes before the one for Segment, from which it differs where the system's proxies depend on the
// address.
void ProxySettings::showProxy(const ProxyName &proxy)
{
    const QList<ProxyName> asking = m_context.proxies().asking();
    m_proxy = asking.isEmpty() || asking.contains(proxy) ? proxy : asking.constFirst();
    const QString name = plainTextCut(m_proxy.text(), kLongestState);
    if (m_proxy.isNull()) {
        m_which->setText(tr("For Segment's address the system names no proxy: Segue goes there directly."));
    } else if (m_proxy == proxy) {
        m_which->setText(tr("For Segment's address the system names the proxy %1.").arg(name));
    } else {
        m_which->setText(tr("The system names the proxy %1.").arg(name));
    }
    m_form->setVisible(!m_proxy.isNull());
    m_forget->hide();
    showStanding();
    if (!m_proxy.isNull()) {
        readKept();
    }
}

void ProxySettings::showStanding()
{
    const ProxyStanding standing = m_context.proxies().standing(m_proxy);
    const bool isAsking = standing.isAsking();
    m_state->setTone(isAsking ? Tone::Warning : Tone::Muted);
    const QString sentence = ProxyAccess::sentence(standing, m_proxy);
    if (!sentence.isEmpty()) {
        m_state->setText(plainTextCut(sentence, kLongestState));
    }
    m_state->setVisible(!m_proxy.isNull() && !m_state->text().isEmpty());
    m_again->setVisible(standing.state == ProxyStanding::State::Unread);
    if (standing.state == ProxyStanding::State::Open) {
        m_forget->show();
    }
}

// A locked keychain is not asked: the question that it puts would come out of nowhere.
void ProxySettings::readKept()
{
    const bool isSession = m_context.secrets().isSessionOnly(SecretName::proxy(m_proxy.text()));
    if (!isSession && m_context.keychain().state() != KeychainState::Ready) {
        return;
    }
    const quint64 turn = m_turn;
    whenAnswered(m_context.proxies().kept(m_proxy), this, [this, turn](const Result<ProxyAccess::Kept> &kept) {
        if (turn == m_turn) {
            showKept(kept);
        }
    });
}

void ProxySettings::showKept(const Result<ProxyAccess::Kept> &kept)
{
    m_forget->setVisible(kept.ok());
    if (kept && m_user->text().isEmpty()) {
        m_user->setText(plainTextCut(kept.value().user, kLongestUser));
    }
    if (m_context.proxies().standing(m_proxy).state != ProxyStanding::State::Unknown) {
        return;
    }
    const QString user = kept ? plainTextCut(kept.value().user, 60) : QString();
    if (kept && kept.value().isRefused) {
        m_state->setText(tr("The proxy refused the password of “%1” that is kept; it is not tried again.").arg(user));
    } else if (kept) {
        m_state->setText(tr("The password of “%1” for it is kept.").arg(user));
    } else if (kept.error().code == ErrorCode::Absent) {
        m_state->setText(tr("No name and password for it are kept; it has not asked for any."));
    } else {
        m_state->setText(plainText(kept.error().userText));
    }
    m_state->show();
}

void ProxySettings::typed()
{
    m_use->setEnabled(!m_isBusy && !m_user->text().trimmed().isEmpty() && !m_password->text().isEmpty());
    setWrong(m_user, m_user->text().contains(u':'));
}

void ProxySettings::give()
{
    const QString user = m_user->text().trimmed();
    if (!m_use->isEnabled()) {
        return;
    }
    if (user.contains(u':')) {
        say(tr("A name for a proxy has no colon."), Tone::Warning);
        return;
    }
    setBusy(true);
    say(tr("The proxy is asked…"), Tone::Muted);
    const ProxyLogin login{user, Secret::fromText(m_password->text())};
    const auto set =
        m_context.proxies().set(m_proxy, login, m_keep->isChecked() ? SecretPlace::Keychain : SecretPlace::SessionOnly);
    whenAnswered(set, this, [this](const Result<ProxyAccess::Outcome> &outcome) { given(outcome); });
    whenCancelled(set, this, [this] { setBusy(false); });
}

void ProxySettings::given(const Result<ProxyAccess::Outcome> &outcome)
{
    setBusy(false);
    m_password->clear();
    if (!outcome) {
        say(plainText(outcome.error().userText), Tone::Warning);
        return;
    }
    const bool isTaken = outcome.value() == ProxyAccess::Outcome::Taken;
    say(plainText(ProxyAccess::sentence(outcome.value(), m_proxy)), isTaken ? Tone::Good : Tone::Warning);
    if (outcome.value() == ProxyAccess::Outcome::Refused) {
        m_password->setFocus(Qt::OtherFocusReason);
    } else {
        m_forget->show();
    }
}

void ProxySettings::forget()
{
    setBusy(true);
    const auto forgotten = m_context.proxies().forget(m_proxy);
    whenCancelled(forgotten, this, [this] { setBusy(false); });
    whenAnswered(forgotten, this, [this](const Status &status) {
        setBusy(false);
        m_forget->setVisible(!status.ok());
        say(status ? tr("They are forgotten.") : plainText(status.error().userText),
            status ? Tone::Muted : Tone::Warning);
    });
}

void ProxySettings::setBusy(bool busy)
{
    m_isBusy = busy;
    m_user->setReadOnly(busy);
    m_password->setReadOnly(busy);
    m_forget->setEnabled(!busy);
    typed();
}

void ProxySettings::focusEntry()
{
    const QList<ProxyName> asking = m_context.proxies().asking();
    if (m_proxy.isNull() && !asking.isEmpty()) {
        showProxy(asking.constFirst());
    }
    (m_user->text().isEmpty() ? m_user : m_password)->setFocus(Qt::OtherFocusReason);
}

} // namespace segue
