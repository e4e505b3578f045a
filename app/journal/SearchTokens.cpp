// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/SearchTokens.h"

#include "app/journal/SearchFields.h"

using namespace Qt::StringLiterals;

namespace segue {

namespace {

bool isNamePart(QChar c)
{
    const bool plain = c.unicode() < 0x80 ? c.isLetterOrNumber() : !c.isSpace();
    return plain || c == u'_' || c == u'-' || c == u'.' || c == u'$';
}

class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    {
    }

    QList<SearchToken> all()
    {
        QList<SearchToken> tokens;
        for (skipBlanks(); !atEnd(); skipBlanks()) {
            tokens.append(token());
        }
        return tokens;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    bool here(QChar c) const { return !atEnd() && m_text.at(m_at) == c; }
    bool atBlank() const { return atEnd() || m_text.at(m_at).isSpace(); }
    void skipBlanks()
    {
        while (!atEnd() && atBlank()) {
            ++m_at;
        }
    }

    SearchToken token()
    {
        SearchToken token;
        token.begin = m_at;
        if (here(u'-') && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace()) {
            token.excluded = true;
            ++m_at;
        }
        if (here(u'"')) {
            token.kind = SearchToken::Kind::Phrase;
            token.values.append(quoted());
            noteStray(token);
        } else if (const qsizetype sign = signPlace(); sign > m_at) {
            field(token, sign);
        } else {
            token.values.append(bare(false));
            const bool isOr = !token.excluded && token.values.first().text == u"OR";
            token.kind = isOr ? SearchToken::Kind::Or : SearchToken::Kind::Word;
        }
        token.end = m_at;
        return token;
    }

    void field(SearchToken &token, qsizetype sign)
    {
        token.kind = SearchToken::Kind::Field;
        token.nameBegin = m_at;
        token.nameEnd = sign;
        token.name = m_text.sliced(m_at, sign - m_at);
        token.sign = m_text.at(sign);
        m_at = sign;
        do {
            ++m_at;
            token.values.append(here(u'"') ? quoted() : bare(true));
        } while (here(u','));
        noteStray(token);
    }

    //! Something right behind a closing quote belongs to nothing.
    void noteStray(SearchToken &token)
    {
        if (!atBlank()) {
            token.strayAt = m_at;
            while (!atBlank()) {
                ++m_at;
            }
        }
    }

    //! Where the sign of a field stands that begins here; -1 when none does. `a>b` is a word unless `a` is a field.
    qsizetype signPlace() const
    {
        for (qsizetype at = m_at; at < m_text.size(); ++at) {
            const QChar c = m_text.at(at);
            if (c == u':') {
                return at;
            }
            if (c == u'>' || c == u'<') {
                return SearchFields::find(m_text.sliced(m_at, at - m_at)) ? at : -1;
            }
            if (c == u'\\' && at + 1 < m_text.size()) {
                ++at; // a path may hold any character behind a backslash
            } else if (!isNamePart(c)) {
                return -1;
            }
        }
        return -1;
    }

    SearchValue bare(bool inField)
    {
        SearchValue value;
        value.begin = m_at;
        while (!atBlank() && !(inField && here(u','))) {
            ++m_at;
        }
        value.end = m_at;
        value.text = m_text.sliced(value.begin, m_at - value.begin);
        return value;
    }

    SearchValue quoted()
    {
        SearchValue value;
        value.begin = m_at;
        value.quoted = true;
        value.closed = false;
        for (++m_at; !atEnd() && !value.closed; ++m_at) {
            const QChar c = m_text.at(m_at);
            const QChar next = m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : QChar();
            if (c == u'\\' && (next == u'"' || next == u'\\')) {
                value.text += next;
                ++m_at;
            } else if (c == u'"') {
                value.closed = true;
            } else {
                value.text += c;
            }
        }
        value.end = m_at;
        return value;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

QList<SearchToken> searchTokens(const QString &text)
{
    return Lexer(text).all();
}

QString quotedForSearch(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

} // namespace segue
