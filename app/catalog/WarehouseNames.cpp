// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/WarehouseNames.h"

#include <QStringList>

namespace segue::WarehouseNames {

namespace {

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

QChar lowered(QChar c)
{
    return isUpper(c) ? QChar(static_cast<char16_t>(c.unicode() - u'A' + u'a')) : c;
}

//! Walks a text by the three steps of Segment reference 5.1.
class SnakeCase
{
public:
    explicit SnakeCase(const QString &text)
        : m_text(text)
    {
    }

    QString run()
    {
        takeCleanPrefix();
        if (atEnd()) {
            return m_text;
        }
        m_out = m_text.left(m_at);
        if (isUpper(m_text[m_at]) && m_glueFirstWord) {
            takeWord();
        }
        while (!atEnd()) {
            const QChar c = m_text[m_at];
            if (!isLower(c) && !isUpper(c) && !isDigit(c)) {
                ++m_at;
                continue;
            }
            if (!m_out.isEmpty()) {
                m_out += u'_';
            }
            takeWord();
        }
        return m_out;
    }

private:
    bool atEnd() const { return m_at == m_text.size(); }

    void takeCleanPrefix()
    {
        bool lowerMet = false;
        bool underscoreMet = false;
        bool lowerSinceUnderscore = false;
        for (; !atEnd(); ++m_at) {
            const QChar c = m_text[m_at];
            if (isLower(c)) {
                lowerMet = true;
                lowerSinceUnderscore = true;
            } else if (c == u'_' && m_at > 0 && m_at + 1 < m_text.size() &&
                       (isLower(m_text[m_at + 1]) || isDigit(m_text[m_at + 1]))) {
                underscoreMet = true;
                lowerSinceUnderscore = false;
            } else if (!isDigit(c)) {
                break;
            }
        }
        m_glueFirstWord = !lowerMet || (underscoreMet && !lowerSinceUnderscore);
    }

    //! A run of upper-case letters and digits, then one of lower-case letters and digits.
    void takeWord()
    {
        for (; !atEnd() && (isUpper(m_text[m_at]) || isDigit(m_text[m_at])); ++m_at) {
            m_out += lowered(m_text[m_at]);
        }
        for (; !atEnd() && (isLower(m_text[m_at]) || isDigit(m_text[m_at])); ++m_at) {
            m_out += m_text[m_at];
        }
    }

    const QString &m_text;
    qsizetype m_at = 0;
    bool m_glueFirstWord = false;
    QString m_out;
};

} // namespace

QString snakeCase(const QString &text)
{
    return SnakeCase(text).run();
}

QString schema(const QString &sourceName)
{
    QString result;
    for (const QChar c : sourceName) {
        if (isLower(c) || isUpper(c) || isDigit(c) || c == u'_') {
            result += lowered(c);
        }
    }
    if (!result.isEmpty() && isDigit(result[0])) {
        result.prepend(u'_');
    }
    return result;
}

QString table(const QString &eventName)
{
    return snakeCase(eventName);
}

QString column(const QString &propertyPath)
{
    QStringList parts;
    for (const QString &part : propertyPath.split(u'.')) {
        if (const QString snake = snakeCase(part); !snake.isEmpty()) {
            parts.append(snake);
        }
    }
    return parts.join(u'_');
}

bool isStandardColumn(const QString &column)
{
    static const QStringList all{
        QStringLiteral("id"),          QStringLiteral("anonymous_id"), QStringLiteral("user_id"),
        QStringLiteral("event"),       QStringLiteral("event_text"),   QStringLiteral("received_at"),
        QStringLiteral("sent_at"),     QStringLiteral("timestamp"),    QStringLiteral("uuid"),
        QStringLiteral("uuid_ts"),     QStringLiteral("original_timestamp")};
    return all.contains(column) || column.startsWith(QStringLiteral("context_"));
}

} // namespace segue::WarehouseNames
