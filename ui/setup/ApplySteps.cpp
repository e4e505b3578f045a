// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ApplySteps.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/setup/PushwooshSteps.h"
#include "app/setup/WebLinks.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/SecretClipboard.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kIndent = 26; // below the text of a tick
}

ApplySteps::ApplySteps(SecretAccess &secrets, QWidget *parent)
    : QWidget(parent)
    , m_secrets(secrets)
    , m_clipboard(new SecretClipboard(this))
    , m_column(new QVBoxLayout(this))
    , m_tickAll(new QPushButton(tr("All five are done"), this))
    , m_open(new LinkButton(tr("Open Pushwoosh in the browser"), this))
    , m_copyKey(new QPushButton(Icons::get(QStringLiteral("copy")), tr("Copy the write key"), this))
    , m_keyNote(new ToneLabel(Tone::Muted, this))
    , m_events(new QLineEdit(this))
    , m_copyEvents(new QPushButton(Icons::get(QStringLiteral("copy")), tr("Copy"), this))
    , m_eventsNote(new ToneLabel(Tone::Muted, this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_open->setObjectName(QStringLiteral("openPushwoosh"));
    m_copyKey->setObjectName(QStringLiteral("copyWriteKey"));
    m_keyNote->setObjectName(QStringLiteral("copyKeyNote"));
    m_keyNote->setWordWrap(true);
    m_events->setObjectName(QStringLiteral("applyEventsText"));
    m_events->setReadOnly(true);
    m_events->setAccessibleName(tr("Text for the Events field in Pushwoosh"));
    m_events->setPlaceholderText(tr("(left blank: all events)"));
    m_copyEvents->setObjectName(QStringLiteral("copyApplyEvents"));
    m_copyEvents->setAccessibleName(tr("Copy the text for the Events field"));
    m_eventsNote->setWordWrap(true);

    addStep(QStringLiteral("open"))->addWidget(m_open, 0, Qt::AlignLeft);
    addStep(QStringLiteral("configure"));
    auto *keyRow = new QHBoxLayout;
    keyRow->setSpacing(10);
    keyRow->addWidget(m_copyKey);
    keyRow->addWidget(m_keyNote, 1);
    addStep(QStringLiteral("key"))->addLayout(keyRow);
    auto *eventsRow = new QHBoxLayout;
    eventsRow->setSpacing(8);
    eventsRow->addWidget(m_events, 1);
    eventsRow->addWidget(m_copyEvents);
    QVBoxLayout *events = addStep(QStringLiteral("events"));
    events->addLayout(eventsRow);
    events->addWidget(m_eventsNote);
    addStep(QStringLiteral("apply"));
    m_tickAll->setObjectName(QStringLiteral("tickAllSteps"));
    auto *all = new QHBoxLayout;
    all->setContentsMargins(12, 4, 12, 10);
    all->addWidget(m_tickAll);
    all->addStretch(1);
    m_column->addLayout(all);

    connect(m_open, &LinkButton::problem, this, &ApplySteps::problem);
    connect(m_copyKey, &QPushButton::clicked, this, &ApplySteps::copyKey);
    connect(m_tickAll, &QPushButton::clicked, this, &ApplySteps::tickAll);
    connect(this, &ApplySteps::changed, this, &ApplySteps::showRest);
    connect(m_copyEvents, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_events->text()); });
}

QVBoxLayout *ApplySteps::addStep(const QString &word)
{
    auto *card = new QFrame(this);
    card->setObjectName(m_ticks.isEmpty() ? QStringLiteral("firstRow") : QStringLiteral("row"));
    auto *tick = new QCheckBox(tr("%1. %2", "number, step").arg(m_ticks.size() + 1).arg(PushwooshSteps::text(word)), card);
    tick->setObjectName(QStringLiteral("applied-") + word);
    tick->setProperty("step", word);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    column->addWidget(tick);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(kIndent, 0, 0, 0);
    below->setSpacing(6);
    column->addLayout(below);
    m_column->addWidget(card);
    m_ticks.append(tick);
    connect(tick, &QCheckBox::toggled, this, &ApplySteps::changed);
    return below;
}

void ApplySteps::show(const SetupDraft &draft)
{
    m_id = draft.id;
    for (QCheckBox *tick : std::as_const(m_ticks)) {
        const QSignalBlocker blocker(tick);
        tick->setChecked(draft.ticks.contains(tick->property("step").toString()));
    }
    showRest();
    m_open->setUrl(WebLinks::application(readApplicationCode(draft.applicationText).code));
    const bool hasKey = draft.keyExpected || m_secrets.isSessionOnly(SecretName::writeKey(draft.id));
    m_copyKey->setEnabled(hasKey);
    say(hasKey ? tr("It leaves the clipboard after 30 seconds.") : tr("No key is kept for this connection."));
    const Selection selection = draft.selection();
    m_events->setText(selection.fieldText());
    m_events->setCursorPosition(0);
    m_copyEvents->setEnabled(selection.isValid() && !selection.isAll());
    m_eventsNote->setText(selection.isAll()
                              ? tr("Leave it blank: Pushwoosh then exports all its events.")
                              : tr("Separated by commas, without blanks: how Pushwoosh treats blanks is not documented."));
}

void ApplySteps::tickAll()
{
    for (QCheckBox *tick : std::as_const(m_ticks)) {
        const QSignalBlocker blocker(tick);
        tick->setChecked(true);
    }
    Q_EMIT changed();
}

void ApplySteps::showRest()
{
    m_tickAll->setEnabled(ticks().size() < m_ticks.size());
}

QStringList ApplySteps::ticks() const
{
    QStringList words;
    for (const QCheckBox *tick : m_ticks) {
        if (tick->isChecked()) {
            words.append(tick->property("step").toString());
        }
    }
    return words;
}

void ApplySteps::focusFirst()
{
    for (QCheckBox *tick : std::as_const(m_ticks)) {
        if (!tick->isChecked()) {
            tick->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_ticks.first()->setFocus(Qt::OtherFocusReason);
}

void ApplySteps::copyKey()
{
    whenAnswered(m_secrets.read(SecretName::writeKey(m_id)), this, [this, id = m_id](const Result<Secret> &key) {
        if (id != m_id || !isVisible()) {
            return; // asked for on a page that has been left by now
        }
        if (!key) {
            say(key.error().userText);
            return;
        }
        m_clipboard->put(key.value());
        say(tr("Copied. It leaves the clipboard after 30 seconds."));
    });
}

void ApplySteps::say(const QString &text)
{
    m_keyNote->setText(plainText(text));
}

} // namespace segue
