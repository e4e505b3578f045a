// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/KeyProbeLine.h"

#include "app/AppContext.h"
#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "ui/setup/KeyField.h"
#include "ui/widgets/Labels.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace segue {

namespace {

Tone toneOf(KeyVerdict verdict)
{
    switch (verdict) {
    case KeyVerdict::Known:
        return Tone::Good;
    case KeyVerdict::NotConfirmed:
        return Tone::Warning;
    case KeyVerdict::CouldNotAsk:
        break;
    }
    return Tone::Muted;
}

QString iconOf(KeyVerdict verdict)
{
    switch (verdict) {
    case KeyVerdict::Known:
        return QStringLiteral("check");
    case KeyVerdict::NotConfirmed:
        return QStringLiteral("warning");
    case KeyVerdict::CouldNotAsk:
        break;
    }
    return QStringLiteral("minus");
}

Endpoint endpointOf(Endpoint::Region region)
{
    return region == Endpoint::Region::Eu ? Endpoint::eu() : Endpoint::us();
}

} // namespace

KeyProbeLine::KeyProbeLine(AppContext &context, KeyField &field, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_field(field)
    , m_ask(new QPushButton(this))
    , m_before(new ToneLabel(tr("Sends no event. Asking puts the key into a URL of Segment's CDN. It can be skipped."),
                             Tone::Muted, this))
    , m_result(new QWidget(this))
    , m_icon(new IconLabel(16, m_result))
    , m_verdict(new ToneLabel(Tone::Plain, m_result))
    , m_sentence(new ToneLabel(Tone::Muted, m_result))
    , m_regionRemark(new ToneLabel(Tone::Muted, m_result))
{
    m_ask->setObjectName(QStringLiteral("askKey"));
    m_ask->setAccessibleDescription(m_before->text());
    m_before->setWordWrap(true);
    m_verdict->setObjectName(QStringLiteral("probeVerdict"));
    m_verdict->setScale(1, true);
    m_sentence->setObjectName(QStringLiteral("probeSentence"));
    m_sentence->setWordWrap(true);
    m_regionRemark->setObjectName(QStringLiteral("probeRegion"));
    m_regionRemark->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_ask);
    row->addWidget(m_before, 1);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_icon);
    head->addWidget(m_verdict, 1);
    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 4, 0, 0);
    result->setSpacing(2);
    result->addLayout(head);
    result->addWidget(m_sentence);
    result->addWidget(m_regionRemark);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_result);

    connect(m_ask, &QPushButton::clicked, this, &KeyProbeLine::ask);
    connect(&field, &KeyField::edited, this, &KeyProbeLine::forget);
    connect(&field, &KeyField::kept, this, [this] {
        if (const auto answer = std::exchange(m_ofTyped, std::nullopt)) {
            m_context.keyAnswers().note(m_id, *answer);
            Q_EMIT answered(*answer);
        }
        refresh();
    });
    refresh();
}

KeyProbeLine::~KeyProbeLine() = default;

void KeyProbeLine::setTarget(const ConnectionId &id, Endpoint::Region region)
{
    m_id = id;
    m_region = region;
    setVisible(region != Endpoint::Region::Other);
    forget();
}

void KeyProbeLine::setRegion(Endpoint::Region region)
{
    if (region == m_region) {
        return;
    }
    m_region = region;
    setVisible(region != Endpoint::Region::Other);
    if (region == Endpoint::Region::Other) {
        forget();
    } else if (m_ofTyped) {
        show(m_ofTyped);
    } else if (!m_field.isEdited()) {
        show(m_context.keyAnswers().find(m_id));
    }
}

void KeyProbeLine::stop()
{
    ++m_turn;
    m_asking = false;
    if (m_probe) {
        m_probe->abortAll();
    }
    refresh();
}

void KeyProbeLine::forget()
{
    stop();
    m_ofTyped.reset();
    show(m_field.isEdited() ? std::nullopt : m_context.keyAnswers().find(m_id));
}

