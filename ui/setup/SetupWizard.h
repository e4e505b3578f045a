// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "ui/widgets/Tone.h"

#include <QWidget>

#include <array>

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTimer;

namespace segue {

class StepList;
class ToneLabel;
class WizardPage;

//! The guided way to a new connection: seven pages, one draft. What is put in is on disk within a moment and outlives a
//! crash; the connection is saved on the way to the proof, which needs it.
class SetupWizard : public QWidget
{
    Q_OBJECT
public:
    explicit SetupWizard(AppContext &context, QWidget *parent = nullptr);
    ~SetupWizard() override;

    void startNew();
    //! Goes on with a draft where it was left.
    void resume(const ConnectionId &id);
    //! A connection that is there, at the page where it is proven.
    void prove(const ConnectionId &id);
    //! Keeps what is there; nothing is asked. For when the window shows something else.
    void suspend();
    QString title() const;

Q_SIGNALS:
    void titleChanged();
    //! The connection is set up.
    void finished(const segue::ConnectionId &id);
    //! Left before the end; the draft is kept or gone, as the person said.
    void left();
    void problem(const QString &text);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void lay();
    QWidget *makeFoot();
    WizardPage *page(SetupStep step);
    WizardPage *shownPage() { return page(m_draft.step); }
    bool hasKey(const SetupDraft &draft) const;
    void open(const SetupDraft &draft, bool touched);
    void goTo(SetupStep step);
    void showStep(SetupStep step);
    void next();
    void pageProceeded();
    void pageHeld();
    void back();
    void edited();
    void persist();
    //! The connection as the draft says it, added or brought up to date.
    Status saveConnection();
    void finish();
    void askToLeave();
    void discard(const ConnectionId &id);
    void refresh();

    AppContext &m_context;
    SetupDraft m_draft;
    bool m_touched = false; //!< there is something to lose
    bool m_active = false;
    bool m_busy = false;
    quint64 m_turn = 0; //!< of pages that go on; a late one is dropped
    SetupStep m_target = SetupStep::Name; //!< where a page that proceeds leads to
    StepList *m_steps;
    QStackedWidget *m_stack;
    std::array<WizardPage *, kSetupSteps> m_pages{};
    std::array<QScrollArea *, kSetupSteps> m_areas{};
    ToneLabel *m_hint;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_next;
    QTimer *m_saveTimer;
    QString m_fault; //!< of the step that could not be done; until the next edit
};

} // namespace segue
