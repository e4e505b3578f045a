// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ConnectionForm.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "ui/setup/ApplicationField.h"
#include "ui/setup/ApplySteps.h"
#include "ui/setup/EventPicker.h"
#include "ui/setup/KeyField.h"
#include "ui/setup/KeyProbeLine.h"
#include "ui/setup/NameFields.h"
#include "ui/setup/PageArea.h"
#include "ui/setup/ReceiverPart.h"
#include "ui/setup/RotationCard.h"
#include "ui/setup/TabOrder.h"
#include "ui/setup/WorkspaceCard.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"

#include <QAccessible>
#include <QFrame>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue {

namespace {
constexpr int kFormWidth = 860;
} // namespace

ConnectionForm::ConnectionForm(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_twins(context.connections(), context.drafts(), context.secrets())
    , m_name(new NameFields(context, this))
    , m_key(new KeyField(context, this))
    , m_probe(new KeyProbeLine(context, *m_key, this))
    , m_rotation(new RotationCard(context, this))
    , m_application(new ApplicationField(context, this))
    , m_events(new EventPicker(this))
    , m_apply(new ApplySteps(context.secrets(), this))
    , m_area(new PageArea(this))
    , m_page(new QWidget(this))
    , m_workspace(new WorkspaceCard(context, this))
    , m_receiver(new ReceiverPart(context, this))
    , m_sourcePart(new QWidget(this))
    , m_applyPart(new QWidget(this))
    , m_message(new ToneLabel(Tone::Muted, this))
    , m_sessionOnly(new QPushButton(tr("Use for this session only"), this))
    , m_remove(new QPushButton(Icons::get(QStringLiteral("trash")), tr("Remove…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_save(new QPushButton(tr("Save"), this))
{
    m_area->setWidget(makeForm());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_area, 1);
    column->addWidget(makeFoot());

    connect(m_name, &NameFields::changed, this, &ConnectionForm::changed);
    connect(m_application, &ApplicationField::changed, this, &ConnectionForm::changed);
    connect(m_events, &EventPicker::changed, this, &ConnectionForm::changed);
    connect(m_key, &KeyField::edited, this, &ConnectionForm::keyEdited);
    connect(m_key, &KeyField::returnPressed, m_save, &QPushButton::click);
    connect(m_rotation, &RotationCard::proveRequested, this, &ConnectionForm::proveRequested);
    connect(m_rotation, &RotationCard::told, this,
            [this](const QString &text, bool wrong) { say(text, wrong ? Tone::Warning : Tone::Muted); });
    connect(&context.connections(), &ConnectionStore::changed, this, &ConnectionForm::storeChanged);
    connect(m_apply, &ApplySteps::changed, this, &ConnectionForm::keepTicks);
    connect(m_apply, &ApplySteps::problem, this, [this](const QString &text) { say(text, Tone::Warning); });
    connect(m_workspace, &WorkspaceCard::changed, this, &ConnectionForm::keepTicks);
    connect(m_workspace, &WorkspaceCard::problem, this, [this](const QString &text) { say(text, Tone::Warning); });
    connect(m_save, &QPushButton::clicked, this, &ConnectionForm::save);
    connect(m_sessionOnly, &QPushButton::clicked, this, [this] { storeKey(SecretPlace::SessionOnly); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_connection.id); });
}

ToneLabel *ConnectionForm::addHeading(QVBoxLayout *column, const QString &text)
{
    auto *heading = new ToneLabel(text, Tone::Plain, this);
    heading->setScale(1.08, true);
    column->addSpacing(12);
    column->addWidget(heading);
    return heading;
}

QWidget *ConnectionForm::makeForm()
{
    auto *form = new QWidget(m_page);
    form->setMaximumWidth(kFormWidth);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(28, 20, 28, 20);
    column->setSpacing(6);
    auto *title = new ToneLabel(tr("Setup"), Tone::Plain, form);
    title->setObjectName(QStringLiteral("formTitle"));
    title->setScale(1.3, true);
    column->addWidget(title);

    column->addWidget(makeSourcePart());

    addHeading(column, tr("Events that Pushwoosh exports"));
    column->addWidget(m_events);

    auto *apply = new QVBoxLayout(m_applyPart);
    apply->setContentsMargins(0, 0, 0, 0);
    apply->setSpacing(6);
    addHeading(apply, tr("Applied in Pushwoosh"));
    apply->addWidget(cardAround(m_apply));
    addHeading(apply, tr("What the receiver takes"));
    apply->addWidget(m_receiver);
    m_beyond = addHeading(apply, tr("Workspace and destinations in Segment"));
    apply->addWidget(m_workspace);
    column->addWidget(m_applyPart);
    column->addStretch(1);

    auto *row = new QHBoxLayout(m_page);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(form, 1);
    row->addStretch(0);
    return m_page;
}

QWidget *ConnectionForm::makeSourcePart()
{
    auto *source = new QVBoxLayout(m_sourcePart);
    source->setContentsMargins(0, 8, 0, 0);
    source->setSpacing(6);
    source->addWidget(m_name);
    source->addSpacing(10);
    auto *keyLabel = new ToneLabel(tr("Write key"), Tone::Muted, m_sourcePart);
    keyLabel->setBuddy(m_key);
    source->addWidget(keyLabel);
    source->addWidget(m_key);
    source->addWidget(m_probe);
    source->addSpacing(4);
    source->addWidget(m_rotation);
    source->addSpacing(10);
    source->addWidget(m_application);
    return m_sourcePart;
}

QWidget *ConnectionForm::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setObjectName(QStringLiteral("panelFoot"));
    foot->setAttribute(Qt::WA_StyledBackground);
    m_message->setObjectName(QStringLiteral("formMessage"));
    m_message->setWordWrap(true);
    m_sessionOnly->setObjectName(QStringLiteral("sessionOnly"));
    m_sessionOnly->setToolTip(tr("The key stays in this program's memory and is gone when it ends"));
    m_sessionOnly->hide();
    m_remove->setObjectName(QStringLiteral("removeConnection"));
    m_cancel->setObjectName(QStringLiteral("cancelForm"));
    m_save->setObjectName(QStringLiteral("saveConnection"));
    m_save->setProperty("primary", true);
    pressBy(QKeySequence::Save, m_save, this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(28, 10, 20, 10);
    row->setSpacing(8);
    row->addWidget(m_message, 1);
    row->addWidget(m_sessionOnly);
    row->addWidget(m_remove);
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectionForm::cancelled);
    return foot;
}

void ConnectionForm::edit(const Connection &connection)
{
    m_connection = connection;
    m_saving = false;
    m_twinsSaid = false;
    m_twins.stop();
    m_filling = true;
    m_draft = m_context.drafts().find(connection.id).value_or(SetupDraft());
    m_draft.take(connection);
    m_sourcePart->setVisible(!connection.isSandbox());
    m_applyPart->setVisible(!connection.isSandbox());
    m_name->show(m_draft);
    const SecretName name = SecretName::writeKey(connection.id);
    m_key->reset(name, connection.keyExpected || m_context.secrets().isSessionOnly(name));
    m_probe->setTarget(connection.id, m_draft.region);
    m_rotation->setConnection(connection.id);
    m_application->setText(connection.applicationCode);
    m_events->setSelection(connection.selection);
    m_receiver->setConnection(connection.id);
    m_workspace->show(connection, m_draft.destinations);
    m_sessionOnly->hide();
    m_remove->setVisible(!connection.isSandbox());
    m_filling = false;
    tabThrough(this, m_page, {m_sessionOnly, m_remove, m_cancel, m_save});
    changed();
}

void ConnectionForm::focusFirst()
{
    if (m_connection.isSandbox()) {
        m_events->focusFirst();
    } else {
        m_name->focusFirst();
    }
}

Result<Connection> ConnectionForm::read()
{
    if (!m_connection.isSandbox()) {
        m_name->read(m_draft);
        m_draft.applicationText = m_application->text();
    }
    m_draft.allEvents = m_events->selection().isAll();
    m_draft.events = m_events->ticked();
    QList<Connection> others = m_context.connections().all();
    others.removeIf([&](const Connection &each) { return each.id == m_connection.id; });
    return m_draft.connection(m_connection, others);
}

void ConnectionForm::changed()
{
    if (m_filling) {
        return;
    }
    const Result<Connection> made = read();
    m_key->setAnyShape(m_draft.region == Endpoint::Region::Other);
    m_probe->setRegion(m_draft.region);
    m_beyond->setVisible(m_draft.region != Endpoint::Region::Other);
    m_apply->show(m_draft);
    const bool differs = !made || made.value() != m_connection || m_key->isEdited();
    const bool canSave = made && differs && !m_saving;
    if (!canSave && m_save->hasFocus()) {
        m_cancel->setFocus(Qt::OtherFocusReason); // else it would jump to the top of the page
    }
    m_save->setEnabled(canSave);
    m_cancel->setText(differs ? tr("Cancel") : tr("Close"));
    say(made ? QString() : made.error().userText, Tone::Muted);
}

void ConnectionForm::keepTicks()
{
    m_draft.ticks = m_apply->ticks();
    // Beside what a draft in the making says; what is typed here is kept by Save only.
    SetupDraft kept = m_context.drafts().find(m_connection.id).value_or(SetupDraft());
    if (kept.id.isNull()) {
        kept.take(m_connection);
        kept.finished = true;
    }
    kept.ticks = m_draft.ticks;
    kept.destinations = m_draft.destinations = m_workspace->ticks();
    if (const Status written = m_context.drafts().save(kept); !written) {
        say(written.error().userText, Tone::Warning);
    }
}

void ConnectionForm::say(const QString &text, Tone tone, bool offerSession)
{
    m_message->setTone(tone);
    m_message->setText(text);
    m_sessionOnly->setVisible(offerSession);
}

void ConnectionForm::keyEdited()
{
    m_twinsSaid = false;
    m_twins.stop();
    changed();
}

// What is true of the keychain, of the sending and of the receiver, not of the fields; it changes beside them.
void ConnectionForm::storeChanged()
{
    if (const auto now = m_context.connections().find(m_connection.id)) {
        m_connection = *now;
        m_draft.keyExpected = now->keyExpected;
    }
}

void ConnectionForm::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_probe->stop();
    m_twins.stop();
}

