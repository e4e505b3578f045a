// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connections/Connection.h"
#include "app/core/Result.h"
#include "app/segment/WriteKeyProbe.h"

#include <QFrame>

class QPushButton;

namespace segue {

class AppContext;
class ToneLabel;

//! Shown while an old write key is kept beside the one in use: says so, and holds the ways on: prove the new one, use
//! the old one again, remove the old one by hand.
class RotationCard : public QFrame
{
    Q_OBJECT
public:
    explicit RotationCard(AppContext &context, QWidget *parent = nullptr);

    void setConnection(const ConnectionId &id);
    //! How the replacement went, as long as the same connection is shown.
    void setOutcome(const QString &sentence);

Q_SIGNALS:
    //! A run of test events is wanted.
    void proveRequested(const segue::ConnectionId &id);
    //! What became of what was asked for here, in words for people.
    void told(const QString &text, bool wrong);

private:
    void refresh();
    void askToRemove();
    void settle(bool useOld);
    void settled(const ConnectionId &id, bool useOld, const Status &status);

    AppContext &m_context;
    ConnectionId m_id;
    QString m_outcome;
    ToneLabel *m_text;
    ToneLabel *m_probe;
    QPushButton *m_prove;
    QPushButton *m_back;
    QPushButton *m_remove;
};

} // namespace segue
