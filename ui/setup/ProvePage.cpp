// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ProvePage.h"

#include "app/exports/PlainText.h"
#include "app/setup/WebLinks.h"
#include "ui/setup/FiguresCard.h"
#include "ui/setup/ProofList.h"
#include "ui/setup/SegmentPage.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/ProdQuestion.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QSignalBlocker>
#include <QStyle>
#include <QTimer>
#include <QUuid>
#include <QVBoxLayout>

namespace segue {

namespace {

ProofRun::Submit submitTo(AppContext &context)
{
    return [&context](std::vector<NewEntry> entries, QObject *receiver,
                      std::function<void(Result<std::vector<EntryId>>)> callback) {
        context.submit(std::move(entries), receiver, std::move(callback));
    };
}

Tone toneOf(ProofRun::Outcome outcome)
{
    switch (outcome) {
    case ProofRun::Outcome::Proven:
        return Tone::Good;
    case ProofRun::Outcome::HeldUp:
    case ProofRun::Outcome::AcceptedOnly:
        return Tone::Warning;
    case ProofRun::Outcome::Failed:
        return Tone::Bad;
    case ProofRun::Outcome::NotStarted:
    case ProofRun::Outcome::Running:
        break;
    }
    return Tone::Muted;
}

QString iconOf(ProofRun::Outcome outcome)
{
    switch (outcome) {
    case ProofRun::Outcome::Proven:
        return QStringLiteral("check-double");
    case ProofRun::Outcome::AcceptedOnly:
        return QStringLiteral("check");
    case ProofRun::Outcome::HeldUp:
        return QStringLiteral("pause");
    case ProofRun::Outcome::Failed:
        return QStringLiteral("cross");
    case ProofRun::Outcome::NotStarted:
    case ProofRun::Outcome::Running:
        break;
    }
    return QStringLiteral("clock");
}

} // namespace

ProvePage::ProvePage(AppContext &context, SetupDraft &draft, QWidget *parent)
    : WizardPage(context, draft, tr("Prove that it works"),
                 tr("One sample of each selected event goes to the source, all under one run, separable from other traffic."),
                 parent)
    , m_run(context.log(), context.clock(), submitTo(context),
            [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); })
    , m_figures(context.workspaces(), context.secrets(), context.clock(), {})
    , m_what(addText({}, Tone::Plain))
    , m_keepOut(new QCheckBox(tr("Keep out of destinations"), this))
    , m_send(new QPushButton(Icons::get(QStringLiteral("play")), QString(), this))
    , m_justSent(new QTimer(this))
    , m_list(new ProofList(context.clock(), this))
{
    m_what->setObjectName(QStringLiteral("proofPlan"));
    m_keepOut->setObjectName(QStringLiteral("proofKeepOut"));
    body()->addWidget(m_keepOut);
    m_keepOutNote = addText({});
    m_send->setObjectName(QStringLiteral("sendSamples"));
    body()->addSpacing(4);
    body()->addWidget(m_send, 0, Qt::AlignLeft);
    body()->addSpacing(4);
    body()->addWidget(makeResult());
    body()->addWidget(m_list);
    auto *figures = new FiguresCard(m_figures, this);
    body()->addWidget(figures);
    body()->addWidget(makeByHand());
    body()->addStretch(1);

    m_justSent->setSingleShot(true);
    m_justSent->setInterval(QApplication::doubleClickInterval());
    connect(figures, &FiguresCard::tokenWanted, this, [this] {
        SegmentPage::chooseTokenWay(this->context().settings());
        Q_EMIT stepWanted(SetupStep::Segment);
    });
    connect(m_keepOut, &QCheckBox::toggled, m_keepOutNote, &QWidget::setVisible);
    connect(m_send, &QPushButton::clicked, this, &ProvePage::send);
    connect(&m_run, &ProofRun::changed, this, &ProvePage::runChanged);
    connect(&m_run, &ProofRun::problem, this, &ProvePage::problem);
    connect(&m_figures, &RunFigures::changed, this, [this] { m_run.setCounts(m_figures.counts()); });
}

