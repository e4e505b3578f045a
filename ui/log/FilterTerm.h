// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace segue {

//! One thing that a filter asks for, as its chip shows it: `event:"Email Sent","Push Sent"`, `-campaign:5F1C2`. May be
//! turned off without being lost.
struct FilterTerm
{
    QString field; //!< a word of the search language
    QStringList values;
    bool excluded = false;
    bool on = true;

    //! In the search language.
    QString text() const;
    bool operator==(const FilterTerm &) const = default;
};

//! Received when: the last so many minutes, or between two moments (ms since 1970 UTC, the second excluded).
struct TimeRange
{
    int lastMinutes = 0; //!< 0: not a span that ends now
    std::optional<qint64> since;
    std::optional<qint64> until;

    bool isSet() const { return lastMinutes > 0 || since || until; }
    std::optional<qint64> sinceAt(qint64 now) const;
    bool operator==(const TimeRange &) const = default;
};

//! Everything that a person has set to choose among the log's rows. A value; can be kept as text.
struct FilterChoice
{
    static constexpr int kMostTerms = 40;
    static constexpr int kMostValues = 100;
    static constexpr qsizetype kLongestText = 500;

    QString search;
    QList<FilterTerm> terms;
    TimeRange time;
    bool timeOn = true;

    bool isEmpty() const { return search.trimmed().isEmpty() && terms.isEmpty() && !time.isSet(); }
    //! Whether anything of it chooses: what is turned off does not.
    bool chooses() const;
    //! The term that asks for values of the field; null when there is none.
    const FilterTerm *find(const QString &field, bool excluded = false) const;
    //! Puts the value into the field's term, or takes it out.
    void setValue(const QString &field, const QString &value, bool excluded, bool on);
    bool operator==(const FilterChoice &) const = default;

    QByteArray write() const;
    //! Nothing when the text is none of ours.
    static std::optional<FilterChoice> read(const QByteArray &text);
};

//! A value as the search language wants it: in quotes where it would not be read as one word.
QString searchWord(const QString &value);

} // namespace segue

Q_DECLARE_METATYPE(segue::FilterChoice)
