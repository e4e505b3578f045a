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

void LateCalls::dropKept(const QByteArray &keyDigest, std::vector<SegmentCall> &calls) const
{
    const std::scoped_lock lock(m_mutex);
    if (m_known.isEmpty()) {
        return;
    }
    std::erase_if(calls, [&](const SegmentCall &call) {
        return !call.messageId.empty() && m_known.contains(nameOf(keyDigest, call.messageId));
    });
}

HttpServer::Answer LateCalls::noting(const std::shared_ptr<LateCalls> &late, const QByteArray &keyDigest,
                                     const std::vector<SegmentCall> &calls, HttpServer::Answer answer)
{
    std::vector<QByteArray> names;
    names.reserve(calls.size());
    for (const SegmentCall &call : calls) {
        if (!call.messageId.empty()) {
            names.push_back(nameOf(keyDigest, call.messageId));
        }
    }
    return [late, names = std::move(names), answer = std::move(answer)](HttpReply reply) {
        if (reply.status == kOk) {
            late->note(names);
        }
        answer(std::move(reply));
    };
}

void LateCalls::note(const std::vector<QByteArray> &names)
{
    const std::scoped_lock lock(m_mutex);
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