QWidget *ProvePage::makeResult()
{
    m_result = new QFrame(this);
    m_result->setObjectName(QStringLiteral("card"));
    m_resultIcon = new IconLabel(20, m_result);
    m_resultWord = new ToneLabel(Tone::Plain, m_result);
    m_resultWord->setObjectName(QStringLiteral("proofResult"));
    m_resultWord->setScale(1.15, true);
    m_sentence = new ToneLabel(Tone::Muted, m_result);
    m_sentence->setObjectName(QStringLiteral("proofSentence"));
    m_sentence->setWordWrap(true);
    m_tryAgain = new QPushButton(tr("Try now"), m_result);
    m_tryAgain->setObjectName(QStringLiteral("proofTryNow"));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_resultIcon);
    head->addWidget(m_resultWord, 1);
    head->addWidget(m_tryAgain);
    auto *column = new QVBoxLayout(m_result);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_sentence);
    connect(m_tryAgain, &QPushButton::clicked, this, [this] {
        if (Courier *courier = context().courier()) {
            courier->tryNow(draft().id);
        }
    });
    return m_result;
}

QWidget *ProvePage::makeByHand()
{
    m_byHand = new QWidget(this);
    m_byHandText = new ToneLabel(Tone::Muted, m_byHand);
    m_byHandText->setWordWrap(true);
    m_debugger = new LinkButton(tr("Open Segment's Source Debugger"), m_byHand);
    m_debugger->setObjectName(QStringLiteral("openDebugger"));
    auto *copy = new QPushButton(Icons::get(QStringLiteral("copy")), tr("Copy the messageIds"), m_byHand);
    copy->setObjectName(QStringLiteral("copyMessageIds"));
    m_seen = new QCheckBox(tr("I have seen these events there"), m_byHand);
    m_seen->setObjectName(QStringLiteral("seenByPerson"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(copy);
    row->addWidget(m_debugger);
    row->addStretch(1);
    auto *column = new QVBoxLayout(m_byHand);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_byHandText);
    column->addLayout(row);
    column->addWidget(m_seen);
    connect(m_debugger, &LinkButton::problem, this, &ProvePage::problem);
    connect(copy, &QPushButton::clicked, this, &ProvePage::copyMessageIds);
    connect(m_seen, &QCheckBox::toggled, this, [this](bool seen) { m_run.setSeenByPerson(seen); });
    return m_byHand;
}

std::optional<Connection> ProvePage::connection() const
{
    return context().connections().find(draft().id);
}

void ProvePage::fill()
{
    const bool prod = draft().environment == Environment::Prod;
    m_keepOut->setChecked(draft().proof ? draft().proof->keptOut : prod);
    m_keepOutNote->setVisible(m_keepOut->isChecked());
    const bool segment = draft().region != Endpoint::Region::Other;
    m_debugger->setVisible(segment);
    m_debugger->setUrl(WebLinks::debugger(draft().name.trimmed()));
    m_byHandText->setText(
        segment ? tr("Nothing here tells Segue what Segment made of them. Look yourself: Connections › Sources › %1 › "
                     "Debugger, and search for the messageIds. The debugger shows a sample, in no order.")
                      .arg(plainText(draft().name.trimmed()))
                : tr("Nothing here tells Segue what the endpoint made of them. Look there for the messageIds."));
    m_keepOutNote->setText(segment ? tr("Downstream tools will then not show the samples; Segment's own views do.")
                                   : tr("An endpoint that knows this wish of Segment's keeps them to itself."));
    m_run.setSegment(segment);
    m_run.resume(draft().proof);
    watchFigures();
    refresh();
}

void ProvePage::send()
{
    const auto target = connection();
    // The second press of a double click, or one while the first is under way, sends nothing more.
    if (!target || m_justSent->isActive() || m_run.outcome() == ProofRun::Outcome::Running) {
        return;
    }
    const int events = static_cast<int>(target->selection.names().size());
    if (!context().prodGuard().mustAsk(*target, events)) {
        start(*target);
        return;
    }
    QPushButton *confirm = askBeforeProd(*target, events, m_keepOut->isChecked(), this);
    connect(confirm, &QPushButton::clicked, this, [this, target] {
        context().prodGuard().confirmed(*target);
        start(*target);
    });
}

void ProvePage::start(const Connection &target)
{
    m_justSent->start();
    m_run.start(target, m_keepOut->isChecked());
}

void ProvePage::runChanged()
{
    // The record of a run in the making comes when it is on disk; until then the earlier one is not forgotten.
    if (const auto record = m_run.record(); record && record != draft().proof) {
        draft().proof = record;
        Q_EMIT edited();
    }
    if (m_run.outcome() == ProofRun::Outcome::Proven) {
        context().rotation().proven(draft().id, m_run.record()->started); // an old key is kept until now
    }
    watchFigures();
    refresh();
    Q_EMIT stateChanged();
}

void ProvePage::watchFigures()
{
    const auto target = connection();
    const ProofRun::Outcome outcome = m_run.outcome();
    // Before all are answered there is nothing to count.
    const bool answered = outcome == ProofRun::Outcome::Proven || outcome == ProofRun::Outcome::AcceptedOnly
                          || outcome == ProofRun::Outcome::Failed;
    m_figures.watch(target.value_or(Connection()), target && answered ? m_run.record() : std::nullopt);
}

void ProvePage::leave()
{
    m_figures.pause();
}

void ProvePage::showEvent(QShowEvent *event)
{
    WizardPage::showEvent(event);
    m_figures.goOn();
}

void ProvePage::hideEvent(QHideEvent *event)
{
    m_figures.pause();
    WizardPage::hideEvent(event);
}

void ProvePage::refresh()
{
    const ProofRun::Outcome outcome = m_run.outcome();
    const bool started = outcome != ProofRun::Outcome::NotStarted;
    const auto target = connection();
    const int events = target ? static_cast<int>(target->selection.names().size()) : 0;
    m_what->setText(tr("%n sample(s) to “%1”, as the test user segue-qa-user.", nullptr, events)
                        .arg(target ? plainText(target->name) : QString()));
    // Never disabled while it has the focus, which would jump away.
    m_send->setText(outcome == ProofRun::Outcome::Running ? tr("Sending…")
                    : started                             ? tr("Send %n sample(s) again", nullptr, events)
                                                          : tr("Send %n sample(s)", nullptr, events));
    m_send->setEnabled(target.has_value());
    m_list->show(started ? listed() : QList<ProofRun::Sample>());
    m_result->setVisible(started);
    m_resultIcon->setIcon(iconOf(outcome), toneOf(outcome));
    m_resultWord->setTone(toneOf(outcome));
    m_resultWord->setText(plainText(m_run.resultWord()));
    m_sentence->setText(plainText(m_run.sentence()));
    // What is held up goes when its reason has gone: sending again would only add to it.
    const bool heldUp = outcome == ProofRun::Outcome::HeldUp;
    m_tryAgain->setVisible(heldUp);
    if (heldUp && m_send->hasFocus()) {
        m_tryAgain->setFocus(Qt::OtherFocusReason);
    }
    m_send->setVisible(!heldUp);
    m_byHand->setVisible(outcome == ProofRun::Outcome::AcceptedOnly);
    const QSignalBlocker blocker(m_seen);
    m_seen->setChecked(m_run.record() && m_run.record()->seenByPerson != 0);
}

//! The samples, but for those of a proven or failed run that have left the log: nothing is known of their states.
QList<ProofRun::Sample> ProvePage::listed() const
{
    const ProofRun::Outcome outcome = m_run.outcome();
    QList<ProofRun::Sample> samples = m_run.samples();
    if (outcome == ProofRun::Outcome::Proven || outcome == ProofRun::Outcome::Failed) {
        samples.removeIf([](const ProofRun::Sample &sample) { return !sample.entry; });
    }
    return samples;
}

void ProvePage::copyMessageIds()
{
    QStringList ids;
    for (const ProofRun::Sample &sample : m_run.samples()) {
        ids.append(sample.messageId);
    }
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

QString ProvePage::note() const
{
    return m_run.outcome() == ProofRun::Outcome::NotStarted ? tr("Not proven yet. You can go on, and prove it later.")
                                                            : tr("Result: %1").arg(plainText(m_run.resultWord()));
}

void ProvePage::focusFirst()
{
    (m_send->isHidden() ? m_tryAgain : m_send)->setFocus(Qt::OtherFocusReason);
}

} // namespace segue
