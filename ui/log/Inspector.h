// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace segue {

class ElidedLabel;
class IconLabel;
class JsonView;
class ToneLabel;

//! One event, whole: its stored bytes, what was tried, what Segment's rules say, the warehouse row it becomes.
class Inspector : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(AppContext &context, QWidget *parent = nullptr);

    void show(EntryId id);
    void clear();
    std::optional<EntryId> shown() const { return m_id; }

Q_SIGNALS:
    void closeRequested();
    //! The payload is to be sent again, under a new id.
    void sendAgainRequested(const segue::ConnectionId &connection, const QByteArray &payload);

private:
    void ask();
    void present(const EventDetails &details);
    void presentHead(const Entry &entry);
    void presentChecks(const Entry &entry);
    void presentWarehouse(const EventDetails &details);
    void copy(const QString &text);
    QWidget *makeHead();
    QWidget *makeFoot();
    bool hides() const;

    AppContext &m_context;
    std::optional<EntryId> m_id;
    int m_generation = 0;
    EventDetails m_details;
    ElidedLabel *m_title;
    IconLabel *m_stateIcon;
    ToneLabel *m_state;
    ElidedLabel *m_summary;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    JsonView *m_payload;
    QPlainTextEdit *m_attempts;
    QWidget *m_checks;
    QPlainTextEdit *m_warehouse;
    QPushButton *m_copyJson;
    QPushButton *m_copyCurl;
    QPushButton *m_sendAgain;
};

} // namespace segue
