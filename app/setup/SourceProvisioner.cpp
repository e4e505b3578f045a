// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/SourceProvisioner.h"

#include "app/core/Futures.h"
#include "app/exports/PlainText.h"
#include "app/setup/SourceMatch.h"

#include <QPromise>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace segue {

namespace {

constexpr qsizetype kLongestShown = 100;

template <class Job, class T> void answer(const std::shared_ptr<Job> &job, T &&result)
{
    job->promise.addResult(std::forward<T>(result));
    job->promise.finish();
}

const SegmentSource *bySlug(const QList<SegmentSource> &sources, const QString &slug)
{
    const auto found = std::find_if(sources.begin(), sources.end(), [&slug](const SegmentSource &each) {
        return each.slug.compare(slug, Qt::CaseInsensitive) == 0;
    });
    return found == sources.end() ? nullptr : &*found;
}

} // namespace

struct SourceProvisioner::Reading
{
    QPromise<Result<WorkspaceView>> promise;
    ConnectionId connection;
    bool hasKey = false;
    SegmentWorkspace workspace;
};

struct SourceProvisioner::Planning
{
    QPromise<Result<SourcePlan>> promise;
    SourcePlan plan;
};

struct SourceProvisioner::Making
{
    QPromise<Result<MadeSource>> promise;
    SourcePlan plan;
    MadeSource made;
};

bool WorkspaceView::hidesKeys() const
{
    return !sources.isEmpty() && std::all_of(sources.begin(), sources.end(),
                                             [](const SegmentSource &source) { return source.writeKeys.isEmpty(); });
}

SourceProvisioner::SourceProvisioner(std::shared_ptr<PublicApi> api, SecretAccess &secrets, Redactor &redactor,
                                     QObject *parent)
    : QObject(parent)
    , m_api(std::move(api))
    , m_secrets(secrets)
    , m_redactor(redactor)
{
}

SourceProvisioner::~SourceProvisioner()
{
    abort();
}

void SourceProvisioner::abort()
{
    m_api->abortAll();
}

Secret SourceProvisioner::keyOf(const SegmentSource &source)
{
    return source.writeKeys.isEmpty() ? Secret() : source.writeKeys.first();
}

QString SourceProvisioner::hiddenKeySentence()
{
    return tr("The token does not see the write key of this source. It needs the role Workspace Owner, or Source Admin "
              "for the source. Use such a token, or copy the key in Segment and paste it.");
}

QFuture<Result<WorkspaceView>> SourceProvisioner::read(const ConnectionId &connection, bool hasKey)
{
    const auto job = std::make_shared<Reading>();
    job->connection = connection;
    job->hasKey = hasKey;
    job->promise.start();
    QFuture<Result<WorkspaceView>> future = job->promise.future();
    whenAnswered(m_api->workspace(), this, [this, job](const Result<SegmentWorkspace> &workspace) {
        if (!workspace) {
            answer(job, workspace.error());
            return;
        }
        job->workspace = workspace.value();
        readSources(job);
    });
    return future;
}

void SourceProvisioner::readSources(const std::shared_ptr<Reading> &job)
{
    whenAnswered(m_api->sources(), this, [this, job](const Result<QList<SegmentSource>> &sources) {
        if (!sources) {
            answer(job, sources.error());
            return;
        }
        take(job->workspace, sources.value());
        if (job->hasKey) {
            match(job);
        } else {
            answer(job, m_view);
        }
    });
}

void SourceProvisioner::learn(const SegmentSource &source)
{
    for (const Secret &key : source.writeKeys) {
        m_redactor.learn(key);
    }
}

void SourceProvisioner::take(const SegmentWorkspace &workspace, const QList<SegmentSource> &sources)
{
    m_view = {workspace, {}, {}, {}};
    for (const SegmentSource &source : sources) {
        m_view.slugs.append(source.slug);
        if (source.kind.isPushwoosh()) {
            m_view.sources.append(source);
            learn(source);
        }
    }
    std::ranges::sort(m_view.sources, [](const SegmentSource &a, const SegmentSource &b) {
        const int names = QString::compare(a.name, b.name, Qt::CaseInsensitive);
        return names != 0 ? names < 0 : a.slug < b.slug;
    });
}

void SourceProvisioner::match(const std::shared_ptr<Reading> &job)
{
    const auto read = m_secrets.read(SecretName::writeKey(job->connection));
    whenAnswered(read, this, [this, job](const Result<Secret> &kept) {
        for (const SegmentSource &source : std::as_const(m_view.sources)) {
            if (kept && SourceMatch::shows(source, kept.value())) {
                m_view.matchedId = source.id;
                break;
            }
        }
        answer(job, m_view);
    });
}

QFuture<Result<SourcePlan>> SourceProvisioner::plan(const QString &name, Environment environment)
{
    const auto job = std::make_shared<Planning>();
    job->plan.workspace = m_view.workspace;
    job->plan.name = name.trimmed();
    job->plan.takenSlugs = m_view.slugs;
    job->plan.slug = SourcePlan::freeSlug(SourcePlan::slugOf(name), m_view.slugs);
    job->plan.label = SourcePlan::labelOf(environment);
    job->promise.start();
    QFuture<Result<SourcePlan>> future = job->promise.future();
    whenAnswered(m_api->catalogSource(CatalogSource::pushwooshId()), this,
                 [this, job](const Result<CatalogSource> &kind) {
                     if (kind) {
                         job->plan.kind = kind.value();
                         readLabels(job);
                     } else if (kind.error().code == ErrorCode::Absent) {
                         readKindBySlug(job);
                     } else {
                         answer(job, kind.error());
                     }
                 });
    return future;
}

