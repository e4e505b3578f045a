// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TextTable.h"

#include "app/exports/PlainText.h"

#include <algorithm>
#include <array>
#include <utility>

namespace segue::cli {

namespace {

// East Asian Width W and F (Unicode 15, EastAsianWidth.txt), joined into the ranges that terminals use.
constexpr std::array<std::pair<char32_t, char32_t>, 20> kWide{{
    {0x1100, 0x115F}, {0x231A, 0x231B}, {0x2329, 0x232A}, {0x23E9, 0x23EC},   {0x25FD, 0x25FE},
    {0x2614, 0x2615}, {0x2648, 0x2653}, {0x26AA, 0x26AB}, {0x2705, 0x2705},   {0x274C, 0x274E},
    {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xA960, 0xA97C}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE10, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD},
}};

int width(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format) {
        return 0;
    }
    const bool wide = std::any_of(kWide.begin(), kWide.end(),
                                  [c](const auto &range) { return c >= range.first && c <= range.second; });
    return wide ? 2 : 1;
}

QString cut(const QString &text, int longest)
{
    if (longest <= 0 || TextTable::width(text) <= longest) {
        return text;
    }
    QString result;
    int taken = 0;
    const QList<uint> characters = text.toUcs4();
    for (const uint each : characters) {
        taken += width(each);
        if (taken > longest - 1) {
            break;
        }
        const char32_t character = each;
        result += QString::fromUcs4(&character, 1);
    }
    return result + u'…';
}

} // namespace

TextTable::TextTable(QList<Column> columns)
    : m_columns(std::move(columns))
{
    for (const Column &column : std::as_const(m_columns)) {
        m_widths.append(width(column.title));
    }
}

int TextTable::width(const QString &text)
{
    int sum = 0;
    const QList<uint> characters = text.toUcs4();
    for (const uint each : characters) {
        sum += cli::width(each);
    }
    return sum;
}

QStringList TextTable::prepared(const QStringList &cells) const
{
    QStringList result;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        result.append(cut(plainText(cells.value(i)), m_columns[i].longest));
    }
    return result;
}

void TextTable::widen(const QStringList &cells)
{
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        m_widths[i] = std::max(m_widths[i], width(cells[i]));
    }
}

void TextTable::fit(const QList<QStringList> &rows)
{
    for (const QStringList &row : rows) {
        widen(prepared(row));
    }
}

QString TextTable::joined(const QStringList &cells) const
{
    QString line;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const QString blanks(std::max(0, m_widths[i] - width(cells[i])), u' ');
        if (i > 0) {
            line += QStringLiteral("  ");
        }
        line += m_columns[i].right ? QString(blanks + cells[i]) : QString(cells[i] + blanks);
    }
    while (line.endsWith(u' ')) {
        line.chop(1);
    }
    return line;
}

QString TextTable::header() const
{
    QStringList titles;
    for (const Column &column : m_columns) {
        titles.append(column.title);
    }
    return joined(titles);
}

QString TextTable::line(const QStringList &cells)
{
    const QStringList ready = prepared(cells);
    widen(ready);
    return joined(ready);
}

QStringList TextTable::lines(const QList<QStringList> &rows)
{
    fit(rows);
    QStringList result{header()};
    for (const QStringList &row : rows) {
        result.append(line(row));
    }
    return result;
}

} // namespace segue::cli
