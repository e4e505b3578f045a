// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/SegmentPage.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/setup/WebLinks.h"
#include "ui/setup/ChoiceRow.h"
#include "ui/setup/KeyField.h"
#include "ui/setup/KeyProbeLine.h"
#include "ui/setup/WorkspacePanel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/LinkButton.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace segue {

namespace {

const QString kWayChoice = QStringLiteral("segmentWay"); // remembered for the next connection
const QStringList kWays{QStringLiteral("paste"), QStringLiteral("find"), QStringLiteral("make")};

} // namespace

SegmentPage::SegmentPage(AppContext &context, SetupDraft &draft, QWidget *parent)
    : WizardPage(context, draft, tr("Which source in Segment?"),
                 tr("The write key of the source lets Segue send test events to it. It goes into the keychain and nowhere "
                    "else."),
                 parent)
    , m_twins(context.connections(), context.drafts(), context.secrets())
    , m_way(new ChoiceRow(QStringLiteral("way"), this))
    , m_pastePart(new QWidget(this))
    , m_panel(new WorkspacePanel(context, this))
    , m_catalog(new LinkButton(tr("Open Segment's sources catalog"), this))
    , m_steps(new ToneLabel(Tone::Plain, this))
    , m_key(new KeyField(context, this))
    , m_probe(new KeyProbeLine(context, *m_key, this))
    , m_message(new ToneLabel(Tone::Warning, this))
    , m_sessionOnly(new QPushButton(tr("Use for this session only"), this))
{
    m_way->setAccessibleName(tr("Way to the write key"));
    m_way->add(kWays.at(0), tr("Paste the key"));
    m_way->add(kWays.at(1), tr("Find it with a token"));
    m_way->add(kWays.at(2), tr("Make it with a token"));
    body()->addWidget(m_way);
    body()->addSpacing(4);
    body()->addWidget(makePastePart());
    body()->addWidget(m_panel);
    m_message->setObjectName(QStringLiteral("keyMessage"));
    m_message->setWordWrap(true);
    body()->addWidget(m_message);
    m_sessionOnly->setObjectName(QStringLiteral("wizardSessionOnly"));
    m_sessionOnly->setToolTip(tr("The key stays in this program's memory and is gone when it ends"));
    body()->addWidget(m_sessionOnly, 0, Qt::AlignLeft);
    body()->addStretch(1);

    connect(m_way, &ChoiceRow::changed, this, [this] {
        if (!m_filling) {
            m_owesFocus = false;
            m_way->focusCurrent(); // what had the focus may go
            keyChanged();
            showWay();
        }
    });
    connect(m_catalog, &LinkButton::problem, this, &SegmentPage::problem);
    connect(m_key, &KeyField::returnPressed, this, &SegmentPage::nextWanted);
    connect(m_key, &KeyField::edited, this, &SegmentPage::keyChanged);
    connect(m_panel, &WorkspacePanel::stateChanged, this, &SegmentPage::stateChanged);
    connect(m_panel, &WorkspacePanel::chosen, this, &SegmentPage::keyChanged);
    connect(m_panel, &WorkspacePanel::settled, this, &SegmentPage::panelSettled);
    connect(m_panel, &WorkspacePanel::goOn, this, &SegmentPage::nextWanted);
    connect(m_sessionOnly, &QPushButton::clicked, this, [this] { store(SecretPlace::SessionOnly); });
}

QWidget *SegmentPage::makePastePart()
{
    m_steps->setObjectName(QStringLiteral("segmentSteps"));
    m_steps->setWordWrap(true);
    m_catalog->setObjectName(QStringLiteral("openCatalog"));
    m_catalog->setUrl(WebLinks::sourcesCatalog());
    auto *label = new ToneLabel(tr("Write key"), Tone::Muted, m_pastePart);
    label->setBuddy(m_key);
    auto *column = new QVBoxLayout(m_pastePart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_steps);
    column->addWidget(m_catalog, 0, Qt::AlignLeft);
    column->addSpacing(10);
    column->addWidget(label);
    column->addWidget(m_key);
    column->addWidget(m_probe);
    return m_pastePart;
}

