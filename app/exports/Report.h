// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace segue {

//! How a row of a report stands. A word goes with each: nothing is told by its colour alone.
enum class ReportMark { Good, Warning, Bad, Neutral };

//! One finding of a report.
struct ReportRow
{
    ReportMark mark = ReportMark::Neutral;
    QString word; //!< what the mark means, translated
    QString title;
    QStringList lines; //!< sentences below the title

    bool operator==(const ReportRow &) const = default;
};

struct ReportSection
{
    QString title; //!< may be empty
    QStringList paragraphs;
    QList<ReportRow> rows;

    bool operator==(const ReportSection &) const = default;
};

//! What a report says, whatever it is about and whatever it is written as. All texts are plain; the writers take care
//! of what in them would mean something to their format.
struct Report
{
    QString title;
    QList<ReportSection> sections;
    QString foot; //!< a last line; may be empty

    bool operator==(const Report &) const = default;
};

//! A report as a text. Pure; safe on every thread. Texts from outside stay texts: no markup, link or script of theirs
//! comes through, control characters are shown (see plainText()).
namespace ReportText {

//! CommonMark, as GitHub and others show it.
QString markdown(const Report &report);
//! One HTML page that holds all it needs: its own few styles, no scripts, nothing from elsewhere.
QString html(const Report &report);
//! The report in pieces that read as one after the other, each of which is not to be torn apart where pages end: a
//! heading stays with its first row.
QList<Report> pieces(const Report &report);

} // namespace ReportText

} // namespace segue
