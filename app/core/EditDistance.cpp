// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/EditDistance.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace segue {

qsizetype editDistance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<qsizetype>(j);
    }
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const qsizetype replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({replaced, row[at] + 1, row[at + 1] + 1});
        }
    }
    return row.back();
}

QString nearestWord(const QString &given, const QStringList &words, qsizetype most)
{
    const QString wanted = given.toCaseFolded();
    QString nearest;
    qsizetype best = most + 1;
    for (const QString &word : words) {
        if (std::abs(word.size() - wanted.size()) >= best) {
            continue;
        }
        if (const qsizetype off = editDistance(wanted, word.toCaseFolded()); off < best) {
            best = off;
            nearest = word;
        }
    }
    return nearest;
}

} // namespace segue
