// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/setup/SourceProvisioner.h"
#include "ui/widgets/Tone.h"

#include <QWidget>

class QStandardItemModel;

namespace segue {

class AskingLine;
class ChoiceList;
class SourcePlanForm;
class ToneLabel;
class TokenEntry;

//! The way to a write key by a token of Segment's Public API: the source is found in the workspace, or made there. The
//! key itself is never seen here. It asks only while its page is shown.
class WorkspacePanel : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Find, Make };

    explicit WorkspacePanel(AppContext &context, QWidget *parent = nullptr);
    ~WorkspacePanel() override;

    //! The page is shown: a token that is kept is used at once.
    void open(const SetupDraft &draft, bool hasKey, Mode mode);
    //! The page is left: ends what is under way, and forgets a token that is not kept.
    void leave();

    //! A source is chosen whose key is not the one that is kept.
    bool hasChoice() const;
    Secret chosenKey() const;
    //! The key of the chosen source is the one that is kept now.
    void keyKept();
    //! What is missing before the next page, when no key is kept yet.
    QString missing() const;
    void focusFirst();

    //! Something is being asked, or is to be in a moment.
    bool isBusy() const { return m_state == State::Idle || m_state == State::Asking || m_state == State::Making; }

Q_SIGNALS:
    void stateChanged();
    //! Another source is chosen.
    void chosen();
    //! What there is to do is known: nothing is being asked any more.
    void settled();
    //! The choice is made, and the next page wanted.
    void goOn();

private:
    enum class State { Idle, WantsToken, Asking, Failed, Ready, Making };

    void lay();
    void reset();
    void readToken();
    void useTyped();
    void use(std::shared_ptr<PublicApi> api, bool isKept);
    void ask();
    void asked(const Result<WorkspaceView> &view);
    void keepToken(SecretPlace place);
    void tokenKept(SecretPlace place, const Status &kept);
    void forgetToken();
    void askForPlan();
    void make(const SourcePlan &plan);
    void made(const Result<MadeSource> &made);
    void cancel();
    void again();
    void begin(State state, const QString &text);
    void enter(State state);
    void fail(const QString &text, State state);
    void fillList();
    void refresh();
    //! The list is there to choose from: that is all, or the source is made.
    bool isFinding() const { return m_mode == Mode::Find || !m_madeId.isEmpty(); }
    const SegmentSource *chosenSource() const;
    static QString shownName(const SegmentSource &source);
    QString markOf(const SegmentSource &source) const;
    QString remark() const;

    AppContext &m_context;
    std::unique_ptr<SourceProvisioner> m_provisioner;
    SetupDraft m_draft; //!< as it was when the page was shown
    bool m_hasKey = false;
    Mode m_mode = Mode::Find;
    State m_state = State::Idle;
    bool m_tokenIsKept = false;
    Secret m_token; //!< as typed, until it is kept
    WorkspaceView m_view;
    QString m_chosenId;
    QString m_madeId;
    bool m_hasPlan = false;
    quint64 m_asking = 0; //!< answers to an earlier one are late

    TokenEntry *m_entry;
    AskingLine *m_line;
    ToneLabel *m_workspace;
    ToneLabel *m_remark;
    ChoiceList *m_list;
    QStandardItemModel *m_model;
    SourcePlanForm *m_plan;
    ToneLabel *m_made;
};

} // namespace segue
