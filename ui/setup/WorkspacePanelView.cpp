// SPDX-License-Identifier: GPL-3.0-or-later
// How the panel looks in each of its states.
#include "ui/setup/WorkspacePanel.h"

#include "app/exports/PlainText.h"
#include "ui/setup/AskingLine.h"
#include "ui/setup/ChoiceList.h"
#include "ui/setup/SourcePlanForm.h"
#include "ui/setup/TokenEntry.h"
#include "ui/widgets/Labels.h"

#include <QStandardItemModel>

#include <algorithm>

namespace segue {

namespace {
constexpr qsizetype kLongestShown = 100;
}

QString WorkspacePanel::shownName(const SegmentSource &source)
{
    return plainTextCut(source.name.isEmpty() ? source.slug : source.name, kLongestShown);
}

// Whoever was at the keyboard here goes to what can be given up.
void WorkspacePanel::begin(State state, const QString &text)
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_line->asking(text);
    if (hadFocus) {
        m_line->focusButton();
    }
    enter(state);
}

void WorkspacePanel::enter(State state)
{
    const bool wasBusy = isBusy();
    m_state = state;
    const bool busy = state == State::Asking || state == State::Making;
    m_entry->setBusy(busy);
    m_plan->setBusy(busy);
    fillList();
    refresh();
    if (wasBusy && !isBusy()) {
        Q_EMIT settled();
    }
}

void WorkspacePanel::fail(const QString &text, State state)
{
    const bool hadFocus = m_line->hasButtonFocus();
    m_line->failed(text, state == State::Failed);
    enter(state);
    if (hadFocus && state != State::Failed) {
        focusFirst();
    }
}

void WorkspacePanel::fillList()
{
    m_model->clear();
    for (const SegmentSource &source : std::as_const(m_view.sources)) {
        auto *item = new QStandardItem(shownName(source));
        const QString slug = plainTextCut(source.slug, kLongestShown);
        const QString detail = source.enabled ? tr("%1, switched on", "slug of a source").arg(slug)
                                              : tr("%1, switched off", "slug of a source").arg(slug);
        const QString mark = markOf(source);
        item->setData(detail, ChoiceList::DetailRole);
        item->setData(mark, ChoiceList::MarkRole);
        item->setData(source.id, ChoiceList::IdRole);
        QStringList spoken{item->text(), detail};
        if (!mark.isEmpty()) {
            spoken.append(mark);
        }
        item->setData(spoken.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->choose(m_chosenId);
    m_list->updateGeometry();
}

QString WorkspacePanel::markOf(const SegmentSource &source) const
{
    if (source.id == m_view.matchedId) {
        return tr("its key is kept");
    }
    if (source.id == m_madeId) {
        return tr("just made");
    }
    return source.writeKeys.isEmpty() ? tr("key not visible") : QString();
}

const SegmentSource *WorkspacePanel::chosenSource() const
{
    const auto found = std::find_if(m_view.sources.begin(), m_view.sources.end(),
                                    [this](const SegmentSource &each) { return each.id == m_chosenId; });
    return found == m_view.sources.end() ? nullptr : &*found;
}

bool WorkspacePanel::hasChoice() const
{
    if (m_state != State::Ready || !isFinding()) {
        return false;
    }
    const SegmentSource *source = chosenSource();
    return source != nullptr && source->id != m_view.matchedId && !source->writeKeys.isEmpty();
}

Secret WorkspacePanel::chosenKey() const
{
    const SegmentSource *source = chosenSource();
    return source == nullptr ? Secret() : SourceProvisioner::keyOf(*source);
}

void WorkspacePanel::keyKept()
{
    m_hasKey = true;
    m_view.matchedId = m_chosenId;
    fillList();
    refresh();
}

QString WorkspacePanel::missing() const
{
    switch (m_state) {
    case State::Idle:
    case State::WantsToken:
        return m_entry->isTyped() ? tr("Press “%1” to go on.", "the text of a button").arg(tr("Look into the workspace"))
                                  : tr("Enter a token, or paste the write key, to go on.");
    case State::Asking:
    case State::Making:
        return tr("Segment is being asked…");
    case State::Failed:
        return tr("Try again, or paste the write key, to go on.");
    case State::Ready:
        break;
    }
    const SegmentSource *source = chosenSource();
    if (!isFinding()) {
        return tr("Make the source, or choose another way, to go on.");
    }
    if (source != nullptr && source->writeKeys.isEmpty()) {
        return tr("The token does not see this source's write key: paste it, or use another token.");
    }
    return source == nullptr ? tr("Choose a source to go on.") : QString();
}

// What is worth a word below the list or the plan.
QString WorkspacePanel::remark() const
{
    if (m_state != State::Ready) {
        return {};
    }
    if (!isFinding()) {
        const auto same = std::ranges::find_if(m_view.sources, [this](const SegmentSource &source) {
            return source.name.compare(m_draft.name.trimmed(), Qt::CaseInsensitive) == 0;
        });
        return same == m_view.sources.end() ? QString()
                                            : tr("The workspace has a Pushwoosh source called “%1” already. Find it "
                                                 "instead, or make another one.")
                                                  .arg(shownName(*same));
    }
    if (m_view.sources.isEmpty()) {
        return tr(
            "The workspace has no Pushwoosh source yet. Make one with the token, or add one in Segment by hand and "
            "paste its key.");
    }
    const SegmentSource *source = chosenSource();
    if (m_view.hidesKeys() || (source != nullptr && source->writeKeys.isEmpty())) {
        return SourceProvisioner::hiddenKeySentence();
    }
    if (source != nullptr && source->writeKeys.size() > 1 && source->id != m_view.matchedId) {
        return tr("The source has %n write keys; the first is taken.", nullptr,
                  static_cast<int>(source->writeKeys.size()));
    }
    if (source != nullptr && !source->enabled) {
        return tr("The source is switched off: Segment drops its events until somebody switches it on there.");
    }
    return {};
}

void WorkspacePanel::refresh()
{
    const bool ready = m_state == State::Ready || m_state == State::Making;
    const bool hasView = !m_view.workspace.id.isEmpty() || !m_view.workspace.name.isEmpty();
    const bool isMade = !m_madeId.isEmpty();
    m_entry->setVisible(m_state != State::Asking || m_provisioner != nullptr); // while the keychain is asked for one
    m_workspace->setText(tr("Workspace “%1”").arg(plainTextCut(m_view.workspace.name, kLongestShown)));
    m_workspace->setVisible(hasView);
    m_list->setVisible(ready && isFinding() && !m_view.sources.isEmpty());
    m_plan->setVisible(ready && !isFinding() && m_hasPlan);
    m_made->setVisible(ready && isMade);
    const QString text = remark();
    const SegmentSource *source = chosenSource();
    const bool warns = source != nullptr && (source->writeKeys.isEmpty() || !source->enabled);
    m_remark->setTone(warns || !isFinding() ? Tone::Warning : Tone::Muted);
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
    Q_EMIT stateChanged();
}

void WorkspacePanel::focusFirst()
{
    if (!m_list->isHidden()) {
        m_list->setFocus(Qt::OtherFocusReason);
    } else if (!m_plan->isHidden()) {
        m_plan->focusFirst();
    } else if (m_state == State::WantsToken || (m_state == State::Failed && m_entry->isWanted())) {
        m_entry->focusField();
    } else {
        m_line->focusButton();
    }
}

} // namespace segue
