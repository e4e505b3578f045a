// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/SetupWizard.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "ui/setup/LeaveQuestion.h"
#include "ui/setup/NamePage.h"
#include "ui/setup/PageArea.h"
#include "ui/setup/StepList.h"
#include "ui/setup/TabOrder.h"
#include "ui/setup/WizardPages.h"
#include "ui/widgets/Labels.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace segue {

namespace {
constexpr int kStepsWidth = 190;
constexpr int kSaveMs = 300; // after the last edit
constexpr qsizetype kLongestShownName = 60;

SetupStep stepAfter(SetupStep step, int by)
{
    return static_cast<SetupStep>(std::clamp(static_cast<int>(step) + by, 0, kSetupSteps - 1));
}
} // namespace

SetupWizard::SetupWizard(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_steps(new StepList(this))
    , m_stack(new QStackedWidget(this))
    , m_hint(new ToneLabel(Tone::Muted, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(this))
    , m_saveTimer(new QTimer(this))
{
    setObjectName(QStringLiteral("setupWizard"));
    setAccessibleName(tr("New connection"));
    lay();
    m_saveTimer->setSingleShot(true);
    m_saveTimer->setInterval(kSaveMs);
    connect(m_saveTimer, &QTimer::timeout, this, &SetupWizard::persist);
    connect(m_steps, &StepList::chosen, this, &SetupWizard::goTo);
    connect(m_next, &QPushButton::clicked, this, &SetupWizard::next);
    connect(m_back, &QPushButton::clicked, this, &SetupWizard::back);
    connect(m_cancel, &QPushButton::clicked, this, &SetupWizard::askToLeave);
}

SetupWizard::~SetupWizard()
{
    suspend();
}

void SetupWizard::lay()
{
    auto *side = new QWidget(this);
    side->setObjectName(QStringLiteral("sidebar"));
    side->setAttribute(Qt::WA_StyledBackground);
    side->setFixedWidth(kStepsWidth);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 14, 0, 10);
    sideColumn->addWidget(m_steps);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_stack, 1);
    right->addWidget(makeFoot());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(side);
    row->addLayout(right, 1);
}

QWidget *SetupWizard::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setObjectName(QStringLiteral("panelFoot"));
    foot->setAttribute(Qt::WA_StyledBackground);
    m_hint->setObjectName(QStringLiteral("wizardHint"));
    m_hint->setWordWrap(true);
    m_cancel->setObjectName(QStringLiteral("wizardCancel"));
    m_back->setObjectName(QStringLiteral("wizardBack"));
    m_next->setObjectName(QStringLiteral("wizardNext"));
    m_next->setProperty("primary", true);
    pressBy(QKeySequence(Qt::CTRL | Qt::Key_Return), m_next, this);
    pressBy(QKeySequence(Qt::ALT | Qt::Key_Left), m_back, this);
    pressBy(QKeySequence(Qt::Key_Escape), m_cancel, this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(28, 12, 28, 12);
    row->setSpacing(8);
    row->addWidget(m_hint, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_back);
    row->addWidget(m_next);
    return foot;
}

WizardPage *SetupWizard::page(SetupStep step)
{
    const auto index = static_cast<std::size_t>(step);
    if (m_pages.at(index) == nullptr) {
        WizardPage *made = makeWizardPage(step, m_context, m_draft);
        auto *area = new PageArea(m_stack);
        area->setWidget(made);
        m_stack->addWidget(area);
        m_pages.at(index) = made;
        m_areas.at(index) = area;
        connect(made, &WizardPage::edited, this, &SetupWizard::edited);
        connect(made, &WizardPage::stateChanged, this, &SetupWizard::refresh);
        connect(made, &WizardPage::nextWanted, m_next, &QPushButton::click);
        connect(made, &WizardPage::problem, this, &SetupWizard::problem);
        connect(made, &WizardPage::stepWanted, this, &SetupWizard::goTo);
        connect(made, &WizardPage::proceeded, this, &SetupWizard::pageProceeded);
        connect(made, &WizardPage::held, this, &SetupWizard::pageHeld);
        if (auto *first = qobject_cast<NamePage *>(made)) {
            connect(first, &NamePage::resumeWanted, this, &SetupWizard::resume);
            connect(first, &NamePage::discardWanted, this, &SetupWizard::discard);
        }
    }
    return m_pages.at(index);
}

