// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/Report.h"

#include "app/exports/PlainText.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace segue::ReportText {

namespace {

// What a browser may do with the page: show it. Styles of its own are all that it needs.
constexpr auto kPolicy = "default-src 'none'; style-src 'unsafe-inline'";

constexpr auto kStyle =
    "body { font-family: sans-serif; color: #1a1d24; background: #ffffff; max-width: 52em; margin: 2em auto; "
    "padding: 0 16px; line-height: 1.3; }\n"
    "h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 24px; }\n"
    "table { border-collapse: collapse; width: 100%; }\n"
    "td { border-top: 1px solid #d9dde3; padding: 6px 12px 6px 0; vertical-align: top; }\n"
    "td.mark { white-space: nowrap; font-weight: bold; }\n"
    "p { margin: 3px 0; } p.line, p.foot { color: #5b6472; }\n"
    ".good { color: #1f7a3d; } .warning { color: #9a5b00; } .bad { color: #b3261e; } .neutral { color: #5b6472; }\n";

QString className(ReportMark mark)
{
    switch (mark) {
    case ReportMark::Good:
        return u"good"_s;
    case ReportMark::Warning:
        return u"warning"_s;
    case ReportMark::Bad:
        return u"bad"_s;
    case ReportMark::Neutral:
        break;
    }
    return u"neutral"_s;
}

//! The text with a backslash before what Markdown would read where it stands, and before what GitHub would make a link
//! of; the rest reads as it is.
QString escaped(const QString &text)
{
    // An underscore within a word, as in no_user_anon_id, is no markup; a quote or a heading begins a line.
    static const QRegularExpression marks(
        uR"(([\\`*\[\]<@~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|\$(?=[^$]*\$)|^[>#|]))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression address(uR"(:(?=//))"_s);
    static const QRegularExpression www(uR"(\b(www)\.)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression listBegin(uR"(^(\s*)([-+=]|\d+(?=[.)])))"_s);
    QString safe = plainText(text).trimmed();
    safe.replace(marks, u"\\\\1"_s);
    safe.replace(address, u"\\:"_s);
    safe.replace(www, u"\\1\\."_s);
    if (const auto begin = listBegin.match(safe); begin.hasMatch()) {
        // A number is taken apart from its dot, a sign from its blank.
        const bool isNumber = begin.capturedView(2).at(0).isDigit();
        safe.insert(isNumber ? begin.capturedEnd(2) : begin.capturedStart(2), u'\\');
    }
    return safe;
}

QString encoded(const QString &text)
{
    return plainText(text).toHtmlEscaped();
}

QString htmlRow(const ReportRow &row)
{
    QString html = u"<tr><td class=\"mark "_s + className(row.mark) + u"\">"_s + encoded(row.word) +
                   u"</td><td><p><strong>"_s + encoded(row.title) + u"</strong></p>"_s;
    for (const QString &line : row.lines) {
        html += u"<p class=\"line\">"_s + encoded(line) + u"</p>"_s;
    }
    return html + u"</td></tr>\n"_s;
}

} // namespace

QString markdown(const Report &report)
{
    QString text = u"# "_s + escaped(report.title) + u"\n"_s;
    for (const ReportSection &section : report.sections) {
        if (!section.title.isEmpty()) {
            text += u"\n## "_s + escaped(section.title) + u"\n"_s;
        }
        for (const QString &paragraph : section.paragraphs) {
            text += u"\n"_s + escaped(paragraph) + u"\n"_s;
        }
        text += section.rows.isEmpty() ? QString() : u"\n"_s;
        for (const ReportRow &row : section.rows) {
            text += u"- **"_s + escaped(row.word) + u"** · **"_s + escaped(row.title) + u"**\n"_s;
            for (const QString &line : row.lines) {
                text += u"  - "_s + escaped(line) + u"\n"_s;
            }
        }
    }
    return report.foot.isEmpty() ? text : text + u"\n"_s + escaped(report.foot) + u"\n"_s;
}

QString html(const Report &report)
{
    QString page =
        u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"%2\">\n<title>%3</title>\n<style>\n%4</style>\n"
        "</head>\n<body>\n"_s.arg(QLocale().bcp47Name().toHtmlEscaped(), QLatin1StringView(kPolicy),
                                 encoded(report.title), QLatin1StringView(kStyle));
    page += report.title.isEmpty() ? QString() : u"<h1>"_s + encoded(report.title) + u"</h1>\n"_s;
    for (const ReportSection &section : report.sections) {
        if (!section.title.isEmpty()) {
            page += u"<h2>"_s + encoded(section.title) + u"</h2>\n"_s;
        }
        for (const QString &paragraph : section.paragraphs) {
            page += u"<p>"_s + encoded(paragraph) + u"</p>\n"_s;
        }
        if (!section.rows.isEmpty()) {
            page += u"<table>\n"_s;
            for (const ReportRow &row : section.rows) {
                page += htmlRow(row);
            }
            page += u"</table>\n"_s;
        }
    }
    if (!report.foot.isEmpty()) {
        page += u"<p class=\"foot\">"_s + encoded(report.foot) + u"</p>\n"_s;
    }
    return page + u"</body>\n</html>\n"_s;
}

QList<Report> pieces(const Report &report)
{
    QList<Report> all;
    for (qsizetype i = 0; i < report.sections.size(); ++i) {
        const ReportSection &section = report.sections.at(i);
        Report head;
        head.title = i == 0 ? report.title : QString();
        head.sections.append({section.title, section.paragraphs, section.rows.mid(0, 1)});
        all.append(head);
        for (const ReportRow &row : section.rows.mid(1)) {
            all.append({{}, {{{}, {}, {row}}}, {}});
        }
    }
    if (!report.foot.isEmpty()) {
        all.append({all.isEmpty() ? report.title : QString(), {}, report.foot});
    }
    return all;
}

} // namespace segue::ReportText
