// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

//! The pages on the web that the window leads to. What a person gave stands in them encoded. Pure.
namespace segue::WebLinks {

//! Segment's list of sources to add (source page, Getting started 1).
QUrl sourcesCatalog();
//! The Source Debugger of a source. Where it stands is inferred (Segment reference 4), so the way by hand goes with it.
QUrl debugger(const QString &sourceName);
//! The source's own page, where its figures, its Event Delivery and its destinations are reached (Segment reference 4:
//! `…/overview`); all sources without a slug.
QUrl sourceOverview(const QString &slug);
//! Segment's document of a kind of destination; the list of all without a usable slug.
QUrl destinationDocument(const QString &kindSlug);
//! The application in Pushwoosh's Control Panel (Pushwoosh reference 6.4); the start page without a usable code.
QUrl application(const QString &code);

//! Whether a link may be opened: https, to a host on our list, no user, no port of its own.
bool mayOpen(const QUrl &url);

} // namespace segue::WebLinks
