// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <functional>
#include <optional>

class QAbstractItemView;
class QCompleter;
class QStandardItemModel;
class QTimer;

namespace segue {

//! The line in which a search is typed: completes fields and values while typing, marks a mistake at its place, and
//! says that the text has changed when the typing rests. What the text means is for the two functions to say.
class SearchEdit : public QLineEdit
{
    Q_OBJECT
public:
    //! Something that may stand in the text instead of `length` characters from `from` on.
    struct Completion
    {
        int from = 0;
        int length = 0;
        QString text;
        QString label; //!< what it means, beside it; may be empty
    };
    //! What is wrong with the text, and where.
    struct Mistake
    {
        int from = 0;
        int length = 0;
        QString sentence;

        bool operator==(const Mistake &) const = default;
    };
    using Complete = std::function<QList<Completion>(const QString &text, int cursor)>;
    using Check = std::function<std::optional<Mistake>(const QString &text)>;

    explicit SearchEdit(QWidget *parent = nullptr);

    void setLanguage(Complete complete, Check check);
    const std::optional<Mistake> &mistake() const { return m_mistake; }
    //! Whether completions are open.
    bool isOffering() const;
    //! By the program: no completion is offered, and nothing is said of it.
    void setSearch(const QString &text);

Q_SIGNALS:
    //! The typing rests, and the text is another one.
    void searchChanged();
    void mistakeChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void edited();
    void rested();
    void offer();
    void makeCompleter();
    void hideOffers();
    void take(const QModelIndex &chosen);
    void check();
    void mark();

    Complete m_complete;
    Check m_check;
    QCompleter *m_completer = nullptr; //!< from its first offer on
    QStandardItemModel *m_offers;
    QTimer *m_typing;
    QString m_told;
    std::optional<Mistake> m_mistake;
};

} // namespace segue
