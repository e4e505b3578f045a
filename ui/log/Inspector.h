// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "ui/log/ShownEvent.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace segue {

class AttemptsPage;
class ChecksPage;
class ComparePage;
class ElidedLabel;
class IconLabel;
class InspectorFoot;
class InspectorHead;
class JsonPage;
class ToneLabel;
class WarehousePage;

//! One event, whole: its stored bytes, what it was made of, what was tried, what Segment's rules say, the warehouse row
//! it becomes; or two events beside each other. Asks the log, and drops answers that come too late.
class Inspector : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(AppContext &context, QWidget *parent = nullptr);

    using QWidget::show;
    //! While a comparison is on or waited for, the event becomes its second.
    void show(EntryId id);
    void compare(EntryId first, EntryId second);
    //! Back to one event.
    void endComparison();
    void clear();
    std::optional<EntryId> shown() const { return m_id; }
    bool isComparing() const { return m_first.has_value(); }
    //! Where the panel stands, for its button.
    void setBelow(bool below);

Q_SIGNALS:
    void closeRequested();
    //! To the next event in the table (1) or the one before (-1).
    void stepRequested(int rows);
    //! Right or below, the other way.
    void placeToggled();
    //! The payload is to be sent again: under the given message id, or under a new one when it is empty.
    void sendAgainRequested(const segue::ConnectionId &connection, const QByteArray &payload, const QString &messageId);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void lay();
    void connectParts();
    void addKeys();
    void ask();
    void askFirst();
    void waitForSecond();
    void present();
    void showSecondPart(const ShownEvent &event);
    void fail(const Result<std::optional<EventDetails>> &answer);
    ShownEvent shownEvent(const EventDetails &details) const;
    void copyCurl();
    void changed(const JournalChange &change, bool resync);
    std::optional<Connection> connection() const;

    AppContext &m_context;
    std::optional<EntryId> m_id;
    std::optional<EntryId> m_first; //!< what m_id is, or is to be, compared with
    int m_generation = 0;
    int m_firstGeneration = 0;
    std::optional<EventDetails> m_details;
    std::optional<EventDetails> m_firstDetails;
    InspectorHead *m_head;
    QStackedWidget *m_pages;
    JsonPage *m_payload;
    JsonPage *m_secondPart;
    AttemptsPage *m_attempts;
    ChecksPage *m_checks;
    WarehousePage *m_warehouse;
    ComparePage *m_compare;
    InspectorFoot *m_foot;
};

} // namespace segue
