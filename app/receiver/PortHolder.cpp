// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/PortHolder.h"

#include "app/receiver/IntakeCounts.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace segue {

namespace {

constexpr std::int64_t kTimeoutMs = 2'000;
constexpr qint64 kMostBytes = 4'096;
constexpr int kOk = 200;

} // namespace

PortHolder::PortHolder(const Clock &clock, const Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_web(clock, redactor)
{
}

void PortHolder::ask(std::uint16_t port, const QByteArray &salt)
{
    stop();
    WebRequest request;
    request.url = QUrl(QStringLiteral("http://127.0.0.1:%1/healthz").arg(port));
    request.timeoutMs = kTimeoutMs;
    request.maxAnswerBytes = kMostBytes;
    m_id = m_web.send(request, [this, installation = IntakeCounts::installation(salt)](const WebAnswer &answer) {
        if (answer.failure != WebFailure::Aborted) {
            m_id = 0;
            Q_EMIT found(isOurs(answer, installation));
        }
    });
}

void PortHolder::stop()
{
    if (m_id != 0) {
        m_web.abort(std::exchange(m_id, 0));
    }
}

bool PortHolder::isOurs(const WebAnswer &answer, const std::string &installation)
{
    if (answer.failure != WebFailure::None || answer.status != kOk) {
        return false;
    }
    const QJsonObject health = QJsonDocument::fromJson(answer.body).object();
    const QJsonValue whose = health.value(QLatin1String("installation"));
    return health.value(QLatin1String("status")).toString() == QLatin1String("ok") &&
           health.value(QLatin1String("captured")).isDouble() && health.value(QLatin1String("notKept")).isDouble() &&
           (whose.isUndefined() || whose.toString().toStdString() == installation);
}

} // namespace segue
