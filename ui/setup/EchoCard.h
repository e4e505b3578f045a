// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/setup/EchoDestinationMaker.h"
#include "ui/widgets/Tone.h"

#include <QFrame>

class QLineEdit;
class QPushButton;

namespace segue {

class AskingLine;
class RouteAddress;
class SecretClipboard;
class ToneLabel;

//! What Segment sends back for a connection: the address for it, the secret it signs with, and the destination in
//! Segment, made with the workspace's token or by hand.
class EchoCard : public QFrame
{
    Q_OBJECT
public:
    explicit EchoCard(AppContext &context, QWidget *parent = nullptr);

    void setConnection(const ConnectionId &id);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeSecret();
    QWidget *makeDestination();
    void refresh();
    void showRefused();
    void keepSecret();
    void makeOne();
    void store(const Secret &secret, const QString &said);
    void removeSecret();
    void prepareDestination();
    void askDestination();
    void makeDestinationNow();
    void say(const QString &text, Tone tone);
    void stop();

    AppContext &m_context;
    ConnectionId m_id;
    SecretClipboard *m_clipboard;
    EchoDestinationMaker m_maker;
    RouteAddress *m_address;
    ToneLabel *m_secretState = nullptr;
    ToneLabel *m_refused = nullptr;
    QLineEdit *m_secret = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_makeOne = nullptr;
    QPushButton *m_remove = nullptr;
    ToneLabel *m_message = nullptr;
    QPushButton *m_make = nullptr;
    AskingLine *m_line = nullptr;
    quint64 m_generation = 0; //!< answers to what was asked before are dropped
};

} // namespace segue
