// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FaultServer.h"

#include "tests/support/TestCertificate.h"

#include <QMutex>
#include <QSet>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>
#include <QTimer>
#include <QWaitCondition>

#include <sys/socket.h>

namespace segue::test {

namespace {

constexpr qsizetype kEndlessPiece = 32'768;
constexpr qint64 kEndlessAhead = 262'144;
constexpr std::chrono::milliseconds kDrip{20};

QByteArray valueOf(const QList<QPair<QByteArray, QByteArray>> &headers, const QByteArray &name)
{
    for (const auto &[each, value] : headers) {
        if (each.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

// Takes one request off the front of the buffer.
class RequestReader
{
public:
    enum class State { Incomplete, Complete, Broken };

    bool isBetweenRequests() const { return m_buffer.isEmpty(); }
    void feed(const QByteArray &bytes) { m_buffer += bytes; }

    // True once per request that waits for 100 Continue.
    bool wantsContinue()
    {
        const bool wants = m_headEnd > 0 && !m_continued &&
                           valueOf(m_request.headers, "Expect").compare("100-continue", Qt::CaseInsensitive) == 0;
        m_continued = m_continued || wants;
        return wants;
    }

    State read(Request &into)
    {
        if (m_headEnd == 0 && !readHead()) {
            return State::Incomplete;
        }
        qsizetype end = m_headEnd;
        if (valueOf(m_request.headers, "Transfer-Encoding").toLower() == "chunked") {
            m_request.body.clear();
            const State state = readChunks(end);
            if (state != State::Complete) {
                return state;
            }
        } else {
            const qsizetype length = valueOf(m_request.headers, "Content-Length").toLongLong();
            if (m_buffer.size() < end + length) {
                return State::Incomplete;
            }
            m_request.body = m_buffer.mid(end, length);
            end += length;
        }
        into = m_request;
        m_buffer.remove(0, end);
        m_request = {};
        m_headEnd = 0;
        m_continued = false;
        return State::Complete;
    }

private:
    bool readHead()
    {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        QList<QByteArray> lines = m_buffer.left(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        m_request.method = first.value(0);
        m_request.target = first.value(1);
        for (const QByteArray &line : std::as_const(lines)) {
            const qsizetype colon = line.indexOf(':');
            m_request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
        }
        m_headEnd = end + 4;
        return true;
    }

    State readChunks(qsizetype &at)
    {
        for (;;) {
            const qsizetype lineEnd = m_buffer.indexOf("\r\n", at);
            if (lineEnd < 0) {
                return State::Incomplete;
            }
            bool ok = false;
            const qsizetype size = m_buffer.mid(at, lineEnd - at).split(';').value(0).toLongLong(&ok, 16);
            if (!ok) {
                return State::Broken;
            }
            if (m_buffer.size() < lineEnd + 2 + size + 2) {
                return State::Incomplete;
            }
            m_request.body += m_buffer.mid(lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
            if (size == 0) {
                return State::Complete;
            }
        }
    }

    QByteArray m_buffer;
    Request m_request;
    qsizetype m_headEnd = 0;
    bool m_continued = false;
};

// What the test and the server's thread share.
struct Book
{
    mutable QMutex mutex;
    mutable QWaitCondition arrived;
    QList<Answer> script;
    FaultServer::Responder responder;
    Answer standing;
    QList<Request> requests;
    int connections = 0;

    // Whether the next request is to be reset before it is read; such an answer is used up by that.
    bool takeResetBeforeReading()
    {
        const QMutexLocker lock(&mutex);
        if (!script.isEmpty()) {
            if (script.first().fault != Answer::Fault::ResetBeforeReading) {
                return false;
            }
            script.removeFirst();
            return true;
        }
        return standing.fault == Answer::Fault::ResetBeforeReading && !responder;
    }

    Answer take(const Request &request)
    {
        QMutexLocker lock(&mutex);
        requests.append(request);
        arrived.wakeAll();
        if (!script.isEmpty()) {
            return script.takeFirst();
        }
        const FaultServer::Responder ask = responder;
        const Answer otherwise = standing;
        lock.unlock();
        return ask ? ask(request).value_or(otherwise) : otherwise;
    }
};

class Connection : public QObject
{
public:
    Connection(Book &book, QSslSocket *socket, int index, QObject *parent)
        : QObject(parent)
        , m_book(book)
        , m_socket(socket)
        , m_index(index)
    {
        m_socket->setParent(this);
        connect(m_socket, &QSslSocket::readyRead, this, &Connection::read);
        connect(m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
    }

    void drop() { m_socket->abort(); }

private:
    void read()
    {
        if (m_reader.isBetweenRequests() && !m_busy && m_book.takeResetBeforeReading()) {
            reset();
            return;
        }
        m_reader.feed(m_socket->readAll());
        serve();
    }

    void serve()
    {
        if (m_busy) {
            return;
        }
        Request request;
        switch (m_reader.read(request)) {
        case RequestReader::State::Broken:
            drop();
            return;
        case RequestReader::State::Incomplete:
            if (m_reader.wantsContinue()) {
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            }
            return;
        case RequestReader::State::Complete:
            break;
        }
        request.connection = m_index;
        request.number = ++m_number;
        m_busy = true;
        const Answer answer = m_book.take(request);
        QTimer::singleShot(answer.delay, this, [this, answer] { give(answer); });
    }

    void give(const Answer &answer)
    {
        switch (answer.fault) {
        case Answer::Fault::Hang:
            return;
        case Answer::Fault::ResetBeforeReading:
        case Answer::Fault::ResetAfterReading:
            reset();
            return;
        case Answer::Fault::CloseAfterReading:
            m_socket->disconnectFromHost();
            return;
        case Answer::Fault::HalfAnswer:
            write(answer, answer.body.size() * 2);
            m_socket->disconnectFromHost();
            return;
        case Answer::Fault::EndlessBody:
            write(answer, -1);
            connect(m_socket, &QSslSocket::bytesWritten, this, &Connection::pour);
            pour();
            return;
        case Answer::Fault::DrippingBody:
            write(answer, -1);
            drip();
            return;
        case Answer::Fault::None:
            break;
        }
        write(answer, answer.body.size());
        if (answer.closes) {
            m_socket->disconnectFromHost();
            return;
        }
        m_busy = false;
        if (!m_reader.isBetweenRequests()) {
            serve();
        }
    }

    void write(const Answer &answer, qsizetype length)
    {
        QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\n";
        for (const auto &[name, value] : answer.headers) {
            bytes += name + ": " + value + "\r\n";
        }
        if (length >= 0) {
            bytes += "Content-Length: " + QByteArray::number(length) + "\r\n";
        }
        if (length < 0 || answer.closes) {
            bytes += "Connection: close\r\n";
        }
        m_socket->write(bytes + "\r\n" + answer.body);
        m_socket->flush();
    }

    void pour()
    {
        while (m_socket->state() == QAbstractSocket::ConnectedState && m_socket->bytesToWrite() < kEndlessAhead) {
            m_socket->write(QByteArray(kEndlessPiece, ' '));
        }
    }

    void drip()
    {
        m_socket->write(" ");
        QTimer::singleShot(kDrip, this, &Connection::drip);
    }

    void reset()
    {
        const linger atOnce{1, 0};
        setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        m_socket->abort();
    }

    Book &m_book;
    QSslSocket *m_socket;
    RequestReader m_reader;
    int m_index;
    int m_number = 0;
    bool m_busy = false;
};

class Listener : public QTcpServer
{
public:
    Listener(Book &book, FaultServer::Transport transport)
        : m_book(book)
        , m_transport(transport)
    {
    }

    void dropAll()
    {
        for (QObject *child : children()) {
            if (auto *connection = dynamic_cast<Connection *>(child)) {
                connection->drop();
            }
        }
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket;
        if (!socket->setSocketDescriptor(descriptor)) {
            delete socket;
            return;
        }
        int index = 0;
        {
            const QMutexLocker lock(&m_book.mutex);
            index = ++m_book.connections;
        }
        new Connection(m_book, socket, index, this);
        if (m_transport == FaultServer::Transport::Tls) {
            socket->setLocalCertificate(FaultServer::certificate());
            socket->setPrivateKey(QSslKey(QByteArray(kTestCertificateKey), QSsl::Ec));
            socket->startServerEncryption();
        }
    }

private:
    Book &m_book;
    FaultServer::Transport m_transport;
};

} // namespace

QByteArray Request::header(const QByteArray &name) const
{
    return valueOf(headers, name);
}

int Request::headerCount(const QByteArray &name) const
{
    int count = 0;
    for (const auto &each : headers) {
        count += each.first.compare(name, Qt::CaseInsensitive) == 0 ? 1 : 0;
    }
    return count;
}

Answer Answer::error(int status, const QByteArray &message)
{
    Answer answer;
    answer.status = status;
    answer.body = R"({"success":false,"message":")" + message + R"(","code":"invalid_request"})";
    return answer;
}

Answer Answer::html(int status)
{
    Answer answer;
    answer.status = status;
    answer.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    answer.body = "<!doctype html><title>Sign in to the network</title>";
    return answer;
}

Answer Answer::redirect(const QByteArray &location, int status)
{
    Answer answer;
    answer.status = status;
    answer.headers = {{"Location", location}};
    answer.body.clear();
    return answer;
}

Answer Answer::retryAfter(const QByteArray &value, int status)
{
    return error(status, "later").withHeader("Retry-After", value);
}

Answer Answer::of(Fault fault)
{
    Answer answer;
    answer.fault = fault;
    return answer;
}

Answer Answer::slow(std::chrono::milliseconds delay)
{
    Answer answer;
    answer.delay = delay;
    return answer;
}

Answer Answer::withHeader(const QByteArray &name, const QByteArray &value) const
{
    Answer answer = *this;
    answer.headers.emplaceBack(name, value);
    return answer;
}

std::optional<Answer> Answer::parse(const QString &word)
{
    static const QHash<QString, Fault> faults{
        {QStringLiteral("hang"), Fault::Hang},
        {QStringLiteral("reset-before"), Fault::ResetBeforeReading},
        {QStringLiteral("reset"), Fault::ResetAfterReading},
        {QStringLiteral("close"), Fault::CloseAfterReading},
        {QStringLiteral("half"), Fault::HalfAnswer},
        {QStringLiteral("endless"), Fault::EndlessBody},
        {QStringLiteral("drip"), Fault::DrippingBody},
    };
    if (faults.contains(word)) {
        return of(faults.value(word));
    }
    if (word == QStringLiteral("html")) {
        return html();
    }
    const QString head = word.section(u':', 0, 0);
    const QString tail = word.section(u':', 1);
    bool ok = false;
    if (head == QStringLiteral("slow")) {
        const int ms = tail.toInt(&ok);
        return ok ? std::optional(slow(std::chrono::milliseconds(ms))) : std::nullopt;
    }
    const int status = head.toInt(&ok);
    if (!ok || status < 200 || status > 599) {
        return std::nullopt;
    }
    if (!tail.isEmpty()) {
        return retryAfter(tail.toLatin1(), status);
    }
    if (status >= 300 && status < 400) {
        return redirect("http://127.0.0.1:9/elsewhere", status);
    }
    return status < 300 ? success() : error(status);
}

class FaultServer::Private
{
public:
    // Runs on the server's thread and waits for it.
    template <class F> void run(F &&f) const
    {
        QMetaObject::invokeMethod(listener, std::forward<F>(f), Qt::BlockingQueuedConnection);
    }

    Book book;
    QThread thread;
    Listener *listener = nullptr;
    Transport transport = Transport::Plain;
    quint16 port = 0;
};

FaultServer::FaultServer(Transport transport, quint16 port)
    : d(std::make_unique<Private>())
{
    d->transport = transport;
    d->listener = new Listener(d->book, transport);
    d->listener->moveToThread(&d->thread);
    d->thread.setObjectName(QStringLiteral("FaultServer"));
    d->thread.start();
    d->run([this, port] {
        d->listener->listen(QHostAddress::LocalHost, port);
        d->port = d->listener->serverPort();
    });
}

FaultServer::~FaultServer()
{
    d->run([this] { d->listener->dropAll(); });
    d->listener->deleteLater();
    d->thread.quit();
    d->thread.wait();
}

bool FaultServer::isListening() const
{
    bool listening = false;
    d->run([this, &listening] { listening = d->listener->isListening(); });
    return listening;
}

quint16 FaultServer::port() const
{
    return d->port;
}

QUrl FaultServer::url(const QString &path) const
{
    QUrl url;
    const bool tls = d->transport == Transport::Tls;
    url.setScheme(tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(tls ? QStringLiteral("localhost") : QStringLiteral("127.0.0.1"));
    url.setPort(d->port);
    url.setPath(path);
    return url;
}

QSslCertificate FaultServer::certificate()
{
    return QSslCertificate(QByteArray(kTestCertificate));
}

void FaultServer::enqueue(const Answer &answer)
{
    enqueue(QList<Answer>{answer});
}

void FaultServer::enqueue(const QList<Answer> &answers)
{
    const QMutexLocker lock(&d->book.mutex);
    d->book.script += answers;
}

void FaultServer::setStandingAnswer(const Answer &answer)
{
    const QMutexLocker lock(&d->book.mutex);
    d->book.standing = answer;
}

void FaultServer::setResponder(Responder responder)
{
    const QMutexLocker lock(&d->book.mutex);
    d->book.responder = std::move(responder);
}

int FaultServer::scriptLeft() const
{
    const QMutexLocker lock(&d->book.mutex);
    return static_cast<int>(d->book.script.size());
}

QList<Request> FaultServer::requests() const
{
    const QMutexLocker lock(&d->book.mutex);
    return d->book.requests;
}

int FaultServer::requestCount() const
{
    const QMutexLocker lock(&d->book.mutex);
    return static_cast<int>(d->book.requests.size());
}

Request FaultServer::lastRequest() const
{
    const QMutexLocker lock(&d->book.mutex);
    return d->book.requests.isEmpty() ? Request() : d->book.requests.last();
}

int FaultServer::connectionCount() const
{
    const QMutexLocker lock(&d->book.mutex);
    return d->book.connections;
}

bool FaultServer::waitForRequests(int count, std::chrono::milliseconds timeout) const
{
    const QDeadlineTimer deadline(timeout);
    const QMutexLocker lock(&d->book.mutex);
    while (d->book.requests.size() < count) {
        if (!d->book.arrived.wait(&d->book.mutex, deadline)) {
            return false;
        }
    }
    return true;
}

void FaultServer::clear()
{
    const QMutexLocker lock(&d->book.mutex);
    d->book.script.clear();
    d->book.requests.clear();
    d->book.connections = 0;
}

void FaultServer::stopListening()
{
    d->run([this] {
        d->listener->close();
        d->listener->dropAll();
    });
}

bool FaultServer::listenAgain()
{
    bool listening = false;
    d->run([this, &listening] { listening = d->listener->listen(QHostAddress::LocalHost, d->port); });
    return listening;
}

void FaultServer::dropConnections()
{
    d->run([this] { d->listener->dropAll(); });
}

} // namespace segue::test
