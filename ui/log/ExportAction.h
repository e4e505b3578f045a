// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/exports/EventExport.h"

#include <QObject>

class QAbstractItemView;
class QAction;
class QFileDialog;

namespace segue {

class EventLogModel;
class ExportDialog;
class MessageBar;

//! *Export…*: asks what and where to, has it written, and tells in the message bar how far it is and what came of it.
//! Nothing here waits.
class ExportAction : public QObject
{
    Q_OBJECT
public:
    //! All are borrowed. The action is added to the table, for its menu and the keyboard.
    ExportAction(AppContext &context, EventLogModel &model, QAbstractItemView &table, MessageBar &messages,
                 QWidget *window);

    QAction *action() const { return m_action; }
    //! Asks; while an export is under way, shows how far it is.
    void ask();
    //! The selected entries, ascending. Quick, however many there are.
    std::vector<EntryId> selected() const;

private:
    void askWhere(const ExportDialog &what);
    void start(ExportRequest request);
    void tellProgress(qint64 written, qint64 total);
    void showProgress(bool isUpdate);
    void tellEnd(const ExportOutcome &outcome);

    AppContext &m_context;
    EventLogModel &m_model;
    QAbstractItemView &m_table;
    MessageBar &m_messages;
    QWidget *m_window;
    QAction *m_action;
    EventExport m_export;
    ExportFormat m_format = ExportFormat::Ndjson;
    qint64 m_written = 0;
    qint64 m_total = 0;
};

} // namespace segue
