// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/setup/EventPreview.h"
#include "ui/compose/CheckCard.h"
#include "ui/widgets/Tone.h"

#include <QWidget>

class QListWidget;
class QMimeData;
class QPushButton;
class QTimer;

namespace segue {

class JsonView;
class PreviewText;
class ToneLabel;

//! What would Segment get? Any JSON pasted or dropped is shown as the track call it becomes, with Segment's checks.
//! Nothing is sent, and nothing is kept. It is read on a thread of its own; only the newest reading is shown.
class PreviewPage : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPage(AppContext &context, QWidget *parent = nullptr);

    //! Whose warehouse schema and messageIds are shown.
    void setConnection(const std::optional<Connection> &connection);
    //! From the clipboard, or dropped somewhere in the window.
    void take(const QMimeData &mime);
    void focusFirst();

    static bool canTake(const QMimeData &mime);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeText();
    QWidget *makeResult();
    void readFile(const QString &path);
    void look();
    void show(const Result<EventPreview> &preview);
    void showCall(int row);
    //! What the selection says of an event that Segment would take.
    CheckCard::Reservation reservationOf(const PreviewedCall &call) const;
    void say(const QString &text, Tone tone);

    AppContext &m_context;
    std::optional<Connection> m_connection;
    EventPreview m_preview;
    quint64 m_look = 0; //!< an answer to another one is late
    QTimer *m_pause;    //!< after the last key
    PreviewText *m_text;
    ToneLabel *m_message;
    QListWidget *m_calls;
    QWidget *m_result;
    CheckCard *m_check;
    ToneLabel *m_notes;
    JsonView *m_json;
    QPushButton *m_copy;
};

} // namespace segue
