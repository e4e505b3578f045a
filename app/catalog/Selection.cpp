// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalog/Selection.h"

#include "app/catalog/EventCatalog.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace segue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(segue::Selection)
};

constexpr qsizetype kLongestGiven = 80;

//! Blanks of every kind, and the invisible marks (byte order mark, zero-width space) that come along from web pages.
bool isBlank(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format;
}

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && isBlank(text.front())) {
        text = text.mid(1);
    }
    while (!text.isEmpty() && isBlank(text.back())) {
        text.chop(1);
    }
    return text;
}

bool isQuote(QChar c)
{
    return QStringView(u"\"'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb").contains(c);
}

QStringView withoutQuotes(QStringView text)
{
    return text.size() >= 2 && isQuote(text.front()) && isQuote(text.back()) ? text.mid(1, text.size() - 2) : text;
}

bool isSeparator(QChar c)
{
    return c == u',' || c == u';' || c == u'\n' || c == u'\r' || c == u'\t';
}

QString bounded(QStringView text)
{
    if (text.size() <= kLongestGiven) {
        return text.toString();
    }
    qsizetype length = kLongestGiven - 1;
    if (text[length - 1].isHighSurrogate()) {
        --length;
    }
    return text.left(length).toString() + u'\u2026';
}

//! The name of the catalogue that differs in case alone.
QString sameButForCase(const QString &name)
{
    for (const CatalogEvent &event : EventCatalog::events()) {
        if (event.name.compare(name, Qt::CaseInsensitive) == 0) {
            return event.name;
        }
    }
    return {};
}

class SelectionParser
{
public:
    explicit SelectionParser(UnknownNames unknown)
        : m_unknown(unknown)
    {
    }

    ParsedSelection parse(QStringView text)
    {
        // One pair of quotes around the whole list, as a spreadsheet or a shell line has it.
        const QStringView whole = trimmed(text);
        const QStringView inner = withoutQuotes(whole);
        if (inner.size() < whole.size() && std::none_of(inner.begin(), inner.end(), isQuote)) {
            text = inner;
        }
        for (qsizetype begin = 0; begin <= text.size();) {
            qsizetype end = begin;
            while (end < text.size() && !isSeparator(text[end])) {
                ++end;
            }
            takePiece(text.mid(begin, end - begin));
            begin = end + 1;
        }
        return {Selection::list(m_names), m_remarks};
    }

private:
    void takePiece(QStringView piece)
    {
        const QStringView outer = trimmed(piece);
        const QStringView quoted = withoutQuotes(outer);
        const QStringView inner = trimmed(quoted);
        if (inner.isEmpty()) {
            return;
        }
        QString name = inner.toString();
        bool blanks = outer.size() != piece.size() || inner.size() != quoted.size();
        if (const QString simple = name.simplified(); simple != name && !sameButForCase(simple).isEmpty()) {
            name = simple;
            blanks = true;
        }
        if (blanks) {
            remark(SelectionRemark::Kind::Blanks, piece, {},
                   Text::tr("Superfluous blanks at “%1” were taken out: how Pushwoosh treats them is not documented.")
                       .arg(bounded(name)));
        }
        takeName(piece, name);
    }

    void takeName(QStringView piece, QString name)
    {
        if (!EventCatalog::find(name)) {
            if (const QString mended = sameButForCase(name); !mended.isEmpty()) {
                remark(SelectionRemark::Kind::WrongCase, piece, mended,
                       Text::tr("“%1” was changed to “%2”: upper and lower case count.").arg(bounded(name), mended));
                name = mended;
            } else {
                remarkUnknown(piece, name);
                if (m_unknown == UnknownNames::LeaveOut) {
                    return;
                }
            }
        }
        if (m_seen.contains(name)) {
            remark(SelectionRemark::Kind::Doubled, piece, {},
                   Text::tr("“%1” stands there more than once; it is taken once.").arg(bounded(name)));
            return;
        }
        m_seen.insert(name);
        m_names.append(name);
    }

    void remarkUnknown(QStringView piece, const QString &name)
    {
        const QString nearest = EventCatalog::nearestName(name);
        const bool kept = m_unknown == UnknownNames::Keep;
        QString sentence;
        if (nearest.isEmpty()) {
            sentence =
                (kept ? Text::tr("“%1” is none of the seven events of the Pushwoosh source. It was kept as given.")
                      : Text::tr("“%1” is none of the seven events of the Pushwoosh source and was left out."))
                    .arg(bounded(name));
        } else {
            sentence =
                (kept ? Text::tr("“%1” is none of the seven events of the Pushwoosh source. It was kept as given; "
                                 "was “%2” meant?")
                      : Text::tr("“%1” is none of the seven events of the Pushwoosh source and was left out; "
                                 "was “%2” meant?"))
                    .arg(bounded(name), nearest);
        }
        remark(SelectionRemark::Kind::Unknown, piece, nearest, sentence);
    }

    void remark(SelectionRemark::Kind kind, QStringView given, const QString &nearest, const QString &sentence)
    {
        m_remarks.append({kind, bounded(given), nearest, sentence});
    }

    UnknownNames m_unknown;
    QStringList m_names;
    QSet<QString> m_seen;
    QList<SelectionRemark> m_remarks;
};

} // namespace

Selection Selection::list(const QStringList &names)
{
    Selection selection;
    selection.m_all = false;
    QSet<QString> seen;
    for (const QString &name : names) {
        if (!trimmed(name).isEmpty() && !seen.contains(name)) {
            seen.insert(name);
            selection.m_names.append(name);
        }
    }
    return selection;
}

QStringList Selection::names() const
{
    if (!m_all) {
        return m_names;
    }
    QStringList names;
    for (const CatalogEvent &event : EventCatalog::events()) {
        names.append(event.name);
    }
    return names;
}

bool Selection::contains(const QString &event) const
{
    return m_all ? EventCatalog::find(event).has_value() : m_names.contains(event);
}

QString Selection::fieldText() const
{
    return m_names.join(u',');
}

ParsedSelection parseSelection(const QString &text, UnknownNames unknown)
{
    if (trimmed(text).isEmpty()) {
        return {Selection::all(), {}};
    }
    return SelectionParser(unknown).parse(text);
}

} // namespace segue
