// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/ProofRun.h"
#include "ui/setup/WizardPage.h"

class QGridLayout;
class QPushButton;

namespace segue {

class DestinationsList;
class WarehouseCard;

//! Page 7: what was set up, what was proven, and what to do next.
class DonePage : public WizardPage
{
    Q_OBJECT
public:
    DonePage(AppContext &context, SetupDraft &draft, QWidget *parent = nullptr);

    void focusFirst() override;

protected:
    void fill() override;
    void read() override {}

private:
    struct Line
    {
        QString label;
        QString value;
    };
    QList<Line> lines() const;
    void showLines();
    QString nextSteps() const;
    void copy();

    ProofRun m_run; //!< watched for its result
    QGridLayout *m_summary;
    QList<ToneLabel *> m_labels;
    QList<ToneLabel *> m_values;
    ToneLabel *m_next;
    QPushButton *m_copy;
    DestinationsList *m_destinations;
    WarehouseCard *m_warehouse;
};

} // namespace segue
