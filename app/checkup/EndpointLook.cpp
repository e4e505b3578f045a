// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/EndpointLook.h"

#include <QDateTime>
#include <QLocale>

namespace segue {

using namespace Qt::StringLiterals;

EndpointLook::EndpointLook(const Clock &clock, const Redactor &redactor, std::int64_t timeoutMs, CheckFacts &facts,
                           std::function<void()> changed, QObject *parent, ProxyLogins *logins)
    : QObject(parent)
    , m_timeoutMs(timeoutMs)
    , m_facts(facts)
    , m_changed(std::move(changed))
    , m_web(clock, redactor, nullptr, logins)
{
}

std::optional<std::int64_t> EndpointLook::readDate(const QByteArray &value)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid()) {
        return {};
    }
    date.setTimeSpec(Qt::UTC);
    return date.toMSecsSinceEpoch();
}

void EndpointLook::start(const Endpoint &endpoint)
{
    if (endpoint.isNull()) {
        m_facts.endpoint =
            Missing{tr("The sandbox does not listen in this process."), tr("An open window of Segue."), {}};
        m_changed();
        return;
    }
    WebRequest request;
    request.url = endpoint.trackUrl();
    request.timeoutMs = m_timeoutMs;
    m_web.send(request, [this, url = request.url, isSegment = endpoint.isSegment()](const WebAnswer &answer) {
        EndpointFact fact;
        fact.isSegment = isSegment;
        fact.host = url.authority(QUrl::PrettyDecoded);
        fact.secure = url.scheme() == u"https"_s;
        fact.failure = answer.failure;
        fact.status = answer.status;
        fact.sentence = answer.sentence;
        fact.duration = answer.duration;
        if (const auto date = readDate(answer.header("Date"))) {
            fact.clockOff = answer.startedAt + answer.duration - *date;
        }
        m_facts.endpoint = fact;
        m_changed();
    });
}

} // namespace segue