void SourceProvisioner::readKindBySlug(const std::shared_ptr<Planning> &job)
{
    whenAnswered(m_api->catalogSourceBySlug(CatalogSource::pushwooshSlug()), this,
                 [this, job](const Result<CatalogSource> &kind) {
                     if (!kind) {
                         answer(job, kind.error());
                         return;
                     }
                     job->plan.kind = kind.value();
                     readLabels(job);
                 });
}

void SourceProvisioner::readLabels(const std::shared_ptr<Planning> &job)
{
    whenAnswered(m_api->labels(), this, [job](const Result<QList<SegmentLabel>> &labels) {
        if (labels) {
            job->plan.labelExists = std::ranges::any_of(labels.value(), [&job](const SegmentLabel &each) {
                return each.key == job->plan.label->key && each.value == job->plan.label->value;
            });
        } else if (labels.error().code == ErrorCode::Cancelled) {
            answer(job, labels.error());
            return;
        }
        answer(job, job->plan);
    });
}

QFuture<Result<MadeSource>> SourceProvisioner::make(const SourcePlan &plan)
{
    const auto job = std::make_shared<Making>();
    job->plan = plan;
    job->promise.start();
    QFuture<Result<MadeSource>> future = job->promise.future();
    for (const CatalogOption &option : plan.kind.options) {
        if (SourcePlan::isPassword(option)) {
            m_redactor.learn(Secret::fromText(plan.settings.value(option.name).toString()));
        }
    }
    const NewSource wanted{plan.slug, plan.kind.id, plan.enabled, plan.settings};
    whenAnswered(m_api->createSource(wanted), this, [this, job](const Result<SegmentSource> &source) {
        if (!source) {
            notMade(job, source.error());
            return;
        }
        job->made.source = source.value();
        learn(source.value());
        if (job->plan.name.trimmed() == source.value().name) {
            makeLabel(job);
        } else {
            rename(job);
        }
    });
    return future;
}

void SourceProvisioner::rename(const std::shared_ptr<Making> &job)
{
    const QString name = job->plan.name.trimmed();
    whenAnswered(
        m_api->renameSource(job->made.source.id, name), this, [this, job, name](const Result<SegmentSource> &renamed) {
            if (renamed) {
                job->made.source.name = name;
            } else {
                job->made.troubles.append(
                    tr("The source could not be renamed and is called as its slug. %1").arg(renamed.error().userText));
            }
            makeLabel(job);
        });
}

void SourceProvisioner::makeLabel(const std::shared_ptr<Making> &job)
{
    if (!job->plan.label) {
        end(job);
        return;
    }
    if (job->plan.labelExists == true) {
        putLabel(job);
        return;
    }
    whenAnswered(m_api->createLabel(*job->plan.label), this, [this, job](const Status &made) {
        // A label that is there by now is refused as well, and does as well: whether it does, the next step tells.
        if (made || made.error().code == ErrorCode::InvalidInput) {
            putLabel(job);
            return;
        }
        job->made.troubles.append(tr("The label could not be made. %1").arg(made.error().userText));
        end(job);
    });
}

void SourceProvisioner::putLabel(const std::shared_ptr<Making> &job)
{
    whenAnswered(m_api->addLabels(job->made.source.id, {*job->plan.label}), this,
                 [this, job](const Result<QList<SegmentLabel>> &labels) {
                     if (labels) {
                         job->made.source.labels = labels.value();
                     } else {
                         job->made.troubles.append(
                             tr("The label could not be put on the source. %1").arg(labels.error().userText));
                     }
                     end(job);
                 });
}

void SourceProvisioner::end(const std::shared_ptr<Making> &job)
{
    m_view.sources.append(job->made.source);
    m_view.slugs.append(job->made.source.slug);
    answer(job, job->made);
}

// Whether a refusal means that the slug is taken, the list of sources tells; and so whether the source was made
// although no answer came.
void SourceProvisioner::notMade(const std::shared_ptr<Making> &job, const Error &error)
{
    const bool mayBeThere =
        error.code == ErrorCode::InvalidInput || error.code == ErrorCode::TimedOut || error.code == ErrorCode::Network;
    if (!mayBeThere) {
        answer(job, error);
        return;
    }
    whenAnswered(m_api->sources(), this, [this, job, error](const Result<QList<SegmentSource>> &sources) {
        if (!sources) {
            answer(job, sources.error().code == ErrorCode::Cancelled ? sources.error() : error);
            return;
        }
        take(m_view.workspace, sources.value());
        const SegmentSource *there = bySlug(sources.value(), job->plan.slug);
        if (there == nullptr) {
            answer(job, error);
        } else if (error.code == ErrorCode::InvalidInput) {
            const QString free = SourcePlan::freeSlug(job->plan.slug, m_view.slugs);
            answer(job, Error{ErrorCode::InvalidInput, error.detail,
                              tr("Nothing was made: the slug %1 is taken by now. %2 is free.")
                                  .arg(plainTextCut(job->plan.slug, kLongestShown), free)});
        } else {
            answer(job, Error{error.code, error.detail,
                              tr("Segment's answer did not come, but a source with the slug %1 is there by now: it was "
                                 "probably made. Choose it in the list.")
                                  .arg(plainTextCut(job->plan.slug, kLongestShown))});
        }
    });
}

} // namespace segue
