// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/setup/SourceDestinations.h"

#include <QFrame>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace segue {

class ElidedLabel;
class IconLabel;
class LinkButton;
class ToneLabel;

//! Where the source's events go on to: what is connected in Segment with the figures of the last 24 h, as far as a
//! token allows, and what a person names; and for each a person's tick that the events were seen there. Asks while it
//! is shown.
class DestinationsList : public QFrame
{
    Q_OBJECT
public:
    explicit DestinationsList(AppContext &context, QWidget *parent = nullptr);

    void show(const Connection &connection, const QList<DestinationTick> &ticks);
    //! Asks anew: another token may be kept.
    void lookAgain();
    //! What is to be kept: those ticked, and those that a person named.
    QList<DestinationTick> ticks() const { return m_ticks; }
    //! Segment has named one, or a warehouse, that is on.
    bool hasEnabled() const { return m_source.hasEnabled(); }
    //! The field for the token stands above it on its page, and needs no description of the way there.
    void setTokenIsAbove() { m_tokenIsAbove = true; }

Q_SIGNALS:
    //! A person ticked, named or took away one.
    void changed();
    //! Segment was asked, or is being asked.
    void listed();
    void problem(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Row
    {
        QWidget *widget;
        IconLabel *icon;
        ElidedLabel *name;
        ToneLabel *figures;
        QCheckBox *seen;
        QPushButton *remove;
    };
    struct Shown
    {
        QString id;
        QString name;
        std::optional<SourceDestinations::Destination> known;
    };
    QWidget *makeHead();
    QWidget *makeByHand();
    QList<Shown> all() const;
    void refresh();
    void addRow();
    void orderTab();
    void fill(const Row &row, const Shown &shown);
    void tick(qsizetype row, bool seen);
    void addByHand();
    void removeByHand(qsizetype row);
    qsizetype tickOf(const Shown &shown) const;

    AppContext &m_context;
    SourceDestinations m_source;
    Connection m_connection;
    QList<DestinationTick> m_ticks;
    bool m_tokenIsAbove = false;
    QVBoxLayout *m_column;
    ToneLabel *m_rule;
    ToneLabel *m_warning;
    ToneLabel *m_sentence;
    QList<Row> m_rows;
    QLineEdit *m_name;
    QPushButton *m_add;
    QPushButton *m_ask;
    LinkButton *m_open;
};

} // namespace segue