void ConnectionForm::save()
{
    const Result<Connection> made = read();
    if (!made || m_saving) {
        return;
    }
    if (m_key->isEdited() && !m_twinsSaid) {
        lookForTwins();
    } else {
        saveConnection(made.value());
    }
}

void ConnectionForm::saveConnection(const Connection &made)
{
    if (const Status written = m_context.connections().update(made); !written) {
        say(written.error().userText, Tone::Bad);
        return;
    }
    const bool isElsewhere = made.endpoint != m_connection.endpoint;
    m_connection = made;
    if (isElsewhere) {
        m_workspace->show(made, m_workspace->ticks()); // the token and the destinations are those of a region
    }
    if (m_key->isEdited()) {
        storeKey(SecretPlace::Keychain);
    } else {
        finish();
    }
}

void ConnectionForm::lookForTwins()
{
    say(tr("Comparing it with the keys of the other connections…"), Tone::Muted);
    m_twins.look(m_connection.id, m_key->typed(), [this](const KeyTwins::Found &found) {
        m_twinsSaid = true;
        const QString sentence = plainText(KeyTwins::sentence(found.twins, m_draft.environment));
        if (sentence.isEmpty()) {
            save();
            return;
        }
        say(sentence + u' ' + tr("Save again to keep it all the same."), Tone::Warning);
        QAccessibleEvent heard(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&heard);
    });
}

