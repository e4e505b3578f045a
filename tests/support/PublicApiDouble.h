// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/FaultServer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <mutex>

namespace segue::test {

//! A stand-in for Segment's Public API that remembers, written from Segment reference 3: one workspace with sources,
//! labels, destinations, tracking plans, and the figures of Event Volume and Delivery Overview. It holds to what the
//! reference says of the form: bearer, envelope, cursors, versions, required parameters, upper and lower case of
//! granularity. Faults are scripted on server(). Every function may be called from any thread.
class PublicApiDouble
{
public:
    //! How queries with parts must be written; anything else is a 422.
    enum class Spelling { Brackets, Dots, Both };

    explicit PublicApiDouble(const QByteArray &token);
    PublicApiDouble(const PublicApiDouble &) = delete;
    PublicApiDouble &operator=(const PublicApiDouble &) = delete;
    ~PublicApiDouble();

    FaultServer &server() { return m_server; }
    QUrl url() const { return m_server.url(); }

    //! Asked before everything else, on the server's thread; what it gives is the answer.
    void setTrap(FaultServer::Responder trap);
    void setSpelling(Spelling spelling);
    //! What a Member's token sees of `writeKeys`: nothing.
    void setHidesWriteKeys(bool hides);
    //! A source of the Pushwoosh kind. @return its id
    QString addSource(const QString &slug, const QByteArray &writeKey);
    //! A source with members of its own choice.
    void addRawSource(const QJsonObject &source);
    void addDestination(const QString &sourceId, const QString &kindId, const QString &kindSlug, bool enabled);
    void setSchemaSettings(const QString &sourceId, const QJsonObject &settings);
    //! An event that was counted at a step (`successfully-received` …).
    void count(const QString &step, const QString &sourceId, const QString &eventName, const QString &appVersion,
               const QString &discardReason = {});

    QJsonArray sources() const;
    QJsonArray destinations() const;
    QJsonArray subscriptions() const;
    QJsonObject rulesOf(const QString &planId) const;

private:
    class State;
    std::unique_ptr<State> m_state;
    FaultServer m_server; // goes first: its thread asks the state
};

} // namespace segue::test