void SetupWizard::startNew()
{
    SetupDraft fresh;
    fresh.id = ConnectionId::create();
    open(fresh, false);
}

bool SetupWizard::hasKey(const SetupDraft &draft) const
{
    return draft.keyExpected || m_context.secrets().isSessionOnly(SecretName::writeKey(draft.id));
}

void SetupWizard::resume(const ConnectionId &id)
{
    suspend();
    auto draft = m_context.drafts().find(id);
    if (!draft) {
        return;
    }
    if (const auto connection = m_context.connections().find(id)) {
        draft->take(*connection); // it may have been changed elsewhere since
    }
    if (!hasKey(*draft) && draft->step > SetupStep::Segment) {
        draft->step = SetupStep::Segment; // a key for one session is gone with it
    }
    open(*draft, true);
}

void SetupWizard::prove(const ConnectionId &id)
{
    const auto connection = m_context.connections().find(id);
    if (!connection) {
        return;
    }
    SetupDraft draft;
    draft.finished = true; // unless it was begun and not finished
    draft = m_context.drafts().find(id).value_or(draft);
    draft.take(*connection);
    draft.step = SetupStep::Prove;
    draft.furthest = SetupStep::Done;
    open(draft, false);
}

void SetupWizard::open(const SetupDraft &draft, bool touched)
{
    suspend();
    m_draft = draft;
    m_touched = touched;
    m_active = true;
    showStep(draft.step);
}

void SetupWizard::suspend()
{
    if (m_active) {
        shownPage()->leave();
        persist();
        m_active = false;
        m_busy = false;
    }
}

void SetupWizard::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    persist();
}

QString SetupWizard::title() const
{
    const QString name = plainTextCut(m_draft.name.trimmed(), kLongestShownName);
    return name.isEmpty() ? tr("New connection") : tr("New connection — %1").arg(name);
}

void SetupWizard::edited()
{
    if (!m_active) {
        return;
    }
    m_touched = true;
    m_fault.clear();
    m_saveTimer->start();
    Q_EMIT titleChanged();
}

void SetupWizard::persist()
{
    m_saveTimer->stop();
    if (!m_active || !m_touched) {
        return;
    }
    if (const Status kept = m_context.drafts().save(m_draft); !kept) {
        Q_EMIT problem(kept.error().userText);
    }
}

void SetupWizard::next()
{
    if (m_draft.step == SetupStep::Done) {
        finish();
    } else {
        goTo(stepAfter(m_draft.step, 1));
    }
}

void SetupWizard::back()
{
    if (m_draft.step != SetupStep::Name) {
        goTo(stepAfter(m_draft.step, -1));
    }
}

void SetupWizard::goTo(SetupStep step)
{
    if (step < m_draft.step) {
        m_busy = false;
        shownPage()->leave();
        if (m_draft.furthest >= SetupStep::Prove) {
            static_cast<void>(saveConnection().ok()); // what cannot be saved waits on its page, which says so
        }
        showStep(step);
        return;
    }
    if (m_busy || step == m_draft.step || !shownPage()->missing().isEmpty()) {
        return;
    }
    m_busy = true;
    m_touched = true;
    m_target = step;
    persist();
    refresh();
    // On disk before a key is stored under its id.
    whenAnswered(m_context.drafts().written(), this, [this, turn = ++m_turn](const Status &) {
        if (turn == m_turn && m_busy) {
            shownPage()->proceed();
        }
    });
}

