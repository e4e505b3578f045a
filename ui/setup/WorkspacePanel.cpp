// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/WorkspacePanel.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/setup/TokenRemark.h"
#include "ui/setup/AskingLine.h"
#include "ui/setup/ChoiceList.h"
#include "ui/setup/SourcePlanForm.h"
#include "ui/setup/TokenEntry.h"
#include "ui/widgets/Labels.h"

#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace segue {

WorkspacePanel::WorkspacePanel(AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_entry(
          new TokenEntry({QStringLiteral("segmentToken"), tr("Token of Segment's Public API"),
                          tr("A Workspace Owner makes it in Segment, under Settings › Workspace settings › Access "
                             "Management › Tokens (plans Team and Business). With the role Workspace Owner it can read "
                             "and change everything in the workspace. Segue reads the list of sources, and changes "
                             "nothing without telling you first and asking."),
                          tr("Look into the workspace"), {}, &TokenRemark::ofSegment},
                         this))
    , m_line(new AskingLine(QStringLiteral("workspace"), this))
    , m_workspace(new ToneLabel(Tone::Plain, this))
    , m_remark(new ToneLabel(Tone::Muted, this))
    , m_list(new ChoiceList(this))
    , m_model(new QStandardItemModel(this))
    , m_plan(new SourcePlanForm(this))
    , m_made(new ToneLabel(Tone::Good, this))
{
    lay();
    connect(m_entry, &TokenEntry::given, this, &WorkspacePanel::useTyped);
    connect(m_entry, &TokenEntry::edited, this, &WorkspacePanel::stateChanged);
    connect(m_entry, &TokenEntry::letGo, this, &WorkspacePanel::forgetToken);
    connect(m_entry, &TokenEntry::sessionWanted, this, [this] { keepToken(SecretPlace::SessionOnly); });
    connect(m_line, &AskingLine::cancelled, this, &WorkspacePanel::cancel);
    connect(m_line, &AskingLine::again, this, &WorkspacePanel::again);
    connect(m_list, &ChoiceList::chosen, this, [this](const QString &id) {
        m_chosenId = id;
        refresh();
        Q_EMIT chosen();
    });
    connect(m_list, &ChoiceList::settled, this, [this](const QString &id) {
        m_chosenId = id;
        refresh();
        Q_EMIT goOn();
    });
    connect(m_plan, &SourcePlanForm::confirmed, this, &WorkspacePanel::make);
    enter(State::Idle);
}

WorkspacePanel::~WorkspacePanel() = default;

void WorkspacePanel::lay()
{
    m_workspace->setObjectName(QStringLiteral("workspaceName"));
    m_workspace->setWordWrap(true);
    m_remark->setObjectName(QStringLiteral("workspaceRemark"));
    m_remark->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("sourceList"));
    m_list->setAccessibleName(tr("Pushwoosh sources of the workspace"));
    m_list->setModel(m_model);
    m_made->setObjectName(QStringLiteral("sourceMade"));
    m_made->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_entry);
    column->addWidget(m_line);
    column->addWidget(m_workspace);
    column->addWidget(m_made);
    column->addWidget(m_list);
    column->addWidget(m_plan);
    column->addWidget(m_remark);
}

void WorkspacePanel::open(const SetupDraft &draft, bool hasKey, Mode mode)
{
    const bool other = draft.id != m_draft.id || draft.region != m_draft.region;
    const bool otherPlan = other || draft.name != m_draft.name || draft.environment != m_draft.environment;
    m_draft = draft;
    m_hasKey = hasKey;
    m_mode = mode;
    if (other) {
        m_chosenId.clear();
        m_madeId.clear();
        reset();
        m_entry->askForOne(); // what was typed belongs to another workspace
    }
    m_hasPlan = m_hasPlan && !otherPlan;
    if (m_state == State::Idle) {
        readToken();
    } else if (m_state == State::Ready && m_mode == Mode::Make && !m_hasPlan) {
        askForPlan();
    } else {
        refresh();
    }
}

void WorkspacePanel::leave()
{
    reset();
}

void WorkspacePanel::reset()
{
    ++m_asking;
    m_provisioner.reset();
    m_token = {};
    m_tokenIsKept = false;
    m_hasPlan = false;
    m_view = {};
    m_line->clear();
    enter(State::Idle);
}

void WorkspacePanel::readToken()
{
    begin(State::Asking, tr("Looking for a token in the keychain…"));
    const auto kept = m_context.workspaces().open(m_draft.region);
    whenAnswered(kept, this, [this, asking = ++m_asking](const Result<std::shared_ptr<PublicApi>> &api) {
        if (asking != m_asking) {
            return;
        }
        if (api) {
            use(api.value(), true);
            return;
        }
        const bool hadFocus = m_line->hasButtonFocus();
        m_line->clear();
        if (!m_entry->isWanted()) {
            m_entry->askForOne(); // one that was used once is gone
        }
        enter(State::WantsToken);
        if (api.error().code != ErrorCode::Absent) {
            m_line->failed(api.error().userText, false);
        }
        if (hadFocus) {
            focusFirst();
        }
    });
}

void WorkspacePanel::useTyped()
{
    m_token = m_entry->typed();
    use(m_context.workspaces().openWith(m_draft.region, m_token), false);
}

void WorkspacePanel::use(std::shared_ptr<PublicApi> api, bool isKept)
{
    m_tokenIsKept = isKept;
    m_provisioner = std::make_unique<SourceProvisioner>(std::move(api), m_context.secrets(), m_context.redactor());
    if (isKept) {
        const bool session = m_context.secrets().isSessionOnly(WorkspaceAccess::nameOf(m_draft.region));
        m_entry->showInUse(session ? TokenEntry::Place::Session : TokenEntry::Place::Keychain);
    }
    ask();
}

