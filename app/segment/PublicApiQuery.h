// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/segment/PublicApiTypes.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace segue {

//! How the name of a parameter with parts is written: `pagination[count]` or `pagination.count`. Segment's documents
//! and libraries do not agree (Segment reference 3.4).
enum class QuerySpelling { Brackets, Dots };

//! The query of a request to the Public API, written in either spelling. Pure.
class PublicApiQuery
{
public:
    PublicApiQuery &add(const QString &name, const QString &value);
    //! `name[0]`, `name[1]` …
    PublicApiQuery &addList(const QString &name, const QStringList &values);
    //! `name[part]`.
    PublicApiQuery &addPart(const QString &name, const QString &part, const QString &value);
    //! `name[part][0]` …
    PublicApiQuery &addPartList(const QString &name, const QString &part, const QStringList &values);
    //! A page of a list.
    PublicApiQuery &addPage(int count, const QString &cursor);

    //! Whether the two spellings differ.
    bool hasParts() const;
    //! Percent-encoded, for QUrl::setQuery(…, StrictMode).
    QString text(QuerySpelling spelling) const;

    static PublicApiQuery volume(const VolumeQuery &query);
    //! The page is not in it.
    static PublicApiQuery delivery(const DeliveryQuery &query);

private:
    struct Parameter
    {
        QStringList name; //!< with its parts
        QString value;
    };
    QList<Parameter> m_parameters;
};

} // namespace segue
