// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/checkup/CheckupReport.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace segue {

class CheckRow;
class ReportSaver;
class ToneLabel;
struct NextStep;

//! The checks of a connection, the latest and earlier ones. Leaving it gives up what is under way.
class CheckupPage : public QWidget
{
    Q_OBJECT
public:
    explicit CheckupPage(AppContext &context, QWidget *parent = nullptr);

    //! Shows the latest checkup of the connection; none is begun.
    void show(const Connection &connection);
    void focusFirst();

Q_SIGNALS:
    void setupRequested(const segue::ConnectionId &id);
    //! What waits in the queue.
    void tryNowRequested(const segue::ConnectionId &id);
    //! In words for people.
    void problem(const QString &text);
    void told(const QString &text);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeRows();
    void startOrStop();
    void start();
    void stop();
    void finished();
    void readHistory();
    void take(const QList<CheckupRecord> &kept);
    void choose(int index);
    void refresh();
    void refreshHead();
    void showSummary(const CheckupRecord &record);
    void keyChanged(const ConnectionId &connection);
    void setRowCount(qsizetype count);
    void showProgress();
    void act(const NextStep &step);
    ShownIds ids() const;
    QString entryText(const CheckupRecord &record) const;

    AppContext &m_context;
    Connection m_connection;
    Checkup m_checkup;
    QList<CheckupRecord> m_records; //!< the newest first
    int m_chosen = 0;
    bool m_keyChanged = false; //!< since the checkup was begun, or the history asked for
    quint64 m_generation = 0; //!< of the connection shown; what was read for another one is dropped
    ToneLabel *m_title;
    ToneLabel *m_summary;
    QComboBox *m_history;
    QPushButton *m_save;
    ReportSaver *m_saver = nullptr;
    QPushButton *m_run;
    QCheckBox *m_askSegment;
    ToneLabel *m_empty;
    QVBoxLayout *m_column = nullptr;
    QTimer *m_soon; //!< results come in bursts
    QList<CheckRow *> m_rows;
};

} // namespace segue