void WorkspacePanel::ask()
{
    begin(State::Asking,
          tr("Asking Segment (%1) for the sources of the workspace…").arg(PublicApi::baseOf(m_draft.region).host()));
    whenAnswered(m_provisioner->read(m_draft.id, m_hasKey), this,
                 [this, asking = ++m_asking](const Result<WorkspaceView> &view) {
                     if (asking == m_asking) {
                         asked(view);
                     }
                 });
}

void WorkspacePanel::asked(const Result<WorkspaceView> &view)
{
    if (!view) {
        // A typed token stays in its field, to be mended.
        fail(view.error().userText, State::Failed);
        return;
    }
    const bool hadFocus = m_line->hasButtonFocus();
    m_view = view.value();
    m_line->clear();
    if (!m_token.isEmpty()) {
        if (m_entry->isToBeKept()) {
            keepToken(SecretPlace::Keychain);
        } else {
            m_token = {};
        }
        m_entry->showInUse(TokenEntry::Place::Once);
    }
    if (m_chosenId.isEmpty()) {
        const auto same = std::ranges::find_if(m_view.sources, [this](const SegmentSource &source) {
            return source.name == m_draft.name.trimmed() || source.slug == m_draft.name.trimmed();
        });
        m_chosenId = !m_view.matchedId.isEmpty()    ? m_view.matchedId
                     : same != m_view.sources.end() ? same->id
                                                    : QString();
    }
    enter(State::Ready);
    if (m_mode == Mode::Make) {
        askForPlan();
    }
    if (hadFocus) {
        focusFirst();
    }
}

void WorkspacePanel::keepToken(SecretPlace place)
{
    const auto kept = m_context.workspaces().keep(m_draft.region, m_token, place);
    whenAnswered(kept, this, [this, place, asking = m_asking, id = m_draft.id](const Status &status) {
        if (asking <= m_asking && id == m_draft.id && m_provisioner) {
            tokenKept(place, status);
        }
    });
}

void WorkspacePanel::tokenKept(SecretPlace place, const Status &kept)
{
    if (!kept) {
        m_entry->showNotKept(kept.error().userText);
        return;
    }
    m_token = {};
    m_tokenIsKept = true;
    m_entry->showInUse(place == SecretPlace::Keychain ? TokenEntry::Place::Keychain : TokenEntry::Place::Session);
}

void WorkspacePanel::forgetToken()
{
    const bool wasKept = m_tokenIsKept;
    reset();
    m_entry->askForOne();
    enter(State::WantsToken);
    m_entry->focusField();
    if (!wasKept) {
        return;
    }
    whenAnswered(m_context.workspaces().forget(m_draft.region), this, [this, asking = m_asking](const Status &gone) {
        if (asking == m_asking && !gone) {
            m_line->failed(tr("The token may still be in the keychain. %1").arg(gone.error().userText), false);
        }
    });
}

void WorkspacePanel::askForPlan()
{
    if (m_hasPlan || !m_madeId.isEmpty()) {
        refresh();
        return;
    }
    begin(State::Asking, tr("Asking Segment what a Pushwoosh source takes…"));
    whenAnswered(m_provisioner->plan(m_draft.name, m_draft.environment), this,
                 [this, asking = ++m_asking](const Result<SourcePlan> &plan) {
                     if (asking != m_asking) {
                         return;
                     }
                     if (!plan) {
                         fail(plan.error().userText, State::Failed);
                         return;
                     }
                     const bool hadFocus = m_line->hasButtonFocus();
                     m_hasPlan = true;
                     m_plan->show(plan.value());
                     m_line->clear();
                     enter(State::Ready);
                     if (hadFocus) {
                         focusFirst();
                     }
                 });
}

void WorkspacePanel::make(const SourcePlan &plan)
{
    begin(State::Making, tr("Making the source in Segment…"));
    whenAnswered(m_provisioner->make(plan), this, [this, asking = ++m_asking](const Result<MadeSource> &source) {
        if (asking == m_asking) {
            made(source);
        }
    });
}

void WorkspacePanel::made(const Result<MadeSource> &made)
{
    m_view = m_provisioner->view();
    if (!made) {
        m_plan->setTaken(m_view.slugs);
        fail(made.error().userText, State::Ready);
        return;
    }
    const SegmentSource &source = made.value().source;
    m_madeId = source.id;
    m_chosenId = source.id;
    QStringList told{tr("The source “%1” is made.").arg(shownName(source))};
    for (const QString &trouble : made.value().troubles) {
        told.append(plainText(trouble));
    }
    if (SourceProvisioner::keyOf(source).isEmpty()) {
        told.append(SourceProvisioner::hiddenKeySentence());
    }
    m_made->setTone(told.size() == 1 ? Tone::Good : Tone::Warning);
    m_made->setText(told.join(u'\n'));
    const bool hadFocus = m_line->hasButtonFocus();
    m_line->clear();
    enter(State::Ready);
    if (hadFocus) {
        focusFirst();
    }
}

void WorkspacePanel::cancel()
{
    ++m_asking;
    if (m_provisioner) {
        m_provisioner->abort();
        fail(m_state == State::Making ? tr("Given up. Look into the list of sources whether it was made all the same.")
                                      : tr("Given up. Nothing was changed."),
             State::Failed);
    } else {
        m_line->clear();
        enter(State::WantsToken);
        m_entry->focusField();
    }
}

void WorkspacePanel::again()
{
    if (!m_token.isEmpty() && m_entry->isWanted()) {
        useTyped(); // as it stands in the field by now
    } else if (m_provisioner) {
        m_hasPlan = false;
        ask();
    }
}

} // namespace segue