void KeyProbeLine::ask()
{
    if (m_asking) {
        stop();
        return;
    }
    forget();
    show(std::nullopt);
    m_asking = true;
    refresh();
    if (const Secret typed = m_field.typed(); !typed.isEmpty()) {
        m_context.redactor().learn(typed);
        send(typed, true);
        return;
    }
    whenAnswered(m_context.secrets().read(SecretName::writeKey(m_id)), this,
                 [this, turn = m_turn](const Result<Secret> &key) {
                     if (turn != m_turn) {
                         return;
                     }
                     if (key) {
                         send(key.value(), false);
                     } else {
                         couldNotRead(key.error().userText);
                     }
                 });
}

void KeyProbeLine::send(const Secret &key, bool typed)
{
    if (!m_probe) {
        const QUrl standIn = m_context.settings().cdnStandIn();
        m_probe = std::make_unique<WriteKeyProbe>(m_context.clock(), m_context.redactor(),
                                                  standIn.isEmpty() ? WriteKeyProbe::segmentCdn() : standIn, nullptr,
                                                  &m_context.proxyLogins());
    }
    whenAnswered(m_probe->ask(endpointOf(m_region), key), this,
                 [this, typed, turn = m_turn](const KeyProbeAnswer &answer) {
                     if (turn == m_turn) {
                         take(answer, typed);
                     }
                 });
}

void KeyProbeLine::take(const KeyProbeAnswer &answer, bool typed)
{
    tell(answer);
    if (typed) {
        m_ofTyped = answer;
    } else {
        m_context.keyAnswers().note(m_id, answer);
        Q_EMIT answered(answer);
    }
}

void KeyProbeLine::couldNotRead(const QString &why)
{
    KeyProbeAnswer answer;
    answer.sentence = why;
    tell(answer);
}

void KeyProbeLine::show(const std::optional<KeyProbeAnswer> &answer)
{
    m_result->setVisible(answer.has_value());
    if (!answer) {
        return;
    }
    switch (answer->verdict) {
    case KeyVerdict::Known:
        m_verdict->setText(tr("Known", "what Segment says of a write key"));
        break;
    case KeyVerdict::NotConfirmed:
        m_verdict->setText(tr("Not confirmed", "what Segment says of a write key"));
        break;
    case KeyVerdict::CouldNotAsk:
        m_verdict->setText(tr("Could not ask", "what Segment says of a write key"));
        break;
    }
    m_icon->setIcon(iconOf(answer->verdict), toneOf(answer->verdict));
    m_verdict->setTone(answer->verdict == KeyVerdict::CouldNotAsk ? Tone::Plain : toneOf(answer->verdict));
    m_sentence->setText(plainText(answer->sentence));
    m_regionRemark->setVisible(answer->region.has_value());
    if (answer->region) {
        m_regionRemark->setTone(*answer->region == m_region ? Tone::Muted : Tone::Warning);
        m_regionRemark->setText(regionSentence(*answer->region));
    }
}

void KeyProbeLine::tell(const KeyProbeAnswer &answer)
{
    m_asking = false;
    show(answer);
    refresh();
    QAccessibleEvent heard(m_verdict, QAccessible::Alert);
    QAccessible::updateAccessibility(&heard);
}

QString KeyProbeLine::regionSentence(Endpoint::Region named) const
{
    const QString own = endpointOf(m_region).displayText();
    const QString other = endpointOf(named).displayText();
    return named == m_region
               ? tr("The region that it names is the connection's: %1.").arg(own)
               : tr("It names the region %1, and the connection is set to %2. Segment may accept events for "
                    "the wrong region and drop them: compare with the workspace, and choose its region.")
                     .arg(other, own);
}

void KeyProbeLine::refresh()
{
    // Never disabled while it has the focus, which would jump away.
    m_ask->setText(m_asking ? tr("Stop asking") : tr("Ask Segment about this key"));
    m_ask->setEnabled(m_asking || m_field.hasKey());
}

} // namespace segue
