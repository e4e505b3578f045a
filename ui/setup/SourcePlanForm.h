// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/SourcePlan.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace segue {

class ToneLabel;

//! What is to be made in Segment: the few things that can be chosen, below them in words all that will be done, and one
//! button that confirms it.
class SourcePlanForm : public QWidget
{
    Q_OBJECT
public:
    explicit SourcePlanForm(QWidget *parent = nullptr);

    //! Fills the fields from the plan.
    void show(const SourcePlan &plan);
    //! The slugs have changed: another is suggested when the one in the field is taken. The rest stays.
    void setTaken(const QStringList &slugs);
    //! The plan as the fields say it.
    SourcePlan plan() const;
    void setBusy(bool busy);
    void focusFirst();

Q_SIGNALS:
    //! A person has confirmed this plan.
    void confirmed(const segue::SourcePlan &plan);

private:
    struct Option
    {
        CatalogOption option;
        QLineEdit *edit = nullptr; //!< one of the two
        QCheckBox *box = nullptr;
    };
    void addOption(const CatalogOption &option);
    void clearOptions();
    static QJsonValue valueOf(const Option &option);
    void nameEdited();
    void refresh();

    SourcePlan m_plan;
    QFormLayout *m_fields;
    QLineEdit *m_name;
    QLineEdit *m_slug;
    QCheckBox *m_enabled;
    QCheckBox *m_label;
    QList<Option> m_options;
    ToneLabel *m_heading;
    ToneLabel *m_sentences;
    ToneLabel *m_fault;
    QPushButton *m_make;
    bool m_slugTyped = false;
    bool m_busy = false;
};

} // namespace segue
