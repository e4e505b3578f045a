// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkup/CheckupReport.h"

#include "app/checkup/CheckupChange.h"
#include "app/exports/PlainText.h"
#include "app/segment/IdentityMask.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace segue::CheckupReport {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::CheckupReport)
};

ReportMark markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return ReportMark::Good;
    case Verdict::Warn:
        return ReportMark::Warning;
    case Verdict::Fail:
        return ReportMark::Bad;
    case Verdict::NotChecked:
        break;
    }
    return ReportMark::Neutral;
}

//! With its zone: a report is read elsewhere.
QString whenOf(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" UTC"_s;
}

QString seconds(std::int64_t ms)
{
    return QLocale().toString(static_cast<double>(ms) / 1000, 'f', 1);
}

QStringList aboutConnection(const Connection &connection)
{
    QStringList lines{
        Text::tr("Connection: %1 (%2)").arg(plainText(connection.name), environmentName(connection.environment))};
    if (!connection.isSandbox()) {
        lines.append(Text::tr("Endpoint: %1").arg(connection.endpoint.displayText()));
    }
    if (!connection.applicationCode.isEmpty()) {
        lines.append(Text::tr("Pushwoosh application: %1").arg(plainText(connection.applicationCode)));
    }
    lines.append(
        connection.selection.isAll()
            ? Text::tr("Events: all")
            : Text::tr("Events: %1")
                  .arg(plainText(connection.selection.names().join(Text::tr(", ", "between names of events")))));
    return lines;
}

} // namespace

QStringList linesOf(const CheckResult &result, ShownIds ids)
{
    QStringList lines = result.evidence;
    if (!result.needs.isEmpty()) {
        lines.append(Text::tr("Needs: %1").arg(result.needs));
    }
    if (!result.remedy.isEmpty()) {
        lines.append(Text::tr("What to do: %1").arg(result.remedy));
    }
    if (!result.identities.isEmpty()) {
        QStringList shown;
        for (const QString &identity : result.identities) {
            shown.append(ids == ShownIds::Masked ? IdentityMask::masked(identity) : plainTextCut(identity, 80));
        }
        lines.append(Text::tr("For example: %1", "ids of people").arg(shown.join(Text::tr(", ", "between ids"))));
    }
    return lines;
}

Report of(const CheckupRecord &record, const Connection &connection, ShownIds ids)
{
    Report report;
    report.title = Text::tr("Checkup of %1").arg(plainText(connection.name));
    ReportSection head;
    head.paragraphs =
        QStringList{record.headline(), record.countsText(),
                    Text::tr("Made on %1, in %2 s.").arg(whenOf(record.startedAt), seconds(record.duration))} +
        CheckupChange::since(record, connection) + aboutConnection(connection);
    report.sections.append(head);
    ReportSection checks;
    checks.title = Text::tr("Checks");
    const QList<CheckResult> results = record.inReadingOrder();
    for (const CheckResult &result : results) {
        checks.rows.append(
            {markOf(result.verdict), verdictName(result.verdict), result.title,
             linesOf(result, ids) << Text::tr("Check %1, %2").arg(checkWord(result.id), whenOf(result.at))});
    }
    report.sections.append(checks);
    const bool segment = !connection.isSandbox() && connection.endpoint.isSegment();
    report.foot =
        (segment
             ? Text::tr("Made by Segue %1. Accepted is not delivered: Segment answers 200 to events that it drops.")
             : Text::tr("Made by Segue %1. Accepted is not delivered: an endpoint may answer 200 to events that it drops."))
            .arg(QStringLiteral(SEGUE_VERSION));
    return report;
}

QString supportMessage(const CheckupRecord &record, const Connection &connection)
{
    QString message =
        Text::tr("To: %1").arg(u"support@pushwoosh.com"_s) + u'\n' +
        Text::tr("Subject: Segment source, application %1")
            .arg(connection.applicationCode.isEmpty() ? Text::tr("(code not given)", "of an application")
                                                      : plainText(connection.applicationCode)) +
        u"\n\n"_s +
        Text::tr("We stream events of this application to Twilio Segment by your Segment integration. A checkup "
                 "of the connection on %1 found this:")
            .arg(whenOf(record.startedAt)) +
        u"\n\n"_s;
    const QList<CheckResult> results = record.inReadingOrder();
    for (const CheckResult &result : results) {
        if (result.verdict != Verdict::Fail && result.verdict != Verdict::Warn) {
            continue;
        }
        message += u"- "_s + verdictName(result.verdict) + u": "_s + plainText(result.title) + u'\n';
        for (const QString &line : result.evidence) {
            message += u"  "_s + plainText(line) + u'\n';
        }
    }
    message += u'\n' + aboutConnection(connection).join(u'\n') + u"\n\n"_s +
               Text::tr("The whole report is attached. It holds no keys.") + u'\n';
    return message;
}

} // namespace segue::CheckupReport
