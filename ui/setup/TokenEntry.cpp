// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/TokenEntry.h"

#include "app/exports/PlainText.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kLongestToken = 4096;
}

TokenEntry::TokenEntry(const Texts &texts, QWidget *parent)
    : QWidget(parent)
    , m_remarkOf(texts.remark)
    , m_edit(new QLineEdit(this))
    , m_use(new QPushButton(texts.use, this))
    , m_keep(new QCheckBox(tr("Keep the token in the keychain"), this))
    , m_remark(new ToneLabel(Tone::Warning, this))
    , m_power(new ToneLabel(texts.power, Tone::Muted, this))
    , m_label(new ToneLabel(texts.label, Tone::Muted, this))
    , m_state(new ToneLabel(Tone::Muted, this))
    , m_session(new QPushButton(tr("Keep it for this session"), this))
    , m_letGo(new QPushButton(this))
    , m_form(new QWidget(this))
    , m_inUse(new QWidget(this))
{
    m_edit->setObjectName(texts.name);
    m_edit->setAccessibleName(texts.label);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(kLongestToken);
    m_edit->setPlaceholderText(tr("Paste the token"));
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_label->setBuddy(m_edit);
    m_use->setObjectName(texts.name + QStringLiteral("Use"));
    m_keep->setObjectName(texts.name + QStringLiteral("Keep"));
    m_keep->setChecked(true);
    m_keep->setToolTip(texts.notKept.isEmpty() ? tr("Without it, the token is used on this page once and forgotten")
                                               : texts.notKept);
    m_remark->setObjectName(texts.name + QStringLiteral("Remark"));
    m_remark->setWordWrap(true);
    m_power->setWordWrap(true);
    m_state->setObjectName(texts.name + QStringLiteral("State"));
    m_state->setWordWrap(true);
    m_letGo->setObjectName(texts.name + QStringLiteral("Forget"));
    m_session->setObjectName(texts.name + QStringLiteral("Session"));

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_use);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(6);
    form->addWidget(m_label);
    form->addLayout(row);
    form->addWidget(m_remark);
    form->addWidget(m_keep, 0, Qt::AlignLeft);
    form->addWidget(m_power);
    auto *inUse = new QHBoxLayout(m_inUse);
    inUse->setContentsMargins(0, 0, 0, 0);
    inUse->setSpacing(8);
    inUse->addWidget(m_state, 1);
    inUse->addWidget(m_session);
    inUse->addWidget(m_letGo);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    column->addWidget(m_inUse);

    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_use->setEnabled(isTyped());
        remark();
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &TokenEntry::give);
    connect(m_use, &QPushButton::clicked, this, &TokenEntry::give);
    connect(m_letGo, &QPushButton::clicked, this, &TokenEntry::letGo);
    connect(m_session, &QPushButton::clicked, this, &TokenEntry::sessionWanted);
    askForOne();
}

void TokenEntry::give()
{
    if (isTyped()) {
        Q_EMIT given();
    }
}

bool TokenEntry::isTyped() const
{
    return !m_edit->text().trimmed().isEmpty();
}

void TokenEntry::remark()
{
    const QString odd = m_remarkOf ? m_remarkOf(m_edit->text().trimmed()) : QString();
    m_remark->setText(odd);
    m_remark->setVisible(!odd.isEmpty());
}

void TokenEntry::showForm(bool wanted)
{
    m_wanted = wanted;
    m_edit->clear();
    remark();
    m_use->setEnabled(false);
    m_form->setVisible(wanted);
    m_inUse->setVisible(!wanted);
}

void TokenEntry::askForOne()
{
    showForm(true);
}

void TokenEntry::showInUse(Place place)
{
    showForm(false);
    m_session->hide();
    m_state->setTone(place == Place::Keychain ? Tone::Muted : Tone::Warning);
    m_state->setText(place == Place::Keychain  ? tr("The token is in the keychain.")
                     : place == Place::Session ? tr("The token is kept in memory for this session only.")
                                               : tr("The token is not kept: it goes when this page is left."));
    m_letGo->setText(place == Place::Once ? tr("Use another token") : tr("Forget the token"));
}

void TokenEntry::showNotKept(const QString &why)
{
    showInUse(Place::Once);
    m_state->setText(tr("The token is not kept. %1").arg(plainText(why)));
    m_session->show();
}

void TokenEntry::setBusy(bool busy)
{
    m_edit->setReadOnly(busy);
    m_use->setEnabled(!busy && isTyped());
    m_keep->setEnabled(!busy);
    m_letGo->setEnabled(!busy);
}

Secret TokenEntry::typed() const
{
    return Secret::fromText(m_edit->text().trimmed());
}

bool TokenEntry::isToBeKept() const
{
    return m_keep->isChecked();
}

void TokenEntry::focusField()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

} // namespace segue
