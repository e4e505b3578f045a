// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/LateCalls.h"

#include <QCryptographicHash>

#include <utility>

namespace segue {

namespace {

constexpr int kOk = 200;

//! What a call is known by: short, however long its id is.
QByteArray nameOf(const QByteArray &keyDigest, const std::string &messageId)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(keyDigest);
    hash.addData(QByteArrayView(messageId.data(), static_cast<qsizetype>(messageId.size())));
    return hash.result();
}

} // namespace

bool LateCalls::dropKept(const QByteArray &keyDigest, std::vector<SegmentCall> &calls)
{
    const std::scoped_lock lock(m_mutex);
    lookForLateOnes(std::chrono::steady_clock::now());
    if (m_known.isEmpty() && m_unknown.isEmpty()) {
        return true;
    }
    std::vector<SegmentCall> rest;
    for (SegmentCall &call : calls) {
        const QByteArray name = call.messageId.empty() ? QByteArray() : nameOf(keyDigest, call.messageId);
        if (m_unknown.contains(name)) {
            return false;
        }
        if (!m_known.contains(name)) {
            rest.push_back(std::move(call));
        }
    }
    calls = std::move(rest);
    return true;
}

HttpServer::Answer LateCalls::noting(const std::shared_ptr<LateCalls> &late, const QByteArray &keyDigest,
                                     const std::vector<SegmentCall> &calls, bool isHeldBack, HttpServer::Answer answer)
{
    const auto request = std::make_shared<Request>();
    request->came = std::chrono::steady_clock::now();
    request->keyDigest = keyDigest;
    request->isHeldBack = isHeldBack;
    for (const SegmentCall &call : calls) {
        if (!call.messageId.empty()) {
            request->messageIds.push_back(call.messageId);
        }
    }
    if (request->messageIds.empty()) {
        return answer;
    }
    {
        const std::scoped_lock lock(late->m_mutex);
        late->m_open.push_back(request);
    }
    return [late, request, answer = std::move(answer)](HttpReply reply) {
        late->answered(*request, reply.status == kOk);
        answer(std::move(reply));
    };
}

std::vector<QByteArray> LateCalls::namesOf(const Request &request)
{
    std::vector<QByteArray> names;
    names.reserve(request.messageIds.size());
    for (const std::string &messageId : request.messageIds) {
        names.push_back(nameOf(request.keyDigest, messageId));
    }
    return names;
}

void LateCalls::answered(Request &request, bool isKept)
{
    const std::scoped_lock lock(m_mutex);
    const Time now = std::chrono::steady_clock::now();
    if (request.isLate || request.isHeldBack || now - request.came >= m_patience) {
        const std::vector<QByteArray> names = namesOf(request);
        for (const QByteArray &name : names) {
            m_unknown.remove(name);
        }
        if (isKept) {
            note(names);
        }
    }
    request.isAnswered = true;
    lookForLateOnes(now);
}

void LateCalls::lookForLateOnes(Time now)
{
    while (!m_open.empty()) {
        Request &oldest = *m_open.front();
        if (!oldest.isAnswered) {
            if (now - oldest.came < m_patience) {
                return;
            }
            oldest.isLate = true;
            for (const QByteArray &name : namesOf(oldest)) {
                m_unknown.insert(name);
            }
        }
        m_open.pop_front();
    }
}

void LateCalls::note(const std::vector<QByteArray> &names)
{
    for (const QByteArray &name : names) {
        if (m_known.contains(name)) {
            continue;
        }
        m_known.insert(name);
        m_order.push_back(name);
    }
    while (m_order.size() > kMost) {
        m_known.remove(m_order.front());
        m_order.pop_front();
    }
}

} // namespace segue