void SetupWizard::pageProceeded()
{
    if (!m_active) {
        return;
    }
    m_busy = false;
    if (m_target >= SetupStep::Prove) {
        if (const Status saved = saveConnection(); !saved) {
            m_fault = saved.error().userText;
            refresh();
            return;
        }
    }
    shownPage()->leave();
    showStep(m_target);
}

void SetupWizard::pageHeld()
{
    m_busy = false;
    refresh();
    shownPage()->focusFirst();
}

void SetupWizard::showStep(SetupStep step)
{
    m_fault.clear();
    m_draft.step = step;
    m_draft.furthest = std::max(m_draft.furthest, step);
    persist();
    WizardPage *shown = page(step);
    QScrollArea *area = m_areas.at(static_cast<std::size_t>(step));
    m_steps->show(step, m_draft.furthest);
    shown->load();
    area->ensureVisible(0, 0);
    m_stack->setCurrentWidget(area);
    tabThrough(m_steps, shown, {m_cancel, m_back, m_next});
    refresh();
    shown->focusFirst();
    Q_EMIT titleChanged();
}

Status SetupWizard::saveConnection()
{
    const auto before = m_context.connections().find(m_draft.id);
    QList<Connection> others = m_context.connections().all();
    others.removeIf([this](const Connection &each) { return each.id == m_draft.id; });
    const Result<Connection> made = m_draft.connection(before.value_or(Connection()), others);
    if (!made) {
        return made.error();
    }
    if (before == made.value()) {
        return done;
    }
    Status written = before ? m_context.connections().update(made.value()) : m_context.connections().add(made.value());
    if (Courier *courier = m_context.courier(); courier && written) {
        courier->tryNow(m_draft.id);
    }
    return written;
}

void SetupWizard::finish()
{
    if (const Status saved = saveConnection(); !saved) {
        m_fault = saved.error().userText;
        refresh();
        return;
    }
    m_draft.finished = true;
    m_touched = true;
    suspend();
    Q_EMIT finished(m_draft.id);
}

void SetupWizard::askToLeave()
{
    if (m_draft.step == SetupStep::Done) {
        finish(); // everything is saved: there is nothing to ask about
        return;
    }
    if (!m_touched || m_draft.finished) {
        suspend();
        Q_EMIT left();
        return;
    }
    persist();
    const bool saved = m_context.connections().find(m_draft.id).has_value();
    LeaveQuestion *question = LeaveQuestion::open(plainTextCut(m_draft.name.trimmed(), kLongestShownName), saved, this);
    connect(question, &LeaveQuestion::keep, this, [this] {
        suspend();
        Q_EMIT left();
    });
    connect(question, &LeaveQuestion::discard, this, [this] {
        m_touched = false;
        suspend();
        discard(m_draft.id);
        Q_EMIT left();
    });
}

void SetupWizard::discard(const ConnectionId &id)
{
    if (const Status gone = m_context.drafts().discard(id); !gone) {
        Q_EMIT problem(gone.error().userText);
    }
    shownPage()->focusFirst();
}

void SetupWizard::refresh()
{
    if (!m_active) {
        return;
    }
    WizardPage *shown = shownPage();
    m_steps->setStandings(SetupProgress::of(m_draft, hasKey(m_draft)), m_draft.region);
    const bool last = m_draft.step == SetupStep::Done;
    m_cancel->setVisible(!last);
    m_back->setEnabled(m_draft.step != SetupStep::Name);
    m_next->setText(last ? tr("Finish") : tr("Next: %1", "the name of the next step")
                                              .arg(StepList::stepName(stepAfter(m_draft.step, 1), m_draft.region)));
    const QString missing = shown->missing();
    m_next->setEnabled(missing.isEmpty() && !m_busy);
    m_hint->setTone(!m_fault.isEmpty() ? Tone::Warning : missing.isEmpty() ? Tone::Muted : Tone::Plain);
    m_hint->setText(plainText(!m_fault.isEmpty() ? m_fault : missing.isEmpty() ? shown->note() : missing));
}

} // namespace segue
