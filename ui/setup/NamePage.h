// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/WizardPage.h"

class QFrame;

namespace segue {

class NameFields;

//! Page 1: name, environment, region; and the way back to a draft that was begun before.
class NamePage : public WizardPage
{
    Q_OBJECT
public:
    NamePage(AppContext &context, SetupDraft &draft, QWidget *parent = nullptr);

    QString missing() const override;
    void focusFirst() override;

Q_SIGNALS:
    void resumeWanted(const segue::ConnectionId &id);
    void discardWanted(const segue::ConnectionId &id);

protected:
    void fill() override;
    void read() override;

private:
    void offerDraft();

    QFrame *m_offer;
    ToneLabel *m_offerText;
    ConnectionId m_offered;
    NameFields *m_fields;
};

} // namespace segue
