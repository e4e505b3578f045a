// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/JsonHighlighter.h"

#include "ui/widgets/Tone.h"

#include <QGuiApplication>

#include <algorithm>

namespace segue {

namespace {

qsizetype endOfString(const QString &text, qsizetype start)
{
    qsizetype at = start + 1;
    while (at < text.size() && text.at(at) != u'"') {
        at += text.at(at) == u'\\' ? 2 : 1;
    }
    return std::min(at + 1, text.size());
}

bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.';
}

} // namespace

void JsonHighlighter::setMarked(const QString &text)
{
    if (text != m_marked) {
        m_marked = text;
        rehighlight();
    }
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (!m_plain) {
        color(text);
    }
    if (!m_marked.isEmpty()) {
        mark(text);
    }
}

void JsonHighlighter::color(const QString &text)
{
    const QPalette palette = QGuiApplication::palette();
    const auto paint = [&](qsizetype from, qsizetype to, Tone tone) {
        setFormat(static_cast<int>(from), static_cast<int>(to - from), toneColor(palette, tone));
    };
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at + 1;
        if (text.at(at) == u'"') {
            end = endOfString(text, at);
            const bool name = QStringView(text).mid(end).trimmed().startsWith(u':');
            paint(at, end, name ? Tone::Accent : Tone::Good);
        } else if (isOfWord(text.at(at))) {
            while (end < text.size() && isOfWord(text.at(end))) {
                ++end;
            }
            paint(at, end, Tone::Warning);
        }
        at = end;
    }
}

void JsonHighlighter::mark(const QString &text)
{
    const QColor surface = surfaceColor(QGuiApplication::palette(), Surface::Mark);
    for (qsizetype at = 0; (at = text.indexOf(m_marked, at, Qt::CaseInsensitive)) >= 0; at += m_marked.size()) {
        for (qsizetype i = at; i < at + m_marked.size(); ++i) {
            QTextCharFormat marked = format(static_cast<int>(i));
            marked.setBackground(surface);
            setFormat(static_cast<int>(i), 1, marked);
        }
    }
}

} // namespace segue
