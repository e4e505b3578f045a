// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/EntryCsv.h"

#include "app/segment/TrackCall.h"

#include <QStringList>

#include <algorithm>

namespace segue::EntryCsv {

namespace {

constexpr QStringView kFormulaStarts = u"=+-@＝＋－＠\t\r\n";
// The semicolon is a separator where the comma is the decimal sign.
constexpr QStringView kMustBeQuoted = u"\",;'\t\r\n";

bool looksLikeFormula(const QString &text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) {
        return kFormulaStarts.contains(c) || !(c.isSpace() || c.category() == QChar::Other_Format);
    });
    return first != text.end() && kFormulaStarts.contains(*first);
}

QByteArray record(const QStringList &cells)
{
    QByteArray line;
    for (const QString &each : cells) {
        if (!line.isEmpty()) {
            line += ',';
        }
        line += cell(each);
    }
    return line + "\r\n";
}

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString text(std::string_view word)
{
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

QString defused(const QString &text)
{
    return looksLikeFormula(text) ? u'\'' + text : text;
}

QByteArray cell(const QString &given)
{
    QString content = defused(given);
    const bool quote = std::any_of(content.begin(), content.end(), [](QChar c) { return kMustBeQuoted.contains(c); }) ||
                       content.startsWith(u' ') || content.endsWith(u' ');
    if (quote) {
        content.replace(u'"', QStringLiteral("\"\""));
        content = u'"' + content + u'"';
    }
    return content.toUtf8();
}

QByteArray header()
{
    return record({QStringLiteral("id"), QStringLiteral("receivedAt"), QStringLiteral("connection"),
                   QStringLiteral("connectionName"), QStringLiteral("origin"), QStringLiteral("state"),
                   QStringLiteral("event"), QStringLiteral("userId"), QStringLiteral("anonymousId"),
                   QStringLiteral("messageType"), QStringLiteral("campaignCode"), QStringLiteral("deviceType"),
                   QStringLiteral("messageId"), QStringLiteral("attempts"), QStringLiteral("lastStatus"),
                   QStringLiteral("reason"), QStringLiteral("payload")});
}

QByteArray row(const Entry &entry, const QByteArray &payload, const QString &connectionName)
{
    const EntryFields &fields = entry.fields;
    const QString identity = text(fields.identity);
    return record({QString::number(entry.id.value), Payload::isoTime(fields.received), text(fields.connection),
                   connectionName, text(originWord(fields.origin)), text(stateWord(fields.state)), text(fields.event),
                   fields.idKind == IdKind::UserId ? identity : QString(),
                   fields.idKind == IdKind::AnonymousId ? identity : QString(), text(fields.messageType),
                   text(fields.campaign), text(fields.device), text(fields.messageId), QString::number(entry.attempts),
                   entry.lastStatus > 0 ? QString::number(entry.lastStatus) : QString(), text(fields.error),
                   QString::fromUtf8(payload)});
}

} // namespace segue::EntryCsv
