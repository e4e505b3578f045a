// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/SegmentPage.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/setup/WebLinks.h"
#include "ui/setup/KeyField.h"
#include "ui/setup/KeyProbeLine.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/LinkButton.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace segue {

SegmentPage::SegmentPage(AppContext &context, SetupDraft &draft, QWidget *parent)
    : WizardPage(context, draft, tr("Which source in Segment?"),
                 tr("The write key of the source lets Segue send test events to it. It goes into the keychain and nowhere "
                    "else."),
                 parent)
    , m_twins(context.connections(), context.drafts(), context.secrets())
    , m_catalog(new LinkButton(tr("Open Segment's sources catalog"), this))
    , m_key(new KeyField(context, this))
    , m_probe(new KeyProbeLine(context, *m_key, this))
    , m_message(new ToneLabel(Tone::Warning, this))
    , m_sessionOnly(new QPushButton(tr("Use for this session only"), this))
{
    m_steps = addText({}, Tone::Plain);
    m_steps->setObjectName(QStringLiteral("segmentSteps"));
    m_catalog->setObjectName(QStringLiteral("openCatalog"));
    m_catalog->setUrl(WebLinks::sourcesCatalog());
    body()->addWidget(m_catalog, 0, Qt::AlignLeft);
    body()->addSpacing(10);
    auto *label = new ToneLabel(tr("Write key"), Tone::Muted, this);
    label->setBuddy(m_key);
    body()->addWidget(label);
    body()->addWidget(m_key);
    body()->addWidget(m_probe);
    m_message->setObjectName(QStringLiteral("keyMessage"));
    m_message->setWordWrap(true);
    body()->addWidget(m_message);
    m_sessionOnly->setObjectName(QStringLiteral("wizardSessionOnly"));
    m_sessionOnly->setToolTip(tr("The key stays in this program's memory and is gone when it ends"));
    body()->addWidget(m_sessionOnly, 0, Qt::AlignLeft);
    body()->addStretch(1);

    connect(m_catalog, &LinkButton::problem, this, &SegmentPage::problem);
    connect(m_key, &KeyField::returnPressed, this, &SegmentPage::nextWanted);
    connect(m_sessionOnly, &QPushButton::clicked, this, [this] { store(SecretPlace::SessionOnly); });
    connect(m_key, &KeyField::edited, this, [this] {
        m_twinsSaid = false;
        m_twins.stop();
        say({}, Tone::Muted);
        Q_EMIT stateChanged();
    });
}

void SegmentPage::fill()
{
    ++m_visit;
    m_twinsSaid = false;
    const bool segment = draft().region != Endpoint::Region::Other;
    m_catalog->setVisible(segment);
    m_steps->setText(
        segment ? tr("1. Open the sources catalog, search for “Pushwoosh” and press Add Source.\n2. Call it “%1” and press "
                     "Add Source again.\n3. Copy the write key that Segment shows, and paste it here.")
                      .arg(plainText(draft().name.trimmed()))
                : tr("Paste the write key that the endpoint gave you for this source."));
    m_key->setAnyShape(!segment);
    m_key->reset(SecretName::writeKey(draft().id), hasKey());
    m_probe->setTarget(draft().id, draft().region);
    say({}, Tone::Muted);
}

QString SegmentPage::missing() const
{
    return hasKey() || m_key->isEdited() ? QString() : tr("Paste the write key to go on.");
}

QString SegmentPage::note() const
{
    const bool hasKeychain = context().keychain().state() != KeychainState::NoService;
    return m_key->isEdited() && hasKeychain ? tr("The key goes into the keychain with the next step.") : QString();
}

void SegmentPage::proceed()
{
    if (m_key->isEdited()) {
        store(SecretPlace::Keychain);
    } else {
        Q_EMIT proceeded();
    }
}

void SegmentPage::leave()
{
    ++m_visit;
    m_twins.stop();
    m_probe->stop();
    m_waiting = {};
}

void SegmentPage::focusFirst()
{
    m_key->setFocus(Qt::OtherFocusReason);
}

void SegmentPage::store(SecretPlace place)
{
    m_waiting = m_key->typed();
    say(tr("Storing the key…"), Tone::Muted);
    const auto written = context().rotation().begin(draft().id, m_waiting, place);
    whenAnswered(written, this, [this, place, visit = m_visit, id = draft().id](const auto &outcome) {
        if (id != draft().id) {
            return;
        }
        const Status stored = outcome ? Status(done) : Status(outcome.error());
        if (stored && place == SecretPlace::Keychain) {
            draft().keyExpected = true;
            Q_EMIT edited();
        }
        if (visit == m_visit) {
            keyStored(place, stored);
        }
    });
}

void SegmentPage::keyStored(SecretPlace place, const Status &stored)
{
    if (!stored) {
        m_waiting = {};
        say(tr("The key is not stored. %1").arg(stored.error().userText), Tone::Warning, true);
        Q_EMIT stateChanged();
        Q_EMIT held();
        return;
    }
    m_key->stored(place == SecretPlace::SessionOnly);
    if (Courier *courier = context().courier(); courier && isSaved()) {
        courier->tryNow(draft().id);
    }
    say(tr("Comparing it with the keys of the other connections…"), Tone::Muted);
    lookForTwins(std::exchange(m_waiting, {}));
}

void SegmentPage::lookForTwins(const Secret &key)
{
    m_twins.look(draft().id, key, [this](const KeyTwins::Found &found) { twinsFound(found); });
}

void SegmentPage::twinsFound(const KeyTwins::Found &found)
{
    const QString sentence = plainText(KeyTwins::sentence(found.twins, draft().environment));
    Q_EMIT stateChanged();
    if (sentence.isEmpty() || m_twinsSaid) {
        say({}, Tone::Muted);
        Q_EMIT proceeded();
        return;
    }
    m_twinsSaid = true;
    say(sentence + u' ' + tr("Go on to keep it all the same."), Tone::Warning);
    Q_EMIT held();
}

void SegmentPage::say(const QString &text, Tone tone, bool offerSession)
{
    m_message->setTone(tone);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_sessionOnly->setVisible(offerSession);
    if (tone == Tone::Warning) {
        QAccessibleEvent heard(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&heard);
    }
}

} // namespace segue
