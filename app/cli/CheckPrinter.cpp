// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CheckPrinter.h"

#include "app/checkup/CheckupFile.h"
#include "app/exports/PlainText.h"

#include <QDateTime>
#include <QJsonArray>
#include <QXmlStreamWriter>

#include <algorithm>

namespace segue::cli::CheckPrinter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kVerdictWidth = 13;
constexpr qsizetype kWordWidth = 23;

QString isoText(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

//! Without the two that plainText() knows to be characters and XML does not.
QString xmlText(const QString &text)
{
    QString safe = plainText(text);
    safe.remove(QChar(0xFFFE)).remove(QChar(0xFFFF));
    return safe;
}

QString xmlText(const QStringList &lines)
{
    QStringList safe;
    for (const QString &line : lines) {
        safe.append(xmlText(line));
    }
    return safe.join(u'\n');
}

void writeCase(QXmlStreamWriter &xml, const CheckResult &result, const QString &suite, ShownIds ids)
{
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, suite);
    xml.writeAttribute(u"name"_s, checkWord(result.id));
    const QString body = xmlText(CheckupReport::linesOf(result, ids));
    switch (result.verdict) {
    case Verdict::Pass:
        break;
    case Verdict::Warn:
        xml.writeTextElement(u"system-out"_s, xmlText(result.title) + u'\n' + body);
        break;
    case Verdict::Fail:
        xml.writeStartElement(u"failure"_s);
        xml.writeAttribute(u"message"_s, xmlText(result.title));
        xml.writeAttribute(u"type"_s, verdictWord(result.verdict));
        xml.writeCharacters(body);
        xml.writeEndElement();
        break;
    case Verdict::NotChecked:
        xml.writeEmptyElement(u"skipped"_s);
        xml.writeAttribute(u"message"_s, body);
        break;
    }
    xml.writeEndElement();
}

} // namespace

QStringList text(const CheckedConnection &checked, ShownIds ids)
{
    const CheckupRecord &record = checked.record;
    QStringList lines{plainText(checked.connection.name) + u": "_s + record.headline() + u" ("_s + record.countsText() +
                      u')'};
    const QList<CheckResult> results = record.inReadingOrder();
    for (const CheckResult &result : results) {
        lines.append(verdictName(result.verdict).leftJustified(kVerdictWidth) +
                     checkWord(result.id).leftJustified(kWordWidth) + plainText(result.title));
        const QStringList below = CheckupReport::linesOf(result, ids);
        for (const QString &line : below) {
            lines.append(QString(kVerdictWidth, u' ') + plainText(line));
        }
    }
    return lines;
}

QJsonObject json(const QList<CheckedConnection> &all, ShownIds ids)
{
    QJsonArray checkups;
    bool failed = false;
    for (const CheckedConnection &each : all) {
        QJsonArray checks;
        for (const CheckResult &result : each.record.results) {
            QJsonObject check = CheckupFile::resultJson(result);
            if (ids == ShownIds::Unmasked && !result.identities.isEmpty()) {
                check.insert("examples"_L1, QJsonArray::fromStringList(result.identities));
            }
            checks.append(check);
        }
        failed = failed || each.record.count(Verdict::Fail) > 0;
        checkups.append(QJsonObject{{u"connection"_s, each.connection.id.text()},
                                    {u"name"_s, each.connection.name},
                                    {u"startedAt"_s, isoText(each.record.startedAt)},
                                    {u"durationMs"_s, qint64{each.record.duration}},
                                    {u"pass"_s, each.record.count(Verdict::Pass)},
                                    {u"warn"_s, each.record.count(Verdict::Warn)},
                                    {u"fail"_s, each.record.count(Verdict::Fail)},
                                    {u"notChecked"_s, each.record.count(Verdict::NotChecked)},
                                    {u"checks"_s, checks}});
    }
    return {{u"checkups"_s, checkups}, {u"failed"_s, failed}};
}

QByteArray junit(const QList<CheckedConnection> &all, ShownIds ids)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeAttribute(u"name"_s, u"segue check"_s);
    for (const CheckedConnection &each : all) {
        const QString suite = xmlText(each.connection.name);
        xml.writeStartElement(u"testsuite"_s);
        xml.writeAttribute(u"name"_s, suite);
        xml.writeAttribute(u"tests"_s, QString::number(each.record.results.size()));
        xml.writeAttribute(u"failures"_s, QString::number(each.record.count(Verdict::Fail)));
        xml.writeAttribute(u"errors"_s, u"0"_s);
        xml.writeAttribute(u"skipped"_s, QString::number(each.record.count(Verdict::NotChecked)));
        xml.writeAttribute(u"timestamp"_s, isoText(each.record.startedAt));
        xml.writeAttribute(u"time"_s, QString::number(static_cast<double>(each.record.duration) / 1000, 'f', 3));
        for (const CheckResult &result : each.record.results) {
            writeCase(xml, result, suite, ids);
        }
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

} // namespace segue::cli::CheckPrinter
