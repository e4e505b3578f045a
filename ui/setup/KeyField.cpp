// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/KeyField.h"

#include "app/AppContext.h"
#include "app/core/Futures.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QLineEdit>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kLongestKey = 1024;
}

KeyField::KeyField(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_edit(new QLineEdit(this))
    , m_show(new QToolButton(this))
    , m_remark(new ToneLabel(Tone::Muted, this))
    , m_maskTimer(new QTimer(this))
{
    m_edit->setObjectName(QStringLiteral("writeKey"));
    m_edit->setAccessibleName(tr("Write key"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(kLongestKey);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                | Qt::ImhNoAutoUppercase);
    setFocusProxy(m_edit);
    m_show->setObjectName(QStringLiteral("showKey"));
    m_show->setCheckable(true);
    m_show->setAutoRaise(true);
    m_show->setIcon(Icons::get(QStringLiteral("eye"), Tone::Muted));
    m_show->setAccessibleName(tr("Show the key for 10 seconds"));
    m_show->setToolTip(tr("Show the key for 10 seconds"));
    m_remark->setObjectName(QStringLiteral("keyRemark"));
    m_remark->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_edit, 1);
    row->addWidget(m_show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_remark);

    m_maskTimer->setSingleShot(true);
    m_maskTimer->setInterval(kShownMs);
    connect(m_maskTimer, &QTimer::timeout, this, &KeyField::mask);
    connect(m_show, &QToolButton::toggled, this, &KeyField::toggleShown);
    connect(m_edit, &QLineEdit::textEdited, this, &KeyField::textEdited);
    connect(m_edit, &QLineEdit::returnPressed, this, &KeyField::returnPressed);
    connect(&context.keychain(), &KeychainSecretStore::stateChanged, this, [this] {
        if (m_edited) {
            remark();
        } else {
            sayWhereItIs();
        }
    });
}

void KeyField::reset(const SecretName &name, bool kept)
{
    ++m_generation;
    m_name = name;
    m_kept = kept;
    m_edited = false;
    m_show->setChecked(false);
    m_edit->clear();
    m_edit->setPlaceholderText(kept ? tr("•••••••• kept; paste another to replace it") : tr("Paste the write key"));
    m_show->setEnabled(kept);
    sayWhereItIs();
}

void KeyField::sayWhereItIs()
{
    if (m_context.secrets().isSessionOnly(m_name)) {
        say(tr("Kept in memory for this session only."), Tone::Warning);
    } else if (!m_kept) {
        say(m_anyShape ? tr("Whoever runs the endpoint gives it out.")
                       : tr("In Segment: Sources › your Pushwoosh source › Settings › API Keys."),
            Tone::Muted);
    } else if (m_context.keychain().state() == KeychainState::NoService) {
        say(tr("It was put into a keychain, and this computer runs no keychain service now. Paste it again to use it for "
               "this session."),
            Tone::Warning);
    } else {
        say(tr("In the operating system's keychain."), Tone::Muted);
    }
}

void KeyField::setAnyShape(bool anyShape)
{
    if (m_anyShape != anyShape) {
        m_anyShape = anyShape;
        remark();
    }
}

Secret KeyField::typed() const
{
    return m_edited ? Secret::fromText(m_edit->text().trimmed()) : Secret();
}

bool KeyField::isEdited() const
{
    return m_edited && !m_edit->text().trimmed().isEmpty();
}

void KeyField::stored(bool sessionOnly)
{
    reset(m_name, true);
    if (sessionOnly) {
        say(tr("Kept in memory for this session only."), Tone::Warning);
    }
    Q_EMIT kept();
}

void KeyField::textEdited(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed != text) {
        m_edit->setText(trimmed); // blanks and line breaks around a pasted key are never part of it
    }
    m_edited = !trimmed.isEmpty();
    m_show->setEnabled(m_edited || m_kept);
    remark();
    Q_EMIT edited();
}

void KeyField::remark()
{
    if (!m_edited) {
        sayWhereItIs(); // what was typed is gone again
        return;
    }
    const QString odd = writeKeyRemark(m_edit->text(), m_anyShape);
    const KeychainState keychain = m_context.keychain().state();
    const bool hasKeychain = keychain != KeychainState::NoService && keychain != KeychainState::NotAnswering;
    say(odd.isEmpty() ? whereItGoes() : odd + u' ' + whereItGoes(),
        odd.isEmpty() && hasKeychain ? Tone::Muted : Tone::Warning, !odd.isEmpty());
}

QString KeyField::whereItGoes() const
{
    switch (m_context.keychain().state()) {
    case KeychainState::NoService:
        return tr("This computer runs no keychain service: the key can be used for this session only.");
    case KeychainState::NotAnswering:
        return tr("The keychain does not answer now. If that stays so, the key can be used for this session only.");
    case KeychainState::Locked:
        return tr("It goes into the keychain when you save or go on. The keychain is locked and asks for its password then.");
    case KeychainState::NotAsked:
    case KeychainState::Ready:
        break;
    }
    return tr("It goes into the keychain when you save or go on.");
}

void KeyField::say(const QString &text, Tone tone, bool wrong)
{
    m_remark->setTone(tone);
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
    m_edit->setProperty("wrong", wrong);
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
}

void KeyField::toggleShown(bool shown)
{
    m_show->setIcon(Icons::get(shown ? QStringLiteral("eye-off") : QStringLiteral("eye"), Tone::Muted));
    if (!shown) {
        mask();
        return;
    }
    if (m_edited || !m_kept) {
        m_edit->setEchoMode(QLineEdit::Normal);
        m_maskTimer->start();
    } else {
        readKept();
    }
}

void KeyField::readKept()
{
    const int generation = ++m_generation;
    whenAnswered(m_context.secrets().read(m_name), this, [this, generation](const Result<Secret> &answer) {
        if (generation != m_generation || !m_show->isChecked() || m_edited) {
            return;
        }
        if (!answer) {
            say(answer.error().userText, Tone::Warning);
            m_show->setChecked(false);
            return;
        }
        m_edit->setEchoMode(QLineEdit::Normal);
        m_edit->setText(answer.value().use([](QByteArrayView key) { return QString::fromUtf8(key); }));
        m_edit->setReadOnly(true);
        m_maskTimer->start();
    });
}

void KeyField::mask()
{
    m_maskTimer->stop();
    m_edit->setEchoMode(QLineEdit::Password);
    if (m_edit->isReadOnly()) {
        m_edit->setReadOnly(false);
        m_edit->clear();
    }
    m_show->setChecked(false);
}

} // namespace segue
