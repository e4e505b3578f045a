// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/segment/TrackCheck.h"

#include <QByteArray>
#include <QFrame>

namespace segue {

class IconLabel;
class ToneLabel;

//! Whether Segment would take the event, by Segment's own rules, as it is typed.
class CheckCard : public QFrame
{
    Q_OBJECT
public:
    explicit CheckCard(QWidget *parent = nullptr);

    //! `sourceName` names the warehouse schema in the preview.
    void setPayload(const QByteArray &payload, const QString &sourceName);
    //! What else becomes of an event that Segment would take. Without a title Segment's yes stands as it is.
    struct Reservation
    {
        QString title;
        QString sentence;
    };
    //! Of the payload that is set next.
    void setReservation(const Reservation &reservation) { m_reservation = reservation; }
    //! The same of a payload that was read elsewhere; `bytes` is its size.
    void setReading(const PayloadReading &reading, qsizetype bytes, const QString &sourceName);

private:
    Reservation m_reservation;
    IconLabel *m_icon;
    ToneLabel *m_title;
    ToneLabel *m_text;
};

} // namespace segue
