// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/setup/TrackedIds.h"
#include "app/setup/TrackingPlanMaker.h"
#include "app/setup/WarehousePlan.h"
#include "ui/widgets/Tone.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace segue {

class ToneLabel;

//! For the warehouse and for Protocols: the tables to come with a query for each, a tracking plan to save or to make in
//! Segment, and what the anonymous ids cost.
class WarehouseCard : public QFrame
{
    Q_OBJECT
public:
    explicit WarehouseCard(AppContext &context, QWidget *parent = nullptr);

    void show(const Connection &connection);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeTables();
    QWidget *makePlan();
    void showTable();
    QString query() const;
    void savePlan();
    void writePlan(const QString &path);
    void askPlan();
    void say(const QString &text, Tone tone);

    AppContext &m_context;
    TrackingPlanMaker m_maker;
    TrackedIds m_ids;
    Connection m_connection;
    WarehousePlan m_tables;
    TrackingPlanDraft m_plan;
    QComboBox *m_event;
    ToneLabel *m_place;
    QPlainTextEdit *m_query;
    QCheckBox *m_bigQuery;
    QPushButton *m_make;
    ToneLabel *m_planNote;
    ToneLabel *m_tracked;
};

} // namespace segue