void SegmentPage::fill()
{
    ++m_visit;
    m_twinsSaid = false;
    const bool segment = WorkspaceAccess::exists(draft().region);
    setTitle(segment ? tr("Which source in Segment?") : tr("Which write key?"));
    m_catalog->setVisible(segment);
    m_steps->setText(
        segment ? tr("1. Open the sources catalog, search for “Pushwoosh” and press Add Source.\n2. Call it “%1” and press "
                     "Add Source again.\n3. Copy the write key that Segment shows, and paste it here.")
                      .arg(plainText(draft().name.trimmed()))
                : tr("Paste the write key that the endpoint gave you for this source."));
    m_key->setAnyShape(!segment);
    m_key->reset(SecretName::writeKey(draft().id), hasKey());
    m_probe->setTarget(draft().id, draft().region);
    const QString wanted = context().settings().choice(kWayChoice);
    if (m_shown != draft().id || m_wayWanted != wanted) {
        m_shown = draft().id;
        m_wayWanted = wanted;
        m_filling = true;
        m_way->setCurrent(std::max(0, static_cast<int>(kWays.indexOf(wanted))));
        m_filling = false;
    }
    m_way->setVisible(segment);
    say({}, Tone::Muted);
    showWay();
}

SegmentPage::Way SegmentPage::way() const
{
    return WorkspaceAccess::exists(draft().region) ? static_cast<Way>(m_way->current()) : Way::Paste;
}

void SegmentPage::showWay()
{
    const Way chosen = way();
    m_pastePart->setVisible(chosen == Way::Paste);
    m_panel->setVisible(chosen != Way::Paste);
    if (chosen == Way::Paste) {
        m_panel->leave();
    } else {
        m_panel->open(draft(), hasKey(), chosen == Way::Find ? WorkspacePanel::Mode::Find : WorkspacePanel::Mode::Make);
    }
    Q_EMIT stateChanged();
}

void SegmentPage::keyChanged()
{
    m_twinsSaid = false;
    m_twins.stop();
    say({}, Tone::Muted);
    Q_EMIT stateChanged();
}

bool SegmentPage::isToStore() const
{
    return way() == Way::Paste ? m_key->isEdited() : m_panel->hasChoice();
}

QString SegmentPage::missing() const
{
    if (hasKey() || isToStore()) {
        return {};
    }
    return way() == Way::Paste ? tr("Paste the write key to go on.") : m_panel->missing();
}

QString SegmentPage::note() const
{
    if (isToStore()) {
        const bool hasKeychain = context().keychain().state() != KeychainState::NoService;
        return hasKeychain ? tr("The key goes into the keychain with the next step.") : QString();
    }
    return way() == Way::Paste ? QString() : tr("The key that is kept stays.");
}

void SegmentPage::proceed()
{
    if (isToStore()) {
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
    m_panel->leave();
    m_owesFocus = false;
}

void SegmentPage::focusFirst()
{
    m_owesFocus = false;
    if (way() == Way::Paste) {
        m_key->setFocus(Qt::OtherFocusReason);
    } else if (m_panel->isBusy()) {
        // What there is to do shows with the answer; until then nothing that could be pressed unawares.
        m_way->focusCurrent();
        m_owesFocus = true;
    } else {
        m_panel->focusFirst();
    }
}

void SegmentPage::panelSettled()
{
    if (std::exchange(m_owesFocus, false) && m_way->isAncestorOf(window()->focusWidget())) {
        m_panel->focusFirst();
    }
}

void SegmentPage::chooseTokenWay(Settings &settings)
{
    settings.setChoice(kWayChoice, kWays.at(static_cast<int>(Way::Find)));
}

void SegmentPage::store(SecretPlace place)
{
    m_waiting = way() == Way::Paste ? m_key->typed() : m_panel->chosenKey();
    say(tr("Storing the key…"), Tone::Muted);
    const auto written = context().rotation().begin(draft().id, m_waiting, place);
    whenAnswered(written, this, [this, place, visit = m_visit, id = draft().id](const auto &outcome) {
        if (id != draft().id) {
            return;
        }
        const Status stored = outcome ? Status(done) : Status(outcome.error());
        if (stored) {
            draft().proof.reset(); // it says nothing of this key
        }
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
    if (way() != Way::Paste) {
        m_panel->keyKept();
    }
    if (WorkspaceAccess::exists(draft().region)) {
        m_wayWanted = kWays.at(static_cast<int>(way()));
        context().settings().setChoice(kWayChoice, m_wayWanted);
    }
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
