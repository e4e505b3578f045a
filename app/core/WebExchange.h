// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "app/core/Redactor.h"
#include "app/core/WebAnswer.h"

#include <QNetworkRequest>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace segue {

//! One request of a WebClient and what comes of it. Deletes itself after it has answered.
class WebExchange : public QObject
{
public:
    //! Called once, from within start(), abort() or a signal of the network.
    using Done = std::function<void(WebAnswer &&)>;

    WebExchange(const Clock &clock, const Redactor &redactor, Done done, QObject *parent);
    ~WebExchange() override;
    Q_DISABLE_COPY_MOVE(WebExchange)

    //! @param ask called once, when the proxy asks for a login: within its time the exchange then waits for resume();
    //! empty: it does not
    void start(std::shared_ptr<QNetworkAccessManager> network, const WebRequest &request,
               std::function<void()> ask = {});
    //! Answers NotAllowed; nothing is sent.
    void refuse(const WebRequest &request);
    void abort() { end(End::Aborted); }

    bool isWaitingForLogin() const { return m_isWaiting; }
    //! Begins once more by this network; null: there is no login, and that is the answer.
    void resume(std::shared_ptr<QNetworkAccessManager> network);

private:
    class OneTimeBody;
    enum class End { ByItself, Aborted, TimedOut, TooLong };

    void begin(const WebRequest &request);
    QNetworkRequest prepare(const WebRequest &request);
    void send();
    void timedOut();
    bool waitsForLogin();
    void read();
    void end(End how);
    void finish();
    void answer(WebAnswer &&answer);
    WebFailure failureOf(const WebAnswer &answer) const;
    QString detailOf(const WebAnswer &answer) const;
    QString sentenceOf(const WebAnswer &answer) const;
    QByteArray responseHead(const WebAnswer &answer) const;

    const Clock &m_clock;
    const Redactor &m_redactor;
    Done m_done;
    std::shared_ptr<QNetworkAccessManager> m_network;
    QNetworkRequest m_prepared;
    QByteArray m_method;
    std::function<void()> m_ask;
    bool m_isWaiting = false;
    QUrl m_url;
    std::int64_t m_timeoutMs = 0;
    qint64 m_maxAnswerBytes = 0;
    OneTimeBody *m_body = nullptr; //!< none for a GET
    QNetworkReply *m_reply = nullptr;
    QTimer m_timer;
    QByteArray m_requestHead;
    QByteArray m_answer;
    QString m_certificateProblem;
    End m_end = End::ByItself;
    bool m_finished = false;
    std::int64_t m_startedAt = 0;
    std::int64_t m_startedMonotonic = 0;
};

} // namespace segue
