// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/AppContext.h"
#include "app/receiver/PublicAddressCheck.h"
#include "app/receiver/RouteTokens.h"
#include "ui/widgets/Tone.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace segue {

class SecretClipboard;
class ToneLabel;

//! The address at which one other service calls for a connection: its token masked, to be copied as a secret is,
//! renewed, and called from outside. The token is made at the first use.
class RouteAddress : public QWidget
{
    Q_OBJECT
public:
    //! The object names begin with `name`.
    RouteAddress(AppContext &context, TokenRoute route, const QString &name, const QString &label,
                 QWidget *parent = nullptr);

    void setConnection(const ConnectionId &id);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    //! What stands before the token: the public address, or that of this computer.
    QUrl base() const;
    bool isPublic() const;
    void refresh();
    void copy();
    void askToRenew();
    void renew();
    void check();
    void withAddress(const QFuture<Result<Secret>> &token, const std::function<void(const Secret &)> &use);
    void say(const QString &text, Tone tone);
    void stop();

    AppContext &m_context;
    TokenRoute m_route;
    QString m_name;
    ConnectionId m_id;
    SecretClipboard *m_clipboard;
    PublicAddressCheck m_check;
    QLineEdit *m_shown;
    QPushButton *m_copy;
    QPushButton *m_renew;
    QPushButton *m_checkButton;
    ToneLabel *m_note;
    ToneLabel *m_message;
    quint64 m_generation = 0; //!< answers to what was asked before are dropped
};

} // namespace segue
