// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/ProofRun.h"
#include "app/setup/RunFigures.h"
#include "ui/setup/WizardPage.h"

class QCheckBox;
class QFrame;
class QPushButton;
class QTimer;

namespace segue {

class IconLabel;
class LinkButton;
class ProofList;

//! Page 6: one sample of each selected event is sent, and what becomes of each is shown as it happens. Further evidence
//! about the run stands below the result as a part of its own.
class ProvePage : public WizardPage
{
    Q_OBJECT
public:
    ProvePage(AppContext &context, SetupDraft &draft, QWidget *parent = nullptr);

    QString note() const override;
    void focusFirst() override;
    void leave() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void fill() override;
    void read() override {}

private:
    QWidget *makeResult();
    QWidget *makeByHand();
    std::optional<Connection> connection() const;
    void send();
    void start(const Connection &target);
    void runChanged();
    void watchFigures();
    void refresh();
    QList<ProofRun::Sample> listed() const;
    void copyMessageIds();

    ProofRun m_run;
    RunFigures m_figures;
    ToneLabel *m_what;
    QCheckBox *m_keepOut;
    ToneLabel *m_keepOutNote;
    QPushButton *m_send;
    QTimer *m_justSent;
    ProofList *m_list;
    QFrame *m_result;
    IconLabel *m_resultIcon;
    ToneLabel *m_resultWord;
    ToneLabel *m_sentence;
    QPushButton *m_tryAgain;
    QWidget *m_byHand;
    ToneLabel *m_byHandText;
    LinkButton *m_debugger;
    QCheckBox *m_seen;
};

} // namespace segue
