// SPDX-License-Identifier: GPL-3.0-or-later
// A tracking endpoint for integration scripts. Prints `port <n>` once it listens, and for each request appends one line
// {"path","authorization","body"} to the file of --out before it is answered. Runs until it is ended.
#include "tests/support/FaultServer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace segue::test;

namespace {

int usage(const QString &message)
{
    std::fprintf(stderr, "track_sink: %s\n", qPrintable(message));
    return 2;
}

QByteArray line(const Request &request)
{
    const QJsonObject object{
        {QStringLiteral("path"), QString::fromLatin1(request.target)},
        {QStringLiteral("authorization"), QString::fromLatin1(request.header("Authorization"))},
        {QStringLiteral("body"), QString::fromUtf8(request.body)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("out"), QStringLiteral("File that each request is appended to."), QStringLiteral("file")},
        {QStringLiteral("port"), QStringLiteral("Port to listen on; 0: any."), QStringLiteral("port"),
         QStringLiteral("0")},
        {QStringLiteral("script"), QStringLiteral("Answers to the first requests, such as 200,503,429:2,hang,reset."),
         QStringLiteral("words")},
        {QStringLiteral("then"), QStringLiteral("Answer to the requests after them."), QStringLiteral("word"),
         QStringLiteral("200")},
        {QStringLiteral("tls"), QStringLiteral("Speak TLS with a self-signed certificate.")},
    });
    parser.process(app);

    QFile out(parser.value(QStringLiteral("out")));
    if (!parser.isSet(QStringLiteral("out")) ||
        !out.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        return usage(QStringLiteral("--out needs a file that can be written"));
    }
    QList<Answer> script;
    for (const QString &word : parser.value(QStringLiteral("script")).split(u',', Qt::SkipEmptyParts)) {
        const std::optional<Answer> answer = Answer::parse(word.trimmed());
        if (!answer) {
            return usage(QStringLiteral("--script: unknown word ") + word);
        }
        script.append(*answer);
    }
    const std::optional<Answer> then = Answer::parse(parser.value(QStringLiteral("then")));
    if (!then) {
        return usage(QStringLiteral("--then: unknown word"));
    }
    FaultServer server(parser.isSet(QStringLiteral("tls")) ? FaultServer::Transport::Tls
                                                           : FaultServer::Transport::Plain,
                       parser.value(QStringLiteral("port")).toUShort());
    if (!server.isListening()) {
        return usage(QStringLiteral("the port cannot be listened on"));
    }
    // One thread asks this, one request after the other.
    server.setResponder([&](const Request &request) -> std::optional<Answer> {
        out.write(line(request));
        return script.isEmpty() ? *then : script.takeFirst();
    });
    std::printf("port %d\n", int{server.port()});
    std::fflush(stdout);
    return QCoreApplication::exec();
}
