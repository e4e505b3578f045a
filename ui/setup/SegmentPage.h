// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/KeyTwins.h"
#include "ui/setup/WizardPage.h"

class QPushButton;

namespace segue {

class ChoiceRow;
class KeyField;
class KeyProbeLine;
class LinkButton;
class WorkspacePanel;

//! Page 2: the source in Segment and its write key: pasted, or by a token from the source that is found or made. Each way
//! ends with keyStored().
class SegmentPage : public WizardPage
{
    Q_OBJECT
public:
    SegmentPage(AppContext &context, SetupDraft &draft, QWidget *parent = nullptr);

    QString missing() const override;
    QString note() const override;
    //! Puts the key into the keychain, then looks whether it stands elsewhere too; that is said once before it goes on.
    void proceed() override;
    void leave() override;
    void focusFirst() override;
    //! The way by a token is shown the next time.
    static void chooseTokenWay(Settings &settings);

protected:
    void fill() override;
    void read() override {}

private:
    enum class Way { Paste, Find, Make };

    QWidget *makePastePart();
    Way way() const;
    bool isToStore() const;
    void showWay();
    void panelSettled();
    void keyChanged();
    void store(SecretPlace place);
    void keyStored(SecretPlace place, const Status &stored);
    void lookForTwins(const Secret &key);
    void twinsFound(const KeyTwins::Found &found);
    void say(const QString &text, Tone tone, bool offerSession = false);

    KeyTwins m_twins;
    ChoiceRow *m_way;
    QWidget *m_pastePart;
    WorkspacePanel *m_panel;
    LinkButton *m_catalog;
    ToneLabel *m_steps;
    KeyField *m_key;
    KeyProbeLine *m_probe;
    ToneLabel *m_message;
    QPushButton *m_sessionOnly;
    Secret m_waiting; //!< between storing and comparing
    bool m_twinsSaid = false;
    bool m_filling = false;
    bool m_owesFocus = false; //!< to what there is to do, as soon as the panel knows it
    QString m_wayWanted;      //!< as remembered when it was shown last
    ConnectionId m_shown; //!< whose way is chosen
    quint64 m_visit = 0;  //!< answers to an earlier visit of the page only tell that a key is kept
};

} // namespace segue