void ConnectionForm::storeKey(SecretPlace place)
{
    m_saving = true;
    say(tr("Storing the key…"), Tone::Muted);
    whenAnswered(m_context.rotation().begin(m_connection.id, m_key->typed(), place), this,
                 [this, id = m_connection.id, place](const Result<KeyRotation::Replacement> &outcome) {
                     keyStored(id, place, outcome);
                 });
}

void ConnectionForm::keyStored(const ConnectionId &id, SecretPlace place,
                               const Result<KeyRotation::Replacement> &outcome)
{
    if (id != m_connection.id) {
        return; // the form shows another connection by now
    }
    m_saving = false;
    if (!outcome) {
        changed();
        m_save->setEnabled(true);
        say(tr("The connection is saved, its key is not. %1").arg(outcome.error().userText), Tone::Warning, true);
        return;
    }
    m_key->stored(place == SecretPlace::SessionOnly);
    if (outcome.value() == KeyRotation::Replacement::First) {
        finish();
    } else {
        keyReplaced(outcome.value());
    }
}

// The page stays: what became of the old key, and the way to prove the new one, stand there.
void ConnectionForm::keyReplaced(KeyRotation::Replacement outcome)
{
    m_sessionOnly->hide();
    m_rotation->setFocus(Qt::OtherFocusReason);
    changed();
    m_context.log().counts(m_connection.id.key(), this,
                           [this, outcome, id = m_connection.id](const Result<StateCounts> &counts) {
                               if (id != m_connection.id) {
                                   return;
                               }
                               const std::int64_t queued = counts ? counts.value().undelivered() : 0;
                               const QString sentence = KeyRotation::sentence(outcome, queued);
                               if (outcome == KeyRotation::Replacement::Replaced) {
                                   m_rotation->setOutcome(sentence);
                                   m_area->ensureWidgetVisible(m_rotation);
                                   say(tr("Saved."), Tone::Muted);
                               } else {
                                   say(sentence, Tone::Muted);
                               }
                           });
}

void ConnectionForm::finish()
{
    if (Courier *courier = m_context.courier()) {
        courier->tryNow(m_connection.id);
    }
    m_sessionOnly->hide();
    changed();
    say(tr("Saved."), Tone::Good);
}

} // namespace segue
