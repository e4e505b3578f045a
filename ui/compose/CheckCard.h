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
    //! The same of a payload that was read elsewhere; `bytes` is its size.
    void setReading(const PayloadReading &reading, qsizetype bytes, const QString &sourceName);

private:
    IconLabel *m_icon;
    ToneLabel *m_title;
    ToneLabel *m_text;
};

} // namespace segue
