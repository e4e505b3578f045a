// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/Clock.h"
#include "app/core/Redactor.h"
#include "app/core/Result.h"
#include "app/core/WebClient.h"
#include "app/segment/Endpoint.h"
#include "app/segment/PublicApiCall.h"
#include "app/segment/PublicApiTypes.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

namespace segue {

//! Segment's Public API (Segment reference 3) for one token. Lives on one thread; every call answers later on it,
//! through its future. Cancelling a future ends its request; nobody is told then. Errors as PublicApiErrors says, each
//! with a sentence and a remedy. Lists are read to their last page. A 429 is waited for as it asks, within the limits.
//! A write key goes from the answer's bytes into a Secret and stands in no text.
class PublicApi : public QObject
{
    Q_OBJECT
public:
    using Limits = PublicApiLimits;

    //! From now on the redactor takes the token out of every text.
    //! @param base of the region; tests give a stand-in on this computer
    PublicApi(const Clock &clock, Redactor &redactor, const QUrl &base, const Secret &token, Limits limits = {},
              QObject *parent = nullptr, ProxyLogins *logins = nullptr);
    ~PublicApi() override;

    //! How queries are spelled, by operation, as it was learned so far; for the next client of this base.
    using Spellings = QHash<QString, QuerySpelling>;
    Spellings spellings() const { return m_session.spellings; }
    //! To be tried first; when it is not taken any more, the other one is.
    void remember(const Spellings &spellings) { m_session.remembered = spellings; }

    //! The hosts of US and EU; empty for Other, which has none.
    static QUrl baseOf(Endpoint::Region region);

    //! The workspace of the token: the cheapest proof that a token is one.
    QFuture<Result<SegmentWorkspace>> workspace();

    QFuture<Result<CatalogSource>> catalogSource(const QString &metadataId);
    //! Reads the whole catalogue; Absent when no source has this slug.
    QFuture<Result<CatalogSource>> catalogSourceBySlug(const QString &slug);

    QFuture<Result<QList<SegmentSource>>> sources();
    QFuture<Result<SegmentSource>> source(const QString &sourceId);
    //! Makes a source; its key works at once. A taken slug is InvalidInput.
    QFuture<Result<SegmentSource>> createSource(const NewSource &source);
    //! Segment's stable version takes a name only afterwards.
    QFuture<Result<SegmentSource>> renameSource(const QString &sourceId, const QString &name);
    QFuture<Result<QList<SegmentDestination>>> connectedDestinations(const QString &sourceId);
    QFuture<Result<QList<SegmentWarehouse>>> connectedWarehouses(const QString &sourceId);
    QFuture<Result<SchemaSettings>> schemaSettings(const QString &sourceId);

    QFuture<Result<QList<SegmentLabel>>> labels();
    //! A label must exist in the workspace before it is put on a source.
    QFuture<Status> createLabel(const SegmentLabel &label);
    //! Adds to those that the source has. @return all that it has then
    QFuture<Result<QList<SegmentLabel>>> addLabels(const QString &sourceId, const QList<SegmentLabel> &labels);

    QFuture<Result<QList<VolumeRow>>> eventVolume(const VolumeQuery &query);
    QFuture<Result<DeliveryFigures>> deliveryFigures(const DeliveryQuery &query);

    QFuture<Result<TrackingPlan>> createTrackingPlan(const QString &name, const QString &description);
    //! Replaces all rules of the plan; at most 200.
    QFuture<Status> setTrackingPlanRules(const QString &planId, const QList<TrackRule> &rules);
    QFuture<Status> connectTrackingPlan(const QString &planId, const QString &sourceId);

    //! A destination of the kind Webhooks (Actions); it sends nothing before it has a mapping.
    //! @param sharedSecret with which Segment signs; empty: unsigned
    QFuture<Result<SegmentDestination>> createWebhooksDestination(const QString &sourceId, const QString &name,
                                                                  const Secret &sharedSecret);
    //! Sends every track call of the destination's source to the URL, which holds a token and so is a secret.
    //! @param actionId of the destination's action `send`
    QFuture<Status> createWebhooksMapping(const QString &destinationId, const QString &actionId, const Secret &url);

    //! Ends all that is under way: Cancelled.
    void abortAll();

Q_SIGNALS:
    //! Another spelling than the one tried first is taken: spellings() has it.
    void spellingLearned();

private:
    template <class T>
    QFuture<Result<T>> ask(PublicApiRequest request, std::function<Result<T>(const QList<PublicApiPage> &)> read);
    template <class T> QFuture<Result<T>> askOne(PublicApiRequest request, Result<T> (*read)(const PublicApiPage &));
    template <class T>
    QFuture<Result<T>> askAll(PublicApiRequest request, Result<T> (*read)(const QList<PublicApiPage> &));
    QFuture<Status> askDone(PublicApiRequest request);

    WebClient m_web;
    PublicApiSession m_session;
    QList<QPointer<PublicApiCall>> m_calls;
};

} // namespace segue
