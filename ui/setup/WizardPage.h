// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "ui/widgets/Tone.h"

#include <QWidget>

class QVBoxLayout;

namespace segue {

class ToneLabel;

//! One page of the way to a connection: shows a part of the draft and writes what a person puts in back into it at once,
//! so that nothing typed is lost by going elsewhere. The draft is the wizard's.
class WizardPage : public QWidget
{
    Q_OBJECT
public:
    WizardPage(AppContext &context, SetupDraft &draft, const QString &title, const QString &subtitle,
               QWidget *parent = nullptr);

    //! Shows what the draft says.
    void load();
    //! What is missing before the next page, in one line; empty when nothing is.
    virtual QString missing() const { return {}; }
    //! What is worth knowing when nothing is missing, in one line.
    virtual QString note() const { return {}; }
    //! Does what the next page needs, then emits proceeded(), or held() when it could not.
    virtual void proceed() { Q_EMIT proceeded(); }
    //! The page is left: what is under way goes on unwatched.
    virtual void leave() {}
    virtual void focusFirst() = 0;

Q_SIGNALS:
    //! A person changed the draft.
    void edited();
    //! missing() or note() may say something else.
    void stateChanged();
    void proceeded();
    void held();
    //! Return was pressed in a field.
    void nextWanted();
    void problem(const QString &text);
    //! An earlier page has what is wanted here.
    void stepWanted(segue::SetupStep step);

protected:
    //! Fills the widgets from the draft; what they emit meanwhile is no edit.
    virtual void fill() = 0;
    //! Writes the widgets into the draft.
    virtual void read() = 0;
    //! To be connected to the widgets' signals.
    void take();

    AppContext &context() const { return m_context; }
    SetupDraft &draft() const { return m_draft; }
    //! Whether the draft is a connection by now.
    bool isSaved() const;
    //! A key is kept for it, in the keychain or for this session.
    bool hasKey() const;
    QVBoxLayout *body() const { return m_body; }
    //! Another heading than the one it began with.
    void setTitle(const QString &title);
    //! A paragraph of plain text.
    ToneLabel *addText(const QString &text, Tone tone = Tone::Muted);

private:
    AppContext &m_context;
    SetupDraft &m_draft;
    QVBoxLayout *m_body;
    ToneLabel *m_heading;
    bool m_filling = false;
};

} // namespace segue
